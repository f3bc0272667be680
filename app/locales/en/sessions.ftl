# A body, its sessions and subgroups.
body-asked-now = Asked for now
body-no-round = No round is open
body-no-round-what = The chair opens calls for input before each session. They appear here with their deadline. Meanwhile the texts, papers and subgroups below can be read.
body-rounds = Rounds
body-sessions = Sessions
body-no-sessions = No sessions yet
body-no-sessions-what = Sessions appear here with their dates and place once the secretariat has entered them.
body-subgroups = Subgroups
body-no-subgroups = No subgroups yet
body-no-subgroups-what = Thematic subgroups appear here. Until there is one, papers are addressed to the whole body.
body-members = { $count ->
    [0] No organisations yet
    [one] { $count } organisation
   *[other] { $count } organisations
}
body-drafts = Draft texts
body-no-drafts = No draft text yet
body-no-drafts-what = When the chair issues a draft text, it can be read and commented on here, paragraph by paragraph.
body-draft-issued = issued { $date }
body-draft-earlier = Earlier versions:
body-who = Who takes part
body-who-caption = Organisations by subgroup
body-who-table = Show as a table
body-who-subgroup = Subgroup
body-who-organisations = Organisations
# A session.
session-page-dates = Dates
session-page-place = Place
session-page-zone = Time zone of the session
session-page-mode = Mode
session-page-status = Status
session-page-code = Code
session-page-rounds = Calls for input
session-page-no-rounds = No call for input for this session
session-page-no-rounds-what = When the chair opens a round for this session, it stands here with its deadline. Other rounds may be open now.
session-page-see-body = All rounds of { $body }
session-page-drafts = Draft texts
session-page-no-drafts = No draft text at this session
session-page-no-drafts-what = Texts that are commented on at this session will be listed here.
session-page-summary = Summary
session-page-summary-what = What was accepted, by paragraph and by subgroup, with its sources. To be read by the chair and the secretariat.
session-page-summary-link = Consolidated summary
session-page-invented = This session is invented for demonstration.
# A subgroup.
subgroup-eyebrow = Subgroup { $code }
subgroup-members = Members
subgroup-members-count = { $count ->
    [0] No public members
    [one] { $count } organisation
   *[other] { $count } organisations
}
subgroup-no-members = No public members yet
subgroup-no-members-what = An organisation appears here once it has joined and its first input was accepted.
subgroup-join = Join subgroup
subgroup-join-heading = Take part
subgroup-join-what = Members may submit position papers to this subgroup. Joining binds you to nothing.
subgroup-join-for = Join for { $organisation }
subgroup-joined = { $organisation } has joined this subgroup.
subgroup-join-register = To submit papers to this subgroup, register your organisation and join.
subgroup-register = Register
subgroup-sign-in = Sign in
subgroup-no-organisation = You are signed in without an organisation, so there is nobody to join for.
subgroup-drafts = Draft texts under discussion
subgroup-no-drafts = No draft text under discussion
subgroup-no-drafts-what = Texts this subgroup discusses will be listed here. Anyone may read them; organisations comment paragraph by paragraph.
subgroup-rounds = Calls for input
subgroup-no-rounds = No call for input
subgroup-no-rounds-what = Rounds that take papers for this subgroup, or comments on its texts, will stand here with their deadline.
subgroup-papers = Papers
subgroup-no-papers = No papers yet
subgroup-no-papers-what = Position papers addressed to this subgroup appear here once its moderator has accepted them.

# Subgroups: joining on approval, leaving, following, members, requests, announcements.
joining-open = Open: organisations join by themselves
joining-on-approval = On approval: the moderator decides
subgroup-ask = Ask to join
subgroup-ask-what = This subgroup takes members on approval: its moderator decides and tells you by mail. Joining binds you to nothing.
subgroup-asked = { $organisation } has asked to join and waits for the moderator.
subgroup-join-several = You act for several. Come back to join for another one.
subgroup-withdraw = Take the request back
subgroup-leave = Leave subgroup
subgroup-leave-what = What you contributed stays. You can join again.
subgroup-follow = Follow
subgroup-unfollow = Stop following
subgroup-follow-heading = Announcements
subgroup-follow-what = Followers get the announcements of this subgroup by mail, whatever their organisation does.
subgroup-follows = You follow this subgroup.
subgroup-announcements-none = Nothing has been announced
subgroup-announcements-none-what = What the moderator, the chair or the secretariat announces stands here and goes to members and followers by mail.
subgroup-announced-by = { $by }, { $time }
subgroup-moderators = Moderators
subgroup-moderators-none = No moderator is in office. The chair appoints one.
subgroup-members-by-type = Members by type
subgroup-members-by-region = Members by region
subgroup-members-type = Type
subgroup-members-region = Region
subgroup-all-members = All members
subgroup-all-papers = All papers
subgroup-manage = Manage this subgroup
subgroup-members-title = Members of { $subgroup }
subgroup-papers-title = Papers to { $subgroup }
subgroup-list-empty = Nothing on this page
subgroup-list-empty-what = Go back to the first page.
manage-title = Manage { $subgroup }
manage-lede = How organisations join, who has asked to, and what you announce.
manage-requests = Requests to join
manage-requests-none = No organisation has asked to join
manage-requests-none-what = Where members join on approval, their requests stand here, the longest waiting first.
manage-asked = asked { $time }
manage-own = Your organisation: somebody else decides
manage-not-public = Not public yet
manage-joining = How organisations join
manage-joining-what = Who has joined stays. Who has asked can still be decided upon.
manage-joining-button = Save
manage-announce = Announcements
manage-followers = { $count ->
    [one] { $count } person follows this subgroup.
   *[other] { $count } persons follow this subgroup.
}
manage-write = Write an announcement
manage-drafts = Not sent yet
request-title = { $organisation } asks to join
request-lede = Members may submit position papers to { $subgroup }. All members of the organisation are told what you decide.
join-request-reason-hint = Needed to decline. The organisation reads it.
request-approve = Approve request
join-request-decline = Decline request
request-none = This organisation is not waiting for a decision.
request-back = Back to the requests
request-mail-subject = { $organisation } asks to join { $code }
request-mail-words = “{ $organisation }” asks to join the subgroup “{ $subgroup }”.
request-mail-link = Decide here: { $link }
member-mail-approved-subject = You have joined { $code }
member-mail-approved = “{ $organisation }” is now a member of the subgroup “{ $subgroup }” and may submit position papers to it.
member-mail-declined-subject = Request declined: { $code }
member-mail-declined = The request of “{ $organisation }” to join the subgroup “{ $subgroup }” was declined.
member-mail-link = The subgroup: { $link }
announce-title = Write an announcement
announce-lede = It goes by mail to the contact points of member organisations and to followers, and stands on the page of the subgroup. You see it once more before it is sent.
announce-subject = Subject
announce-button = Check before sending
announce-cancel = Back to the subgroup
announcement-check = Check the announcement
announcement-recipients = { $count ->
    [0] It goes to nobody yet: there are no members and no followers with a confirmed address.
    [one] It goes to { $count } person by mail.
   *[other] It goes to { $count } persons by mail.
}
announcement-send = Send announcement
announcement-change = Change it
announcement-limit = A subgroup sends at most three announcements a day.
announcement-by = { $by }, { $subgroup }
announcement-sent = Sent { $time }
announcement-mail-subject = [{ $code }] { $subject }
announcement-mail-intro = Announcement of the office “{ $by }” to members and followers of the subgroup “{ $subgroup }”:
announcement-mail-link = The announcement on the portal: { $link }
announcement-mail-why = You get this mail because you are a contact point of a member organisation, or because you follow the subgroup: { $link }

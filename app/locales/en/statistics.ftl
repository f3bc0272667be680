# What is published of a session: counted, listed, and by whom.
stat-title = Statistics
stat-link = Statistics of this session
stat-lede = Everything that was published in this session, counted. Every number leads to what it counts.
stat-as-of = As of { $time }
stat-method = How it is counted
stat-method-what = An input counts once, under the organisation that leads it: a joint paper is one paper. An organisation counts once, whether it leads an input or has put its name to one. What was received after the deadline and admitted counts as late and nowhere else. What waits for a decision, was returned, declined or withdrawn, or is for the chair only, is not counted.
stat-none = Nothing is published in this session yet
stat-none-what = As soon as the moderators accept an input, it is counted here.
stat-papers = Papers
stat-comments = Comments
stat-proposals = Proposals
stat-proposals-of = Of them proposals for the text
stat-late = Late
stat-late-inputs = Received late
stat-organisations = Organisations
stat-joint = Papers with several names
stat-by-type = By type of organisation
stat-by-region = By regional group
stat-crossed = Organisations by regional group and type
stat-by-language = By language
stat-by-subgroup = By subgroup
stat-by-paragraph = By paragraph
stat-by-paragraph-caption = Comments by paragraph: the darker, the more was said
stat-by-day = Over time
stat-type = Type
stat-region = Regional group
stat-language = Language
stat-subgroup = Subgroup
stat-paragraph = Paragraph
stat-share = Share
stat-total = Total
stat-as-table = Show as a table
stat-silent = No comments on paragraphs: { $paragraphs }
stat-separator = {", "}
stat-day = Day
stat-inputs = Inputs
stat-day-last = The last 24 hours
stat-day-before = { $days ->
    [one] { $days } day before the last 24 hours
   *[other] { $days } days before the last 24 hours
}
stat-day-after = After the deadline, with more time granted
stat-days-caption = { $round }: inputs by day until the deadline
stat-opens = Opens: { $date }
stat-closes = Deadline: { $date }
stat-last-share = { $count ->
    [0] Nothing came in the last 24 hours before the deadline.
    [one] { $count } of { $all } inputs came in the last 24 hours before the deadline.
   *[other] { $count } of { $all } inputs came in the last 24 hours before the deadline.
}
stat-contributors = Contributors
stat-contributors-link = List of contributors
stat-contributors-lede = All organisations whose names stand under something that is published in this session.
stat-contributors-count = { $count ->
    [0] No organisation
    [one] { $count } organisation
   *[other] { $count } organisations
}
stat-signed = Papers of others it signed
stat-standing = Accreditation
stat-contributors-none = No organisation is found
stat-contributors-none-what = Ask for less, or look at all contributors.
stat-inputs-title = Published inputs
stat-inputs-lede = Papers and comments that are published in this session, the newest first.
stat-inputs-none = No input is found
stat-inputs-none-what = Ask for less, or look at all inputs of the session.
stat-filter-title = Show only some of them
stat-filter-kind = Kind
stat-filter-received = Received
stat-filter-written = Written in
stat-filter-subgroup = Sent to
stat-received-in-time = In time
stat-received-late = Late
stat-clear = Show all
stat-asked-provision = On: { $name }
stat-asked-organisation = By: { $name }
stat-asked-signatory = Signed by: { $name }
stat-asked-round = In: { $name }
stat-pages = Pages
stat-first = The first page
stat-next = The next page
stat-back = Statistics of the session

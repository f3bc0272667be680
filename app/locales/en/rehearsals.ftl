# The chair's rehearsal of a deadline.
rehearsal-title = Rehearse the deadline
rehearsal-lede = See what people will see, and what they will be written, at the moments that matter. Nothing is changed, and nobody is told.
rehearsal-rules = How it works
rehearsal-rule-invented = An invented author of an invented organisation holds one input in this round. Nobody’s draft is opened.
rehearsal-rule-vanishes = The portal really does what it will do then, with today’s data, and takes all of it back before you see the page.
rehearsal-rule-reminders = Reminders appear as they will really go out: none for a mark that had passed before the deadline was set.
rehearsal-rule-still = The pages stand still. Buttons do nothing, and links lead back to the real portal.
rehearsal-to-round = Back to the round
rehearsal-mark = Rehearsal.
rehearsal-region = Rehearsal
rehearsal-nothing-real = This page is shown as it will be. Nothing here is kept or sent.
rehearsal-back = Back to the rehearsal
rehearsal-of-page = Rehearsal: { $title }
rehearsal-mails = Mails of the author
rehearsal-mails-lede = Up to this moment, and for submitting at it. The links in them lead nowhere.
rehearsal-no-mails = No mail by then
rehearsal-no-mails-what = No reminder was due, and nothing was submitted.
rehearsal-organisation = Invented organisation
rehearsal-author = Invented author
rehearsal-chair = Chair of the rehearsal
rehearsal-paper-title = Invented paper
rehearsal-words = Invented words of an invented author.
rehearsal-reason = Invented reason of a rehearsed extension.
rehearsal-told =
    { $count ->
        [0] Nobody else would be written to: nobody has anything in this round, and no subgroup of it has members or followers.
        [one] Besides, { $count } person would be written to: those with something of theirs in this round, and the members and followers of its subgroups.
       *[other] Besides, { $count } people would be written to: those with something of theirs in this round, and the members and followers of its subgroups.
    }

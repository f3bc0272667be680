# Lists of speakers: asking to speak, and the order of those who asked.
round-ask-to-speak = Ask to speak
round-own-speaker = Your speaker on the list
round-rule-speak-clock = The server’s clock decides, to the second: your request counts when all of it has arrived. There is no grace period.
round-rule-speak-late = After the closing nobody is added and nothing is changed; an organisation can still take its speaker off the list. The chair can extend the round, or give one organisation more time.
speak-title = Ask to speak
speak-lede = Say who speaks for your organisation and on what. The chair puts the list in order.
speak-new = Your speaker
speak-change = Change what you said
speak-speaker = Speaker
speak-speaker-hint = Full name. The speaker needs no login here.
speak-capacity = Capacity
speak-capacity-hint = What the speaker is in your organisation, for the nameplate. You can leave it empty.
speak-subject = Subject
speak-subject-hint = What the statement is about, in one line.
speak-language = Language of the statement
speak-button = Ask to speak
speak-change-button = Save the change
speak-on-list = Your organisation is on the list of speakers
speak-received = Asked
speak-place = Place on the list
speak-leave = Take our speaker off the list
speak-leave-final = What you said of the speaker is deleted. The round has closed: this cannot be undone.
speak-leave-what = What you said of the speaker is deleted. While the round is open you can ask again, at the end of the list.
speak-rules = How the list works
speak-rule-one = Each organisation has one speaker in a round. Its contact point asks.
speak-rule-change = Until the closing you can change what you said; you keep your place.
speak-rule-late = After the closing you can only take your speaker off the list.
speak-rule-public = Everybody sees which organisations are on the list. Names and subjects are read by the chair and the secretariat only.
speak-to-round = About this round
speak-closed = The list of speakers closed on { $instant }. Nothing can be added or changed. If there is a reason the chair should know, write to the secretariat: an extension or a grant gives more time.
speak-upcoming = The list of speakers opens on { $instant }. Come back then.
speak-not-contact = Only the contact point of your organisation asks to speak: tell them who speaks and on what. What is typed on this page is not kept.
speak-not-in-subgroup = This list is for the members of a subgroup, and your organisation has not joined it. Join it first, then ask.
speakers-title = List of speakers
speakers-lede = Who asked to speak, and on what. Only the chair and the secretariat read this page; everybody else sees the organisations.
speakers-list = The list
speakers-count =
    { $count ->
        [0] Nobody has asked to speak
        [one] { $count } organisation has asked to speak
       *[other] { $count } organisations have asked to speak
    }
speakers-none = Nobody has asked to speak yet
speakers-none-what = Organisations that ask appear here with their speakers.
speakers-order-what = Write a number beside each speaker: the lowest speaks first. Equal numbers stay in the order they stand in; without a number they stand last, by the time they asked. The order is public at once.
speakers-place = Place
speakers-place-stored = Place now: { $place }
speakers-order-button = Save the order
speakers-public = List of speakers
speakers-public-what = In the order of the chair; who has no place yet stands last, by the time they asked.
speakers-not-public =
    { $count ->
        [one] { $count } more organisation is not shown: it is not public yet.
       *[other] { $count } more organisations are not shown: they are not public yet.
    }
speakers-chair = List with names and subjects
fault-not-a-place = A place is a whole number from 1 to { $max }. Leave it empty for no place.
desk-task-speak = Ask to speak
desk-task-join-list-hint = This list is for the members of a subgroup.
desk-state-on-list = On the list: { $speaker }
desk-state-not-asked = NOT asked to speak
grants-rule-speak = Until its end this organisation can ask to speak, and change what it said.
privacy-keep-speakers = Name, capacity and subject of a speaker: { $days } days after the session.
speakers-forgotten = What was said of the speaker has been deleted.
# Mails.
mail-inscribed-subject = On the list of speakers: { $round }
mail-inscribed-intro = { $organisation } is on the list of speakers of “{ $round }”.
mail-inscribed-facts = Received: { $instant }
mail-inscribed-until = You can change it until { $until }.
mail-left-subject = Off the list of speakers: { $round }
mail-left-intro = { $organisation } is no longer on the list of speakers of “{ $round }”. What was said of the speaker is deleted.
mail-speakers-until = Until then an organisation can ask to speak, and change what it said. Who is on the list already stays on it.
mail-speakers-grant = Until then your organisation can ask to speak, and change what it said. Nobody else’s deadline changes.
mail-speakers-link = The list: { $link }

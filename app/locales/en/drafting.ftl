# Texts as the chair prepares and issues them; versions beside each other.
texts-title = Draft texts
texts-lede = Each text is prepared here, out of sight, and becomes public when you issue it. What is issued never changes: changes come with the next version.
texts-prepare = Prepare and issue draft texts
texts-new = Begin a new text
texts-none = No text yet
texts-none-what = Begin one by pasting its words with their numbers, or by writing them here.
texts-issued = Issued:
texts-next = Prepare the next version
texts-prepared = { $label } is being prepared
texts-changed = last changed { $date }
texts-go-on = Go on with { $label }
text-revision = Rev.{ $issued }
# The form of a version.
text-new-title = A new text
text-edit-title = Prepare { $label }
text-edit-lede = Only the chair sees this until it is issued.
text-field-title = Title of the text
text-field-title-ar = Title in Arabic
text-field-subgroup = Subgroup
text-field-subgroup-hint = Its moderator reads the comments.
text-field-label = Name of this version
text-field-label-hint = In English: “Zero draft”, “Rev.1”, “Conference room paper 2”.
text-field-label-ar = Name of this version in Arabic
text-field-language = Language of the text
text-field-source = Text
text-field-source-hint = One paragraph in each block, with its number: 1. then (a), (i), a., i.; 5 bis. for a version of a paragraph; A. or # before a heading; [^1] and [^1]: for a footnote. Preambular paragraphs end with a comma or begin with *a word like this*. Plain text and Markdown are both read, and a whole Akoma Ntoso 3.0 document (XML).
text-save = Save and preview
text-go-on-origins = Go on: where paragraphs come from
text-go-on-issue = Go on: check and issue
text-drop = Drop this version
text-back = Back to the texts
text-rules = How it goes on
text-rule-hidden = Nobody but the chair sees what is prepared, and nobody is written to.
text-rule-origins = From the second version on you confirm which paragraph comes from which. Comments follow that.
text-rule-issued = What is issued is public at once, with the time, and is never changed or taken back.
text-overtaken = Another version was issued since this one was begun. Drop this one and prepare the next version again; your words stand here to be copied.
text-preview = Preview
text-preview-none = Nothing to show yet
text-preview-none-what = Type or paste the text above and press “Save and preview”.
text-preview-unread = This is XML and not a text yet. It becomes one when it is saved.
text-preview-count = { $count ->
    [one] { $count } numbered paragraph, as it is read:
   *[other] { $count } numbered paragraphs, as they are read:
}
text-flaws = Before it can be issued
text-doubts = Worth a look
text-spot = Line { $line }, “{ $words }”:
text-spot-without-line = In the text as a whole:
flaw-no-number = This block has no number. Number it, put # before it if it is a heading, or indent it if it goes on with the paragraph above.
flaw-no-words = There is a number but there are no words.
flaw-nothing-above = It stands under no numbered paragraph.
flaw-twice = This number stands there twice.
flaw-no-such-note = There is no footnote of this name.
flaw-too-long = More than { $max } characters in one paragraph.
flaw-too-many = More than { $max } paragraphs.
doubt-out-of-order = Its number does not follow on the one before.
doubt-bracket = A square bracket opens here and does not close, or the other way round.
doubt-unused-note = Nothing refers to this footnote.
doubt-no-such-provision = Nothing in this text has this number. Leave it if another document is meant; otherwise correct the number.
doubt-joined = This was read as going on with the paragraph above. If it is something else, give it a number, or put # before it if it is a heading.
doubt-parted = The line above ends with a comma, so this was read as a preambular paragraph of its own. If it goes on with the line above, join the two lines.
doubt-heading = This was read as a heading, since it begins with a letter or a Roman number. If it goes on with the words above, join the two lines; if it is a paragraph, give it a number.
# Where the provisions of a version come from.
origins-title = Where the paragraphs come from
origins-lede = For each paragraph of { $label }: the paragraphs of { $base } it comes from. Nothing in the field means it is new; several numbers with commas mean they were merged; one number at several paragraphs means it was split. Comments, comparisons, and the history of each paragraph follow what you confirm.
origins-proposed = This is a proposal made from the words. Check it before you confirm.
origins-confirmed = You have confirmed this for the text as it stands now.
origins-stale = The words of the text were changed since this page was made: what was filled in was for the earlier words and is not kept. Check this again.
origins-replaced = Somebody else confirmed something else for these words meanwhile. It stands beside what you filled in; confirm again if you still want yours.
origins-other = Confirmed by somebody else: { $from }
origins-open = Paragraphs to check
origins-sure = { $count ->
    [one] { $count } paragraph stands as it stood
   *[other] { $count } paragraphs stand as they stood
}
origins-none-open = Every paragraph stands as it stood.
origins-from = Comes from
origins-gone = Not carried over
origins-gone-what = These paragraphs of { $base } have no successor. What was said on them is listed, and the moderator says where it stands.
origins-gone-none = Every paragraph of { $base } goes on in this version.
origins-confirm = Confirm and go on
origins-back = Back to the text
# Issuing.
issue-title = Issue { $label }
issue-lede = From now on everybody can read it, and it never changes again.
issue-flaws = { $count ->
    [one] The text cannot be issued yet: { $count } thing has to be put right first.
   *[other] The text cannot be issued yet: { $count } things have to be put right first.
}
issue-empty = The text has no paragraphs yet.
issue-unconfirmed = You have not confirmed yet where its paragraphs come from.
issue-fact-title = Text
issue-fact-version = Version
issue-fact-language = Language
issue-fact-paragraphs = Numbered paragraphs
issue-fact-follows = Follows
issue-text = The text as it will stand
issue-changes = Since { $base }
issue-button = Issue this version
issue-changed = Somebody went on writing since this page was made. What is stored now is shown here: look at it, and press again.
issue-to-origins = Confirm where paragraphs come from
# Dropping.
drop-title = Drop { $label }?
drop-what = Its words are deleted. Nobody but the chair has seen them. Versions that are issued stay.
drop-button = Drop this version
drop-keep = Keep it
# What happened to a provision between two versions.
fate-unchanged = unchanged
fate-changed = changed
fate-added = new
fate-deleted = deleted
fate-merged = merged from { $from }
fate-split = split from { $from }
fate-renumbered = was { $from }
fate-moved = moved
fate-moved-from = moved from { $from }
# The comparison.
compare-texts-title = { $new } compared with { $old }
compare-texts-lede = Word by word. Put in: underlined. Taken out: struck through. Paragraphs belong together as the chair confirmed when the version was issued.
compare-texts-same = Nothing is different.
compare-texts-what = { $count ->
    [one] { $count } paragraph is different
   *[other] { $count } paragraphs are different
}
compare-texts-whole = The text with its changes
compare-texts-inline = Changes in the text
compare-texts-side = Side by side
compare-texts-view = How it is shown
compare-texts-others = Other versions
compare-texts-back = Read { $label }
compare-texts-paragraph = { $number }:
compare-texts-column = Paragraph
compare-texts-nothing = Does not stand in this version.
text-versions = Versions
text-version-this = this version
text-version-compare = Compare { $label } with { $old }
text-newer = A newer version is issued
text-newer-what = { $label } was issued on { $date }.
text-newer-read = Read { $label }
# One paragraph through the versions.
history-title = This paragraph through the versions
history-here = shown above
refused-text-has-flaws = The text has something with which it cannot be issued.
refused-origins-not-confirmed = Where the paragraphs of the text come from is not confirmed, or was for other words.
refused-not-the-newest = Another version was issued meanwhile.
fault-not-a-provision = The version before has no paragraph of this number. Write numbers as they are cited, such as 4 (b), with commas between them.
# A text that was pasted as Akoma Ntoso.
import-title = Read as Akoma Ntoso
import-what = What was pasted was XML. It was turned into the text that stands in the form now, with the numbers it had. Look it over in the preview before you issue it: from now on the text counts, and the XML is not kept. The lines between the two --- at its beginning say what is told here; delete them when you have looked.
import-remarks = Not in the text, or there in another form:
import-nothing = Nothing was left out.
import-metadata = The metadata
import-front-page = The front page but for the title
import-closing = The closing part with places, dates and signatures
import-contents = The table of contents
import-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
}
import-images = { $count ->
    [one] { $count } picture
   *[other] { $count } pictures
}
import-foreign = { $count ->
    [one] { $count } part of another kind, such as a formula
   *[other] { $count } parts of other kinds, such as formulas
}
import-deletions = { $count ->
    [one] { $count } passage marked as deleted
   *[other] { $count } passages marked as deleted
}
import-insertions = { $count ->
    [one] { $count } passage marked as inserted, which stands in the text like all others
   *[other] { $count } passages marked as inserted, which stand in the text like all others
}
import-numbers = { $count ->
    [one] { $count } number written in the form of the UN, such as 1. for 1
   *[other] { $count } numbers written in the form of the UN, such as 1. for 1
}
import-otherwise = { $count ->
    [one] { $count } number that is read otherwise than the XML has it, as words, below another paragraph, or where the XML has words: look for it in the preview
   *[other] { $count } numbers that are read otherwise than the XML has them, as words, below another paragraph, or where the XML has words: look for them in the preview
}
fault-not-xml = The XML is broken at line { $line }. Correct it there, or paste the text without XML.
fault-xml-with-dtd = The XML has a document type definition (<!DOCTYPE>, line { $line }), which is not read. Delete it and press again.
fault-xml-too-deep = At line { $line } more than { $max } elements stand one within the other. Paste the text without XML.
fault-xml-too-large = The XML has too many elements, attributes or namespaces (line { $line }). Paste the text without XML.
fault-xml-too-large-somewhere = The XML has too many elements, attributes or namespaces. Paste the text without XML.
fault-not-akoma-ntoso = This is XML, but not Akoma Ntoso 3.0. Its first element must be akomaNtoso in the namespace http://docs.oasis-open.org/legaldocml/ns/akn/3.0.
fault-no-text-in-xml = There is no text in this Akoma Ntoso document.

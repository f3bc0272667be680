# Draft texts, their paragraphs, and the norms.
text-eyebrow = { $label } · issued { $date }
text-how = Every paragraph can be commented on: open it, state your stance and the words you propose.
text-no-round = No call for comments on this text
text-no-round-what = When the chair calls for comments on this version, the deadline will stand here.
text-empty = This text has no paragraphs
text-empty-what = The text has been announced, but its paragraphs are not entered yet.
text-comment = Comment
text-comment-on = on paragraph { $citation }
text-comments = { $count ->
    [0] No comments
    [one] { $count } comment
   *[other] { $count } comments
}
text-comments-on = on paragraph { $citation }
text-brackets = Words in square brackets are not agreed.
text-attention = Where the comments are
text-attention-caption = Public comments by paragraph
text-attention-table = Show as a table
text-attention-paragraph = Paragraph
text-attention-comments = Comments
text-facts = This text
text-fact-version = Version
text-fact-issued = Issued
text-fact-language = Language
text-fact-subgroup = Subgroup
text-fact-paragraphs = Numbered paragraphs
text-fact-comments = Public comments
# One paragraph.
provision-title = { $citation ->
    [whole] The text as a whole
   *[other] Paragraph { $citation }
}
provision-heading = Heading { $citation }
provision-note = Footnote { $label }
provision-in-context = Read it in the whole text
provision-comments-count = { $count ->
    [0] Comments
    [one] { $count } comment
   *[other] { $count } comments
}
provision-no-comments = No public comments yet
provision-no-comments-what = Comments appear here once the moderator has accepted them. Write the first one below.
provision-own = Your own comments
provision-own-revise = Revise and send again
provision-own-finish = Finish and send
provision-own-open = Open
# The norms.
norms-title = The 11 norms
norms-heading = Voluntary, non-binding norms of responsible State behaviour
norms-lede = The eleven norms of paragraph 13 of the report contained in document A/70/174. Draft texts on this portal build on them. The short titles are in common use and are not official.
norms-eyebrow = { $code } · { $reference }
norms-list = Contents
norms-empty = The norms have not been entered yet
norms-empty-what = The eleven voluntary norms will be shown here with their references.
# The text as a whole, which can be spoken on like a paragraph.
on-provision = { $citation ->
    [whole] the text as a whole
   *[other] paragraph { $citation }
}
text-whole-comment = Comment on the text as a whole
text-whole-comments = { $count ->
    [one] { $count } comment on the text as a whole
   *[other] { $count } comments on the text as a whole
}
provision-whole-read = Read the text

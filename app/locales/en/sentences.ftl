# The chair’s summary while it is written: outline, parts, sentences, sources, coverage.
outline-title = Write the summary
outline-link = Write the summary
outline-lede = Sentences are written by people. Each cites the papers and comments it rests on, or is marked as the chair’s own words. Numbers of organisations come from the sources.
outline-outline = Outline
outline-part = Part
outline-sentences = Sentences
outline-gaps = Without a source
outline-gaps-count = { $count ->
    [0] Every sentence has its sources.
    [one] { $count } sentence cannot be published as it is.
   *[other] { $count } sentences cannot be published as they are.
}
outline-remarks = Remarks to settle
outline-state = Where it stands
outline-state-open = Being written
outline-state-in = Handed in { $time }
outline-from-data = Statistics, proposals by paragraph and the list of contributors are made of what is published.
part-overview = Overview
part-views = Views: { $subgroup }
part-views-whole = Views of the whole body
part-convergence = Areas of convergence
part-divergence = Areas of divergence
part-new-issues = New issues
part-next-steps = Possible next steps
coverage-title = What is reflected
coverage-total = { $cited } of { $all } published inputs are cited.
coverage-type = By type and regional group
coverage-group = Type or regional group
coverage-cited = Cited
coverage-all = Published
coverage-share = Share
coverage-minorities = Views of the few that no sentence cites
coverage-minorities-what = On these paragraphs one side is smaller than the other, and nothing of it is cited yet.
coverage-minority-oppose = { $few } oppose, { $many } support
coverage-minority-support = { $few } support, { $many } oppose
coverage-no-minorities = Every view of the few on a paragraph is cited, or there is none.
uncited-title = Not cited yet
uncited-none = Everything is cited
uncited-none-what = Each published input this part is about stands under a sentence.
uncited-more = { $count ->
    [one] { $count } input is not cited yet. The oldest stand here.
   *[other] { $count } inputs are not cited yet. The oldest stand here.
}
sentence-none = No sentence yet
sentence-none-what = Write the first one below.
sentence-add = Add a sentence
sentence-text = Sentence
sentence-text-hint = One sentence, in the past tense. Write { $mark } where the number of organisations belongs: it becomes “one organisation”, “several organisations” and so on, as the sources have it.
sentence-language = Language
sentence-sources = Sources
sentence-sources-hint = Receipt numbers of published papers and comments, apart by spaces or lines. You can also tick inputs below.
sentence-cite = Cite
sentence-own = These are the chair’s own words
sentence-own-hint = They need no source, and are marked as such.
sentence-opens = A new paragraph begins here
sentence-add-button = Add the sentence
sentence-save-button = Save the sentence
sentence-edit = Change
sentence-edit-of = Change the sentence “{ $text }”
sentence-title = A sentence of the summary
sentence-paragraph = Paragraph { $number }
sentence-up = Move up
sentence-down = Move down
sentence-end = Take it out
sentence-restore = Put it back
sentence-ended = Taken out { $time }
sentence-ended-what = It is not part of the summary. Put back, it stands at the end of its part.
sentence-own-mark = Chair’s own words
sentence-gap-source = No source
sentence-gap-gone = A source is not public any more
sentence-gap-count = Nothing to count
sentence-of = Rests on { $count ->
    [one] { $count } organisation of { $all }
   *[other] { $count } organisations of { $all }
}
sentence-source-gone = { $receipt }: not public any more
sentence-on = { $organisation }: { $title }
sentence-versions = Versions
sentence-version = Version { $number }, { $time }, { $name }
sentence-version-sources = { $count ->
    [0] No sources
    [one] { $count } source
   *[other] { $count } sources
}
sentence-changed-title = Somebody else has changed this sentence
sentence-changed-what = What they wrote stands in the list of versions below. Your words are in the form. Save again to put yours in the place of theirs.
sentence-read-only = You read this part and make remarks. Its moderators and the chair write it.
remark-title = Remarks
remark-none = No remarks.
remark-text = Your remark
remark-hint = Everybody who writes the summary reads it. It is never published.
remark-button = Add the remark
remark-settle = Settled
remark-settle-of = Settle the remark “{ $text }”
remark-settled = Settled { $time }
remark-open = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
hand-in-button = Hand it to the chair
hand-in-what = After that only the chair and the secretariat change this part, until they give it back.
give-back-button = Give it back to the moderators
handed-in-notice = This part was handed to the chair { $time }.
words-of-number = How numbers are said
words-of-number-what = “One” and “two” are what they say. “Several” is three to { $several }, “many” { $many } or more, and “most” more than half of the organisations whose input is published in what the part is about ({ $all } now).
number-one = { $first ->
    [yes] One organisation
   *[no] one organisation
}
number-two = { $first ->
    [yes] Two organisations
   *[no] two organisations
}
number-several = { $first ->
    [yes] Several organisations
   *[no] several organisations
}
number-many = { $first ->
    [yes] Many organisations
   *[no] many organisations
}
number-most = { $first ->
    [yes] Most organisations
   *[no] most organisations
}
number-none = { $first ->
    [yes] No organisation
   *[no] no organisation
}
refused-part-handed-in = This part was handed to the chair. The chair can give it back.
refused-chairs-own-words = Only the chair and the secretariat write in the chair’s own words. Cite what the sentence rests on.
fault-too-many = Too many: at most { $max }
fault-unknown-receipt = A number is not that of a published paper or comment of this session

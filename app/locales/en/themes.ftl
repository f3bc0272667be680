# Themes: the tree of a queue, what inputs bear, merging and splitting, the public pages.
themes-title = Themes
themes-of = Themes: { $queue }
themes-lede = What the inputs of this queue are about. You make the themes and put them to inputs; no input gets one by itself. Everybody sees a theme once a public input bears it.
themes-open = Open themes
themes-none = No themes yet
themes-none-what = Make the first one below. An input can bear several.
theme-inputs = { $count ->
    [0] no inputs
    [one] { $count } input
   *[other] { $count } inputs
}
theme-waiting = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}
themes-without = { $count ->
    [one] { $count } input that waits bears no theme
   *[other] { $count } inputs that wait bear no theme
}
theme-up = Up
theme-down = Down
theme-up-of = Up: { $name }
theme-down-of = Down: { $name }
theme-choose = Choose { $name }
themes-merge-button = Merge what is chosen
themes-new = New theme
theme-name = Name of the theme
theme-name-hint = A few words, as they will stand in lists. Everybody reads them once a public input bears the theme.
theme-language = Language of the name
theme-parent = Stands under
theme-parent-hint = Themes stand three deep at most.
theme-parent-none = None: at the top
theme-create = Create theme
themes-ended = Ended themes
themes-ended-what = What bore them when they ended is kept with them.
theme-ending-ended = ended
theme-ending-merged = merged
theme-ending-split = split
theme-ending-undone = taken back
themes-history = Done last
theme-history = What was done with it
# What was done.
theme-act-create = “{ $name }” was created
theme-act-rename = “{ $name }” is called “{ $to }” now
theme-act-move = “{ $name }” went under “{ $to }”
theme-act-top = “{ $name }” went to the top
theme-act-order = “{ $name }” changed its place
theme-act-end = “{ $name }” ended
theme-act-reopen = “{ $name }” was opened again
theme-act-merge = { $from } were merged into { $into }
theme-act-split = { $from } was split into { $into }
theme-act-undo-merge = A merging was taken back
theme-act-undo-split = A splitting was taken back
theme-quoted = “{ $name }”
theme-act-undone = taken back since
theme-changed-title = The themes were changed since you opened this
theme-changed-what = Nothing of what you sent was done, and what you entered is still in the form. This was done meanwhile:
theme-changed-again = Look at it as it stands now, then send it again.
themes-done-undo = Read this act or take it back
# One theme.
theme-eyebrow = Theme · { $queue }
theme-fact-queue = Queue
theme-fact-state = State
theme-state-open = open
theme-rename-title = Name
theme-rename-button = Save the name
theme-move-title = Put it under another theme
theme-move-what = What stands below it goes along.
theme-move-button = Move the theme
theme-end-title = End it
theme-end-what = Nobody can choose it any more, and no page shows it beside an input. What bears it now is kept: when it is opened again, all of that bears it again. Themes below it have to be ended or moved first.
theme-end-button = End the theme
theme-reopen-title = Open it again
theme-reopen-what = It stands again where it stood, and what bore it when it ended bears it again.
theme-reopen-button = Open the theme again
theme-split-link = Split this theme
theme-items = Inputs that bear it
theme-items-ended = Inputs that bore it when it ended
theme-items-none = No input bears it
theme-items-none-what = Put it to inputs from their pages, or to several at once from the queue.
theme-items-none-there = Nothing more bears it
theme-items-none-there-what = What was on this page does not bear it any more.
theme-items-pages = Pages of inputs
theme-items-next = Next page
theme-items-first = First page
theme-lineage = Where it comes from and where it went
theme-from-merge = From { $themes }, merged by { $office } on { $time }.
theme-from-split = From { $themes }, split by { $office } on { $time }.
theme-into-merge = Merged into { $themes } by { $office } on { $time }.
theme-into-split = Split into { $themes } by { $office } on { $time }.
theme-lineage-undone = Taken back since.
# Merging.
theme-merge-title = Merge themes
theme-merge-lede = They become one new theme, which every input bears that bore one of them. They end and say into what they went. This can be taken back as long as nothing else was done with the new theme.
theme-merge-which = Themes that are merged
theme-merge-into = The new theme
theme-merge-button = Merge these themes
# Splitting.
theme-split-title = Split “{ $name }”
theme-split-lede = It becomes two or more new themes, and every input that bears it bears one of these. It ends and says into what it went. This can be taken back as long as nothing else was done with the new themes.
theme-split-parts = The new themes
theme-split-part = New theme { $number }
theme-split-language = Language of the names
theme-split-rest = What is not sorted goes to
theme-split-rest-hint = So that nothing is lost: also what comes to it before you send this form.
theme-split-sort = Sort what bears it
theme-split-sort-what = The newest first. What you leave goes with the rest.
theme-split-with-rest = with the rest
theme-split-below = Sort the themes below it
theme-split-more = { $count ->
    [one] { $count } more input bears it and is not listed here. It goes with the rest.
   *[other] { $count } more inputs bear it and are not listed here. They go with the rest.
}
theme-split-own = bears the name of your organisation: it goes with the rest
theme-split-nothing = No input bears it.
theme-split-button = Split this theme
# One act.
theme-act-fact-who = By
theme-undo-title = Take it back
theme-undo-what = The new themes end, the old ones are open again where they stood, and every input bears what it bore before. What was done stays on record, and that it was taken back.
theme-undo-button = Take this act back
theme-undo-none-title = It cannot be taken back
theme-undo-field = Taking back
# The themes of an input.
tags-title = Themes
tags-page-title = Themes of { $title }
tags-none = It bears no theme yet.
tags-through = through { $themes }
tags-suggested = Suggested
tags-suggested-what = From the words of this input, compared on this server with the names of the themes and with what bears them. You decide.
tags-because = because the text says { $words }
tags-shared = { $count ->
    [one] { $count } input with this theme says “{ $word }” too
   *[other] { $count } inputs with this theme say “{ $word }” too
}
tags-all = All themes
tags-above = suggested above
tags-save = Save themes
tags-own = It bears the name of your organisation: another moderator puts themes to it.
tags-no-themes = This queue has no themes yet.
tags-manage = Themes of this queue
tags-back = Back to the input
tags-changed-title = This was changed since you opened it
tags-changed-what = Nothing was saved. Your choice is still in the form; what was merged meanwhile is chosen under its new name.
tags-several-title = Add a theme
tags-several-what = To all of these inputs, beside the themes they bear. Nothing is decided by it.
tags-several-field = Theme to add
tags-several-button = Add the theme
tags-several-done = { $count ->
    [one] Added to { $count } input
   *[other] Added to { $count } inputs
}
tags-several-not = Not added
tags-several-none = Nothing was added
queue-filter-theme = Theme
queue-filter-theme-none = Without a theme
queue-themes-link = Themes of this queue
# In public.
theme-public-count = { $count ->
    [one] { $count } public input
   *[other] { $count } public inputs
}
theme-public-items = Public inputs
theme-public-below = Themes below it
theme-public-gone = This theme goes on under another name. What was said on it stands there.
subgroup-themes = Themes
subgroup-themes-what = What the public inputs are about, as the moderators see it.
input-themes = Themes
# What is refused.
fault-theme-name-taken = Another theme beside it has that name. Choose another one.
fault-theme-too-deep = Themes stand { $max } deep at most. Choose a place further up.
fault-too-many-themes = { $max } themes are open in this queue already. Merge or end some first.
fault-theme-under-itself = A theme cannot stand under itself, nor under one that ends with it.
fault-themes-below = Themes stand below it. End or move them first.
fault-theme-above-ended = The theme it stands under is not open. Open that first, or choose another place.
fault-too-few-themes = Choose two themes at least.
refused-not-in-queue = It is in no queue any more: its authors took it back, or another paper took its place.
refused-theme-of-another-queue = This theme belongs to another queue, or ended.
refused-themes-used-since = Something else was done with the new themes since: they were changed, or somebody put them to inputs or took them from some. Merge or split the themes as they are now instead.
refused-taken-back-already = It was taken back already, or is nothing that is taken back: do the opposite instead.
themes-whole-body = Themes of the papers to the whole body

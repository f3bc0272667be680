# What paragraphs point to, and the page of a norm.
links-title = What { $citation ->
    [whole] the text points to
   *[other] paragraph { $citation } points to
}
links-lede = Norms and places in earlier texts this paragraph builds on. Readers find them beside it, and it stands on the page of each norm. The next version begins with the same.
links-norms = Norms
links-norm = { $code }: { $title }
links-texts = Earlier reports and resolutions
links-texts-hint = One place a line, as it is cited: A/79/214, paragraph 32.
links-button = Save
links-back = Back to the paragraph
links-none = nothing
links-changed = Somebody changed this meanwhile. Now it points to: { $stored }. Save again if yours is to stand instead.
links-here = Points to
links-set = Say what it points to
fault-too-many-lines = At most { $max } lines.
norm-read = What is said on it
norm-paragraphs = Paragraphs of draft texts that point to it
norm-no-paragraphs = No paragraph points to this norm
norm-no-paragraphs-what = The chair says what the paragraphs of a draft text point to.
norm-recommendations = Recommendations about it
norm-no-recommendations = Nothing is recommended about this norm yet
norm-no-recommendations-what = Authors of papers say for each recommendation which norm it is about. Those of public papers stand here.
norm-pages = Pages of recommendations
norm-first = The newest recommendations
norm-next = Earlier recommendations

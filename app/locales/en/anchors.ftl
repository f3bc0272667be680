# Comments on earlier versions of a text, and where they stand in a later one.
earlier-title = Comments on earlier versions
earlier-lede = What these comments were made on does not go on in { $label }: paragraphs were deleted, merged or split, or the words commented on were changed. No comment is moved by a guess; the moderator says where it stands, or that it stays with its version. No comment is lost with its paragraph.
earlier-open = Without a place
earlier-open-none = Every comment has a place, or stays where it was made
earlier-open-none-what = Comments on paragraphs that go on alone stand beside these paragraphs.
earlier-said = Their place was said
earlier-made-on = { $citation ->
    [whole] Said on { $label } as a whole
   *[other] Said on paragraph { $citation } of { $label }
}
earlier-words-there = The words it was made on
earlier-changed = text changed since
earlier-state-open = has no place in this version
earlier-state-placed = { $citation ->
    [whole] put by the moderator at the text as a whole
   *[other] put by the moderator at paragraph { $citation }
}
earlier-state-stays = stays with { $label }
earlier-at = Put it at paragraph
earlier-at-hint = Its number in { $label }, such as 4 (b).
earlier-place = Put it there
earlier-stays = Leave it with { $label }
earlier-again = Say something else
earlier-own = Of your own organisation: another moderator says where it stands.
earlier-next = More without a place
earlier-next-said = More whose place was said
earlier-no-more = There are no more comments without a place. Earlier ones are on the first page.
earlier-first = Back to the first
earlier-pages = Pages
earlier-conflict = Somebody said something else meanwhile. What stands now is shown below; press again if you still want yours.
earlier-without = { $count ->
    [one] { $count } comment on earlier versions has no place in this one
   *[other] { $count } comments on earlier versions have no place in this one
}
earlier-to-place = { $count ->
    [one] { $count } comment to place in { $label }
   *[other] { $count } comments to place in { $label }
}
earlier-queue = Comments on earlier versions
earlier-here = From earlier versions
fault-not-in-this-text = This text has no paragraph of this number. Write it as it is cited, such as 4 (b).
earlier-newest = Places are said in { $label }, the newest version
earlier-state-moved = on words that stand unchanged here

# Word counts.
words-count = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
characters-count = { $count ->
    [one] { $count } character
   *[other] { $count } characters
}

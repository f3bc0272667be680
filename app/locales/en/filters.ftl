# The filter of the comments on a text, and the way through their pages.
filter-title = Show only some of the comments
filter-stance = With the stance
filter-kind = Type of comment
filter-type = Type of organisation
filter-region = Regional group
filter-language = Written in
filter-subgroup = Takes part in
filter-any = All
filter-button = Show
filter-clear = Show all comments
filter-shown = { $matching ->
    [0] None of the { $all } comments is of this kind.
    [one] { $matching } of { $all } comments is shown.
   *[other] { $matching } of { $all } comments are shown.
}
filter-none = No comment of this kind
filter-none-what = Choose something else above, or show all comments.
said-pages = Pages of comments
said-first = The first comments
said-next = More comments
said-earlier-first = The first comments on earlier versions
said-earlier-next = More comments on earlier versions
said-collide-part = { $shown } of { $count } proposals that exclude each other.
said-collide-part-what = The others are on another page or are not of the kind you asked for.
text-attention-filtered = Comments of this kind by paragraph

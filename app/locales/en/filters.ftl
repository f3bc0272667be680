# The filter of the comments on a text, and the way through their pages.
filter-title = Show only some of the comments
filter-stance = With the stance
filter-kind = Type of comment
filter-type = Type of organisation
filter-region = Regional group
filter-language = Written in
filter-subgroup = Organisation takes part in
filter-any = All
filter-button = Show
filter-clear = Show all comments
filter-shown = { $matching ->
    [0] None of the { $all } comments matches.
    [one] { $matching } of { $all } comments matches.
   *[other] { $matching } of { $all } comments match.
}
filter-none = No comment matches
filter-none-what = Ask for less above, or show all comments.
said-pages = Pages of comments
said-first = The first comments
said-next = More comments
said-earlier-first = The first comments on earlier versions
said-earlier-next = More comments on earlier versions
said-collide-part = { $shown } of { $count } proposals that exclude each other.
said-collide-part-what = The others are on another page or do not match what you asked for.
text-attention-filtered = Matching comments by paragraph
said-only-earlier = Those that match were made on earlier versions: see below.

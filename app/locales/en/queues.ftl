# The moderator's queue: filter, views, several at once, keys.
queue-filter-kind = Kind
queue-filter-title = Show only some
queue-filtered = Shown: { $asked }
queue-filter-none = Nothing of what waits is what you ask for
queue-filter-none-what = Ask for less, or show everything.
queue-all = Show everything
queue-more = Next page
queue-first = First page
queue-pages = Pages of the queue
queue-only = This queue alone
queue-views = Your views
queue-view-name = Name
queue-view-keep = Keep this view
queue-view-what = A view keeps what you have chosen to see. Only you see your views.
queue-view-forget = Forget { $name }
fault-too-many-views = You keep { $max } views already. Forget one first.
queue-choose = Choose { $title }
queue-bulk-button = Decide on what is chosen
queue-bulk-what = Choose several inputs to decide on them together.
bulk-title = Several at once
bulk-lede = { $count ->
    [one] You decide on { $count } input.
   *[other] You decide on { $count } inputs together, with one reason. Each author is told for themselves.
}
bulk-none = Nothing is chosen
bulk-none-what = Choose inputs in a queue first.
bulk-own = from your own organisation: left out
bulk-gone = { $count ->
    [one] { $count } input you chose is not waiting any more: somebody decided on it, or its authors changed it.
   *[other] { $count } inputs you chose are not waiting any more: somebody decided on them, or their authors changed them.
}
bulk-done-title = Done
bulk-done = { $count ->
    [one] { $count } input was decided on.
   *[other] { $count } inputs were decided on.
}
bulk-not-done = Not decided
bulk-back = Back to the queues
done-title = { $act }: { $title }
done-undo = Take it back
done-next = The next input that waits follows.
done-last = That was the last of what you asked for.
keys-title = Keys
keys-use = Use keys on these pages
keys-what = j and k go down and up, Enter opens, x chooses. On an input: a accepts, r goes to the reason to ask for revision or to decline, j opens the next one, u goes back to the queues.
alike-title = Nearly the same text
alike-what = { $count ->
    [one] { $count } input of this round says nearly the same.
   *[other] { $count } inputs of this round, by { $organisations } organisations, say nearly the same. Each counts for itself.
}
alike-elsewhere = { $count ->
    [one] { $count } more is in the queue of another subgroup.
   *[other] { $count } more are in the queues of other subgroups.
}
alike-this = this one
alike-own = What this one says beside the others
alike-own-what = Marked is what the oldest of the others does not say, or says otherwise.
alike-together = Decide on those that wait together
alike-badge = one of { $count } that are nearly the same

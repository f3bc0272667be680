# The moderator's queue: filter, views, several at once, keys.
queue-filter-kind = Kind
queue-filter-title = Show only some
queue-filtered = Shown: { $asked }
queue-filter-none = Nothing that waits matches
queue-filter-none-what = Ask for less, or show everything.
queue-all = Show everything
queue-more = Next page
queue-first = First page
queue-pages = Pages of the queue
queue-views = Your views
queue-view-name = Name
queue-view-keep = Keep this view
queue-view-what = A view keeps what you have chosen to see. Only you see your views.
queue-view-forget = Forget { $name }
fault-too-many-views = You keep { $max } views already. Forget one first.
queue-choose = Choose { $title }
queue-bulk-button = Decide on what is chosen
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
bulk-not-done = Not decided
bulk-back = Back to the queues
done-title = { $act }: { $title }
done-undo = Take this decision back
done-next = The next input that waits follows.
done-last = Nothing else of what you asked for waits in that queue.
keys-title = Keys
keys-use = Use keys on these pages
keys-what = j and k go down and up, Enter opens, x chooses. On an input: a accepts, r goes to the reason to ask for revision or to decline, t goes to the themes, j opens the next one, u goes back to the queues.
alike-title = Nearly the same text
alike-what = { $count ->
    [one] { $count } input of this round says nearly the same.
   *[other] { $count } inputs of this round say nearly the same; { $organisations ->
        [one] one organisation sent them
       *[other] { $organisations } organisations sent them
    }. Each counts for itself.
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
queue-page-none = Nothing else waits in this queue
queue-page-none-what = What was on this page has been decided on.
alike-own-mark = its own:
bulk-chosen = What you chose
bulk-own-title = What you do not decide on
done-undo-of = Take back the decision on { $title }
queue-next = Next input
bulk-done-act = { $act }: { $count ->
    [one] { $count } input
   *[other] { $count } inputs
}
done-again = It waits for a decision again.
same-author-title = Also from this organisation in this round
queue-filter-only = Only
queue-only-late = Received after the deadline
queue-only-proposal = Proposals on the text

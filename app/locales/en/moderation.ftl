# The moderator's queues and decisions.
queue-title = Moderation
queue-lede = What was submitted to you and awaits a decision, the oldest first.
queue-whole-body = Whole body
queue-progress = { $decided } of { $total } decided
queue-waiting = { $count ->
    [0] Nothing waits
    [one] { $count } waits for a decision
   *[other] { $count } wait for a decision
}
queue-empty = Nothing waits for a decision
queue-empty-what = New papers and comments appear here as soon as they are submitted.
queue-empty-none = Nothing has been submitted yet
queue-none = You moderate no subgroup
queue-none-what = Queues appear here for those who hold the office of moderator of a subgroup, or of the secretariat of a body. The secretariat assigns it.
queue-own = Your organisation: another moderator decides
queue-comment-on = { $citation ->
    [whole] Comment on the text as a whole
   *[other] Comment on paragraph { $citation }
}
queue-submitted = submitted { $time }
queue-label = Queue
queue-back = All queues
# An item and its decision.
decision-eyebrow-paper = Position paper · { $subgroup }
decision-eyebrow-comment = Comment · { $subgroup }
decision-comment-title = { $citation ->
    [whole] Comment on the text as a whole
   *[other] Comment on paragraph { $citation }
}
decision-paragraph = The paragraph as it stands
decision-comment = The comment
decision-heading = Decision
decision-what = The author is told at once, with your reason. You decide on scope and rules; nobody changes an author’s words.
decision-reason = Reason
decision-effect-accept = Accept: it becomes public.
decision-effect-return = Ask for revision: the author has at least { $time } to send it again.
decision-effect-decline = Decline: it stays out of the public record; it is counted.
decision-own-title = You may not decide this one
decision-own = It comes from your own organisation, or bears its name. Another moderator or the secretariat decides.
decision-done-title = Nothing to decide
decision-done = This was decided already, is with its author, or was withdrawn or replaced. The decisions stand below.
decision-history = Earlier decisions
decision-changed = This was changed since you opened it
decision-changed-what = Read it again before you decide: below is what is stored now. Your reason is still in the field.
decision-round = Round
decision-organisation = Organisation
decision-language = Language
decision-length = Length
decision-not-sent = What you wrote, not sent

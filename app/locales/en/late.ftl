# Late attempts: the chair's inbox, the receipts of refusals, and what is said where.
late-title = Late inbox
late-lede = What came after the deadline is kept sealed. You see whose it is, when it came and how large it is. Nobody reads title or text before it is admitted.
late-inbox-count = { $count ->
    [0] Late inbox: nothing waits
    [one] Late inbox: { $count } attempt waits
   *[other] Late inbox: { $count } attempts wait
}
late-desk-waiting = { $count ->
    [one] { $count } attempt waits
   *[other] { $count } attempts wait
}
late-waiting = Waiting for the chair
late-more = The { $shown } that have waited longest are shown, of { $count }. The others follow as you decide.
late-past = Earlier attempts
late-none = Nothing waits
late-none-what = Attempts to submit after the deadline stand here, sealed, until you admit or decline them.
late-open = Decide
late-read = Read what was decided
late-by = { $span } after the closing
late-size = { $words } words or characters, { $bytes } bytes
late-attempt-title = Late attempt { $number }
late-attempt-lede = Decide by the circumstances, not by the words: nobody reads them before they are admitted.
late-fact-organisation = Organisation
late-fact-kind = Kind
late-fact-round = Round
late-fact-received = Received
late-fact-exact = In UTC, to the microsecond
late-fact-closed = Closed at
late-fact-difference = Difference
late-fact-entry = Deadline entry it was judged by
late-fact-size = Size
late-fact-sha = SHA-256 of what is kept
late-fact-deadline = Deadline
late-decide = Decide
late-decision = The decision
late-reason = Reason
late-reason-hint = Public: it stands in the ledger. Do not name the organisation in it.
late-rule-admit = Admitted: it goes to the moderator like any other input, and is listed apart as received after the deadline. What is for the Chair only does neither.
late-rule-decline = Not admitted: it stays sealed for good. The authors keep their draft.
late-rule-published = Both are entries of the ledger with your reason, and the members of the organisation are told by mail.
late-admit = Admit
late-decline = Do not admit
late-hand-in = Hand in after the deadline
late-hand-in-what = You can still hand this text in. It is refused as late and kept sealed, you get a receipt of the refusal at once, and the chair decides whether to admit it. The text stays in your draft.
late-again = Hand in again
late-again-what = An attempt of yours is kept sealed. If you have changed the text since, you can hand it in again: the later attempt takes the place of the earlier one, and the receipts of both stay.
late-mark = Received after the deadline
round-late-papers = Papers received after the deadline
round-late-papers-what = The chair admitted these papers although they came late. The ledger has the reasons.
round-rule-late = What arrives late is kept sealed, with a receipt of the refusal. Only the chair can admit it, with a published reason; an extension that covers its instant takes it as submitted.
# The receipt of a refusal.
refusal-title = Refusal { $number }
refusal-heading = Not submitted: it came after the deadline
refusal-of = { $number }, received { $time }
refusals-title = Refusals
refusal-kept = Your attempt is kept sealed under the number { $number }. It came { $span } after the closing.
refusal-kept-before = An attempt of yours of { $time } is kept sealed under the number { $number }.
refusal-open = Open the receipt of the refusal
refusal-open-paper = Open the paper
refusal-open-comment = Open the comment
refusal-to-desk = Go to my desk
refusal-now = What happens now
refusal-sealed = What you handed in is kept sealed. Nobody but you and your organisation reads it before the chair admits it. The text is also still in your draft, unchanged.
refusal-replaced = A later attempt of yours took the place of this one. This receipt stays.
refusal-settled = You submitted in time after all: the deadline was extended, or you were given more time. This receipt stays.
refusal-admitted = It was admitted and counts as submitted. The moderator decides on it as on any other input, unless it is for the Chair only.
refusal-declined = It was not admitted. The text is still in your draft; what was sealed stays sealed.
refusal-newer = What you had written since goes on as a draft of its own.
refusal-open-newer = Open the newer draft
refusal-next-wait = The chair decides, and you are told by mail, with the reason. You need not do anything.
refusal-next-again = If you change your text, you can hand it in again: the later attempt takes the place of this one.
refusal-next-chair = If there is something the chair should know, write to the secretariat and name the number above.
# Mails. Never title or text.
mail-refusal-subject = Not submitted: { $number }
mail-refusal-intro = Your attempt to submit in “{ $round }” came after the deadline. It is not submitted.
mail-refusal-facts =
    Number: { $number }
    Received: { $received }
    Closed: { $closed }
    Difference: { $difference }
    SHA-256 of what is kept: { $sha }
mail-refusal-kept = It is kept sealed: nobody reads it before the chair admits it. Your text is still in your draft. The chair decides, and you are told.
mail-refusal-link = The receipt of the refusal, and what you can do: { $link }
mail-late-admitted-subject = Admitted: { $number }
mail-late-declined-subject = Not admitted: { $number }
mail-late-admitted = The chair has admitted your late attempt { $number } in “{ $round }”. It counts as submitted, is listed as received after the deadline, and goes to the moderator.
mail-late-covered = The deadline of “{ $round }” was extended, and your attempt { $number } lies before the new time. It counts as submitted in time and goes to the moderator.
mail-late-covered-chair = The deadline of “{ $round }” was extended, and your attempt { $number } lies before the new time. It counts as submitted in time; it is for the Chair only.
mail-late-admitted-chair = The chair has admitted your late attempt { $number } in “{ $round }”. It counts as submitted; it is for the Chair only.
mail-late-declined = The chair has not admitted your late attempt { $number } in “{ $round }”.
mail-late-receipt =
    Receipt: { $number }
    SHA-256 of what was submitted: { $sha }
mail-late-reason = Reason, as it stands in the public ledger: { $reason }
mail-late-draft = Your text is still in your draft.
mail-late-newer = What you had written since goes on as a draft of its own: { $link }
mail-late-link = The receipt of the refusal, with the decision: { $link }

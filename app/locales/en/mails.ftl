# Mails. Plain text, one message a paragraph.
mail-signature =
    Openfloor, the consultation portal
    { $portal }
mail-confirm-subject = Confirm your e-mail address: { $code }
mail-confirm-greeting = Dear { $name },
mail-confirm-code = Your confirmation code is { $code }. Enter it on the page that asks for it.
mail-confirm-link = Or open this link: { $link }
mail-confirm-until = Code and link are valid until { $until }. You can already write drafts; submitting needs a confirmed address.
mail-confirm-not-you = If you did not register, ignore this mail: without confirmation nothing is submitted in your name.
mail-receipt-subject = Received: { $number }
mail-receipt-intro = “{ $title }” has been submitted and received.
mail-receipt-facts =
    Number: { $number }
    Received: { $received }
    SHA-256 of what was submitted: { $sha }
mail-receipt-link = The receipt: { $link }
mail-decision-accepted-subject = Accepted: { $title }
mail-decision-returned-subject = Please revise: { $title }
mail-decision-declined-subject = Not accepted: { $title }
mail-decision-accepted = “{ $title }” was accepted by the moderator and is now public.
mail-decision-returned = The moderator asks you to revise “{ $title }”. You can change and submit it again until { $until }.
mail-decision-declined = “{ $title }” was not accepted. It is not public.
mail-decision-reason = Reason: { $reason }
mail-decision-link = Read it here: { $link }
mail-comment-title = { $citation ->
    [whole] Comment on the text as a whole
   *[other] Comment on paragraph { $citation }
}

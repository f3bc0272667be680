# Reminders by mail before a deadline. What is not submitted is said in capitals: it is the one thing to remember.
reminder-subject-one = NOT submitted, { $left } left: { $title }
reminder-subject-many = { $count ->
    [one] NOT submitted, { $left } left: { $count } input to “{ $round }”
   *[other] NOT submitted, { $left } left: { $count } inputs to “{ $round }”
}
reminder-greeting = Dear { $name },
reminder-not-submitted = { $organisation } has written for “{ $round }” and has NOT submitted what stands below. What is not submitted in time is not received.
reminder-closes = For { $organisation } the round closes on { $until }. Time left: { $left }.
reminder-item = “{ $title }” is a draft, NOT submitted.
reminder-item-version = “{ $title }” is a new version of a paper you have submitted. It is NOT submitted; the version you have submitted stays in force.
reminder-item-returned = “{ $title }” was returned for revision and is NOT submitted again.
reminder-item-comment = “{ $title }” is a draft, NOT sent.
reminder-comment-on = { $citation ->
    [whole] Comment on the text as a whole
   *[other] Comment on { $citation }
}
reminder-remains-submit = What remains: check it and press “Submit paper”.
reminder-remains-send = What remains: check it and press “Send comment”.
reminder-link = Check it here: { $link }
reminder-more = There may be more. Your desk lists everything: { $link }
reminder-contact-point = Only a contact point of your organisation submits papers. Make sure that one of them knows.
reminder-why = You get this mail because you write or submit for { $organisation }. It comes 72, 24 and 2 hours before a deadline, as long as something is not submitted. What you do not want to submit can stay a draft, or be deleted.
privacy-keep-reminders = That you were reminded of a deadline: { $days } days after that deadline.

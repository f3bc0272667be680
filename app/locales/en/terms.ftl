# Terms of office that end soon: on the desk, and by mail.
desk-terms = Terms that end soon
desk-terms-you = You
desk-terms-offices = See the offices
term-mail-own-subject = Your office ends on { $day }: { $office }
term-mail-own = The last day of your office “{ $office }” is { $day }. Its rights end with that day, UTC.
term-mail-own-next = If you are to go on, whoever appoints to this office can appoint you again once the term has ended. Your account and your organisations stay as they are.
term-mail-others-subject = { $count ->
    [one] A term of office ends soon
   *[other] { $count } terms of office end soon
}
term-mail-others = These terms of office end soon:
term-mail-line = { $name }: { $office }. Last day: { $day }.
term-mail-others-next = The same person can be appointed again once the term has ended, somebody else at any time. You get this mail because you appoint to these offices, or are the secretariat of the body: { $link }

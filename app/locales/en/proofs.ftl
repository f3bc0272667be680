# Signed receipts, checking them, and the public log.
verify-title = Check a receipt
verify-lede = Anyone can check whether this portal gave a receipt, and whether a single letter of it was changed since. No account is needed. Nothing you enter here is kept.
verify-text = Receipt
verify-text-hint = Paste the whole text of the receipt file. Its first word is payload.
verify-file = Or choose the receipt file
verify-file-hint = The file with the number of the receipt as its name, as it came by e-mail.
verify-button = Check receipt
verify-again = Check another receipt
verify-genuine = This receipt is genuine
verify-genuine-what = Every byte is as this portal signed it, and line { $index } of the public log is about it.
verify-not-genuine = This receipt cannot be confirmed
verify-unreadable = This is not a receipt of this portal, or not all of it. Copy the whole file, or choose the file itself.
verify-not-canonical = It says what a receipt says, but not in the bytes that were signed: it was changed after it was given, perhaps by a program that formats text. Use the file as it was downloaded.
verify-unknown-key = It was signed with a key that is not this portal’s. It may belong to another portal: the receipt names its address.
verify-wrong-signature = The signature does not belong to these words. They were changed after the receipt was given, or the receipt was made up.
verify-not-in-log = The signature is this portal’s, but the public log has no such line. Please send the file to the secretariat.
verify-empty = Paste a receipt, or choose a file.
verify-facts = What it says
verify-fact-number = Number
verify-fact-outcome = Outcome
verify-accepted = Accepted
verify-refused = Refused: received after the closing
verify-fact-kind = What it is about
verify-fact-version = Version
verify-fact-portal = Portal
verify-kind-paper = Position paper
verify-kind-comment = Comment
verify-fact-organisation = Organisation
verify-fact-received = Received
verify-fact-closing = Closing by that entry
verify-fact-entry = Deadline entry it was judged by
verify-fact-content = SHA-256 of what was submitted
verify-fact-files = Files
verify-fact-line = Line in the public log
verify-fact-hash = SHA-256 of the receipt
verify-how = What is checked
verify-how-bytes = That every byte is as it was signed. A receipt can be written in one way only.
verify-how-signature = That the signature (Ed25519) was made with a key of this portal.
verify-how-log = That the public log has the line the receipt names, with the same instant.
verify-offline = Check it without this portal
verify-offline-what = With the receipt and the public keys anyone can check it on their own machine, now or in ten years:
verify-offline-keys = Download the public keys
verify-offline-command = Run this beside the two files
verify-offline-format = The format is public and short: a checker in another programming language takes less than 200 lines. It is described in server/docs/receipts.md, in the source of this portal.
footer-verify = Check a receipt
footer-log = Public log

receipt-signed = Signed receipt
receipt-signed-what = This file is the proof. The portal signed it, it came with the e-mail too, and anyone you give it to can check it without an account.
receipt-signed-what-office = This file is the proof. The portal signed it, its authors have it by e-mail, and anyone who holds it can check it without an account.
receipt-signed-download = Download the signed receipt
receipt-signed-check = Check this receipt
receipt-public = Receipt
receipt-public-check = Check the receipt

log-title = Public log
log-lede = Every receipt this portal has given stands here with one line, numbered in the order they were given, the newest first. A line tells when something was accepted, or refused as late. It does not tell whose it was, nor what.
log-size =
    { $count ->
        [0] No lines yet
        [one] One line
       *[other] { $count } lines
    }
log-empty = Nothing has been received yet
log-empty-what = With the first submission the first line appears here.
log-head = Hash of the newest line
log-line = Line
log-received = Received (UTC)
log-kind = Outcome
log-accepted = Accepted
log-refused = Refused as late
log-receipt = SHA-256 of the receipt
log-prev = SHA-256 of the line before
log-pages = Pages of the log
log-newest = Newest lines
log-older = Older lines
log-check = Nothing in it can be changed unseen
log-check-chain = Each line holds the hash of the line before it. Whoever changes a line, takes one out or puts one in, changes every hash after it.
log-check-receipts = Each receipt holds the hash of the newest line before its own: whoever keeps a receipt keeps a witness of the whole log up to there.
log-check-head = No later line protects the newest one; the signed head does.
log-download = Check it yourself
log-download-lines = Lines, as JSON lines
log-download-head = Signed head
log-download-keys = Public keys
log-download-more = One download holds up to { $lines } lines. The address takes the number of the line to begin with: { $address }

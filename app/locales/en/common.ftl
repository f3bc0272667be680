# What stands on every page, and the words of shared components.
site-name = Openfloor
page-title = { $title } · Openfloor
skip-to-content = Skip to main content
demo-banner-mark = Demonstration.
demo-banner-text = Organisations, persons and papers are invented.
nav-main = Main
nav-home = Home
nav-papers = Papers
nav-organisations = Organisations
nav-norms = Norms
nav-help = Help
nav-desk = My desk
nav-moderation = Moderation
nav-sign-in = Sign in
nav-register = Register
nav-sign-out = Sign out
nav-languages = Language
nav-here = You are here
nav-about = About this site
footer-privacy = Privacy
footer-accessibility = Accessibility statement
footer-contact = Contact
footer-source = Source code
footer-note = Every time on this site names its zone. Deadlines are enforced to the second by the server’s clock.
signed-in-as = Signed in as
badge-demonstration = Demonstration
choose = Choose…
untitled = Untitled
whole-body = Whole body
error-summary-title = There is a problem
time-received = Received
comment-on = { $citation ->
    [whole] On the text as a whole
   *[other] On paragraph { $citation }
}
comment-proposed = Proposed text
# Before words that are underlined or struck through, for who hears them.
marked-put-in = put in:
marked-taken-out = taken out:
comment-reason = Reason
comment-open = Open this comment
# Deadlines.
deadline-upcoming = Opens
deadline-open = Open, closes
deadline-soon = Closes in less than 24 hours
deadline-last-hour = Closes within the hour
deadline-closed = Closed since
deadline-in = in { $time }
deadline-left = { $time } left
deadline-yours = Your time: { $time }
deadline-clock-fast = The clock of your device is { $time } ahead of the server’s. This page counts by the server’s clock, which decides.
deadline-clock-slow = The clock of your device is { $time } behind the server’s. This page counts by the server’s clock, which decides.
# The draft companion beside the editor.
draft-words = { $count } of { $max } words
draft-words-over = { $count } of { $max } words: { $over } too many
draft-characters = { $count } of { $max } characters
draft-characters-over = { $count } of { $max } characters: { $over } too many
draft-unsaved = Not saved yet
draft-saving = Saving…
draft-saved = Saved { $time }
draft-conflict = Not saved: this draft was changed in another window or by a colleague. Press “Save draft” to see both texts.
draft-signed-out = Not saved: you are signed out. Sign in again in another tab, then go on here.
draft-invalid = Not saved: something in the form is missing or wrong. Press “Save draft” to see what.
draft-offline = Not saved: no connection to the server. Your text is still here; saving is tried again by itself.
draft-refused = Not saved: { $reason }
# Stands for the name of somebody who has deleted their account.
former-participant = Former participant
for-organisation = For { $organisation }
hindered-not-confirmed = Confirm your address first. What you typed stands below until you leave this page.
hindered-members = Who is the contact point
hindered-contact = Contact
comment-on-words = On the words
comment-link = Supporting document:

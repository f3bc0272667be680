# Pages of the demonstration mode.
dev-outbox-title = Outbox
dev-outbox-lede = The mails this portal has written, the newest first. Shown in demonstration mode only.
dev-outbox-empty = No mails yet
dev-outbox-empty-what = Register, submit a paper or decide on one: the mail stands here.
dev-mail-to = To
dev-mail-language = Language
dev-mail-written = Written
dev-mail-sent = Handed over
dev-mail-not-sent = Not handed over yet
dev-ui-title = Components
dev-ui-lede = Every component in every state, first in the direction of this page, then in the other.
dev-ui-here = In the direction of this page
dev-ui-other = In the other direction
dev-development = Demonstration
dev-mail-attached = Attached: { $name }

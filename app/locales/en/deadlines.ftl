# The state of what is written, wherever it is shown: what is not submitted is said in capitals.
title-with-state = { $state }: { $title }
not-submitted = NOT submitted
not-submitted-draft = Draft, NOT submitted
not-submitted-returned = Returned for revision, NOT submitted again
round-own-unsubmitted = Not submitted yet
round-own-unsubmitted-what = Your organisation has written this for the round. It counts once it is submitted.
round-own-closed-what = Your organisation has written this for the round, which has closed. It can still be handed in after the deadline: it is then kept sealed, and the chair decides whether to admit it.
round-own-check = Check and submit

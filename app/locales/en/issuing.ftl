# A version that is issued by itself at a stated time.
issue-later = Or at a stated time
issue-later-what = Nobody sees anything of it before. Until then its words, its name and where its paragraphs come from stay as they are; you can withdraw the time.
issue-at = Day and time
issue-at-hint = Local time at the zone below. The version is issued within seconds after it, and recorded with the instant at which that happened.
issue-at-zone = Time zone
issue-at-button = Issue at this time
issue-timed = It will be issued by itself on { $date }.
issue-timed-what = Until then nothing of it can be changed, and nobody but the chair sees anything of it. To change it, drop it or issue it at once, withdraw the time first.
issue-timed-lede = From then on everybody can read it, and it never changes again.
issue-timed-look = See it as it will be issued
issue-timed-line = will be issued on { $date }
issue-time-withdraw = Withdraw the time
issue-fact-stated = To be issued on
issue-hindered = It was to be issued on { $date }. That was not possible, and it stays in preparation.
issue-hindered-reason = It was tried on { $tried }. { $reason }
issue-hindered-line = could not be issued at its time
hindrance-overtaken = Another version was issued since this one was begun.
hindrance-flawed = The text has something with which it cannot be issued.
hindrance-unconfirmed = Where its paragraphs come from is not confirmed for the text as it is read now.
refused-issue-time-stands = A time is stated at which this version will be issued. Until then it stays as it is: withdraw the time first.
# To the chair, when it could not be issued.
hindered-mail-subject = Not issued at its time: { $label }
hindered-mail-what = { $label } of “{ $title }” was to be issued on { $date }. That was not possible, and it stays in preparation.
hindered-mail-reason = Reason: { $reason }
hindered-mail-link = See how it goes on: { $link }

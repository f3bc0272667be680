# The own name, and the language in which the portal writes to a person.
details-title = Name and language
details-lede = What you are called here, and the language in which the portal writes to you.
details-full-name = Full name
details-full-name-hint = As your colleagues and the secretariat should read it. The secretariat also sees what you were called before.
details-mail-language = Language of mails
details-mail-language-hint = The portal writes to you in this language. It changes no page: the languages of pages stand at the top of each.
details-button = Save name and language
details-changed = Your name and the language of mails are saved.
details-mails-in = Mails in: { $language }
person-file-names = Earlier names
person-file-name-until = until { $time }
privacy-keep-names = Names you had here before: as long as your account.

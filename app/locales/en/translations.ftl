# Issued versions in other languages.
translations-title = Translations
translations-lede = A version can be read in the other languages of the United Nations. The words in its own language count; comments are made on those.
translations-manage = Add or change translations
translations-back = Back to the text
translation-none = No translation yet
translation-add = Add a translation
translation-change = Change or remove it
translation-title = Translation into { $language }
translation-lede = Paste the whole text with its numbers. It has to have the paragraphs of the version one by one: the same levels, and the same numbers where both are written in figures or Latin letters.
translation-status = What it is
translation-status-hint = Readers see this beside the words.
translation-source = Text of the translation
translation-source-hint = One paragraph in each block, with its number, as the version itself was written: Markdown and plain text are both read.
translation-save = Save the translation
translation-cancel = Back to the translations
translation-differs = What does not match
translation-mismatches = { $count ->
    [one] { $count } place does not match the version:
   *[other] { $count } places do not match the version:
}
mismatch-missing = Missing in the translation:
mismatch-extra = In the translation alone:
mismatch-differs = Stands in the translation:
mismatch-instead = here the version has:
translation-remove = Remove this translation
translation-remove-what = Its words are deleted, and readers see the original only. That it was there, and who removed it, stays in the audit log.
fault-does-not-match = This is not the version paragraph by paragraph. What does not match is listed on this page.
# What one may rely on.
translation-status-official = official translation
translation-status-courtesy = courtesy translation
translation-status-machine = machine translation
translation-languages = Languages of this text
translation-read = Read in { $language } ({ $status })
translation-read-original = Read the original in { $language }
translation-in = In { $language }
translation-official = { $language }: official translation.
translation-courtesy = { $language }: courtesy translation, made as a help.
translation-machine = { $language }: machine translation. It may be wrong.
translation-counts = The text in { $language } counts, and comments are made on that.
translation-missing = There is no translation into { $language } of this version. What stands here is the original.

# Redaction: words of an input that others do not read.

redact-link = Redact words
redact-title = Redact words
redact-eyebrow = Moderation · { $title }
redact-what = For words that must not be public: private persons and how to find them, secrets, insults. Everybody but the authors and those in office reads { $mark } in their place, on every page and in every file. What was written is not changed, and the receipt stays valid.
redact-instead = What is wrong, unclear or beside the point is no reason to redact. Where more than half of it would be gone, ask for a revision or decline it.
redact-passages = Words to redact
redact-passages-hint = One passage a line, as it stands there. Each goes wherever it stands in this input, in capital and small letters, as whole words.
redact-code = Reason
redact-code-hint = From the public list. It is published with the office and the date.
redact-words = In your own words
redact-words-hint = Its authors read this; the public does not. Needed where the reason says nothing alone.
redact-try = Show what others would read
redact-button = Redact these words
redact-shown = What others would read
redact-input = As it was written
redact-none-title = Nothing can be redacted here
refused-nothing-to-redact = Only what waits for a decision or is public can be redacted. Its authors and those in office alone read this.
redact-done = Others read { $mark } there.
redact-changed = It was changed meanwhile. Read it again before you redact words.

redacted-title = Words are redacted
redacted-public = Where { $mark } stands, those who moderate have redacted words. What was written is kept, and the receipt is for that.
redacted-known = Everybody else reads { $mark } in the place of these words:
redacted-because = { $reason }. { $office }, { $time }.
redacted-note = { $mark } marks words that were redacted by those who moderate.

undo-what-redaction = Whoever reads the input reads these words again. That they were redacted stays on the record.
undo-button-redaction = Show these words again
appeal-what-redaction = A moderator of another subgroup or the chair looks at these words and answers with a reason. The answer is the last word, and public without your name. You may appeal once, until { $until }.
appeal-effect-show = Grant: the words are shown again.
rules-redact = Redact words
rules-redaction = Redacted words
rules-redaction-what = For some of these reasons words can be redacted: everybody but the authors and those in office reads { $mark } in their place. What was written is not changed. The page says for which reason, by which office and when; the authors may appeal.

mail-redacted-subject = Words were redacted: { $title }
mail-redacted = Words of “{ $title }” were redacted. Others read a mark in their place.
mail-redacted-kept = What you wrote has not changed; you and those in office read all of it, and your receipt stays valid.
mail-shown-again-subject = Words are shown again: { $title }
mail-shown-again = Words of “{ $title }” that were redacted are shown again.
mail-appeal-filed-redaction = The authors of “{ $title }”, of which words were redacted, appeal against that. A moderator of another subgroup answers, or you do.
mail-appeal-granted-redaction = Your appeal about “{ $title }” was granted. The words that were redacted are shown again.

fault-passage-not-there = Passage { $number } does not stand in this input as whole words. Copy it from what was typed, which stands at the end of the page.
fault-passage-without-words = A line has no letter or digit, or holds ███. Copy the words as they were typed, one passage a line.
fault-hides-too-much = More than half of the input, or of one of its texts, would be gone. Ask for a revision or decline it instead.
redact-typed = As it was typed
refused-words-redacted = Words of this paper are redacted. Nobody puts their name to words they cannot read.
fault-passage-redacted = Passage { $number } is redacted already.
fault-passage-shown-again = Passage { $number } was redacted before and is shown again after an appeal. The answer to an appeal is the last word.
fault-too-many-passages = At most { $max } passages of one input are redacted, those of before included.

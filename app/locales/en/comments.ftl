# Comments on a paragraph: the form, and a comment's own page.
comment-form-title = Comment on this paragraph
comment-form-revise-title = Revise your comment
comment-form-for = You write for { $organisation }.
comment-form-language = Language
comment-form-stance = Stance
comment-form-operation = Operation
comment-form-operation-hint = What should happen to the text. “Add”, “Modify” and “Move” need the words you propose.
comment-form-proposed = Proposed text
comment-form-proposed-hint = The paragraph, or the words it is about, as it should read; the words to be added; or the place it should move to.
comment-form-reason = Reason
comment-form-reason-hint = Why. This is what the chair and the States read.
comment-form-send = Send comment
comment-form-kept = What you write is saved when you send it. If the round is closed, it stays as your draft.
comment-form-sign-in-title = Comment as an organisation
comment-form-sign-in-what = Comments are made by businesses, non-governmental organisations and academia. Sign in, or register your organisation.
comment-form-sign-in = Sign in
comment-form-register = Register
comment-form-not-a-writer = Comments are made by organisations. You are signed in without an organisation you may write for.
comment-form-no-round = Comments are not called for
comment-form-no-round-what = There is no call for comments on this version of the text. When the chair opens one, the form will be here.
comment-form-new-instead = Write a new comment instead
comment-form-unsent = You have a comment here that is NOT sent. It stands in the form.
comment-form-returned = The moderator returned your comment for revision. It stands in the form; the reason is on its page.
comment-form-returned-page = Read the reason
comment-form-conflict = This comment was changed elsewhere
comment-form-conflict-what = Another window or a colleague saved it after you opened it. Nothing is lost: your words are in the form, the stored ones stand here. Sending the form replaces them.
comment-form-stored = Stored words
comment-form-unconfirmed = Your e-mail address is not confirmed yet. What you write is saved, but it can be sent only once the address is confirmed.
comment-form-confirm = Confirm your e-mail address
# A comment's page.
comment-page-title = { $citation ->
    [whole] Comment on the text as a whole
   *[other] Comment on paragraph { $citation }
}
comment-page-eyebrow = { $draft } · { $label }
comment-page-paragraph = The paragraph
comment-page-words = The comment
comment-page-decisions = Decisions
comment-page-revise-until = You can revise and send it again until { $time }.
comment-page-receipt = Receipt
comment-page-receipt-link = Open the receipt
comment-page-not-sent = This comment is saved, NOT sent. Only your organisation can see it.
comment-page-waiting = The moderator has not decided yet. Until then this page is seen by your organisation and by those who decide only.
comment-page-declined = This comment was not accepted. It is not public; the reason stands below.
comment-page-to-paragraph = All comments here
comment-page-fact-language = Language
comment-page-fact-round = Round
comment-page-fact-changed = Last changed
comment-page-facts = About this comment
# The words, the type and the link of a comment; the text as a whole.
comment-form-title-whole = Comment on the text as a whole
comment-form-quote = Words it is about
comment-form-quote-hint = Copied exactly from the paragraph above, as whole words, without footnote numbers. Leave it empty to comment on the whole paragraph.
comment-form-take = Take the words selected above
comment-form-take-none = Select words in the paragraph above first.
comment-form-taken = Taken. Where the same words stand more than once, the words beside them were added.
comment-form-kind = Type
comment-form-link = Supporting link
comment-form-link-hint = The address of a document that supports it. It begins with https://

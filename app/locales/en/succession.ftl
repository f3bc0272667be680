# Withdrawing a paper, replacing it, and comparing its versions.
succession-replace = Replace this paper
succession-withdraw = Withdraw this paper
succession-ends = Replace or withdraw
succession-ends-what = Until { $until } you can replace this paper by another version, or withdraw it.
compare-spaces = Only punctuation or spaces were changed.
withdraw-paper-changed = The paper was changed since you opened this page. Look at it again before you withdraw it.
succession-replaces-public = This is a new version of a paper that is public. If this one is accepted it takes the place of that one; otherwise that one stays public.
succession-waits-too = A new version was submitted and is not accepted yet. The version on this page stands until the new one is accepted.
succession-signatures = The names other organisations put to this paper end with it: they stand for exactly these words.
succession-withdraw-until = Until { $until } you can withdraw this paper.
succession-replace-until = Until { $until } you can replace this paper by another version.
succession-replace-what = You get a draft with the same words. What you have submitted stays in force until you submit the draft; if it is public, it stays public until the new version is accepted, or is submitted for the Chair only.
succession-continue = Open the new version
succession-begun = A new version is being written. The version you have submitted stays in force until you submit the new one; if it is public, until the new one is accepted, or is submitted for the Chair only.
succession-begun-late = A new version was begun and not submitted. What you have submitted stays in force.
succession-waits = A new version was submitted and is not accepted yet. The version on this page stays public until the new one is accepted.
succession-replaced = This paper was replaced on { $instant }. It is not public.
succession-replaced-by = Open the version that replaced it
succession-withdrawn = This paper was withdrawn on { $instant }. It is not public. Its receipts stay valid as proof of what was submitted.
succession-again = Write a new paper in this round
succession-replaces = This is a new version of a paper you have submitted. It takes the place of the earlier version when you submit it; if the earlier version is public, when the new one is accepted.
succession-replaces-office = This is a new version of an earlier paper.
succession-open-earlier = Open the earlier version
succession-compare = See what was changed

withdraw-paper-title = Withdraw a paper
withdraw-paper-heading = Withdraw this paper?
withdraw-paper-effect-public = It will not be public, and no moderator will decide on it.
withdraw-paper-effect-record = The record stays: your receipts stay valid, and the chair, the secretariat and the moderator in charge can still read what was submitted.
withdraw-paper-effect-again = Until the deadline you can submit another paper. You cannot undo the withdrawal of this one.
withdraw-paper-effect-earlier = The earlier version that this paper replaced does not come back.
withdraw-paper-effect-earlier-public = The earlier version stays public.
withdraw-paper-effect-next = The new version you have begun is not withdrawn with it.
withdraw-paper-button = Withdraw paper
withdraw-paper-back = Keep this paper

delete-draft-title = Delete this draft
delete-draft-heading = Delete this draft?
delete-draft-gone = Its words are gone for good. They were never submitted.
delete-draft-told = The other members of { $organisation } are told by e-mail.
delete-draft-invited = The organisations you invited to put their names to it are told, too.
delete-draft-earlier = The version you have submitted stays as it is.
delete-draft-changed = The draft was changed since you opened this page. Look at it again before you delete it.
delete-draft-button = Delete draft
delete-draft-keep = Keep this draft

compare-title = What was changed
compare-lede = Two versions word by word: added words are underlined, removed words are crossed out.
compare-older = Earlier version
compare-newer = Later version
compare-now = What is being written now
compare-version = { $number } · { $instant }
compare-button = Compare
compare-part-title = Title
compare-part-text = Text
compare-part-answer = Answer to question { $number }
compare-same = The words are the same.
compare-counts = { $added ->
    [one] { $added } word added
   *[other] { $added } words added
}, { $removed ->
    [one] { $removed } removed
   *[other] { $removed } removed
}.
compare-back = Back to the paper
compare-languages = The two versions are in different languages: the earlier one in { $older }, the later one in { $newer }.

mail-withdrawn-subject = Withdrawn: { $title }
mail-withdrawn = { $by } has withdrawn “{ $title }” (receipt { $receipt }). It is not public, and no moderator will decide on it.
mail-withdrawn-record = The receipt stays valid as proof of what was submitted and when.
mail-withdrawn-until = The round “{ $round }” closes on { $until }. Until then your organisation can submit another paper.
mail-signature-ended-subject = Co-signing has ended: { $title }
mail-signature-ended = The authors of “{ $title }” have withdrawn it or replaced it by another version. The name of your organisation does not stand under it any more.
mail-signature-ended-why = A name stands under exactly the words that were signed. If the authors open the new version for co-signing, you can sign it there.
mail-withdrawn-link = The paper: { $link }
mail-draft-deleted-subject = Draft deleted: { $title }
mail-draft-deleted = { $by } has deleted the draft “{ $title }”.
mail-draft-deleted-never = It was never submitted. Whoever of you has it open in the editor can save its words as a new draft.
place-title = Your organisation has submitted another paper
place-what = It was submitted in this round, to the same subgroup or the whole body. One paper of an organisation is expected: this one can take its place when you submit it; if that one is public, when this one is accepted. Once chosen, this stays with the draft. A paper about something else, or with other organisations, can stand beside it.
place-button = Take its place
refused-place-taken = The other paper was withdrawn, replaced or returned meanwhile, or another draft is to take its place. This draft is unchanged.
withdraw-closed = The deadline passed on { $since }: this paper can no longer be withdrawn. What you have submitted stays in force.
succession-joint = Its organisations are invited to the new version: they can read the draft, and confirm it anew.
mail-signature-ended-joint = Your name stands under exactly the words you confirmed. If there is a new version, you are told of it by a letter of its own.
mail-signature-again-subject = Public again: { $title }
mail-signature-again = “{ $title }” is public again: the paper that had taken its place is not. The name of your organisation stands under it as before; while it can be co-signed you can take it back.
mail-signature-hidden-subject = Not public for now: { $title }
mail-signature-hidden = “{ $title }”, which your organisation has co-signed, waits for a decision again and is not public until then. Your name stays under it.

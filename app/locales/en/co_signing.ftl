# Co-signing: papers their authors offer, and the organisations that put their names to them.
round-co-sign = See the papers
co-sign-title = Co-sign a paper
co-sign-lede = By co-signing, your organisation puts its name to exactly these words. They do not change any more.
co-sign-words = The words
co-sign-read = Read the paper
co-sign-hash = SHA-256 of the words
co-sign-signatories = Co-signed by
co-sign-none = No organisation has co-signed it yet.
co-sign-button = Co-sign this paper
co-sign-what = Your organisation is named beside the author, in alphabetical order. Until the closing you can take the name back; afterwards it stands.
co-sign-own = Your organisation has co-signed this paper
co-sign-own-at = Co-signed
co-sign-take-back = Take our name back
co-sign-take-back-what = Your organisation is then no longer named. While the round is open it can co-sign again.
co-sign-offer-title = Your paper
co-sign-offer = Open it for co-signing
co-sign-offer-what = Other organisations can then put their names to it while the round is open. It stays one paper, and yours.
co-sign-offered = Your paper is open for co-signing
co-sign-close = Close it for co-signing
co-sign-close-what = Nobody can co-sign any more. Who has co-signed stays named.
co-sign-rules = How co-signing works
co-sign-rule-author = The author of a public paper of this session opens it for co-signing.
co-sign-rule-contact = The contact point of an organisation co-signs; the signature is for the SHA-256 of the words.
co-sign-rule-back = Until the closing a name can be taken back. Afterwards it stands.
co-sign-rule-once = A paper with many names counts as one paper of its author.
co-sign-closed = Co-signing closed on { $instant }. If there is a reason the chair should know, write to the secretariat: an extension or a grant gives more time.
co-sign-upcoming = Co-signing opens on { $instant }. Come back then.
co-sign-not-contact = Only the contact point of your organisation co-signs.
round-rule-co-sign-clock = The server’s clock decides, to the second, when your request has arrived. There is no grace period.
offered-title = Papers open for co-signing
offered-none = No paper is open for co-signing
offered-none-what = The authors of public papers of this session can open them here.
offered-count =
    { $count ->
        [0] no co-signatory yet
        [one] { $count } co-signatory
       *[other] { $count } co-signatories
    }
offered-own = Your papers that others could co-sign
paper-co-signed = Co-signed by { $count ->
        [one] { $count } organisation
       *[other] { $count } organisations
    }
paper-co-sign-until = Open for co-signing until { $until }
desk-task-co-sign = Papers open for co-signing
desk-state-co-signed =
    { $count ->
        [0] none co-signed
        [one] { $count } co-signed
       *[other] { $count } co-signed
    }
grants-rule-co-sign = Until its end this organisation can open its papers for co-signing, co-sign, and take its name back.
refused-not-offered = This paper is not open for co-signing: its author has not opened it, or it is not public.
refused-own-paper = This is your organisation’s own paper. Others can co-sign it.
# Mails.
mail-co-signed-subject = Co-signed: { $title }
mail-co-signed-intro = { $organisation } has co-signed “{ $title }”.
mail-taken-back-subject = No longer co-signed: { $title }
mail-taken-back-intro = { $organisation } has taken its name from “{ $title }”.
mail-co-signing-hash = SHA-256 of the words: { $sha256 }
mail-co-signing-link = The paper: { $link }
mail-co-signing-until = Until then papers can be opened for co-signing and co-signed, and names taken back.
mail-co-signing-grant = Until then your organisation can open its papers for co-signing, co-sign, and take its name back. Nobody else’s deadline changes.
refused-named-already = The name of your organisation stands under this paper already: it was submitted as a joint paper.

# What may be published of a paper, and what is for the Chair only.
consent-question = What may be published
consent-hint = A paper for the Chair only is read by the Chair and the secretariat. It is not moderated, not published and not quoted.
consent-fact = Publication
consent-not-said = not said yet
consent-submitted-by = Submitted by
consent-for-the-chair = Submitted for the Chair only: the Chair and the secretariat read it. It does not become public.
consent-papers = Papers for the Chair only
consent-papers-what = Their authors want nothing of them published. The Chair and the secretariat read them, and nobody else does.
consent-papers-count = { $count ->
    [one] { $count } paper for the Chair only
   *[other] { $count } papers for the Chair only
}
consent-no-papers = No paper is for the Chair only.
consent-no-papers-what = What organisations submit for the Chair only stands here.
consent-receipt-next = The Chair and the secretariat read the paper. Nobody decides on it, and nothing of it becomes public.
consent-withdraw-record = The record stays: your receipts stay valid, and the Chair and the secretariat can still read what was submitted.
consent-replaces = This is a new version of a paper you have submitted, for the Chair only. It takes the place of the earlier version when you submit it; what is public of that is then public no more.
consent-waits = A new version was submitted and is not accepted yet. The version on this page stays with the Chair until the new one is accepted.
consent-replaces-late = This is a new version of a paper you have submitted, for the Chair only. The deadline has passed: what is public of the earlier version stays public.
consent-ready = By pressing the button you submit this text for { $organisation }, for the Chair only. You get a receipt at once. Until the deadline you can replace it by another version or withdraw it; after that it cannot be changed.
consent-ready-final = By pressing the button you submit this text for { $organisation }, for the Chair only. You get a receipt at once. After that it cannot be changed.
consent-compared = What may be published: before “{ $older }”, now “{ $newer }”.

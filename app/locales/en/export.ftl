# Exports of the consolidated summary.
csv-kind = Kind
csv-place = Paragraph or subgroup
csv-organisation = Organisation
csv-stakeholder-type = Stakeholder type
csv-region = Region
csv-language = Language
csv-stance = Stance
csv-operation = Operation
csv-text = Proposed text, or text of the paper
csv-reason = Reason
csv-receipt = Receipt
csv-received = Received (UTC)
csv-count = Count
csv-comment = Comment
csv-paper = Position paper
csv-comments-not-public = Comments, not public
csv-papers-not-public = Position papers, not public
csv-whole-body = Whole body
state-submitted = Awaiting a decision
state-returned = Returned for revision
state-declined = Not accepted
docx-title = Chair’s consolidated summary
docx-as-of = As of { $instant }. Prepared under the Chair’s own responsibility, without prejudice to the position of any delegation.
docx-counts = Position papers: { $papers } accepted of { $papers-total } submitted. Comments: { $comments } accepted of { $comments-total } submitted.
docx-paragraph = { $citation ->
    [whole] The text as a whole
   *[other] Paragraph { $citation }
}
docx-proposed = Proposed text:
docx-source = Source: { $receipt }, received { $received }
docx-rest = Not reproduced here: { $submitted } awaiting a decision, { $returned } returned for revision, { $declined } not accepted.
csv-co-signed = Co-signed by
docx-co-signed = Co-signed by: { $names }
csv-type = Type
csv-words = Words it is about
csv-link = Supporting link
docx-words = On the words:
docx-link = Supporting document: { $link }
csv-joined = Joined by
csv-supported = Supported by
csv-opposed = Opposed by
docx-joined = Joined by: { $names }
docx-supported = Supported by: { $names }
docx-opposed = Opposed by: { $names }

# The consolidated summary of a session.
summary-title = Consolidated summary
summary-lede = Prepared from what the moderators accepted, in the words of its authors. It is without prejudice to the position of any delegation.
summary-as-of = As of { $time }
summary-exports = Export
summary-exports-what = DOCX is a Word document to be edited, CSV a table of all accepted input, JSON is for programs.
summary-docx = DOCX
summary-csv = CSV
summary-json = JSON
summary-contents = Contents
summary-overview = Overview
summary-figures-accepted = Accepted comments
summary-figures-papers = Accepted papers
summary-figures-organisations = Organisations
summary-counts-caption = Input by state
summary-counts-kind = Input
summary-counts-comments = Comments
summary-counts-papers = Position papers
summary-counts-accepted = Accepted
summary-counts-submitted = Awaiting a decision
summary-counts-returned = Returned for revision
summary-counts-declined = Declined
summary-counts-total = Total
summary-text-heading = Comments on { $title }, { $label }
summary-paragraph = { $citation ->
    [whole] The text as a whole
   *[other] Paragraph { $citation }
}
summary-comments-of = { $citation ->
    [whole] Comments on the text as a whole
   *[other] Comments on paragraph { $citation }
}
summary-stance = Stance
summary-operation = Operation
summary-proposal = Proposal
summary-proponent = Proponent
summary-source = Source
summary-reason = Reason
summary-none = No accepted comment on this text
summary-none-what = Comments stand here by paragraph once the moderators have accepted them.
summary-no-comments-on = No accepted comments on: { $paragraphs }.
summary-not-shown = Not shown, not accepted: { $counts }.
summary-count-submitted = { $count ->
    [one] { $count } awaiting a decision
   *[other] { $count } awaiting a decision
}
summary-count-returned = { $count ->
    [one] { $count } returned for revision
   *[other] { $count } returned for revision
}
summary-count-declined = { $count ->
    [one] { $count } declined
   *[other] { $count } declined
}
summary-separator = {", "}
summary-papers-heading = Position papers by subgroup
summary-papers-none = No accepted paper in this subgroup.
summary-whole-body = Whole body
summary-paper-source = Source: { $number }, received { $time }
summary-empty = No input at this session yet
summary-empty-what = Comments and papers stand here once the moderators have accepted them. The exports are empty until then.
summary-for-office = Read by the chair and the secretariat. Accepted input is shown in full; all other input is counted only.

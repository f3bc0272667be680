# Names of the invented rounds of the demonstration.
demo-zero-draft = Zero draft
demo-session = Demonstration consultation { $number } (invented)
demo-papers-title = Position papers
demo-papers-call = The chair invites businesses, non-governmental organizations and academia to submit position papers of up to 2,000 words, one for each organisation and subgroup. Invented for demonstration.
demo-comments-title = Comments on the zero draft
demo-comments-call = The chair invites comments and textual proposals on single paragraphs of the zero draft. Invented for demonstration.
demo-closed-title = Early position papers
demo-closed-call = An earlier call for position papers. It has closed; it shows what the portal says after a deadline. Invented for demonstration.
demo-ledger-reason = Opened with the call (demonstration).
demo-speakers-title = Speakers in the stakeholder session
demo-speakers-call = The chair invites every organisation to one statement of three minutes in the dedicated stakeholder session. Invented for demonstration.
demo-soon-title = Short papers for the stakeholder session
demo-soon-call = The chair invites short position papers to be read out in the dedicated stakeholder session. This call closes soon. Invented for demonstration.
demo-soon-question-1 = Which measure would help your sector most in the next two years?
demo-soon-question-2 = Who should take it, and with whom?
demo-accreditation-title = Accreditation of stakeholders
demo-accreditation-call = Organisations that want to attend the formal meetings of the working group apply here. Writing needs no accreditation. Invented for demonstration.

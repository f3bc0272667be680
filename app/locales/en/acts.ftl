# Acts of moderation, and the public list of reasons.
moderation-act-accept = Accepted
moderation-act-return = Returned for revision
moderation-act-decline = Declined
moderation-act-move = Moved to another queue
moderation-act-undo = Taken back
moderation-act-appeal-granted = Appeal granted
moderation-act-appeal-dismissed = Appeal dismissed
moderation-act-redact = Words redacted

reason-code-unclear = Unclear
reason-code-incomplete = Incomplete
reason-code-off-topic = Outside the subject
reason-code-duplicate = Submitted twice
reason-code-personal-data = Personal data
reason-code-confidential = Confidential information
reason-code-abusive = Insults or threats
reason-code-unlawful = Unlawful content
reason-code-advertising = Advertising
reason-code-no-mandate = No mandate
reason-code-other = Another reason

reason-words-unclear = It cannot be told what is proposed, or about which paragraph. Please say it in a way that can be read without guessing.
reason-words-incomplete = Something the round asks for is missing. Please add it.
reason-words-off-topic = It is not about what this round asks for.
reason-words-duplicate = Your organisation has submitted the same before. The first one stands and counts.
reason-words-personal-data = It names private persons, or says how to find them. What is public here stays public: please leave that out.
reason-words-confidential = It holds information that does not seem to be yours to publish.
reason-words-abusive = It insults or threatens. What you think of a text is welcome; words against persons or peoples are not.
reason-words-unlawful = It cannot be published lawfully.
reason-words-advertising = It advertises a product or a service.
reason-words-no-mandate = It was not sent on behalf of the organisation it names.
reason-words-other = The moderator says why in their own words.

decision-code = Reason
decision-code-none = None is needed to accept
decision-code-hint = From the public list. The author reads it, with what it says, in their own language. Needed to ask for revision and to decline.
decision-words = In your own words
decision-words-hint = The author reads this too. Needed only where the reason says nothing alone.
decision-code-list = What the reasons mean
decision-by-office = { $office } on { $time }
decision-by-name = { $office } ({ $name }) on { $time }
decision-office-moderator = A moderator of { $subgroup }
decision-office-secretariat = The secretariat
decision-office-chair = The chair
decision-moved-to = To: { $subgroup }
decision-was-undone = Taken back since
decision-link = Read this decision
decision-link-undo = Take this decision back
decision-link-appeal = Appeal against this decision
fault-not-a-reason-for-it = This reason does not serve that decision. Choose another one, or another decision.

decision-changed-words = Its authors changed it meanwhile. Read it again before you decide.

queue-move-title = Move to another queue
queue-move-what = For a paper that another subgroup is to read. Nothing in it changes; those who moderate there decide, and its authors are told.
queue-move-to = Where to
queue-move-whole-body = Whole body: the secretariat
queue-move-reason = Why
queue-move-reason-hint = The authors and the other moderators read it. May be empty.
queue-move-button = Move the paper
refused-there-already = The paper is in that queue already. Choose another one.

recent-title = Decided last
recent-what = A decision can be taken back as long as nothing else was done with the input. The answer to an appeal cannot.

act-title = { $act }: { $title }
act-eyebrow = Act of moderation
act-fact-what = What was done
act-fact-who = By
act-fact-reason = Reason
act-fact-input = Input
act-fact-organisation = Organisation
act-fact-state = It is now
undo-title = Take it back
undo-what-decision = The input waits for a decision again, in the queue it is in. What was public is not public any more; an organisation that became public with it stays so. The decision stays on the record, and that it was taken back.
undo-what-move = The paper comes back to the queue it was moved from.
undo-words = Why
undo-words-hint = Its authors read it.
undo-button = Take this decision back
undo-none-title = It cannot be taken back
refused-nothing-to-undo = Something was done with this input since, by those who moderate or by its authors, or it was taken back already.
refused-revision-begun = Its authors have begun to revise it. Wait for what they send, and decide about that.

mail-undone-subject = A decision was taken back: { $title }
mail-undone = The decision about “{ $title }” was taken back. It waits for a decision again.
mail-undone-hidden = It was public. It is not public until then.
mail-moved-subject = Moved to another queue: { $title }
mail-moved = “{ $title }” was moved to { $queue }. Those in charge of that queue decide about it. Nothing in it has changed.
mail-moved-whole-body = the queue of the whole body
mail-act-reason = Why: { $reason }
mail-act-words = In the moderator’s words: { $words }
decision-code-both = To ask for revision or to decline
decision-code-return = Only to ask for revision
decision-code-decline = Only to decline
mail-moved-back = “{ $title }” is back in the queue it was moved from.
undo-button-move = Fetch the paper back
decision-last = Last: { $act }, { $office }, { $time }.

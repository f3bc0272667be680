# My desk.
desk-title = My desk
desk-for = { $name } · { $function } · { $organisation }
desk-rounds = What is asked for
desk-no-rounds = No round is open at the moment
desk-no-rounds-what = As soon as a body calls for input, the round and its deadline stand here. Your drafts stay below.
desk-task-confirmed = E-mail address confirmed
desk-task-confirm = Confirm your e-mail address
desk-task-joined = Joined a subgroup
desk-task-join = Join a subgroup
desk-task-join-hint = On the page of the subgroup whose theme your paper is about.
desk-task-write = Write your position paper
desk-task-submit = Submit your position paper
desk-task-submit-hint = A draft counts only once it is submitted.
desk-task-comment = Comment on its paragraphs
desk-task-comment-hint = Choose a paragraph of the draft text.
desk-state-done = Done
desk-state-to-do = To do
desk-state-not-submitted = NOT submitted
desk-state-cannot-yet = Cannot start yet
desk-state-no-draft = No draft yet
desk-comments-sent = { $count ->
    [one] { $count } comment sent
   *[other] { $count } comments sent
}
desk-comments-unsent = { $count ->
    [one] { $count } comment NOT sent
   *[other] { $count } comments NOT sent
}
desk-receipt = Receipt
desk-open = Open the paper
desk-own-papers = Your papers
desk-no-papers = No papers yet
desk-no-papers-what = Your drafts and submitted papers stand here, with what became of them.
desk-own-comments = Your comments
desk-no-comments = No comments yet
desk-no-comments-what = What you say on the paragraphs of draft texts stands here, with what became of it.
desk-edit = Go on writing
desk-check = Check before submitting
desk-reason = Read the reason and revise
desk-reason-declined = Read the reason
desk-moderator = Your queues
desk-queue-waiting = { $count ->
    [0] Nothing is waiting
    [one] { $count } input is waiting for a decision
   *[other] { $count } inputs are waiting for a decision
}
desk-queue-progress = { $decided } of { $total } decided
desk-open-queues = Open the queues
desk-office = { $role }, { $body }
desk-office-rounds = Rounds and deadlines
desk-office-no-rounds = No rounds yet.
desk-change-deadline = Change deadline
desk-office-sessions = Sessions
desk-summary = Consolidated summary
desk-other-sessions = Earlier and later sessions
desk-office-offices = Who holds which office
desk-manage-subgroup = Manage { $code }

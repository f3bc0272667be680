# The guiding questions of a round.
questions-title = Guiding questions
questions-what = A position paper can answer them one by one, in fields of their own. Nobody has to.
questions-answer = Answer those you want to answer. Answers count towards the limit with the text.
questions-answers = Answers to the guiding questions
questions-changed = The guiding questions changed while you wrote. Nothing is saved yet and nothing of yours is lost: look at each answer under its question, and save again.
question-gone = The questions changed meanwhile; this answer has no question any more.
question-gone-answer = Answer { $number }, without a question
question-numbered = { $number }. { $question }

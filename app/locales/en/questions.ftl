# The guiding questions of a round.
questions-title = Guiding questions
questions-what = A position paper can answer them one by one, in fields of their own. Nobody has to.
questions-answer = Answer those you want to answer. Answers count towards the limit with the text.
questions-answers = Answers to the guiding questions
question-numbered = { $number }. { $question }

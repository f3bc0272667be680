# الأسئلة التوجيهية للجولة.
questions-title = الأسئلة التوجيهية
questions-what = يمكن لورقة الموقف أن تجيب عنها واحدا واحدا في حقول مخصصة لها، دون إلزام.
questions-answer = أجيبوا عما تودون الإجابة عنه. وتُحتسب الأجوبة مع النص ضمن الحد الأقصى.
questions-answers = الأجوبة عن الأسئلة التوجيهية
question-numbered = { $number }. { $question }

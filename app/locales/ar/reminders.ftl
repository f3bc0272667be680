# رسائل التذكير قبل الموعد النهائي.
reminder-subject-one = مساهمة لم تُقدَّم، والوقت المتبقي { $left }: { $title }
reminder-subject-many = { $count ->
    [one] لم تُقدَّم، والوقت المتبقي { $left }: مساهمة واحدة في «{ $round }»
    [two] لم تُقدَّما، والوقت المتبقي { $left }: مساهمتان في «{ $round }»
    [few] لم تُقدَّم، والوقت المتبقي { $left }: { $count } مساهمات في «{ $round }»
    [many] لم تُقدَّم، والوقت المتبقي { $left }: { $count } مساهمة في «{ $round }»
   *[other] لم تُقدَّم، والوقت المتبقي { $left }: { $count } مساهمة في «{ $round }»
}
reminder-greeting = تحية طيبة { $name }،
reminder-not-submitted = أعدّت { $organisation } مساهمات في «{ $round }»، وما يرد أدناه لم يُقدَّم بعد. وما لا يُقدَّم في الموعد لا يُعد واردا.
reminder-closes = يُغلق باب الجولة أمام { $organisation } في { $until }. الوقت المتبقي: { $left }.
reminder-item = «{ $title }»: مسودة لم تُقدَّم.
reminder-item-version = «{ $title }»: نسخة جديدة من ورقة قدمتموها. لم تُقدَّم هذه النسخة، وتظل النسخة التي قدمتموها قائمة.
reminder-item-returned = «{ $title }»: مساهمة أُعيدت للتنقيح ولم تُقدَّم من جديد.
reminder-item-comment = «{ $title }»: مسودة لم تُرسل.
reminder-comment-on = { $citation ->
    [whole] تعليق على النص في مجمله
   *[other] تعليق على { $citation }
}
reminder-remains-submit = ما تبقى: مراجعتها ثم الضغط على «تقديم الورقة».
reminder-remains-send = ما تبقى: مراجعته ثم الضغط على «إرسال التعليق».
reminder-link = للمراجعة: { $link }
reminder-more = قد يكون هناك المزيد. ومكتبكم يورد كل شيء: { $link }
reminder-contact-point = لا يقدِّم الورقات إلا جهة اتصال في منظمتكم. فتأكدوا من أن إحدى جهات الاتصال على علم بذلك.
reminder-why = تصلكم هذه الرسالة لأنكم تكتبون أو تقدمون باسم { $organisation }. وهي ترد قبل الموعد النهائي بـ 72 ساعة ثم بـ 24 ساعة ثم بساعتين ما دام هناك ما لم يُقدَّم. وما لا تريدون تقديمه يمكن أن يبقى مسودة أو أن يُحذف.
privacy-keep-reminders = ما يفيد بأنكم ذُكِّرتم بموعد نهائي: { $days } يوما بعد ذلك الموعد.

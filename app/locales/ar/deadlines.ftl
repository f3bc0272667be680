# حالة المكتوب حيثما يُعرض: ما لم يُقدَّم يُذكر صراحة.
title-with-state = { $state }: { $title }
not-submitted = لم تُقدَّم
not-submitted-draft = مسودة لم تُقدَّم
not-submitted-returned = أُعيدت للتنقيح ولم تُقدَّم من جديد
round-own-unsubmitted = لم تُقدَّم بعد
round-own-unsubmitted-what = أعدّت منظمتكم هذه الأوراق للجولة، ولا يُعتد بها إلا بعد تقديمها.
round-own-check = المراجعة والتقديم

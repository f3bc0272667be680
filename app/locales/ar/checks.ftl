# التحقق قبل تقديم الورقة: ما قد يندم عليه أصحابها.
check-look = أمور تستحق نظرة
check-look-what = لا يحول شيء من هذا دون التقديم.
check-link = ليس للرابط «{ $words }» عنوان كامل. يبدأ العنوان بـ https:// أو mailto:.
check-heading = لا يرد شيء تحت العنوان «{ $words }».
check-picture = لا تظهر الصور بل كلماتها فقط: «{ $words }».
check-html = تظهر رموز HTML كما كُتبت: { $words }
check-question = السؤال { $number } لم يُجَب عنه.

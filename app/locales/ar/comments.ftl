# التعليقات على الفقرات: الاستمارة وصفحة التعليق.
comment-form-title = التعليق على هذه الفقرة
comment-form-revise-title = تنقيح تعليقكم
comment-form-for = تكتبون باسم { $organisation }.
comment-form-language = اللغة
comment-form-stance = الموقف
comment-form-operation = العملية
comment-form-operation-hint = ما ينبغي أن يطرأ على النص. وتتطلب الإضافة والتعديل والنقل بيان الصيغة المقترحة.
comment-form-proposed = النص المقترح
comment-form-proposed-hint = نص الفقرة أو الكلمات المعلَّق عليها كما ينبغي أن يكون، أو الكلمات المراد إضافتها، أو الموضع الذي ينبغي أن تُنقل إليه.
comment-form-reason = السبب
comment-form-reason-hint = تعليل الموقف. وهو ما يقرأه الرئيس والدول.
comment-form-send = إرسال التعليق
comment-form-kept = يُحفظ ما تكتبونه عند إرساله. وإذا كانت الجولة مغلقة بقي مسودة لديكم.
comment-form-sign-in-title = التعليق باسم منظمة
comment-form-sign-in-what = تعلق على النصوص شركات الأعمال والمنظمات غير الحكومية والأوساط الأكاديمية. سجلوا الدخول أو سجلوا منظمتكم.
comment-form-sign-in = تسجيل الدخول
comment-form-register = التسجيل
comment-form-not-a-writer = تصدر التعليقات عن منظمات. وقد سجلتم الدخول دون منظمة يجوز لكم الكتابة باسمها.
comment-form-no-round = لا توجد دعوة إلى التعليق
comment-form-no-round-what = لا توجد دعوة إلى التعليق على هذا الإصدار من النص. وسترد الاستمارة هنا عندما يفتح الرئيس جولة لذلك.
comment-form-new-instead = كتابة تعليق جديد بدلا من ذلك
comment-form-unsent = لديكم هنا تعليق لم يُرسل بعد، وهو مدرج في الاستمارة.
comment-form-returned = أعاد الميسّر تعليقكم للتنقيح، وهو مدرج في الاستمارة، ويرد السبب في صفحته.
comment-form-returned-page = قراءة السبب
comment-form-conflict = عُدل هذا التعليق من موضع آخر
comment-form-conflict-what = حُفظ التعليق من نافذة أخرى أو من زميل لكم بعد أن فتحتموه. لم يضع شيء: كلماتكم في الاستمارة، والكلمات المخزنة ترد هنا، وإرسال الاستمارة يحل محلها.
comment-form-stored = الكلمات المخزنة
comment-form-unconfirmed = لم يتأكد عنوان بريدكم الإلكتروني بعد. يُحفظ ما تكتبونه، ولكن لا يمكن إرساله إلا بعد تأكيد العنوان.
comment-form-confirm = تأكيد عنوان البريد الإلكتروني
# صفحة التعليق.
comment-page-title = { $citation ->
    [whole] تعليق على النص في مجمله
   *[other] تعليق على الفقرة { $citation }
}
comment-page-eyebrow = { $draft } · { $label }
comment-page-paragraph = الفقرة
comment-page-words = التعليق
comment-page-decisions = القرارات
comment-page-revise-until = يمكنكم تنقيحه وإرساله من جديد حتى { $time }.
comment-page-receipt = الإيصال
comment-page-receipt-link = فتح الإيصال
comment-page-not-sent = حُفظ هذا التعليق ولم يُرسل، ولا يراه سوى منظمتكم.
comment-page-waiting = لم يبت الميسّر في التعليق بعد. وإلى أن يبت فيه، لا يرى هذه الصفحة سوى منظمتكم والمكلفين بالبت.
comment-page-declined = لم يُقبل هذا التعليق وهو غير منشور، ويرد السبب أدناه.
comment-page-to-paragraph = جميع التعليقات هنا
comment-page-fact-language = اللغة
comment-page-fact-round = الجولة
comment-page-fact-changed = آخر تعديل
comment-page-facts = عن هذا التعليق
# كلمات التعليق ونوعه ورابطه؛ والتعليق على النص في مجمله.
comment-form-title-whole = التعليق على النص في مجمله
comment-form-quote = الكلمات المعلَّق عليها
comment-form-quote-hint = انقلوها حرفيا من الفقرة أعلاه كلماتٍ كاملة دون أرقام الحواشي. واتركوا الحقل فارغا للتعليق على الفقرة كلها.
comment-form-take = نقل الكلمات المحددة أعلاه
comment-form-take-none = حددوا أولا كلمات في الفقرة أعلاه.
comment-form-taken = نُقلت الكلمات. وإذا تكرر ورودها نُقلت معها الكلمات المجاورة.
comment-form-kind = النوع
comment-form-link = رابط مؤيِّد
comment-form-link-hint = عنوان وثيقة تؤيد التعليق. ويبدأ بـ ⁦https://⁩

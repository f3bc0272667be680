# الهيئات والدورات والأفرقة الفرعية.
body-asked-now = المطلوب الآن
body-no-round = لا توجد جولة مفتوحة
body-no-round-what = يفتح الرئيس باب تقديم المساهمات قبل كل دورة، وتظهر الدعوات هنا مع مواعيدها النهائية. ويمكن في هذه الأثناء قراءة ما يرد أدناه من نصوص وورقات وأفرقة فرعية.
body-rounds = الجولات
body-sessions = الدورات
body-no-sessions = لا توجد دورات بعد
body-no-sessions-what = تظهر الدورات هنا بتواريخها ومكان انعقادها حالما تدخلها الأمانة.
body-subgroups = الأفرقة الفرعية
body-no-subgroups = لا توجد أفرقة فرعية بعد
body-no-subgroups-what = تظهر هنا الأفرقة الفرعية المواضيعية. وإلى أن يُنشأ أولها توجَّه الورقات إلى الهيئة بكاملها.
body-members = { $count ->
    [0] لا توجد منظمات بعد
    [zero] لا توجد منظمات بعد
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
body-drafts = مشاريع النصوص
body-no-drafts = لا يوجد مشروع نص بعد
body-no-drafts-what = عندما يصدر الرئيس مشروع نص يمكن قراءته والتعليق عليه هنا فقرة فقرة.
body-draft-issued = صدر في { $date }
body-draft-earlier = الإصدارات السابقة:
body-who = المشاركون
body-who-caption = المنظمات حسب الفريق الفرعي
body-who-table = عرض في جدول
body-who-subgroup = الفريق الفرعي
body-who-organisations = المنظمات
# دورة.
session-page-dates = التواريخ
session-page-place = المكان
session-page-zone = المنطقة الزمنية للدورة
session-page-mode = صيغة الانعقاد
session-page-status = الحالة
session-page-code = الرمز
session-page-rounds = الدعوات إلى تقديم المساهمات
session-page-no-rounds = لا توجد دعوة إلى تقديم مساهمات لهذه الدورة
session-page-no-rounds-what = عندما يفتح الرئيس جولة لهذه الدورة ترد هنا مع موعدها النهائي. وقد تكون جولات أخرى مفتوحة الآن.
session-page-see-body = جميع جولات { $body }
session-page-drafts = مشاريع النصوص
session-page-no-drafts = لا يوجد مشروع نص في هذه الدورة
session-page-no-drafts-what = ستُدرج هنا النصوص التي يُعلَّق عليها في هذه الدورة.
session-page-summary = الموجز
session-page-summary-what = ما قُبل من مساهمات، مرتبا حسب الفقرات والأفرقة الفرعية، مع مصادره. يطلع عليه الرئيس والأمانة.
session-page-summary-link = الموجز الموحد
session-page-invented = هذه الدورة متخيلة لأغراض العرض التوضيحي.
# فريق فرعي.
subgroup-eyebrow = الفريق الفرعي { $code }
subgroup-members = الأعضاء
subgroup-members-count = { $count ->
    [0] لا يوجد أعضاء معلنون
    [zero] لا يوجد أعضاء معلنون
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
subgroup-no-members = لا يوجد أعضاء معلنون بعد
subgroup-no-members-what = تظهر المنظمة هنا بعد انضمامها وقبول أول مساهمة لها.
subgroup-join = الانضمام إلى الفريق الفرعي
subgroup-join-heading = المشاركة
subgroup-join-what = يجوز للأعضاء تقديم ورقات موقف إلى هذا الفريق الفرعي. ولا يرتب الانضمام أي التزام.
subgroup-join-for = الانضمام باسم { $organisation }
subgroup-joined = انضمت { $organisation } إلى هذا الفريق الفرعي.
subgroup-join-register = لتقديم ورقات إلى هذا الفريق الفرعي، سجلوا منظمتكم ثم انضموا إليه.
subgroup-register = التسجيل
subgroup-sign-in = تسجيل الدخول
subgroup-no-organisation = سجلتم الدخول دون منظمة، فلا توجد جهة تنضم.
subgroup-drafts = مشاريع النصوص قيد المناقشة
subgroup-no-drafts = لا يوجد مشروع نص قيد المناقشة
subgroup-no-drafts-what = ستُدرج هنا النصوص التي يناقشها هذا الفريق الفرعي. ويجوز لأي كان قراءتها، وتعلق عليها المنظمات فقرة فقرة.
subgroup-rounds = الدعوات إلى تقديم المساهمات
subgroup-no-rounds = لا توجد دعوة إلى تقديم مساهمات
subgroup-no-rounds-what = سترد هنا، مع مواعيدها النهائية، الجولات التي تُقبل فيها ورقات لهذا الفريق الفرعي أو تعليقات على نصوصه.
subgroup-papers = الورقات
subgroup-no-papers = لا توجد ورقات بعد
subgroup-no-papers-what = تظهر هنا ورقات الموقف الموجهة إلى هذا الفريق الفرعي حالما يقبلها الميسّر فيه.

# مشاريع النصوص وفقراتها، والمعايير.
text-eyebrow = { $label } · صدر في { $date }
text-how = يمكن التعليق على كل فقرة: افتحوها وبينوا موقفكم والصيغة التي تقترحونها.
text-no-round = لا توجد دعوة إلى التعليق على هذا النص
text-no-round-what = عندما يدعو الرئيس إلى التعليق على هذا الإصدار يرد الموعد النهائي هنا.
text-empty = لا يتضمن هذا النص أي فقرات
text-empty-what = أُعلن عن النص ولكن فقراته لم تُدخل بعد.
text-comment = تعليق
text-comment-on = على الفقرة { $citation }
text-comments = { $count ->
    [0] لا توجد تعليقات
    [zero] لا توجد تعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقا
   *[other] { $count } تعليق
}
text-comments-on = على الفقرة { $citation }
text-brackets = الكلمات الواردة بين قوسين معقوفين غير متفق عليها.
text-attention = مواضع التعليقات
text-attention-caption = التعليقات العلنية حسب الفقرة
text-attention-table = عرض في جدول
text-attention-paragraph = الفقرة
text-attention-comments = التعليقات
text-facts = عن هذا النص
text-fact-version = الإصدار
text-fact-issued = تاريخ الصدور
text-fact-language = اللغة
text-fact-subgroup = الفريق الفرعي
text-fact-paragraphs = الفقرات المرقمة
text-fact-comments = التعليقات العلنية
# فقرة واحدة.
provision-title = { $citation ->
    [whole] النص في مجمله
   *[other] الفقرة { $citation }
}
provision-heading = العنوان { $citation }
provision-note = الحاشية { $label }
provision-in-context = قراءتها في سياق النص الكامل
provision-comments-count = { $count ->
    [0] التعليقات
    [zero] التعليقات
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقا
   *[other] { $count } تعليق
}
provision-no-comments = لا توجد تعليقات علنية بعد
provision-no-comments-what = تظهر التعليقات هنا حالما يقبلها الميسّر. اكتبوا أولها أدناه.
provision-own = تعليقاتكم
provision-own-revise = التنقيح والإرسال من جديد
provision-own-finish = الإكمال والإرسال
provision-own-open = فتح
# المعايير.
norms-title = المعايير الأحد عشر
norms-heading = المعايير الطوعية غير الملزمة للسلوك المسؤول للدول
norms-lede = المعايير الأحد عشر الواردة في الفقرة 13 من التقرير الوارد في الوثيقة A/70/174، وإليها تستند مشاريع النصوص في هذه البوابة. والعناوين القصيرة شائعة الاستعمال وليست رسمية.
norms-eyebrow = { $code } · { $reference }
norms-list = المحتويات
norms-empty = لم تُدخل المعايير بعد
norms-empty-what = ستُعرض هنا المعايير الطوعية الأحد عشر مع مراجعها.
# النص في مجمله: يُعلَّق عليه كما يُعلَّق على فقرة.
on-provision = { $citation ->
    [whole] النص في مجمله
   *[other] الفقرة { $citation }
}
text-whole-comment = التعليق على النص في مجمله
text-whole-comments = { $count ->
    [zero] لا تعليقات على النص في مجمله
    [one] تعليق واحد على النص في مجمله
    [two] تعليقان على النص في مجمله
    [few] { $count } تعليقات على النص في مجمله
    [many] { $count } تعليقا على النص في مجمله
   *[other] { $count } تعليق على النص في مجمله
}
provision-whole-read = قراءة النص

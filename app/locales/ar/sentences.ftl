# موجز الرئيس أثناء كتابته: المخطط والأجزاء والجمل والمصادر والتغطية.
outline-title = كتابة الموجز
outline-link = كتابة الموجز
outline-lede = يكتب الجمل أشخاص. وتستشهد كل جملة بالورقات والتعليقات التي تستند إليها أو توسم بأنها كلمات الرئيس نفسه. أما أعداد المنظمات فتأتي من المصادر.
outline-outline = المخطط
outline-part = الجزء
outline-sentences = الجمل
outline-gaps = بلا مصدر
outline-gaps-count = { $count ->
    [0] لكل جملة مصادرها.
    [zero] لكل جملة مصادرها.
    [one] جملة واحدة لا يمكن نشرها كما هي.
    [two] جملتان لا يمكن نشرهما كما هما.
    [few] { $count } جمل لا يمكن نشرها كما هي.
    [many] { $count } جملة لا يمكن نشرها كما هي.
   *[other] { $count } جملة لا يمكن نشرها كما هي.
}
outline-remarks = ملاحظات لم تُسوَّ
outline-state = وضعه
outline-state-open = قيد الكتابة
outline-state-in = سُلِّم في { $time }
outline-from-data = الإحصاءات والمقترحات حسب الفقرة وقائمة المساهمين مأخوذة مما نُشر.
part-overview = لمحة عامة
part-views = الآراء: { $subgroup }
part-views-whole = آراء الهيئة بكاملها
part-convergence = نقاط التلاقي
part-divergence = نقاط التباعد
part-new-issues = مسائل جديدة
part-next-steps = الخطوات التالية الممكنة
coverage-title = ما ورد في الموجز
coverage-total = المستشهد به من المساهمات المنشورة: { $cited } من أصل { $all }.
coverage-type = حسب النوع والمجموعة الإقليمية
coverage-group = النوع أو المجموعة الإقليمية
coverage-cited = المستشهد به
coverage-all = المنشور
coverage-share = الحصة
coverage-minorities = آراء القلة التي لا تستشهد بها أي جملة
coverage-minorities-what = في هذه الفقرات جانب أقل عددا من الآخر ولم يُستشهد بشيء منه بعد.
coverage-minority-oppose = المعارضون: { $few }، المؤيدون: { $many }
coverage-minority-support = المؤيدون: { $few }، المعارضون: { $many }
coverage-no-minorities = كل رأي للقلة بشأن فقرة مستشهد به، أو لا يوجد رأي كهذا.
uncited-title = لم يُستشهد به بعد
uncited-none = استُشهد بكل شيء
uncited-none-what = كل مساهمة منشورة يتناولها هذا الجزء ترد تحت جملة.
uncited-more = { $count ->
    [zero] لا مساهمات لم يُستشهد بها.
    [one] مساهمة واحدة لم يُستشهد بها بعد. والأقدم هنا.
    [two] مساهمتان لم يُستشهد بهما بعد. والأقدم هنا.
    [few] { $count } مساهمات لم يُستشهد بها بعد. والأقدم هنا.
    [many] { $count } مساهمة لم يُستشهد بها بعد. والأقدم هنا.
   *[other] { $count } مساهمة لم يُستشهد بها بعد. والأقدم هنا.
}
sentence-none = لا جمل بعد
sentence-none-what = اكتبوا الجملة الأولى أدناه.
sentence-add = إضافة جملة
sentence-text = الجملة
sentence-text-hint = جملة واحدة بصيغة الماضي. اكتبوا { $mark } حيث يرد عدد المنظمات: فيصبح «منظمة واحدة» أو «عدة منظمات» وهكذا بحسب المصادر.
sentence-language = اللغة
sentence-sources = المصادر
sentence-sources-hint = أرقام إيصالات الورقات والتعليقات المنشورة، تفصل بينها مسافات أو أسطر. ويمكنكم أيضا تأشير المساهمات أدناه.
sentence-cite = استشهاد
sentence-own = هذه كلمات الرئيس نفسه
sentence-own-hint = لا تحتاج إلى مصدر، وتوسم بذلك.
sentence-opens = تبدأ هنا فقرة جديدة
sentence-add-button = إضافة الجملة
sentence-save-button = حفظ الجملة
sentence-edit = تغيير
sentence-edit-of = تغيير الجملة «{ $text }»
sentence-title = جملة من الموجز
sentence-paragraph = الفقرة { $number }
sentence-up = نقل إلى أعلى
sentence-down = نقل إلى أسفل
sentence-end = إخراجها
sentence-restore = إعادتها
sentence-ended = أُخرجت في { $time }
sentence-ended-what = ليست جزءا من الموجز. وإذا أُعيدت وُضعت في آخر جزئها.
sentence-own-mark = كلمات الرئيس نفسه
sentence-gap-source = بلا مصدر
sentence-gap-gone = لم يعد أحد المصادر منشورا
sentence-gap-count = لا شيء للعدّ
sentence-of = تستند إلى { $count ->
    [zero] لا منظمات من أصل { $all }
    [one] منظمة واحدة من أصل { $all }
    [two] منظمتين من أصل { $all }
    [few] { $count } منظمات من أصل { $all }
    [many] { $count } منظمة من أصل { $all }
   *[other] { $count } منظمة من أصل { $all }
}
sentence-source-gone = { $receipt }: لم يعد منشورا
sentence-on = { $organisation }: { $title }
sentence-versions = الإصدارات
sentence-version = الإصدار { $number }، { $time }، { $name }
sentence-version-sources = { $count ->
    [0] بلا مصادر
    [zero] بلا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرا
   *[other] { $count } مصدر
}
sentence-changed-title = غيّر شخص آخر هذه الجملة
sentence-changed-what = ما كتبه وارد في قائمة الإصدارات أدناه، وكلماتكم في الاستمارة. احفظوا مرة أخرى لتحل كلماتكم محل كلماته.
sentence-read-only = تقرؤون هذا الجزء وتبدون ملاحظات. ويكتبه ميسّروه والرئيس.
remark-title = الملاحظات
remark-none = لا ملاحظات.
remark-text = ملاحظتكم
remark-hint = يقرؤها كل من يكتب الموجز. ولا تُنشر أبدا.
remark-button = إضافة الملاحظة
remark-settle = سُوّيت
remark-settle-of = تسوية الملاحظة «{ $text }»
remark-settled = سُوّيت في { $time }
remark-open = { $count ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
hand-in-button = تسليمه إلى الرئيس
hand-in-what = بعد ذلك لا يغيّر هذا الجزء إلا الرئيس والأمانة إلى أن يعيداه.
give-back-button = إعادته إلى الميسّرين
handed-in-notice = سُلِّم هذا الجزء إلى الرئيس في { $time }.
words-of-number = كيف تُذكر الأعداد
words-of-number-what = «واحدة» و«اثنتان» على ظاهرهما. و«عدة» من ثلاث إلى { $several }، و«كثيرة» { $many } فأكثر، و«معظم» أكثر من نصف المنظمات التي نُشرت مساهماتها فيما يتناوله الجزء ({ $all } الآن).
number-one = { $first ->
   *[no] منظمة واحدة
}
number-two = { $first ->
   *[no] منظمتان
}
number-several = { $first ->
   *[no] عدة منظمات
}
number-many = { $first ->
   *[no] منظمات كثيرة
}
number-most = { $first ->
   *[no] معظم المنظمات
}
number-none = { $first ->
   *[no] لا منظمة
}
refused-part-handed-in = سُلِّم هذا الجزء إلى الرئيس، ويمكن للرئيس إعادته.
refused-chairs-own-words = لا يكتب بكلمات الرئيس نفسه إلا الرئيس والأمانة. استشهدوا بما تستند إليه الجملة.
fault-too-many = العدد كبير: { $max } على الأكثر
fault-unknown-receipt = أحد الأرقام ليس رقم ورقة أو تعليق منشور في هذه الدورة

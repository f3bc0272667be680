# Themes: the tree of a queue, what inputs bear, merging and splitting, the public pages.
themes-title = المواضيع
themes-of = المواضيع: { $queue }
themes-lede = ما تتناوله مساهمات هذه القائمة. أنتم تنشئون المواضيع وتضعونها على المساهمات، ولا تحمل مساهمة موضوعا من تلقاء نفسها. ويظهر الموضوع للجميع حالما تحمله مساهمة علنية.
themes-open = المواضيع المفتوحة
themes-none = لا مواضيع بعد
themes-none-what = أنشئوا أول موضوع أدناه. ويجوز أن تحمل المساهمة عدة مواضيع.
theme-inputs = { $count ->
    [0] لا مساهمات
    [zero] لا مساهمات
    [one] مساهمة واحدة
    [two] مساهمتان
    [few] { $count } مساهمات
    [many] { $count } مساهمة
   *[other] { $count } مساهمة
}
theme-waiting = { $count ->
    [zero] لا شيء ينتظر
    [one] واحدة تنتظر
    [two] اثنتان تنتظران
    [few] { $count } تنتظر
    [many] { $count } تنتظر
   *[other] { $count } تنتظر
}
themes-without = { $count ->
    [zero] كل ما ينتظر يحمل موضوعا
    [one] مساهمة واحدة تنتظر ولا تحمل موضوعا
    [two] مساهمتان تنتظران ولا تحملان موضوعا
    [few] { $count } مساهمات تنتظر ولا تحمل موضوعا
    [many] { $count } مساهمة تنتظر ولا تحمل موضوعا
   *[other] { $count } مساهمة تنتظر ولا تحمل موضوعا
}
theme-up = إلى أعلى
theme-down = إلى أسفل
theme-up-of = إلى أعلى: { $name }
theme-down-of = إلى أسفل: { $name }
theme-choose = اختيار { $name }
themes-merge-button = دمج المختار
themes-new = موضوع جديد
theme-name = اسم الموضوع
theme-name-hint = بضع كلمات كما سترد في القوائم. ويقرأها الجميع حالما تحمل مساهمة علنية هذا الموضوع.
theme-language = لغة الاسم
theme-parent = يقع تحت
theme-parent-hint = للمواضيع ثلاثة مستويات على الأكثر.
theme-parent-none = لا شيء: في الأعلى
theme-create = إنشاء الموضوع
themes-ended = المواضيع المنتهية
themes-ended-what = ما كان يحملها حين انتهت محفوظ معها.
theme-ending-ended = انتهى
theme-ending-merged = مدمج
theme-ending-split = مقسّم
theme-ending-undone = جرى الرجوع عنه
themes-history = آخر ما جرى
theme-history = ما جرى للموضوع
# What was done.
theme-act-create = أُنشئ «{ $name }»
theme-act-rename = صار اسم «{ $name }» الآن «{ $to }»
theme-act-move = انتقل «{ $name }» تحت «{ $to }»
theme-act-top = انتقل «{ $name }» إلى الأعلى
theme-act-order = تغير مكان «{ $name }»
theme-act-end = انتهى «{ $name }»
theme-act-reopen = أُعيد فتح «{ $name }»
theme-act-merge = دُمجت { $from } في { $into }
theme-act-split = قُسّم { $from } إلى { $into }
theme-act-undo-merge = جرى الرجوع عن دمج
theme-act-undo-split = جرى الرجوع عن تقسيم
theme-quoted = «{ $name }»
theme-act-undone = جرى الرجوع عنه لاحقا
theme-changed-title = تغيرت المواضيع بعد أن فتحتم هذه الصفحة
theme-changed-what = لم يُنفَّذ شيء مما أرسلتموه، وما أدخلتموه ما زال في الاستمارة. وقد جرى في هذه الأثناء ما يلي:
theme-changed-again = انظروا إلى الوضع الحالي ثم أرسلوا من جديد.
themes-done-undo = قراءة هذا الإجراء أو الرجوع عنه
# One theme.
theme-eyebrow = موضوع · { $queue }
theme-fact-queue = القائمة
theme-fact-state = الحالة
theme-state-open = مفتوح
theme-rename-title = الاسم
theme-rename-button = حفظ الاسم
theme-move-title = نقله تحت موضوع آخر
theme-move-what = ينتقل معه ما يقع تحته.
theme-move-button = نقل الموضوع
theme-end-title = إنهاؤه
theme-end-what = لا يمكن لأحد أن يختاره بعد ذلك، ولا تظهره صفحة بجانب مساهمة. وما يحمله الآن محفوظ: فإذا أُعيد فتحه حمله كله من جديد. ويجب إنهاء المواضيع التي تحته أو نقلها أولا.
theme-end-button = إنهاء الموضوع
theme-reopen-title = إعادة فتحه
theme-reopen-what = يعود إلى مكانه، وما كان يحمله حين انتهى يحمله من جديد.
theme-reopen-button = إعادة فتح الموضوع
theme-split-link = تقسيم هذا الموضوع
theme-items = المساهمات التي تحمله
theme-items-ended = المساهمات التي كانت تحمله حين انتهى
theme-items-none = لا تحمله أي مساهمة
theme-items-none-what = ضعوه على المساهمات من صفحاتها، أو على عدة مساهمات معا من القائمة.
theme-items-none-there = لا شيء آخر يحمله
theme-items-none-there-what = ما كان في هذه الصفحة لم يعد يحمله.
theme-items-pages = صفحات المساهمات
theme-items-next = الصفحة التالية
theme-items-first = الصفحة الأولى
theme-lineage = من أين جاء وإلى أين صار
theme-from-merge = جاء من { $themes }، بدمج أجراه { $office } في { $time }.
theme-from-split = جاء من { $themes }، بتقسيم أجراه { $office } في { $time }.
theme-into-merge = دُمج في { $themes }، على يد { $office } في { $time }.
theme-into-split = قُسّم إلى { $themes }، على يد { $office } في { $time }.
theme-lineage-undone = جرى الرجوع عن ذلك لاحقا.
# Merging.
theme-merge-title = دمج المواضيع
theme-merge-lede = تصير موضوعا واحدا جديدا تحمله كل مساهمة كانت تحمل أحدها. وتنتهي هي وتذكر إلى أين صارت. ويجوز الرجوع عن ذلك ما دام لم يحدث للموضوع الجديد شيء آخر.
theme-merge-which = المواضيع التي تُدمج
theme-merge-into = الموضوع الجديد
theme-merge-button = دمج هذه المواضيع
# Splitting.
theme-split-title = تقسيم «{ $name }»
theme-split-lede = يصير موضوعين جديدين أو أكثر، وكل مساهمة تحمله تحمل واحدا منها. وينتهي هو ويذكر إلى أين صار. ويجوز الرجوع عن ذلك ما دام لم يحدث للمواضيع الجديدة شيء آخر.
theme-split-parts = المواضيع الجديدة
theme-split-part = الموضوع الجديد { $number }
theme-split-language = لغة الأسماء
theme-split-rest = يذهب ما لم يُفرز إلى
theme-split-rest-hint = لئلا يضيع شيء: ومنه ما يُضاف إليه قبل أن ترسلوا هذه الاستمارة.
theme-split-sort = فرز ما يحمله
theme-split-sort-what = الأحدث أولا. وما تتركونه يذهب مع الباقي.
theme-split-with-rest = مع الباقي
theme-split-below = فرز المواضيع التي تحته
theme-split-more = { $count ->
    [zero] كل ما يحمله مذكور هنا.
    [one] مساهمة أخرى تحمله ولم تُذكر هنا. وهي تذهب مع الباقي.
    [two] مساهمتان أخريان تحملانه ولم تُذكرا هنا. وهما تذهبان مع الباقي.
    [few] { $count } مساهمات أخرى تحمله ولم تُذكر هنا. وهي تذهب مع الباقي.
    [many] { $count } مساهمة أخرى تحمله ولم تُذكر هنا. وهي تذهب مع الباقي.
   *[other] { $count } مساهمة أخرى تحمله ولم تُذكر هنا. وهي تذهب مع الباقي.
}
theme-split-own = تحمل اسم منظمتكم: تذهب مع الباقي
theme-split-nothing = لا تحمله أي مساهمة.
theme-split-button = تقسيم هذا الموضوع
# One act.
theme-act-fact-who = الجهة
theme-undo-title = الرجوع عنه
theme-undo-what = تنتهي المواضيع الجديدة، وتُفتح القديمة من جديد حيث كانت، وتحمل كل مساهمة ما كانت تحمله من قبل. ويبقى ما جرى في السجل ومعه أنه جرى الرجوع عنه.
theme-undo-button = الرجوع عن هذا الإجراء
theme-undo-none-title = لا يمكن الرجوع عنه
theme-undo-field = الرجوع
# The themes of an input.
tags-title = المواضيع
tags-page-title = مواضيع { $title }
tags-none = لا تحمل موضوعا بعد.
tags-through = عن طريق { $themes }
tags-suggested = مقترحة
tags-suggested-what = من كلمات هذه المساهمة، بمقارنتها على هذا الخادم بأسماء المواضيع وبما يحملها. والقرار لكم.
tags-because = لأن النص يقول { $words }
tags-shared = { $count ->
    [zero] لا مساهمة أخرى تحمل هذا الموضوع تقول «{ $word }»
    [one] مساهمة واحدة تحمل هذا الموضوع تقول «{ $word }» أيضا
    [two] مساهمتان تحملان هذا الموضوع تقولان «{ $word }» أيضا
    [few] { $count } مساهمات تحمل هذا الموضوع تقول «{ $word }» أيضا
    [many] { $count } مساهمة تحمل هذا الموضوع تقول «{ $word }» أيضا
   *[other] { $count } مساهمة تحمل هذا الموضوع تقول «{ $word }» أيضا
}
tags-all = جميع المواضيع
tags-above = مقترح أعلاه
tags-save = حفظ المواضيع
tags-own = تحمل اسم منظمتكم: يضع ميسّر آخر مواضيعها.
tags-no-themes = لا مواضيع في هذه القائمة بعد.
tags-manage = مواضيع هذه القائمة
tags-back = العودة إلى المساهمة
tags-changed-title = طرأ تغيير بعد أن فتحتم هذه الصفحة
tags-changed-what = لم يُحفظ شيء. وما اخترتموه ما زال في الاستمارة، وما دُمج في هذه الأثناء مختار باسمه الجديد.
tags-several-title = إضافة موضوع
tags-several-what = إلى جميع هذه المساهمات، إلى جانب ما تحمله من مواضيع. ولا يُبتّ بذلك في شيء.
tags-several-field = الموضوع المضاف
tags-several-button = إضافة الموضوع
tags-several-done = { $count ->
    [zero] لم يُضف إلى شيء
    [one] أُضيف إلى مساهمة واحدة
    [two] أُضيف إلى مساهمتين
    [few] أُضيف إلى { $count } مساهمات
    [many] أُضيف إلى { $count } مساهمة
   *[other] أُضيف إلى { $count } مساهمة
}
tags-several-not = ما لم يُضف إليه
tags-several-none = لم يُضف شيء
queue-filter-theme = الموضوع
queue-filter-theme-none = بلا موضوع
queue-themes-link = مواضيع هذه القائمة
# In public.
theme-public-count = { $count ->
    [zero] لا مساهمات علنية
    [one] مساهمة علنية واحدة
    [two] مساهمتان علنيتان
    [few] { $count } مساهمات علنية
    [many] { $count } مساهمة علنية
   *[other] { $count } مساهمة علنية
}
theme-public-items = المساهمات العلنية
theme-public-below = المواضيع التي تحته
theme-public-gone = يستمر هذا الموضوع باسم آخر، وتجدون هناك ما قيل فيه.
subgroup-themes = المواضيع
subgroup-themes-what = ما تتناوله المساهمات العلنية كما يراها الميسّرون.
input-themes = المواضيع
# What is refused.
fault-theme-name-taken = لموضوع آخر بجانبه هذا الاسم. اختاروا اسما آخر.
fault-theme-too-deep = للمواضيع { $max } مستويات على الأكثر. اختاروا مكانا أعلى.
fault-too-many-themes = في هذه القائمة { $max } موضوع مفتوح أصلا. ادمجوا بعضها أو أنهوه أولا.
fault-theme-under-itself = لا يقع موضوع تحت نفسه، ولا تحت موضوع ينتهي معه.
fault-themes-below = تحته مواضيع. أنهوها أو انقلوها أولا.
fault-theme-above-ended = الموضوع الذي يقع تحته غير مفتوح. افتحوه أولا أو اختاروا مكانا آخر.
fault-too-few-themes = اختاروا موضوعين على الأقل.
refused-not-in-queue = ليست في أي قائمة بعد الآن: سحبها أصحابها أو حلت ورقة أخرى محلها.
refused-theme-of-another-queue = هذا الموضوع لقائمة أخرى، أو انتهى.
refused-themes-used-since = حدث للمواضيع الجديدة شيء بعد ذلك: جرى تغييرها، أو وُضعت على مساهمات أو أُزيلت عن بعضها. ادمجوا المواضيع أو قسّموها كما هي الآن بدلا من ذلك.
refused-taken-back-already = سبق الرجوع عن ذلك، أو هو مما لا يُرجع عنه: افعلوا العكس بدلا من ذلك.
themes-whole-body = مواضيع الورقات إلى الهيئة بكاملها

# ما نُشر من دورة: معدودا ومسرودا ومن قدمه.
stat-title = الإحصاءات
stat-link = إحصاءات هذه الدورة
stat-lede = كل ما نُشر في هذه الدورة معدودا. وكل رقم يقود إلى ما يعدّه.
stat-as-of = حتى { $time }
stat-method = طريقة العدّ
stat-method-what = تُحسب المساهمة مرة واحدة تحت المنظمة التي تقودها: الورقة المشتركة ورقة واحدة. وتُحسب المنظمة مرة واحدة سواء قادت مساهمة أو وضعت اسمها عليها. وما ورد بعد الموعد النهائي وقُبل يُحسب متأخرا ولا يُحسب في موضع آخر. ولا يُحسب ما ينتظر البت أو أُعيد أو رُفض أو سُحب أو كان للرئيس وحده.
stat-none = لم يُنشر شيء في هذه الدورة بعد
stat-none-what = تُحسب المساهمة هنا حالما يقبلها الميسّرون.
stat-papers = الورقات
stat-comments = التعليقات
stat-proposals = المقترحات
stat-proposals-of = منها مقترحات بشأن النص
stat-late = المتأخرة
stat-late-inputs = وردت متأخرة
stat-organisations = المنظمات
stat-joint = ورقات تحمل عدة أسماء
stat-by-type = حسب نوع المنظمة
stat-by-region = حسب المجموعة الإقليمية
stat-crossed = المنظمات حسب المجموعة الإقليمية والنوع
stat-by-language = حسب اللغة
stat-by-subgroup = حسب الفريق الفرعي
stat-by-paragraph = حسب الفقرة
stat-by-paragraph-caption = التعليقات حسب الفقرة: كلما اشتد اللون كثر ما قيل
stat-by-day = عبر الزمن
stat-type = النوع
stat-region = المجموعة الإقليمية
stat-language = اللغة
stat-subgroup = الفريق الفرعي
stat-paragraph = الفقرة
stat-share = الحصة
stat-total = المجموع
stat-as-table = عرض في جدول
stat-silent = لا تعليقات على الفقرات: { $paragraphs }
stat-separator = {"، "}
stat-day = اليوم
stat-inputs = المساهمات
stat-day-last = آخر 24 ساعة
stat-day-before = { $days ->
    [zero] قبل آخر 24 ساعة بأقل من يوم
    [one] قبل آخر 24 ساعة بيوم واحد
    [two] قبل آخر 24 ساعة بيومين
    [few] قبل آخر 24 ساعة بـ{ $days } أيام
    [many] قبل آخر 24 ساعة بـ{ $days } يوما
   *[other] قبل آخر 24 ساعة بـ{ $days } يوم
}
stat-day-after = بعد الموعد النهائي بمهلة إضافية ممنوحة
stat-days-caption = { $round }: المساهمات يوما بيوم حتى الموعد النهائي
stat-opens = الافتتاح: { $date }
stat-closes = الموعد النهائي: { $date }
stat-last-share = { $count ->
    [0] لم يرد شيء في آخر 24 ساعة قبل الموعد النهائي.
    [zero] لم يرد شيء في آخر 24 ساعة قبل الموعد النهائي.
    [one] وردت مساهمة واحدة من أصل { $all } في آخر 24 ساعة قبل الموعد النهائي.
    [two] وردت مساهمتان من أصل { $all } في آخر 24 ساعة قبل الموعد النهائي.
    [few] وردت { $count } مساهمات من أصل { $all } في آخر 24 ساعة قبل الموعد النهائي.
    [many] وردت { $count } مساهمة من أصل { $all } في آخر 24 ساعة قبل الموعد النهائي.
   *[other] وردت { $count } مساهمة من أصل { $all } في آخر 24 ساعة قبل الموعد النهائي.
}
stat-contributors = المساهمون
stat-contributors-link = قائمة المساهمين
stat-contributors-lede = جميع المنظمات التي ترد أسماؤها على شيء نُشر في هذه الدورة.
stat-contributors-count = { $count ->
    [0] لا توجد منظمات
    [zero] لا توجد منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $count } منظمات
    [many] { $count } منظمة
   *[other] { $count } منظمة
}
stat-signed = ورقات لغيرها وقّعتها
stat-standing = الاعتماد
stat-contributors-none = لم يُعثر على أي منظمة
stat-contributors-none-what = جرِّبوا شروطا أقل أو اعرضوا جميع المساهمين.
stat-inputs-title = المساهمات المنشورة
stat-inputs-lede = الورقات والتعليقات المنشورة في هذه الدورة، الأحدث أولا.
stat-inputs-none = لم يُعثر على أي مساهمة
stat-inputs-none-what = جرِّبوا شروطا أقل أو اعرضوا جميع مساهمات الدورة.
stat-filter-title = عرض بعضها فقط
stat-filter-kind = الصنف
stat-filter-received = وقت الورود
stat-filter-written = لغة الكتابة
stat-filter-subgroup = مقدمة إلى
stat-received-in-time = في الموعد
stat-received-late = متأخرة
stat-clear = عرض الكل
stat-asked-provision = بشأن: { $name }
stat-asked-organisation = من: { $name }
stat-asked-signatory = وقّعتها: { $name }
stat-asked-round = في: { $name }
stat-pages = الصفحات
stat-first = الصفحة الأولى
stat-next = الصفحة التالية
stat-back = إحصاءات الدورة

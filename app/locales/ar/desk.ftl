# مكتبي.
desk-title = مكتبي
desk-for = { $name } · { $function } · { $organisation }
desk-rounds = المطلوب الآن
desk-no-rounds = لا توجد جولة مفتوحة حاليا
desk-no-rounds-what = متى دعت إحدى الهيئات إلى تقديم المساهمات ظهرت الجولة وموعدها النهائي هنا. وتبقى مسوداتكم أدناه.
desk-task-confirmed = تأكد عنوان البريد الإلكتروني
desk-task-confirm = تأكيد عنوان البريد الإلكتروني
desk-task-joined = الانضمام إلى فريق فرعي
desk-task-join = الانضمام إلى فريق فرعي
desk-task-join-hint = في صفحة الفريق الفرعي الذي تتناول ورقتكم موضوعه.
desk-task-write = كتابة ورقة الموقف
desk-task-submit = تقديم ورقة الموقف
desk-task-submit-hint = لا يُعتد بالمسودة إلا بعد تقديمها.
desk-task-comment = التعليق على فقراته
desk-task-comment-hint = اختاروا فقرة من مشروع النص.
desk-state-done = تم
desk-state-to-do = لم يُنجز بعد
desk-state-not-submitted = لم تُقدَّم
desk-state-cannot-yet = لا يمكن البدء بعد
desk-state-no-draft = لا توجد مسودة بعد
desk-comments-sent = { $count ->
    [zero] لم يُرسل أي تعليق
    [one] أُرسل تعليق واحد
    [two] أُرسل تعليقان
    [few] أُرسلت { $count } تعليقات
    [many] أُرسل { $count } تعليقا
   *[other] أُرسل { $count } تعليق
}
desk-comments-unsent = { $count ->
    [zero] لا توجد تعليقات غير مرسلة
    [one] تعليق واحد لم يُرسل
    [two] تعليقان لم يُرسلا
    [few] { $count } تعليقات لم تُرسل
    [many] { $count } تعليقا لم تُرسل
   *[other] { $count } تعليق لم تُرسل
}
desk-receipt = الإيصال
desk-open = فتح الورقة
desk-own-papers = ورقاتكم
desk-no-papers = لا توجد ورقات بعد
desk-no-papers-what = تظهر هنا مسوداتكم وورقاتكم المقدَّمة وما آلت إليه.
desk-own-comments = تعليقاتكم
desk-no-comments = لا توجد تعليقات بعد
desk-no-comments-what = يظهر هنا ما تقولونه بشأن فقرات مشاريع النصوص وما آل إليه.
desk-edit = مواصلة الكتابة
desk-check = التحقق قبل التقديم
desk-reason = قراءة السبب والتنقيح
desk-reason-declined = قراءة السبب
desk-moderator = قوائم الانتظار لديكم
desk-queue-waiting = { $count ->
    [0] لا شيء في الانتظار
    [zero] لا شيء في الانتظار
    [one] مساهمة واحدة تنتظر البت
    [two] مساهمتان تنتظران البت
    [few] { $count } مساهمات تنتظر البت
    [many] { $count } مساهمة تنتظر البت
   *[other] { $count } مساهمة تنتظر البت
}
desk-queue-progress = بُت في { $decided } من أصل { $total }
desk-open-queues = فتح قوائم الانتظار
desk-office = { $role }، { $body }
desk-office-rounds = الجولات والمواعيد النهائية
desk-office-no-rounds = لا توجد جولات بعد.
desk-change-deadline = تغيير الموعد النهائي
desk-office-sessions = الدورات
desk-summary = الموجز الموحد
desk-other-sessions = دورات سابقة ولاحقة
desk-office-offices = من يشغل أي منصب
desk-manage-subgroup = إدارة { $code }

# الأفرقة الفرعية: الانضمام بالموافقة، والمغادرة، والمتابعة، والأعضاء، والطلبات، والإعلانات.
joining-open = مفتوح: تنضم المنظمات بنفسها
joining-on-approval = بالموافقة: يقرر الميسّر
subgroup-ask = طلب الانضمام
subgroup-ask-what = يقبل هذا الفريق الفرعي الأعضاء بالموافقة: يقرر الميسّر ويبلغكم بالبريد الإلكتروني. ولا يرتب الانضمام أي التزام.
subgroup-asked = طلبت { $organisation } الانضمام وتنتظر قرار الميسّر.
subgroup-join-several = تعملون باسم أكثر من منظمة. عودوا إلى هذه الصفحة للانضمام باسم منظمة أخرى.
subgroup-withdraw = سحب الطلب
subgroup-leave = مغادرة الفريق الفرعي
subgroup-leave-what = يبقى ما ساهمتم به. ويمكنكم الانضمام من جديد.
subgroup-follow = متابعة
subgroup-unfollow = وقف المتابعة
subgroup-follow-heading = الإعلانات
subgroup-follow-what = يتلقى المتابعون إعلانات هذا الفريق الفرعي بالبريد الإلكتروني، أيا كان ما تفعله منظماتهم.
subgroup-follows = أنتم تتابعون هذا الفريق الفرعي.
subgroup-announcements-none = لم يُعلن شيء بعد
subgroup-announcements-none-what = يرد هنا ما يعلنه الميسّر أو الرئيس أو الأمانة، ويُرسل إلى الأعضاء والمتابعين بالبريد الإلكتروني.
subgroup-announced-by = { $by }، { $time }
subgroup-moderators = الميسّرون
subgroup-moderators-none = لا يوجد ميسّر في المنصب. يعيّنه الرئيس.
subgroup-members-by-type = الأعضاء حسب النوع
subgroup-members-by-region = الأعضاء حسب المنطقة
subgroup-members-type = النوع
subgroup-members-region = المنطقة
subgroup-all-members = جميع الأعضاء
subgroup-all-papers = جميع الورقات
subgroup-manage = إدارة هذا الفريق الفرعي
subgroup-members-title = أعضاء { $subgroup }
subgroup-papers-title = الورقات الموجهة إلى { $subgroup }
subgroup-list-empty = لا شيء في هذه الصفحة
subgroup-list-empty-what = عودوا إلى الصفحة الأولى.
manage-title = إدارة { $subgroup }
manage-lede = كيف تنضم المنظمات، ومن طلب الانضمام، وما تعلنونه.
manage-requests = طلبات الانضمام
manage-requests-none = لم تطلب أي منظمة الانضمام
manage-requests-none-what = حيثما كان الانضمام بالموافقة ترد الطلبات هنا، الأقدم فالأحدث.
manage-asked = طلبت الانضمام في { $time }
manage-own = منظمتكم: يقرر شخص آخر
manage-not-public = ليست معلنة بعد
manage-joining = كيفية انضمام المنظمات
manage-joining-what = يبقى من انضم. ولا يزال بالإمكان البت في أمر من طلب.
manage-joining-button = حفظ
manage-announce = الإعلانات
manage-followers = { $count ->
    [0] لا يتابع أحد هذا الفريق الفرعي.
    [zero] لا يتابع أحد هذا الفريق الفرعي.
    [one] يتابع شخص واحد هذا الفريق الفرعي.
    [two] يتابع شخصان هذا الفريق الفرعي.
    [few] يتابع { $count } أشخاص هذا الفريق الفرعي.
    [many] يتابع { $count } شخصا هذا الفريق الفرعي.
   *[other] يتابع { $count } شخص هذا الفريق الفرعي.
}
manage-write = كتابة إعلان
manage-drafts = لم تُرسل بعد
request-title = طلب انضمام من { $organisation }
request-lede = يجوز للأعضاء تقديم ورقات موقف إلى { $subgroup }. ويُبلَّغ جميع أعضاء المنظمة بقراركم.
join-request-reason-hint = لازم لرفض الطلب. وتقرؤه المنظمة.
request-approve = قبول الطلب
join-request-decline = رفض الطلب
request-none = لا تنتظر هذه المنظمة قرارا.
request-back = العودة إلى الطلبات
request-mail-subject = طلبت { $organisation } الانضمام إلى { $code }
request-mail-words = تطلب «{ $organisation }» الانضمام إلى الفريق الفرعي «{ $subgroup }».
request-mail-link = للبت في الطلب: { $link }
member-mail-approved-subject = انضممتم إلى { $code }
member-mail-approved = أصبحت «{ $organisation }» عضوا في الفريق الفرعي «{ $subgroup }»، ويجوز لها تقديم ورقات موقف إليه.
member-mail-declined-subject = رُفض الطلب: { $code }
member-mail-declined = رُفض طلب «{ $organisation }» الانضمام إلى الفريق الفرعي «{ $subgroup }».
member-mail-link = الفريق الفرعي: { $link }
announce-title = كتابة إعلان
announce-lede = يُرسل بالبريد الإلكتروني إلى جهات الاتصال في المنظمات الأعضاء وإلى المتابعين، ويرد في صفحة الفريق الفرعي. وترونه مرة أخرى قبل إرساله.
announce-subject = الموضوع
announce-button = المراجعة قبل الإرسال
announce-cancel = العودة إلى الفريق الفرعي
announcement-check = مراجعة الإعلان
announcement-recipients = { $count ->
    [0] لن يُرسل إلى أحد بعد: لا يوجد أعضاء ولا متابعون بعنوان مؤكد.
    [zero] لن يُرسل إلى أحد بعد: لا يوجد أعضاء ولا متابعون بعنوان مؤكد.
    [one] يُرسل بالبريد الإلكتروني إلى شخص واحد.
    [two] يُرسل بالبريد الإلكتروني إلى شخصين.
    [few] يُرسل بالبريد الإلكتروني إلى { $count } أشخاص.
    [many] يُرسل بالبريد الإلكتروني إلى { $count } شخصا.
   *[other] يُرسل بالبريد الإلكتروني إلى { $count } شخص.
}
announcement-send = إرسال الإعلان
announcement-change = تعديله
announcement-limit = يرسل الفريق الفرعي ثلاثة إعلانات في اليوم على الأكثر.
announcement-by = { $by }، { $subgroup }
announcement-sent = أُرسل في { $time }
announcement-mail-subject = [{ $code }] { $subject }
announcement-mail-intro = إعلان من «{ $by }» إلى أعضاء الفريق الفرعي «{ $subgroup }» ومتابعيه:
announcement-mail-link = الإعلان في البوابة: { $link }
announcement-mail-why = تتلقون هذه الرسالة لأنكم جهة اتصال في منظمة عضو أو لأنكم تتابعون الفريق الفرعي: { $link }

# Acts of moderation, and the public list of reasons.
moderation-act-accept = قُبلت
moderation-act-return = أُعيدت للتنقيح
moderation-act-decline = رُفضت
moderation-act-move = نُقلت إلى قائمة أخرى
moderation-act-undo = جرى الرجوع عنه
moderation-act-appeal-granted = قُبل التظلم
moderation-act-appeal-dismissed = رُفض التظلم
moderation-act-redact = حُجبت كلمات

reason-code-unclear = غير واضح
reason-code-incomplete = غير مكتمل
reason-code-off-topic = خارج الموضوع
reason-code-duplicate = قُدّم مرتين
reason-code-personal-data = بيانات شخصية
reason-code-confidential = معلومات سرية
reason-code-abusive = إهانة أو تهديد
reason-code-unlawful = محتوى غير قانوني
reason-code-advertising = دعاية
reason-code-no-mandate = بلا تفويض
reason-code-other = سبب آخر

reason-words-unclear = لا يُعرف ما المقترح، أو أي فقرة يخص. قولوه من فضلكم بحيث يُقرأ دون تخمين.
reason-words-incomplete = ينقص شيء مما تطلبه الجولة. أضيفوه من فضلكم.
reason-words-off-topic = لا يتناول ما تطلبه هذه الجولة.
reason-words-duplicate = سبق أن قدمت منظمتكم الشيء نفسه. ويبقى الأول قائما ومحسوبا.
reason-words-personal-data = يذكر أشخاصا أو كيفية الوصول إليهم. وما يُنشر هنا يبقى علنيا: احذفوا ذلك من فضلكم.
reason-words-confidential = يتضمن معلومات لا يبدو أن لكم أن تنشروها.
reason-words-abusive = يتضمن إهانة أو تهديدا. رأيكم في النص موضع ترحيب، أما الكلام ضد الأشخاص أو الشعوب فلا.
reason-words-unlawful = لا يجوز نشره قانونا.
reason-words-advertising = يروّج لمنتج أو خدمة.
reason-words-no-mandate = لم يُرسل باسم المنظمة المذكورة فيه.
reason-words-other = يوضح الميسّر السبب بكلماته.

decision-code = السبب
decision-code-none = لا يلزم سبب للقبول
decision-code-hint = من القائمة العلنية. يقرأه صاحب المساهمة مع شرحه بلغته. وهو لازم لطلب التنقيح وللرفض.
decision-words = بكلماتكم
decision-words-hint = يقرأها صاحب المساهمة أيضا. ولا تلزم إلا حيث لا يكفي السبب وحده.
decision-code-list = معنى الأسباب
decision-by-office = { $office } في { $time }
decision-by-name = { $office } ({ $name }) في { $time }
decision-office-moderator = ميسّر { $subgroup }
decision-office-secretariat = الأمانة
decision-office-chair = الرئيس
decision-moved-to = إلى: { $subgroup }
decision-was-undone = جرى الرجوع عنه لاحقا
decision-link = قراءة هذا القرار
decision-link-undo = الرجوع عن هذا القرار
decision-link-appeal = التظلم من هذا القرار
fault-not-a-reason-for-it = هذا السبب لا يصلح لهذا القرار. اختاروا سببا آخر أو قرارا آخر.

decision-changed-words = غيّرها أصحابها في هذه الأثناء. أعيدوا قراءتها قبل أن تقرروا.

queue-move-title = النقل إلى قائمة أخرى
queue-move-what = لورقة ينبغي أن يقرأها فريق فرعي آخر. لا يتغير فيها شيء، ويقرر ميسّرو ذلك الفريق بشأنها، ويُبلّغ أصحابها.
queue-move-to = إلى أين
queue-move-whole-body = الهيئة بكاملها: الأمانة
queue-move-reason = لماذا
queue-move-reason-hint = يقرأه أصحابها والميسّرون الآخرون. ويجوز أن يبقى فارغا.
queue-move-button = نقل الورقة
refused-there-already = الورقة في تلك القائمة أصلا. اختاروا قائمة أخرى.

recent-title = آخر القرارات
recent-what = يجوز الرجوع عن كل قرار ما دام لم يحدث للمساهمة شيء آخر، إلا الجواب عن تظلم.

act-title = { $act }: { $title }
act-eyebrow = إجراء
act-fact-what = ما جرى
act-fact-who = الجهة
act-fact-reason = السبب
act-fact-input = المساهمة
act-fact-organisation = المنظمة
act-fact-state = حالتها الآن
undo-title = الرجوع عنه
undo-what-decision = تعود المساهمة إلى انتظار قرار في القائمة التي هي فيها. وما كان علنيا لا يبقى علنيا، أما منظمة أصبحت علنية به فتبقى كذلك. ويبقى القرار في السجل ومعه أنه جرى الرجوع عنه.
undo-what-move = تعود الورقة إلى القائمة التي نُقلت منها.
undo-words = السبب
undo-words-hint = يقرأه أصحابها.
undo-button = الرجوع عن هذا القرار
undo-none-title = لا يمكن الرجوع عنه
refused-nothing-to-undo = حدث لهذه المساهمة شيء بعد ذلك، من الميسّرين أو من أصحابها، أو سبق الرجوع عن القرار.
refused-revision-begun = بدأ أصحابها تنقيحها. انتظروا ما سيرسلونه وقرروا بشأنه.

mail-undone-subject = الرجوع عن قرار: { $title }
mail-undone = جرى الرجوع عن القرار بشأن «{ $title }». وتنتظر المساهمة قرارا من جديد.
mail-undone-hidden = كانت المساهمة علنية، ولم تعد كذلك إلى أن يصدر القرار.
mail-moved-subject = نقل إلى قائمة أخرى: { $title }
mail-moved = نُقلت «{ $title }» إلى { $queue }. ويبتّ فيها المسؤولون عن تلك القائمة. ولم يتغير فيها شيء.
mail-moved-whole-body = قائمة الهيئة بكاملها
mail-act-reason = السبب: { $reason }
mail-act-words = بكلمات الميسّر: { $words }
decision-code-both = لطلب التنقيح أو للرفض
decision-code-return = لطلب التنقيح فقط
decision-code-decline = للرفض فقط
mail-moved-back = عادت «{ $title }» إلى القائمة التي نُقلت منها.
undo-button-move = إعادة الورقة إلى قائمتها
decision-last = آخر إجراء: { $act }، { $office }، { $time }.

# أعضاء المنظمة: المهام والدعوات والطلبات وتسليم جهة الاتصال، والعثور على المنظمة، والرسائل المتعلقة بذلك.
members-title = الأعضاء
members-lede = الحسابات شخصية. تقدِّم جهة الاتصال المساهمات وتتولى شؤون الأعضاء، ويكتب المحرِّرون، ويطّلع المراجِعون. ويبقى ما كتبه العضو لدى المنظمة بعد مغادرته.
members-list = الأعضاء الحاليون
member-since = عضو منذ { $since }
member-manage = إدارة عضوية { $name }
member-change = تغيير مهمة { $name }
member-remove = إنهاء عضوية { $name }
hand-over-hint = بالتسليم يصبح هذا الشخص جهة الاتصال وتصبحون محرِّرين.
hand-over-to = التسليم إلى { $name }
requests-title = طلبات الانضمام
requests-none = لا توجد طلبات
requests-none-what = تُعرض هنا طلبات الانضمام إلى منظمتكم إلى أن تجيبوا عنها. وتُبلَّغون بها أيضا بالبريد.
request-confirmed = العنوان مؤكد
request-unconfirmed = العنوان غير مؤكد: تحققوا من معرفتكم بهذا الشخص
request-accept = قبول { $name }
request-decline = رفض طلب { $name }
request-decline-summary = رفض الطلب المقدَّم من { $name }
request-reason-hint = يقرؤه صاحب الطلب في رسالة.
reason = السبب
invite-title = دعوة زميل
invite-email = البريد الإلكتروني
invite-email-hint = يتلقى الشخص رابطا صالحا لمدة 14 يوما.
invite-function = المهمة
invite-function-hint = جهة الاتصال: تقدِّم المساهمات وتتولى شؤون الأعضاء. المحرِّر: يكتب. المراجِع: يطّلع.
invite-button = إرسال الدعوة
invitations-open = الدعوات المفتوحة
invitation-until = صالحة حتى { $until }
invitation-expired = انقضت مدتها في { $until }
invitation-resend = إعادة الإرسال إلى { $email }
invitation-revoke = إلغاء دعوة { $email }
leave-title = المغادرة
leave-summary = مغادرة هذه المنظمة
leave-what = لن تروا مسوداتها بعد ذلك. ويبقى ما كتبتموه لدى المنظمة.
leave-button = مغادرة المنظمة
claims-title = جهة الاتصال
claim-summary = غادرت جهة الاتصال
claim-what = اطلبوا تولي المهمة. يُبلَّغ جميع الأعضاء، وجهة الاتصال أولا، ويمكنها الاعتراض خلال 7 أيام. ثم تبت الأمانة في الأمر، أو تبت فيه فورا إذا تعذر الوصول إلى جهة الاتصال.
claim-reason-hint = ما حدث، وسبب توليكم المهمة. يقرؤه جميع الأعضاء والأمانة.
claim-button = المطالبة بمهمة جهة الاتصال
claim-by = يطلب { $name } تولي مهمة جهة الاتصال
claim-open = يمكن لجهة الاتصال الاعتراض حتى { $until }
claim-open-now = في انتظار الأمانة
claim-objected = اعترضت جهة الاتصال، والأمر معروض على الأمانة
claim-confirmed = أكدتها الأمانة
claim-declined = رفضتها الأمانة
claim-withdrawn = سُحبت
claim-withdraw = سحب المطالبة
claim-object = الاعتراض على المطالبة
claim-object-hint = سبب بقائكم جهة الاتصال.
claim-decide-hint = يقرؤه جميع الأعضاء.
claim-confirm = تأكيد المطالبة
claim-reject = رفض المطالبة
claim-reject-summary = رفض هذه المطالبة
join-title = طلب الانضمام إلى { $organisation }
join-title-plain = طلب الانضمام إلى هذه المنظمة
join-lede = تتلقى جهة الاتصال فيها رسالة باسمكم وعنوانكم وما تكتبونه هنا، ثم تجيب.
join-message = رسالة
join-message-hint = ليست لازمة. من أنتم، وعلام تعملون.
join-button = طلب الانضمام إلى هذه المنظمة
find-title = العثور على منظمتكم
find-lede = انضموا إلى منظمة مسجَّلة أو سجِّلوا منظمة جديدة.
find-choice-title = هل منظمتكم إحدى هذه المنظمات؟
find-choice-lede = نعرف منظمات قد تكون منظمتكم. وينبغي أن يشترك الزملاء في منظمة واحدة، فهي تقدِّم ورقة واحدة في كل جولة وفريق فرعي.
find-suggestions = منظمات قد تكون منظمتكم
find-why-name = اسمها قريب من الاسم الذي ذكرتموه.
find-why-domain = لأعضائها عناوين في النطاق نفسه الذي فيه عنوانكم.
find-ask = طلب الانضمام إلى { $organisation }
find-none-of-these = ليست أيا منها: تسجيل { $organisation }
find-none-hint = تصبحون جهة الاتصال فيها ويمكنكم دعوة زملائكم.
find-search = البحث عنها
find-not-found-what = جرِّبوا بداية كلمة أخرى من اسمها، أو سجِّلوها أدناه.
find-new = تسجيل منظمة جديدة
find-register = تسجيل المنظمة
requests-own = طلباتكم
request-open = في انتظار جواب جهة الاتصال
request-declined = مرفوض
request-withdraw = سحب الطلب
register-trap = اتركوا هذا الحقل فارغا
confirm-colleagues = يشارك بالفعل آخرون لهم عناوين في النطاق نفسه.
confirm-colleagues-link = انظروا هل تنتمون إلى منظمة واحدة
desk-organisations = منظماتكم
desk-another = الانضمام إلى منظمة أخرى أو تسجيلها
desk-requests = { $count ->
    [one] طلب انضمام واحد
    [two] طلبا انضمام
    [few] { $count } طلبات انضمام
    [many] { $count } طلبا للانضمام
   *[other] { $count } طلب انضمام
}
desk-claims = { $count ->
    [one] مطالبة واحدة بمهمة جهة الاتصال
    [two] مطالبتان بمهمة جهة الاتصال
    [few] { $count } مطالبات بمهمة جهة الاتصال
    [many] { $count } مطالبة بمهمة جهة الاتصال
   *[other] { $count } مطالبة بمهمة جهة الاتصال
}
desk-choose = لم تختاروا منظمتكم بعد. ويمكنكم الكتابة متى اخترتموها.
desk-choose-link = اختيار المنظمة
desk-none = لا تنتمون إلى منظمة بعد. انضموا إلى منظمة أو سجِّلوا منظمتكم، وعندئذ يمكنكم الكتابة.
desk-none-link = العثور على منظمتكم
desk-waiting = طلبكم في انتظار الجواب. ويمكنكم الكتابة متى قُبل، أو يمكنكم تسجيل منظمة خاصة بكم.
invitation-title = دعوة إلى { $organisation }
invitation-lede = أنتم مدعوون إلى { $organisation } بصفة { $function }.
invitation-as = تقبلونها بالعنوان { $email }.
invitation-accept = قبول الدعوة
invitation-known = ثمة حساب بالعنوان { $email }. سجِّلوا الدخول لقبول الدعوة.
invitation-new = سيكون حسابكم بالعنوان { $email }، وقد أكده هذا الرابط.
invitation-register = التسجيل والقبول
invitation-gone-title = لا يمكن استخدام هذه الدعوة
invitation-gone-why = سبق قبولها، أو حلت محلها رسالة أحدث، أو أُلغيت، أو مضى عليها أكثر من 14 يوما.
invitation-gone-next = اطلبوا دعوة جديدة ممن دعاكم.
# الرسائل.
mail-member-subject = أوبن فلور: { $organisation }
mail-member-greeting = تحية طيبة { $name }،
mail-member-reason = السبب: { $reason }
mail-member-message = الرسالة: { $message }
mail-member-link = للاطلاع: { $link }
mail-joined = قبل { $name } الدعوة وأصبح عضوا في { $organisation } بصفة { $function }.
mail-asked = يطلب { $name } ({ $email }) الانضمام إلى { $organisation }. يرجى القبول أو الرفض.
mail-accepted = أصبحت عضوا في { $organisation } بصفة { $function }.
mail-declined = رُفض طلبك الانضمام إلى { $organisation }.
mail-changed = مهمتك الآن في { $organisation } هي { $function }.
mail-removed = لم تعد عضوا في { $organisation }. ويبقى ما كتبته لدى المنظمة.
mail-left = غادر { $name } منظمة { $organisation }.
mail-handed-over = سلَّم { $from } مهمة جهة الاتصال في { $organisation } إلى { $to }.
mail-claimed = يفيد { $name } بأن جهة الاتصال في { $organisation } قد غادرت ويطلب تولي المهمة.
mail-claimed-until = يمكن لجهة الاتصال الاعتراض حتى { $until }. ثم تبت الأمانة في الأمر.
mail-objected = اعترض { $name }، جهة الاتصال في { $organisation }، على المطالبة. والأمر معروض على الأمانة.
mail-confirmed = أكدت الأمانة { $name } جهةَ اتصال في { $organisation }. وأصبحت جهات الاتصال السابقة محرِّرين.
mail-claim-declined = رفضت الأمانة مطالبة { $name } بمهمة جهة الاتصال في { $organisation }.
mail-merged-signatures = كانت كلتاهما قد شاركت في توقيع الورقة نفسها، أو كانت إحداهما قد شاركت في توقيع ورقة للأخرى: فلا يبقى عليها الآن سوى أحد الاسمين.
mail-merged-one-stays = كانت كلتاهما في قائمة متكلمين واحدة أو تقدمت بطلب اعتماد في جولة واحدة: فيبقى هناك واحد من الاثنين. ويبيّن مكتبكم أيهما.
mail-merged = كانت { $from } تكرارا وأُدمجت في { $organisation }. واجتمع الآن الأعضاء والأفرقة الفرعية وجميع المساهمات، ويحتفظ ما قُدِّم بالاسم الذي قُدِّم به.
mail-invitation-subject = دعوة إلى { $organisation }
mail-invitation-intro = يدعوك { $by } إلى { $organisation } في أوبن فلور، بوابة المشاورات، بصفة { $function }.
mail-invitation-link = لقبول الدعوة: { $link }
mail-invitation-until = الرابط صالح حتى { $until }. لا تنقله إلى غيرك، فمن يحمله يمكنه القبول.
mail-invitation-unexpected = إذا كنت لا تعرف شأن هذه الرسالة فتجاهلها: لا يحدث شيء من دونك.

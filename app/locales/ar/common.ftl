# ما يرد في كل صفحة، ونصوص المكوِّنات المشتركة.
site-name = Openfloor
page-title = { $title } · Openfloor
skip-to-content = الانتقال إلى المحتوى الرئيسي
demo-banner-mark = عرض إيضاحي.
demo-banner-text = المنظمات والأشخاص والورقات كلها من نسج الخيال.
nav-main = القائمة الرئيسية
nav-home = الصفحة الرئيسية
nav-papers = الورقات
nav-organisations = المنظمات
nav-norms = المعايير
nav-help = المساعدة
nav-desk = مكتبي
nav-moderation = التيسير
nav-sign-in = تسجيل الدخول
nav-register = التسجيل
nav-sign-out = تسجيل الخروج
nav-languages = اللغة
nav-here = موقعكم في البوابة
nav-about = عن هذا الموقع
footer-privacy = الخصوصية
footer-accessibility = بيان تيسير الوصول
footer-contact = الاتصال بنا
footer-source = الشفرة المصدرية
footer-note = كل وقت يرد في هذا الموقع مقرون بمنطقته الزمنية. وتُطبَّق المواعيد النهائية بالثانية وفق ساعة الخادوم.
signed-in-as = الحساب الحالي:
badge-demonstration = عرض إيضاحي
choose = اختاروا…
untitled = بلا عنوان
whole-body = الهيئة بكاملها
error-summary-title = ثمة مشكلة
time-received = وردت في
comment-on = { $citation ->
    [whole] بشأن النص في مجمله
   *[other] بشأن الفقرة { $citation }
}
comment-proposed = النص المقترح
# Before words that are underlined or struck through, for who hears them.
marked-put-in = أضيف:
marked-taken-out = حُذف:
comment-reason = السبب
comment-open = فتح هذا التعليق
# المواعيد النهائية.
deadline-upcoming = يُفتح في
deadline-open = مفتوح ويُغلق في
deadline-soon = يُغلق بعد أقل من 24 ساعة
deadline-last-hour = يُغلق في غضون ساعة
deadline-closed = مغلق منذ
deadline-in = بعد { $time }
deadline-left = الوقت المتبقي: { $time }
deadline-yours = بتوقيتكم: { $time }
deadline-clock-fast = ساعة جهازكم متقدمة على ساعة الخادوم بما قدره { $time }. والعد في هذه الصفحة وفق ساعة الخادوم، وهي الفيصل.
deadline-clock-slow = ساعة جهازكم متأخرة عن ساعة الخادوم بما قدره { $time }. والعد في هذه الصفحة وفق ساعة الخادوم، وهي الفيصل.
# مرافق المسودة إلى جانب المحرِّر.
draft-words = { $count } من { $max } كلمة
draft-words-over = { $count } من { $max } كلمة: الزيادة { $over }
draft-characters = { $count } من { $max } حرف
draft-characters-over = { $count } من { $max } حرف: الزيادة { $over }
draft-unsaved = لم يُحفظ بعد
draft-saving = جارٍ الحفظ…
draft-saved = حُفظ في { $time }
draft-conflict = لم يُحفظ: غُيِّرت هذه المسودة في نافذة أخرى أو غيّرها أحد زملائكم. اضغطوا على ”حفظ المسودة“ لرؤية النصين.
draft-signed-out = لم يُحفظ: انتهت جلستكم. سجِّلوا الدخول مجددا في علامة تبويب أخرى ثم واصلوا هنا.
draft-invalid = لم يُحفظ: في الاستمارة بيان ناقص أو غير صحيح. اضغطوا على ”حفظ المسودة“ لمعرفته.
draft-offline = لم يُحفظ: لا اتصال بالخادوم. نصكم باقٍ هنا، وتُعاد محاولة الحفظ تلقائيا.
draft-refused = لم يُحفظ: { $reason }
# بدل اسم من حذف حسابه.
former-participant = مشارك سابق
for-organisation = عن { $organisation }
hindered-not-confirmed = أكدوا عنوانكم أولا. ويبقى ما كتبتموه أدناه إلى أن تغادروا هذه الصفحة.
hindered-members = من هي جهة الاتصال
hindered-contact = الاتصال
comment-on-words = بشأن الكلمات
comment-link = وثيقة مؤيِّدة:

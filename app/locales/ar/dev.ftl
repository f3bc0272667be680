# صفحات العرض الإيضاحي.
dev-outbox-title = صندوق البريد الصادر
dev-outbox-lede = الرسائل التي كتبتها هذه البوابة، الأحدث أولا. لا تظهر إلا في العرض الإيضاحي.
dev-outbox-empty = لا توجد رسائل بعد
dev-outbox-empty-what = سجِّلوا أو قدِّموا ورقة أو بتوا في إحداها فتظهر الرسالة هنا.
dev-mail-to = إلى
dev-mail-language = اللغة
dev-mail-written = كُتبت في
dev-mail-sent = سُلِّمت في
dev-mail-not-sent = لم تُسلَّم بعد
dev-ui-title = المكوِّنات
dev-ui-lede = كل مكوِّن في كل حالاته، باتجاه هذه الصفحة أولا ثم بالاتجاه الآخر.
dev-ui-here = باتجاه هذه الصفحة
dev-ui-other = بالاتجاه الآخر
dev-development = عرض إيضاحي
dev-mail-attached = مرفق: { $name }

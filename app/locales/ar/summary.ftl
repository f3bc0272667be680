# الموجز الموحد لدورة.
summary-title = الموجز الموحد
summary-lede = أُعد مما قبله الميسّرون، بكلمات أصحابه، ودون إخلال بموقف أي وفد.
summary-as-of = حتى { $time }
summary-exports = التصدير
summary-exports-what = DOCX مستند Word قابل للتحرير، وCSV جدول بجميع المساهمات المقبولة، وJSON للبرمجيات.
summary-docx = DOCX
summary-csv = CSV
summary-json = JSON
summary-contents = المحتويات
summary-overview = لمحة عامة
summary-figures-accepted = التعليقات المقبولة
summary-figures-papers = الورقات المقبولة
summary-figures-organisations = المنظمات
summary-counts-caption = المساهمات حسب الحالة
summary-counts-kind = المساهمة
summary-counts-comments = التعليقات
summary-counts-papers = ورقات الموقف
summary-counts-accepted = مقبولة
summary-counts-submitted = تنتظر البت
summary-counts-returned = أُعيدت للتنقيح
summary-counts-declined = مرفوضة
summary-counts-total = المجموع
summary-text-heading = التعليقات على { $title }، { $label }
summary-paragraph = { $citation ->
    [whole] النص في مجمله
   *[other] الفقرة { $citation }
}
summary-comments-of = { $citation ->
    [whole] التعليقات على النص في مجمله
   *[other] التعليقات على الفقرة { $citation }
}
summary-stance = الموقف
summary-operation = العملية
summary-proposal = المقترح
summary-proponent = مقدم المقترح
summary-source = المصدر
summary-reason = السبب
summary-none = لا يوجد تعليق مقبول على هذا النص
summary-none-what = ترد التعليقات هنا حسب الفقرات حالما يقبلها الميسّرون.
summary-no-comments-on = لا توجد تعليقات مقبولة على: { $paragraphs }.
summary-not-shown = غير معروض لعدم قبوله: { $counts }.
summary-count-submitted = { $count ->
    [one] { $count } تنتظر البت
   *[other] { $count } تنتظر البت
}
summary-count-returned = { $count ->
    [one] { $count } أُعيدت للتنقيح
   *[other] { $count } أُعيدت للتنقيح
}
summary-count-declined = { $count ->
    [one] { $count } مرفوضة
   *[other] { $count } مرفوضة
}
summary-separator = {"، "}
summary-papers-heading = ورقات الموقف حسب الفريق الفرعي
summary-papers-none = لا توجد ورقة مقبولة في هذا الفريق الفرعي.
summary-whole-body = الهيئة بكاملها
summary-paper-source = المصدر: { $number }، وردت في { $time }
summary-empty = لا توجد مساهمات في هذه الدورة بعد
summary-empty-what = ترد التعليقات والورقات هنا حالما يقبلها الميسّرون، وتظل ملفات التصدير فارغة إلى حين ذلك.
summary-for-office = يطلع عليه الرئيس والأمانة. تُعرض المساهمات المقبولة كاملة، أما سائر المساهمات فتُذكر أعدادها فقط.

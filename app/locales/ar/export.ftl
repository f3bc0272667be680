# تصدير الملخص الموحد.
csv-kind = النوع
csv-place = الفقرة أو الفريق الفرعي
csv-organisation = المنظمة
csv-stakeholder-type = فئة صاحب المصلحة
csv-region = المنطقة
csv-language = اللغة
csv-stance = الموقف
csv-operation = العملية
csv-text = النص المقترح أو نص الورقة
csv-reason = السبب
csv-receipt = الإيصال
csv-received = وقت الاستلام (UTC)
csv-count = العدد
csv-comment = تعليق
csv-paper = ورقة موقف
csv-comments-not-public = تعليقات غير منشورة
csv-papers-not-public = أوراق موقف غير منشورة
csv-whole-body = الهيئة بأكملها
state-submitted = في انتظار القرار
state-returned = أعيدت للتنقيح
state-declined = لم تُقبل
docx-title = الملخص الموحد للرئيس
docx-as-of = في { $instant }. أُعد تحت مسؤولية الرئيس الخاصة ودون المساس بموقف أي وفد.
docx-counts = أوراق الموقف: قُبل منها { $papers } من أصل { $papers-total }. التعليقات: قُبل منها { $comments } من أصل { $comments-total }.
docx-paragraph = { $citation ->
    [whole] النص في مجمله
   *[other] الفقرة { $citation }
}
docx-proposed = النص المقترح:
docx-source = المصدر: { $receipt }، استُلم في { $received }
docx-rest = لم يُستنسخ هنا: { $submitted } في انتظار القرار، و{ $returned } أعيدت للتنقيح، و{ $declined } لم تُقبل.
csv-co-signed = المنظمات المشاركة في التوقيع
docx-co-signed = المنظمات المشاركة في التوقيع: { $names }
csv-type = النوع
csv-words = الكلمات المعلَّق عليها
csv-link = رابط مؤيِّد
docx-words = بشأن الكلمات:
docx-link = وثيقة مؤيِّدة: { $link }
csv-joined = المنظمات المنضمة
csv-supported = المنظمات المؤيدة
csv-opposed = المنظمات المعارضة
docx-joined = المنظمات المنضمة: { $names }
docx-supported = المنظمات المؤيدة: { $names }
docx-opposed = المنظمات المعارضة: { $names }

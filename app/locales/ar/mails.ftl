# الرسائل الإلكترونية. نص عادي، فقرة لكل رسالة.
mail-signature =
    أوبن فلور، بوابة المشاورات
    { $portal }
mail-confirm-subject = أكِّد عنوان بريدك الإلكتروني: { $code }
mail-confirm-greeting = تحية طيبة { $name }،
mail-confirm-code = رمز التأكيد الخاص بك هو { $code }. أدخله في الصفحة التي تطلبه.
mail-confirm-link = أو افتح هذا الرابط: { $link }
mail-confirm-until = الرمز والرابط صالحان حتى { $until }. يمكنك منذ الآن كتابة المسودات؛ أما التقديم فيستلزم عنوانا مؤكدا.
mail-confirm-not-you = إذا لم تسجل بنفسك فتجاهل هذه الرسالة: فبدون التأكيد لا يُقدَّم شيء باسمك.
mail-receipt-subject = تم الاستلام: { $number }
mail-receipt-intro = قُدِّم ما يلي وتم استلامه: «{ $title }».
mail-receipt-facts =
    الرقم: { $number }
    وقت الاستلام: { $received }
    بصمة SHA-256 لما قُدِّم: { $sha }
mail-receipt-link = الإيصال: { $link }
mail-decision-accepted-subject = قُبلت: { $title }
mail-decision-returned-subject = يرجى التنقيح: { $title }
mail-decision-declined-subject = لم تُقبل: { $title }
mail-decision-accepted = قَبِل الميسّر «{ $title }» وأصبحت الآن منشورة.
mail-decision-returned = يطلب الميسّر تنقيح «{ $title }». يمكنك تعديلها وتقديمها من جديد حتى { $until }.
mail-decision-declined = لم تُقبل «{ $title }». وهي غير منشورة.
mail-decision-reason = السبب: { $reason }
mail-decision-link = للاطلاع عليها: { $link }
mail-comment-title = { $citation ->
    [whole] تعليق على النص في مجمله
   *[other] تعليق على الفقرة { $citation }
}

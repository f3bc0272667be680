# Issued versions in other languages.
translations-title = الترجمات
translations-lede = يمكن أن تُقرأ الإصدارات بلغات الأمم المتحدة الأخرى متى تُرجمت. والعبرة بالنص في لغته، وعليه تُقدَّم التعليقات.
translations-manage = إضافة الترجمات أو تغييرها
translations-back = العودة إلى النص
translation-none = لا توجد ترجمة بعد
translation-add = إضافة ترجمة
translation-change = تغيير الترجمة أو حذفها
translation-title = الترجمة إلى اللغة { $language }
translation-lede = الصقوا النص كاملا مع أرقام فقراته. ويجب أن تطابق فقراته فقرات الإصدار واحدة واحدة: بالمستويات نفسها، وبالأرقام نفسها حيثما كُتبت في النصين بالأرقام أو بالأحرف اللاتينية.
translation-status = نوع الترجمة
translation-status-hint = يظهر ذلك للقراء إلى جانب النص.
translation-source = نص الترجمة
translation-source-hint = فقرة واحدة في كل مقطع، ومعها رقمها، كما كُتب الإصدار نفسه. ويُقبل النص العادي وصيغة Markdown على السواء.
translation-save = حفظ الترجمة
translation-cancel = العودة إلى الترجمات
translation-differs = ما لا يتطابق
translation-mismatches = { $count ->
    [0] لا توجد مواضع لا تتطابق مع الإصدار:
    [zero] لا توجد مواضع لا تتطابق مع الإصدار:
    [one] موضع واحد لا يتطابق مع الإصدار:
    [two] موضعان لا يتطابقان مع الإصدار:
    [few] { $count } مواضع لا تتطابق مع الإصدار:
    [many] { $count } موضعا لا يتطابق مع الإصدار:
   *[other] { $count } موضع لا يتطابق مع الإصدار:
}
mismatch-missing = غير وارد في الترجمة:
mismatch-extra = وارد في الترجمة وحدها:
mismatch-differs = يرد في الترجمة:
mismatch-instead = ويقابله في الإصدار:
translation-remove = حذف هذه الترجمة
translation-remove-what = تُحذف كلماتها ولا يرى القراء سوى النص الأصلي. ويبقى في سجل التدقيق أنها كانت موجودة ومن حذفها.
fault-does-not-match = لا يطابق هذا النص الإصدار فقرة فقرة. ويرد في هذه الصفحة ما لا يتطابق.
# What one may rely on.
translation-status-official = ترجمة رسمية
translation-status-courtesy = ترجمة للاسترشاد
translation-status-machine = ترجمة آلية
translation-languages = لغات هذا النص
translation-read = القراءة باللغة { $language } ({ $status })
translation-read-original = قراءة الأصل باللغة { $language }
translation-in = باللغة { $language }
translation-official = { $language }: ترجمة رسمية.
translation-courtesy = { $language }: ترجمة للاسترشاد، أُعدت للمساعدة على القراءة.
translation-machine = { $language }: ترجمة آلية، وقد تتضمن أخطاء.
translation-counts = العبرة بالنص باللغة { $language }، وعليه تُقدَّم التعليقات.
translation-missing = لا توجد ترجمة لهذا الإصدار إلى اللغة { $language }. والوارد هنا هو الأصل.

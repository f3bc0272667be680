# ما يعين على كتابة نص طويل: شريط العلامات، وعرض النص كما سيظهر، والنسخة المحفوظة على الجهاز.
writing-bar = علامات تنسيق النص
writing-heading = عنوان
writing-heading-sample = عنوان
writing-bold = خط عريض
writing-bold-sample = كلمات بخط عريض
writing-italic = خط مائل
writing-italic-sample = كلمات بخط مائل
writing-bullets = قائمة
writing-bullets-sample = النقطة الأولى
writing-numbers = قائمة مرقمة
writing-numbers-sample = النقطة الأولى
writing-quotation = اقتباس
writing-quotation-sample = كلمات مقتبسة
writing-link = رابط
writing-link-sample = نص الرابط

preview-title = كما سيظهر النص للقراء
preview-saved = هكذا كان النص عند إعداد هذه الصفحة. احفظوا المسودة لتروا ما غيّرتموه بعد ذلك.
preview-empty = لا يوجد نص بعد.
preview-answer = الجواب عن السؤال { $number }

copy-title = كلمات لم تُحفظ
copy-found = توجد على هذا الجهاز كلمات كتبتموها في { $when } ولم تُحفظ. أعيدوها إلى الاستمارة أو احذفوها.
copy-put-back = إعادتها إلى الاستمارة
copy-leave = حذفها
copy-done = عادت كلماتكم إلى الاستمارة.
copy-left = حُذفت الكلمات من هذا الجهاز.

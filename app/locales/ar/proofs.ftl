# الإيصالات الموقَّعة والتحقق منها والسجل العام.
verify-title = التحقق من إيصال
verify-lede = يمكن لأي شخص أن يتحقق مما إذا كانت هذه البوابة قد أصدرت الإيصال، وما إذا كان قد تغير فيه حرف واحد منذئذ. لا حاجة إلى حساب. ولا يُحفظ شيء مما تدخلونه هنا.
verify-text = الإيصال
verify-text-hint = الصقوا نص ملف الإيصال كاملا. وأول كلمة فيه payload.
verify-file = أو اختاروا ملف الإيصال
verify-file-hint = الملف الذي اسمه رقم الإيصال، كما وصل بالبريد الإلكتروني.
verify-button = التحقق من الإيصال
verify-again = التحقق من إيصال آخر
verify-genuine = هذا الإيصال صحيح
verify-genuine-what = كل بايت فيه كما وقَّعته هذه البوابة، والسطر { $index } من السجل العام يخصه.
verify-not-genuine = لا يمكن تأكيد هذا الإيصال
verify-unreadable = هذا ليس إيصالا من هذه البوابة، أو ليس إيصالا كاملا. انسخوا الملف كله أو اختاروا الملف نفسه.
verify-not-canonical = مضمونه مضمون إيصال، ولكنه ليس بالبايتات التي وُقِّعت: فقد تغيَّر بعد إصداره، وربما غيَّره برنامج ينسق النصوص. استخدموا الملف كما نُزِّل.
verify-unknown-key = وُقِّع بمفتاح ليس من مفاتيح هذه البوابة. وقد يعود إلى بوابة أخرى: فالإيصال يذكر عنوانها.
verify-wrong-signature = التوقيع لا يخص هذه الكلمات. فإما أنها غُيِّرت بعد إصدار الإيصال أو أن الإيصال مختلق.
verify-not-in-log = التوقيع توقيع هذه البوابة، ولكن ليس في السجل العام سطر كهذا. نرجو إرسال الملف إلى الأمانة.
verify-empty = الصقوا إيصالا أو اختاروا ملفا.
verify-facts = ما ورد في الإيصال
verify-fact-number = الرقم
verify-fact-outcome = النتيجة
verify-accepted = مقبول
verify-refused = مرفوض: ورد بعد الإغلاق
verify-fact-kind = النوع
verify-fact-version = النسخة
verify-fact-portal = البوابة
verify-kind-paper = ورقة موقف
verify-kind-comment = تعليق
verify-fact-organisation = المنظمة
verify-fact-received = وقت الورود
verify-fact-closing = وقت الإغلاق بموجب ذلك القيد
verify-fact-entry = قيد الموعد النهائي الذي بُت بموجبه
verify-fact-content = بصمة SHA-256 لما قُدم
verify-fact-files = الملفات
verify-fact-line = السطر في السجل العام
verify-fact-hash = بصمة SHA-256 للإيصال
verify-how = ما الذي يُتحقق منه
verify-how-bytes = أن كل بايت هو كما وُقِّع: فليس للإيصال الواحد إلا صورة واحدة.
verify-how-signature = أن التوقيع (Ed25519) صُنع بمفتاح من مفاتيح هذه البوابة.
verify-how-log = أن في السجل العام السطر الذي يذكره الإيصال، باللحظة نفسها.
verify-offline = التحقق منه دون هذه البوابة
verify-offline-what = بالإيصال والمفاتيح العامة يمكن لأي شخص أن يتحقق منه على جهازه، الآن أو بعد عشر سنوات:
verify-offline-keys = تنزيل المفاتيح العامة
verify-offline-command = نفِّذوا هذا الأمر في المجلد الذي فيه الملفان
verify-offline-format = الصيغة معلنة وقصيرة: فكتابة برنامج للتحقق بلغة برمجة أخرى تتطلب أقل من 200 سطر. والصيغة موصوفة في الملف server/docs/receipts.md ضمن الشفرة المصدرية لهذه البوابة.
footer-verify = التحقق من إيصال
footer-log = السجل العام

receipt-signed = الإيصال الموقَّع
receipt-signed-what = هذا الملف هو الإثبات. وقَّعته البوابة، ووصل مع البريد الإلكتروني أيضا، ويمكن لكل من تعطونه إياه أن يتحقق منه دون حساب.
receipt-signed-what-office = هذا الملف هو الإثبات. وقَّعته البوابة، وقد وصل إلى أصحاب المساهمة بالبريد الإلكتروني، ويمكن لكل من لديه الملف أن يتحقق منه دون حساب.
receipt-signed-download = تنزيل الإيصال الموقَّع
receipt-signed-check = التحقق من هذا الإيصال
receipt-public = الإيصال
receipt-public-check = التحقق من الإيصال

log-title = السجل العام
log-lede = لكل إيصال أصدرته هذه البوابة سطر هنا، ورقمه بترتيب الإصدار؛ الأحدث أولا. يبين السطر متى قُبل شيء أو رُفض لتأخره. ولا يبين صاحبه ولا مضمونه.
log-size =
    { $count ->
        [0] لا سطور بعد
        [one] سطر واحد
        [two] سطران
        [few] { $count } سطور
        [many] { $count } سطرا
       *[other] { $count } سطر
    }
log-empty = لم يرد شيء بعد
log-empty-what = مع أول تقديم يظهر هنا أول سطر.
log-head = بصمة أحدث سطر
log-line = السطر
log-received = وقت الورود (بالتوقيت العالمي المنسق)
log-kind = النتيجة
log-accepted = مقبول
log-refused = مرفوض لتأخره
log-receipt = بصمة SHA-256 للإيصال
log-prev = بصمة SHA-256 للسطر السابق
log-pages = صفحات السجل
log-newest = أحدث السطور
log-older = سطور أقدم
log-check = لا يمكن تغيير شيء فيه خفية
log-check-chain = يحمل كل سطر بصمة السطر السابق له. فمن غيَّر سطرا أو أزاله أو أضاف سطرا تغيرت بعمله كل بصمة بعده.
log-check-receipts = يحمل كل إيصال بصمة أحدث سطر قبل سطره: فمن يحفظ إيصالا يحفظ شاهدا على السجل كله حتى ذلك الموضع.
log-check-head = أحدث سطر لا يليه سطر يحمل بصمته، ولذلك يشمله رأس السجل الموقَّع.
log-download = تحققوا بأنفسكم
log-download-lines = السطور، بصيغة JSON lines
log-download-head = رأس السجل الموقَّع
log-download-keys = المفاتيح العامة
log-download-more = يضم التنزيل الواحد { $lines } سطر على الأكثر. ويبدأ بالسطر الذي يرد رقمه في آخر الرابط: { $address }

# Texts as the chair prepares and issues them; versions beside each other.
texts-title = مشاريع النصوص
texts-lede = يُعد كل نص هنا دون أن يطّلع عليه أحد، ويصبح علنيا متى أصدرتموه. وما صدر لا يتغير أبدا: فالتغييرات ترد في الإصدار التالي.
texts-prepare = إعداد مشاريع النصوص وإصدارها
texts-new = بدء نص جديد
texts-none = لا يوجد نص بعد
texts-none-what = ابدؤوا نصا بلصق كلماته مع أرقام فقراته، أو بكتابته هنا.
texts-issued = الإصدارات الصادرة:
texts-next = إعداد الإصدار التالي
texts-prepared = قيد الإعداد: { $label }
texts-changed = آخر تعديل في { $date }
texts-go-on = مواصلة إعداد { $label }
text-revision = التنقيح { $issued }
# The form of a version.
text-new-title = نص جديد
text-edit-title = إعداد { $label }
text-edit-lede = لا يرى هذا النص سوى الرئيس إلى أن يصدر.
text-field-title = عنوان النص
text-field-title-ar = العنوان بالعربية
text-field-subgroup = الفريق الفرعي
text-field-subgroup-hint = يقرأ ميسّره التعليقات.
text-field-label = اسم هذا الإصدار
text-field-label-hint = بالإنكليزية: «Zero draft» أو «Rev.1» أو «Conference room paper 2».
text-field-label-ar = اسم هذا الإصدار بالعربية
text-field-language = لغة النص
text-field-source = النص
text-field-source-hint = فقرة واحدة في كل مقطع، ومعها رقمها: ⁦1.⁩ ثم ⁦(a)⁩ و⁦(i)⁩ و⁦a.⁩ و⁦i.⁩؛ و⁦5 bis.⁩ لصيغة أخرى من فقرة؛ و⁦A.⁩ أو ⁦#⁩ قبل العنوان؛ و⁦[^1]⁩ و⁦[^1]:⁩ للحاشية. وتنتهي فقرات الديباجة بفاصلة أو تبدأ *بكلمة كهذه*. ويُقبل النص العادي وصيغة Markdown على السواء، وكذلك وثيقة كاملة بصيغة ⁦Akoma Ntoso 3.0 (XML)⁩.
text-save = حفظ ومعاينة
text-go-on-origins = المتابعة: مصادر الفقرات
text-go-on-issue = المتابعة: التحقق والإصدار
text-drop = إلغاء هذا الإصدار
text-back = العودة إلى النصوص
text-rules = كيف يسير العمل
text-rule-hidden = لا يرى ما يُعد سوى الرئيس، ولا تُرسل أي رسالة إلى أحد.
text-rule-origins = اعتبارا من الإصدار الثاني تؤكدون مصدر كل فقرة، وتتبع التعليقات ذلك.
text-rule-issued = ما يصدر يُنشر في الحال مع وقت صدوره، ولا يُغيَّر ولا يُسحب أبدا.
text-overtaken = صدر إصدار آخر بعد البدء في إعداد هذا الإصدار. ألغوا هذا الإصدار وابدؤوا إعداد الإصدار التالي من جديد؛ وترد كلماتكم هنا لتتمكنوا من نسخها.
text-preview = معاينة
text-preview-none = لا يوجد ما يُعرض بعد
text-preview-none-what = اكتبوا النص أعلاه أو الصقوه ثم اضغطوا على «حفظ ومعاينة».
text-preview-unread = هذا محتوى بصيغة XML وليس نصا بعد، ويُحوَّل إلى نص عند حفظه.
text-preview-count = { $count ->
    [0] لا توجد فقرات مرقمة، وهكذا يُقرأ النص:
    [zero] لا توجد فقرات مرقمة، وهكذا يُقرأ النص:
    [one] فقرة مرقمة واحدة، كما تُقرأ:
    [two] فقرتان مرقمتان، كما تُقرآن:
    [few] { $count } فقرات مرقمة، كما تُقرأ:
    [many] { $count } فقرة مرقمة، كما تُقرأ:
   *[other] { $count } فقرة مرقمة، كما تُقرأ:
}
text-flaws = ما يلزم تصحيحه قبل الإصدار
text-doubts = ما يحسن التحقق منه
text-spot = السطر { $line }، «{ $words }»:
text-spot-without-line = في النص بكامله:
flaw-no-number = ليس لهذا المقطع رقم. رقّموه، أو ضعوا # قبله إذا كان عنوانا، أو اتركوا مسافة بادئة قبله إذا كان تتمة للفقرة التي فوقه.
flaw-no-words = يوجد رقم ولا توجد كلمات.
flaw-nothing-above = لا يندرج هذا المقطع تحت أي فقرة مرقمة.
flaw-twice = يرد هذا الرقم مرتين.
flaw-no-such-note = لا توجد حاشية بهذا الاسم.
flaw-too-long = عدد أحرف الفقرة يتجاوز { $max }.
flaw-too-many = عدد الفقرات يتجاوز { $max }.
doubt-out-of-order = لا يلي هذا الرقم الرقم السابق له مباشرة.
doubt-bracket = يُفتح هنا قوس معقوف ولا يُغلق، أو العكس.
doubt-unused-note = لا توجد أي إحالة إلى هذه الحاشية.
doubt-no-such-provision = لا يوجد في هذا النص ما يحمل هذا الرقم. اتركوه كما هو إذا كان المقصود وثيقة أخرى، وإلا فصححوا الرقم.
doubt-joined = قُرئ هذا باعتباره تتمة للفقرة التي فوقه. فإن كان غير ذلك فضعوا له رقما، أو ضعوا # قبله إذا كان عنوانا.
doubt-parted = ينتهي السطر الذي فوقه بفاصلة، فقُرئ هذا باعتباره فقرة مستقلة من الديباجة. فإن كان تتمة للسطر الذي فوقه فصِلوا السطرين.
# Where the provisions of a version come from.
origins-title = مصادر الفقرات
origins-lede = لكل فقرة من { $label }: الفقرات التي أُخذت منها في { $base }. وإذا تُرك الحقل فارغا كانت الفقرة جديدة؛ وإذا وردت فيه عدة أرقام تفصل بينها فواصل كانت الفقرات قد دُمجت؛ وإذا ورد رقم واحد عند عدة فقرات كانت الفقرة قد قُسمت. وتتبع التعليقات والمقارنات وتاريخ كل فقرة ما تؤكدونه.
origins-proposed = هذا اقتراح يستند إلى الكلمات. تحققوا منه قبل تأكيده.
origins-confirmed = أكدتم هذا للنص بصيغته الحالية.
origins-stale = تغيرت كلمات النص منذ إعداد هذه الصفحة: ما مُلئ كان للكلمات السابقة ولم يُحفظ. تحققوا من هذا مرة أخرى.
origins-replaced = أكد شخص آخر في هذه الأثناء شيئا مختلفا لهذه الكلمات. وهو وارد إلى جانب ما ملأتموه؛ أكدوا مرة أخرى إذا كنتم لا تزالون تريدون ما ملأتموه.
origins-other = ما أكده شخص آخر: { $from }
origins-open = فقرات ينبغي التحقق منها
origins-sure = { $count ->
    [0] لا توجد فقرات بقيت كما كانت
    [zero] لا توجد فقرات بقيت كما كانت
    [one] فقرة واحدة بقيت كما كانت
    [two] فقرتان بقيتا كما كانتا
    [few] { $count } فقرات بقيت كما كانت
    [many] { $count } فقرة بقيت كما كانت
   *[other] { $count } فقرة بقيت كما كانت
}
origins-none-open = بقيت كل الفقرات كما كانت.
origins-from = المصدر
origins-gone = فقرات لم تنتقل إلى هذا الإصدار
origins-gone-what = ليس لهذه الفقرات من { $base } ما يخلفها. ويُدرج ما قيل بشأنها في قائمة، ويحدد الميسّر موضعه.
origins-gone-none = لكل فقرة من { $base } ما يخلفها في هذا الإصدار.
origins-confirm = التأكيد والمتابعة
origins-back = العودة إلى النص
# Issuing.
issue-title = إصدار { $label }
issue-lede = متى صدر النص أمكن للجميع قراءته، ولا يتغير بعد ذلك أبدا.
issue-flaws = { $count ->
    [0] لا يمكن إصدار النص بعد.
    [zero] لا يمكن إصدار النص بعد.
    [one] لا يمكن إصدار النص بعد: يلزم أولا تصحيح أمر واحد.
    [two] لا يمكن إصدار النص بعد: يلزم أولا تصحيح أمرين.
    [few] لا يمكن إصدار النص بعد: يلزم أولا تصحيح { $count } أمور.
    [many] لا يمكن إصدار النص بعد: يلزم أولا تصحيح { $count } أمرا.
   *[other] لا يمكن إصدار النص بعد: يلزم أولا تصحيح { $count } أمر.
}
issue-empty = لا يتضمن النص أي فقرات بعد.
issue-unconfirmed = لم تؤكدوا بعد مصادر فقراته.
issue-fact-title = النص
issue-fact-version = الإصدار
issue-fact-language = اللغة
issue-fact-paragraphs = الفقرات المرقمة
issue-fact-follows = الإصدار السابق
issue-text = النص كما سيصدر
issue-changes = ما تغير منذ { $base }
issue-button = إصدار هذا النص
issue-changed = واصل شخص آخر الكتابة منذ إعداد هذه الصفحة. ويظهر هنا ما هو محفوظ الآن: راجعوه ثم اضغطوا مرة أخرى.
issue-to-origins = تأكيد مصادر الفقرات
# Dropping.
drop-title = هل تريدون إلغاء { $label }؟
drop-what = تُحذف كلمات هذا الإصدار، ولم يرها أحد سوى الرئيس. ويبقى ما صدر من إصدارات كما هو.
drop-button = إلغاء هذا الإصدار
drop-keep = الإبقاء عليه
# What happened to a provision between two versions.
fate-unchanged = دون تغيير
fate-changed = معدَّلة
fate-added = جديدة
fate-deleted = محذوفة
fate-merged = ناتجة عن دمج { $from }
fate-split = ناتجة عن تقسيم { $from }
fate-renumbered = كان رقمها { $from }
fate-moved = منقولة
fate-moved-from = منقولة من { $from }
# The comparison.
compare-texts-title = مقارنة { $new } مع { $old }
compare-texts-lede = كلمة بكلمة: ما أُضيف تحته خط، وما حُذف مشطوب. وتُقابَل الفقرات بعضها ببعض وفق ما أكده الرئيس عند إصدار النص.
compare-texts-same = لا يوجد أي اختلاف.
compare-texts-what = { $count ->
    [0] لا توجد فقرات مختلفة
    [zero] لا توجد فقرات مختلفة
    [one] فقرة واحدة مختلفة
    [two] فقرتان مختلفتان
    [few] { $count } فقرات مختلفة
    [many] { $count } فقرة مختلفة
   *[other] { $count } فقرة مختلفة
}
compare-texts-whole = النص مع تغييراته
compare-texts-inline = التغييرات في سياق النص
compare-texts-side = النصان جنبا إلى جنب
compare-texts-view = طريقة العرض
compare-texts-others = إصدارات أخرى
compare-texts-back = قراءة { $label }
compare-texts-paragraph = { $number }:
compare-texts-column = الفقرة
compare-texts-nothing = لا ترد في هذا الإصدار.
text-versions = الإصدارات
text-version-this = هذا الإصدار
text-version-compare = مقارنة { $label } مع { $old }
text-newer = صدر إصدار أحدث
text-newer-what = تاريخ صدور { $label }: { $date }.
text-newer-read = قراءة { $label }
# One paragraph through the versions.
history-title = هذه الفقرة في مختلف الإصدارات
history-here = معروضة أعلاه
refused-text-has-flaws = في النص ما يحول دون إصداره.
refused-origins-not-confirmed = لم تُؤكَّد مصادر فقرات النص، أو أُكدت لصيغة أخرى منه.
refused-not-the-newest = صدر إصدار آخر في هذه الأثناء.
fault-not-a-provision = لا توجد في الإصدار السابق فقرة بهذا الرقم. اكتبوا الأرقام كما يُستشهد بها، مثل ⁦4 (b)⁩، وافصلوا بينها بفواصل.
# A text that was pasted as Akoma Ntoso.
import-title = قُرئ النص بصيغة Akoma Ntoso
import-what = ما لُصق كان بصيغة XML، وقد حُوِّل إلى النص الوارد الآن في الاستمارة مع الإبقاء على أرقامه. راجعوه في المعاينة قبل إصداره: فالعبرة من الآن فصاعدا بالنص، ولا يُحتفظ بمحتوى XML. وتبيّن الأسطر الواقعة بين علامتي ⁦---⁩ في أوله ما يرد هنا؛ احذفوها بعد المراجعة.
import-remarks = ما لا يرد في النص، أو يرد فيه بشكل آخر:
import-nothing = لم يُحذف شيء.
import-metadata = البيانات الوصفية
import-front-page = صفحة الغلاف باستثناء العنوان
import-closing = الجزء الختامي بما فيه من أماكن وتواريخ وتوقيعات
import-contents = جدول المحتويات
import-tables = { $count ->
    [0] لا جداول
    [zero] لا جداول
    [one] جدول واحد
    [two] جدولان
    [few] { $count } جداول
    [many] { $count } جدولا
   *[other] { $count } جدول
}
import-images = { $count ->
    [0] لا صور
    [zero] لا صور
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
import-foreign = { $count ->
    [0] لا أجزاء من نوع آخر
    [zero] لا أجزاء من نوع آخر
    [one] جزء واحد من نوع آخر، مثل صيغة رياضية
    [two] جزءان من نوع آخر، مثل الصيغ الرياضية
    [few] { $count } أجزاء من نوع آخر، مثل الصيغ الرياضية
    [many] { $count } جزءا من نوع آخر، مثل الصيغ الرياضية
   *[other] { $count } جزء من نوع آخر، مثل الصيغ الرياضية
}
import-deletions = { $count ->
    [0] لا مقاطع معلَّمة بوصفها محذوفة
    [zero] لا مقاطع معلَّمة بوصفها محذوفة
    [one] مقطع واحد معلَّم بوصفه محذوفا
    [two] مقطعان معلَّمان بوصفهما محذوفين
    [few] { $count } مقاطع معلَّمة بوصفها محذوفة
    [many] { $count } مقطعا معلَّما بوصفه محذوفا
   *[other] { $count } مقطع معلَّم بوصفه محذوفا
}
import-insertions = { $count ->
    [0] لا مقاطع معلَّمة بوصفها مُدرجة
    [zero] لا مقاطع معلَّمة بوصفها مُدرجة
    [one] مقطع واحد معلَّم بوصفه مُدرجا، ويرد في النص كغيره
    [two] مقطعان معلَّمان بوصفهما مُدرجين، ويردان في النص كغيرهما
    [few] { $count } مقاطع معلَّمة بوصفها مُدرجة، وترد في النص كغيرها
    [many] { $count } مقطعا معلَّما بوصفه مُدرجا، ويرد كل منها في النص كغيره
   *[other] { $count } مقطع معلَّم بوصفه مُدرجا، ويرد كل منها في النص كغيره
}
import-numbers = { $count ->
    [0] لا أرقام مكتوبة بشكل آخر
    [zero] لا أرقام مكتوبة بشكل آخر
    [one] رقم واحد كُتب بالشكل المتبع في الأمم المتحدة، مثل ⁦1.⁩ بدلا من ⁦1⁩
    [two] رقمان كُتبا بالشكل المتبع في الأمم المتحدة، مثل ⁦1.⁩ بدلا من ⁦1⁩
    [few] { $count } أرقام كُتبت بالشكل المتبع في الأمم المتحدة، مثل ⁦1.⁩ بدلا من ⁦1⁩
    [many] { $count } رقما كُتبت بالشكل المتبع في الأمم المتحدة، مثل ⁦1.⁩ بدلا من ⁦1⁩
   *[other] { $count } رقم كُتبت بالشكل المتبع في الأمم المتحدة، مثل ⁦1.⁩ بدلا من ⁦1⁩
}
import-otherwise = { $count ->
    [0] لا أرقام تُقرأ على غير ما هي عليه في محتوى XML
    [zero] لا أرقام تُقرأ على غير ما هي عليه في محتوى XML
    [one] رقم واحد يُقرأ على غير ما هو عليه في محتوى XML، إما نصا أو تحت فقرة أخرى: ابحثوا عنه في المعاينة
    [two] رقمان يُقرآن على غير ما هما عليه في محتوى XML، إما نصا أو تحت فقرة أخرى: ابحثوا عنهما في المعاينة
    [few] { $count } أرقام تُقرأ على غير ما هي عليه في محتوى XML، إما نصا أو تحت فقرة أخرى: ابحثوا عنها في المعاينة
    [many] { $count } رقما تُقرأ على غير ما هي عليه في محتوى XML، إما نصا أو تحت فقرة أخرى: ابحثوا عنها في المعاينة
   *[other] { $count } رقم تُقرأ على غير ما هي عليه في محتوى XML، إما نصا أو تحت فقرة أخرى: ابحثوا عنها في المعاينة
}
fault-not-xml = محتوى XML غير سليم في السطر { $line }. صححوه هناك، أو الصقوا النص دون XML.
fault-xml-with-dtd = يتضمن محتوى XML تعريفا لنوع الوثيقة (⁦<!DOCTYPE>⁩، السطر { $line }) ولا يُقرأ هذا التعريف. احذفوه ثم اضغطوا مرة أخرى.
fault-xml-too-deep = عند السطر { $line } تداخلت العناصر بعضها في بعض بما يتجاوز { $max }. الصقوا النص دون XML.
fault-xml-too-large = يتضمن محتوى XML عددا مفرطا من العناصر أو السمات أو فضاءات الأسماء (السطر { $line }). الصقوا النص دون XML.
fault-xml-too-large-somewhere = يتضمن محتوى XML عددا مفرطا من العناصر أو السمات أو فضاءات الأسماء. الصقوا النص دون XML.
fault-not-akoma-ntoso = هذا محتوى بصيغة XML، لكنه ليس بصيغة ⁦Akoma Ntoso 3.0⁩. يجب أن يكون عنصره الأول akomaNtoso في فضاء الأسماء ⁦http://docs.oasis-open.org/legaldocml/ns/akn/3.0⁩.
fault-no-text-in-xml = لا يوجد نص في وثيقة Akoma Ntoso هذه.

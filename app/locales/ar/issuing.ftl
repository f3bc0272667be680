# A version that is issued by itself at a stated time.
issue-later = أو في موعد محدد
issue-later-what = لا يطّلع أحد على شيء منه قبل ذلك. وتبقى كلماته واسمه ومصادر فقراته كما هي حتى الموعد؛ ويمكنكم سحب الموعد.
issue-at = اليوم والساعة
issue-at-hint = بالتوقيت المحلي للمنطقة الزمنية أدناه. يصدر النص في غضون ثوان من حلول هذا الوقت، ويُسجَّل وقت صدوره الفعلي.
issue-at-zone = المنطقة الزمنية
issue-at-button = إصدار النص في هذا الموعد
issue-timed = سيصدر هذا النص تلقائيا في { $date }.
issue-timed-what = لا يمكن تغيير أي شيء فيه حتى ذلك الموعد، ولا يطّلع عليه أحد سوى الرئيس. ولتغييره أو إلغائه أو إصداره في الحال، اسحبوا الموعد أولا.
issue-timed-lede = متى حل الموعد أمكن للجميع قراءته، ولا يتغير بعد ذلك أبدا.
issue-timed-look = الاطلاع عليه كما سيصدر
issue-timed-line = سيصدر في { $date }
issue-time-withdraw = سحب الموعد
issue-fact-stated = موعد الصدور
issue-hindered = كان من المقرر أن يصدر هذا النص في { $date }، وتعذَّر ذلك، ولا يزال قيد الإعداد.
issue-hindered-reason = جرت محاولة إصداره في { $tried }. { $reason }
issue-hindered-line = تعذَّر صدوره في موعده
hindrance-overtaken = صدر إصدار آخر بعد البدء في إعداد هذا الإصدار.
hindrance-flawed = في النص ما يحول دون إصداره.
hindrance-unconfirmed = مصادر فقراته غير مؤكدة للنص كما يُقرأ الآن.
refused-issue-time-stands = حُدد موعد لصدور هذا الإصدار، ويبقى كما هو حتى حلوله: اسحبوا الموعد أولا.
# To the chair, when it could not be issued.
hindered-mail-subject = لم يصدر في موعده: { $label }
hindered-mail-what = كان من المقرر أن يصدر { $label } من «{ $title }» في { $date }. وتعذَّر ذلك، ولا يزال قيد الإعداد.
hindered-mail-reason = السبب: { $reason }
hindered-mail-link = للاطلاع على الخطوة التالية: { $link }

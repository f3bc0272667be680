# الاعتماد: التقديم، والنظر في الطلبات، وتعميمها، والاعتماد.
plan-reach = نطاق الاعتماد
plan-reach-hint = للاعتماد: هذه الدورة وحدها، أو جميع دورات الهيئة.
round-apply = طلب الاعتماد
round-own-application = طلب اعتمادكم
round-rule-apply-late = ساعة الخادوم هي الحكم، بالثانية. وبعد الإقفال لا يُقبل طلب ولا يُغيَّر، ولو كان معادا؛ وللرئيس أن يمدد الجولة أو أن يمنح منظمة بعينها مهلة إضافية.
apply-title = طلب الاعتماد
apply-lede = اذكروا ما هي منظمتكم وما تقوم به. المنظمات ذات المركز الاستشاري لدى المجلس الاقتصادي والاجتماعي تُبلغ الأمانة باهتمامها؛ أما غيرها فتُعرض طلباتها على الدول الأعضاء، ويُعتمد منها ما لا تعترض عليه أي دولة.
apply-new = طلبكم
apply-change = تغيير ما ذكرتموه
apply-consultative = المركز الاستشاري لدى المجلس الاقتصادي والاجتماعي
apply-consultative-hint = للمنظمة نفسها، كما يرد في قائمة الأمم المتحدة.
apply-purpose = الغرض
apply-purpose-hint = الغرض من المنظمة. لازم لمن ليس له مركز استشاري.
apply-activities = البرامج والأنشطة
apply-activities-hint = ما تقوم به مما يهم هذه العملية. لازم لمن ليس له مركز استشاري.
apply-button = طلب الاعتماد
apply-change-button = حفظ التغيير
apply-received = قُدِّم الطلب
apply-withdraw = سحب طلبنا
apply-withdraw-what = لا يُنظر فيه بعد ذلك. ويمكنكم التقدم بطلب جديد ما دامت الجولة مفتوحة.
apply-rules = كيف يجري الاعتماد
apply-rule-ecosoc = المنظمات غير الحكومية ذات المركز الاستشاري لدى المجلس الاقتصادي والاجتماعي تُعتمد متى تحققت الأمانة من ذلك.
apply-rule-circulated = ما يذكره غيرها يُعمَّم على الدول الأعضاء. وتُعتمد المنظمة متى لم تعترض أي دولة.
apply-rule-change = يمكنكم تغيير طلبكم إلى أن يُعمَّم، وإلى أن تُقفل الجولة.
apply-rule-writing = الكتابة لا تتوقف على الاعتماد: فالورقات والتعليقات والاجتماعات غير الرسمية متاحة لكل منظمة.
apply-rule-public = يظهر وضع منظمتكم إلى جانب اسمها. أما ما تذكرونه فتقرؤه الأمانة والرئيس والدول الأعضاء.
apply-closed = أُقفل باب الطلبات في { $instant }. وإذا كان ثمة سبب ينبغي أن يعلمه الرئيس فاكتبوا إلى الأمانة: فالتمديد أو المهلة الإضافية يتيحان وقتا أطول.
apply-upcoming = يُفتح باب الطلبات في { $instant }. عودوا حينئذ.
apply-not-contact = لا يتقدم بالطلب إلا جهة الاتصال في منظمتكم. وما يُكتب في هذه الصفحة لا يُحفظ.
apply-means-interest = تنظر فيه الأمانة تاليا. وتُبلَّغون بالبريد.
apply-means-returned = ثمة ما ينقصه. استكملوه أدناه واحفظوه، فيُنظر فيه من جديد.
apply-means-circulated = تلقته الدول الأعضاء. وتُبلَّغون بالبريد بما يؤول إليه.
apply-means-accredited = يمكن لمنظمتكم حضور الجلسات الرسمية.
apply-means-objected = منظمتكم غير معتمدة. ويمكنها مع ذلك تقديم الورقات والتعليقات والمشاركة في الاجتماعات غير الرسمية.
apply-means-withdrawn = سحبت منظمتكم طلبها.
refused-application-in-progress = لم يعد طلبكم بأيديكم: فقد عُمِّم على الدول الأعضاء أو بُت فيه. وما أُرسل يبقى كما هو.
accreditation-reason = السبب:
accreditation-reason-field = السبب
accreditation-reason-hint = تقرؤه المنظمة. وهو لازم عند إعادة طلب أو الرجوع عن قرار.
accreditation-steps = ما جرى
accreditation-eyebrow = طلب · { $round }
accreditation-organisation = المنظمة
accreditation-said = ما تذكره المنظمة
accreditation-facts = عن هذا الطلب
accreditation-decide = الخطوة التالية
accreditation-nothing = ليس ثمة ما يمكنكم القيام به فيه الآن.
applications-title = طلبات الاعتماد
applications-lede = تتحقق الأمانة من كل طلب، وتعممه على الدول الأعضاء حيث يلزم ذلك، ثم تعتمد المنظمة. ولا يقرأ هذه الصفحة إلا الأمانة والرئيس.
applications-list = الطلبات
applications-all = الكل
applications-at = { $status } ({ $count })
applications-by-status = بحسب وضعها
applications-count =
    { $count ->
        [0] لم تتقدم أي منظمة بطلب
        [one] تقدمت منظمة واحدة بطلب
        [two] تقدمت منظمتان بطلب
        [few] تقدمت { $count } منظمات بطلب
        [many] تقدمت { $count } منظمة بطلب
       *[other] تقدمت { $count } منظمة بطلب
    }
applications-waiting =
    { $count ->
        [0] لا طلب ينتظر النظر فيه
        [one] طلب واحد ينتظر النظر فيه
        [two] طلبان ينتظران النظر فيهما
        [few] { $count } طلبات تنتظر النظر فيها
        [many] { $count } طلبا ينتظر النظر فيه
       *[other] { $count } طلب ينتظر النظر فيه
    }
applications-capped = تُعرض الطلبات الـ { $max } الأولى. اختاروا وضعا لرؤية غيرها.
applications-none = لا طلب في هذا الوضع
applications-none-what = تظهر هنا المنظمات التي تتقدم بطلب، بترتيب وقت تقديمها.
applications-choose = أشِّروا على الطلبات ثم اضغطوا ما يُراد القيام به. ويجري ذلك فيها جميعا أو لا يجري في أي منها.
applications-back = جميع الطلبات
consultative-badge = مركز استشاري: { $status }
accredited-title = المنظمات المعتمدة
accredited-none = لم تُعتمد أي منظمة بعد.
objection-title = اعتراض
objection-what = دوِّنوا أن دولة عضوا تعترض: فلا تُعتمد المنظمة حينئذ. أما الدولة وأسبابها فلا يقرؤها إلا الرئيس.
objection-state = الدولة المعترضة
objection-state-hint = لا يقرؤها إلا الرئيس.
objection-grounds = أسباب الاعتراض
objection-grounds-hint = إن ذكرت الدولة أسبابا. ولا يقرؤها إلا الرئيس.
objection-reason = السبب كما تقرؤه المنظمة
objection-reason-hint = تقرأ هذا المنظمة والأمانة. فلا تذكروا الدولة.
objection-no-grounds = لم تُذكر أسباب.
objections-title = الاعتراضات
objections-what = لا يقرأ هذا إلا الرئيس.
organisation-accreditations = الاعتماد
standing-accredited = معتمدة
standing-ecosoc = معتمدة، ذات مركز استشاري
standing-applied = طلبت الاعتماد
standing-not-accredited = غير معتمدة
desk-state-not-applied = لم يُقدَّم طلب
grants-rule-apply = يمكن لهذه المنظمة حتى نهاية مهلتها أن تطلب الاعتماد وأن تغير طلبها ما لم يُعمَّم.
apply-means-returned-closed = ثمة ما ينقصه، ولا يمكن تغييره الآن: فإما أن الجولة غير مفتوحة لمنظمتكم أو أنكم لستم جهة الاتصال فيها. وللرئيس أن يمدد الجولة أو أن يمنح منظمتكم مهلة إضافية.
apply-withdraw-final = لا يُنظر فيه بعد ذلك. وقد أُقفلت الجولة: فلا يمكن الرجوع عن ذلك.
fault-not-for-this-step = واحد على الأقل مما أشَّرتم عليه ليس في وضع يتيح ذلك. اختاروا وضعا أعلاه لرؤية ما يتيحه.
mail-step-returned-closed = أُعيد طلب { $organisation } في ”{ $round }“: ثمة ما ينقصه. وقد أُقفلت الجولة؛ فاطلبوا من الرئيس مهلة لاستكماله.
# الرسائل.
mail-applied-subject = استُلم الطلب: { $round }
mail-applied-intro = طلب { $organisation } في ”{ $round }“ لدى الأمانة.
mail-applied-facts = وقت الاستلام: { $instant }
mail-application-withdrawn-subject = سُحب الطلب: { $round }
mail-application-withdrawn-intro = سحبت { $organisation } طلبها في ”{ $round }“.
mail-step-subject = { $step }: { $organisation }
mail-step-circulated = عُمِّم طلب { $organisation } في ”{ $round }“ على الدول الأعضاء.
mail-step-returned = أُعيد طلب { $organisation } في ”{ $round }“: ثمة ما ينقصه. استكملوه قبل إقفال الجولة.
mail-step-accredited = { $organisation } معتمدة: ”{ $round }“.
mail-step-objected = { $organisation } غير معتمدة: ”{ $round }“. ويمكنها مع ذلك تقديم الورقات والتعليقات والمشاركة في الاجتماعات غير الرسمية.
mail-step-lifted = لم يعد الاعتراض على { $organisation } في ”{ $round }“ قائما. وطلبها معروض على الدول الأعضاء من جديد.
mail-step-reopened = جرى الرجوع عن اعتماد { $organisation } في ”{ $round }“؛ ويُنظر في طلبها من جديد.
mail-step-reason = السبب: { $reason }
mail-application-link = الطلب: { $link }
mail-application-until = يمكن للمنظمات حتى ذلك الموعد أن تطلب الاعتماد، وأن تغير طلبا لم يُعمَّم.
mail-application-grant = يمكن لمنظمتكم حتى ذلك الموعد أن تطلب الاعتماد وأن تغير طلبها ما لم يُعمَّم. ولا يتغير موعد غيركم.

# قوائم المتكلمين: طلب الكلمة وترتيب من طلبوها.
round-ask-to-speak = اطلبوا الكلمة
round-change-speaker = عدّلوا طلبكم للكلمة
round-rule-speak-clock = ساعة الخادم هي الفيصل، بالثانية: يُحتسب طلبكم متى وصل بأكمله. ولا توجد مهلة سماح.
round-rule-speak-late = بعد الإغلاق لا يضاف أحد ولا يُعدَّل شيء؛ وتستطيع المنظمة أن تسحب متكلمها من القائمة. ويستطيع الرئيس تمديد الجولة أو منح منظمة واحدة وقتا إضافيا.
speak-title = طلب الكلمة
speak-lede = اذكروا من يتكلم باسم منظمتكم وفي أي موضوع. ويتولى الرئيس ترتيب القائمة.
speak-for = عن { $organisation }
speak-new = متكلمكم
speak-change = تعديل ما ذكرتموه
speak-speaker = المتكلم
speak-speaker-hint = الاسم الكامل. لا يحتاج المتكلم إلى حساب هنا.
speak-capacity = الصفة
speak-capacity-hint = صفة المتكلم في منظمتكم، من أجل لوحة الاسم. ويمكن تركها فارغة.
speak-subject = الموضوع
speak-subject-hint = موضوع البيان في سطر واحد.
speak-language = لغة البيان
speak-button = طلب الكلمة
speak-change-button = حفظ التعديل
speak-on-list = منظمتكم مدرجة في قائمة المتكلمين
speak-received = تاريخ الطلب
speak-place = الترتيب في القائمة
speak-leave = سحب متكلمنا من القائمة
speak-leave-what = يُحذف ما ذكرتموه عن المتكلم. وما دامت الجولة مفتوحة يمكنكم طلب الكلمة من جديد، في آخر القائمة.
speak-rules = كيف تعمل القائمة
speak-rule-one = لكل منظمة متكلم واحد في الجولة. وتطلب الكلمةَ جهةُ الاتصال فيها.
speak-rule-change = يمكنكم حتى الإغلاق تعديل ما ذكرتموه، مع الاحتفاظ بمكانكم.
speak-rule-late = بعد الإغلاق لا يمكنكم إلا سحب متكلمكم من القائمة.
speak-rule-public = يرى الجميع المنظمات المدرجة في القائمة. أما الأسماء والموضوعات فيقرؤها الرئيس والأمانة وحدهما.
speak-to-round = عن هذه الجولة
speak-closed = أُغلقت قائمة المتكلمين في { $instant }. ولا يمكن إضافة شيء أو تعديله. وإذا كان ثمة سبب ينبغي أن يعلمه الرئيس فاكتبوا إلى الأمانة: فالتمديد أو المهلة الممنوحة يتيح وقتا إضافيا.
speak-upcoming = تُفتح قائمة المتكلمين في { $instant }. عودوا عندئذ.
speak-contact = الاتصال
speakers-title = قائمة المتكلمين
speakers-lede = من طلبوا الكلمة وفي أي موضوع. لا يقرأ هذه الصفحة إلا الرئيس والأمانة؛ ويرى غيرهما المنظمات فقط.
speakers-list = القائمة
speakers-count =
    { $count ->
        [0] لم يطلب أحد الكلمة
        [one] طلبت منظمة واحدة الكلمة
        [two] طلبت منظمتان الكلمة
        [few] طلبت { $count } منظمات الكلمة
        [many] طلبت { $count } منظمة الكلمة
       *[other] طلبت { $count } منظمة الكلمة
    }
speakers-none = لم يطلب أحد الكلمة بعد
speakers-none-what = تظهر هنا المنظمات التي تطلب الكلمة مع متكلميها.
speakers-order-what = اكتبوا رقما بجانب كل متكلم: صاحب الرقم الأدنى يتكلم أولا. وتبقى الأرقام المتساوية على ترتيبها الحالي؛ ومن لا رقم له يأتي في الآخر بحسب وقت الطلب. ويُنشر الترتيب على الفور.
speakers-place = الترتيب
speakers-place-of = ترتيب { $organisation }
speakers-order-button = حفظ الترتيب
speakers-public = قائمة المتكلمين
speakers-public-what = بترتيب الرئيس؛ ومن لا ترتيب له بعد يأتي في الآخر بحسب وقت الطلب.
speakers-not-public =
    { $count ->
        [one] تنظر الأمانة في منظمة واحدة أخرى.
        [two] تنظر الأمانة في منظمتين أخريين.
        [few] تنظر الأمانة في { $count } منظمات أخرى.
        [many] تنظر الأمانة في { $count } منظمة أخرى.
       *[other] تنظر الأمانة في { $count } منظمة أخرى.
    }
speakers-chair = القائمة بالأسماء والموضوعات
fault-not-a-place = الترتيب عدد صحيح من 1 إلى { $max }. اتركوه فارغا إن لم يكن ثمة ترتيب.
desk-task-speak = طلب الكلمة
desk-task-speak-hint = متكلم واحد لكل منظمة
desk-state-on-list = في القائمة: { $speaker }
desk-state-not-asked = لم تُطلب الكلمة
# الرسائل.
mail-inscribed-subject = في قائمة المتكلمين: { $round }
mail-inscribed-intro = أُدرجت { $organisation } في قائمة المتكلمين في «{ $round }».
mail-inscribed-facts =
    المتكلم: { $speaker }
    الموضوع: { $subject }
    تاريخ التسلم: { $instant }
mail-inscribed-until = يمكنكم تعديلها حتى { $until }.
mail-left-subject = خارج قائمة المتكلمين: { $round }
mail-left-intro = لم تعد { $organisation } مدرجة في قائمة المتكلمين في «{ $round }». وحُذف ما ذُكر عن المتكلم.
mail-speakers-until = تستطيع كل منظمة حتى ذلك الحين أن تطلب الكلمة وأن تعدّل ما ذكرته. ومن كان في القائمة يبقى فيها.
mail-speakers-grant = تستطيع منظمتكم حتى ذلك الحين أن تطلب الكلمة وأن تعدّل ما ذكرته. ولا يتغير الموعد النهائي لغيركم.
mail-speakers-link = القائمة: { $link }

# قوائم الانتظار لدى الميسّرين وقراراتهم.
queue-title = التيسير
queue-lede = ما قُدم إليكم وينتظر البت فيه، الأقدم أولا.
queue-whole-body = الهيئة بكاملها
queue-progress = بُت في { $decided } من أصل { $total }
queue-waiting = { $count ->
    [0] لا شيء في الانتظار
    [zero] لا شيء في الانتظار
    [one] مساهمة واحدة تنتظر البت
    [two] مساهمتان تنتظران البت
    [few] { $count } مساهمات تنتظر البت
    [many] { $count } مساهمة تنتظر البت
   *[other] { $count } مساهمة تنتظر البت
}
queue-empty = لا شيء ينتظر البت فيه
queue-empty-what = تظهر الورقات والتعليقات الجديدة هنا حالما تُقدَّم.
queue-empty-none = لم يُقدَّم شيء بعد
queue-none = لا تتولون التيسير في أي فريق فرعي
queue-none-what = تظهر قوائم الانتظار هنا لمن يتولى التيسير في فريق فرعي أو أمانة إحدى الهيئات. وتسند الأمانة هذه المهمة.
queue-own = من منظمتكم: يبت فيها ميسّر آخر
queue-comment-on = { $citation ->
    [whole] تعليق على النص في مجمله
   *[other] تعليق على الفقرة { $citation }
}
queue-submitted = قُدم في { $time }
queue-label = قائمة الانتظار
queue-back = جميع القوائم
# المساهمة والقرار.
decision-eyebrow-paper = ورقة موقف · { $subgroup }
decision-eyebrow-comment = تعليق · { $subgroup }
decision-comment-title = { $citation ->
    [whole] تعليق على النص في مجمله
   *[other] تعليق على الفقرة { $citation }
}
decision-paragraph = الفقرة بصيغتها الحالية
decision-comment = التعليق
decision-heading = القرار
decision-what = يُبلَّغ صاحب المساهمة في الحال مع السبب الذي تذكرونه. تبتون في مدى اتصالها بالموضوع وتقيدها بالقواعد، ولا يغير أحد كلمات أصحابها.
decision-reason = السبب
decision-effect-accept = القبول: تُنشر المساهمة للعموم.
decision-effect-return = طلب التنقيح: يُتاح لصاحبها { $time } على الأقل لإرسالها من جديد.
decision-effect-decline = الرفض: لا تُدرج في السجل العلني، ولكنها تُحتسب في الأعداد.
decision-own-title = لا يجوز لكم البت في هذه المساهمة
decision-own = وردت من منظمتكم أو تحمل اسمها، ويبت فيها ميسّر آخر أو الأمانة.
decision-done-title = لا يوجد ما يُبت فيه
decision-done = سبق البت في هذه المساهمة، أو هي لدى صاحبها، أو سُحبت أو استُبدلت. وترد القرارات أدناه.
decision-history = قرارات سابقة
decision-changed = طرأ تغيير بعد أن فتحتموها
decision-changed-what = اقرؤوها من جديد قبل البت: يرد أدناه النص المخزن الآن. ولا يزال السبب الذي كتبتموه في خانته.
decision-round = الجولة
decision-organisation = المنظمة
decision-language = اللغة
decision-length = الطول
decision-not-sent = ما كتبتموه ولم يُرسَل

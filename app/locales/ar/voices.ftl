# ما تقوله منظمات أخرى بشأن مقترح، والمقترحات التي تتعارض معه.
voices-title = المنظمات الأخرى
voices-none = لم تبين أي منظمة أخرى موقفها.
voices-heard-join = المنظمات المنضمة إلى مقدمي المقترح
voices-heard-support = المنظمات المؤيدة
voices-heard-oppose = المنظمات المعارضة
voices-own = { $organisation } { $says }.
voices-own-join = انضمت إلى مقدمي المقترح
voices-own-support = تؤيد هذا المقترح
voices-own-oppose = تعارض هذا المقترح
voices-own-none = لم تبين { $organisation } موقفها.
voices-what = يرى الجميع موقف منظمتكم مقرونا باسمها؛ وإذا انضمت ذُكرت ضمن مقدمي المقترح. ويمكنكم تغيير الموقف حتى الموعد النهائي. وإذا عُدل المقترح أو سُحب انتهى الموقف وأُبلغتم بذلك بالبريد الإلكتروني.
voice-join = الانضمام إلى مقدمي المقترح
voice-support = تأييد
voice-oppose = معارضة
voices-take-back = سحب الموقف
voices-sign-in = تسجيل الدخول لبيان موقف منظمتكم
voices-changed = عُدل المقترح منذ أن فتحتم هذه الصفحة. اقرؤوه من جديد قبل بيان موقفكم.
voices-excluded = مقترحات تتعارض مع هذا المقترح
voices-excluded-what = تطلب أمرا آخر بشأن الكلمات نفسها: فإذا أُخذ بهذا المقترح تعذر الأخذ بأي منها.
voices-collide = { $count ->
    [zero] لا مقترحات متعارضة
    [one] مقترح واحد يتعارض مع غيره
    [two] مقترحان متعارضان
    [few] { $count } مقترحات متعارضة
    [many] { $count } مقترحا متعارضا
   *[other] { $count } مقترح متعارض
}
voices-collide-what = يطلب كل منها أمرا مختلفا بشأن كلمات يتناولها غيره أيضا، فلا يمكن الأخذ بها جميعا.
voices-line-join = انضمت إليه: { $names }
voices-line-support = { $count ->
    [zero] لا تؤيده أي منظمة
    [one] تؤيده منظمة واحدة
    [two] تؤيده منظمتان
    [few] تؤيده { $count } منظمات
    [many] تؤيده { $count } منظمة
   *[other] تؤيده { $count } منظمة
}
voices-line-oppose = { $count ->
    [zero] لا تعارضه أي منظمة
    [one] تعارضه منظمة واحدة
    [two] تعارضه منظمتان
    [few] تعارضه { $count } منظمات
    [many] تعارضه { $count } منظمة
   *[other] تعارضه { $count } منظمة
}
refused-own-proposal = هذا مقترح منظمتكم. وتبين المنظمات الأخرى موقفها منه.
mail-voice-ended-subject = عُدل مقترح أو سُحب: { $place }
mail-voice-ended = عدّلت { $author } مقترحها بشأن { $place } أو سحبته. وكانت منظمتكم قد بينت موقفها منه.
mail-voice-ended-why = كان موقفكم متعلقا بالكلمات كما كانت، وقد انتهى معها. وإذا قُدم مقترح جديد أمكنكم بيان موقفكم منه متى نُشر.
mail-voice-ended-link = الفقرة: { $link }
voices-excluded-of = مقترح { $organisation }

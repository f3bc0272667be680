# What paragraphs point to, and the page of a norm.
links-title = { $citation ->
    [whole] ما يستند إليه النص
   *[other] ما تستند إليه الفقرة { $citation }
}
links-lede = المعايير والمواضع من النصوص السابقة التي تستند إليها هذه الفقرة. يجدها القراء بجانبها، وترد الفقرة في صفحة كل معيار. ويبدأ الإصدار التالي بما ورد هنا.
links-norms = المعايير
links-norm = { $code }: { $title }
links-texts = تقارير وقرارات سابقة
links-texts-hint = موضع واحد في كل سطر، كما يُستشهد به: ⁦A/79/214⁩، الفقرة 32.
links-button = حفظ
links-back = العودة إلى الفقرة
links-none = لا شيء
links-changed = غيّر شخص آخر هذا في هذه الأثناء. وهي تستند الآن إلى: { $stored }. احفظوا من جديد إذا أردتم أن يحل ما كتبتموه محله.
links-here = تستند إلى
links-set = تحديد ما تستند إليه
fault-too-many-lines = لا يتجاوز عدد الأسطر { $max }.
norm-read = ما يقال بشأنه
norm-paragraphs = فقرات من مشاريع النصوص تستند إليه
norm-no-paragraphs = لا تستند أي فقرة إلى هذا المعيار
norm-no-paragraphs-what = يحدد الرئيس ما تستند إليه فقرات مشروع النص.
norm-recommendations = توصيات بشأنه
norm-no-recommendations = لا توجد توصيات بشأن هذا المعيار بعد
norm-no-recommendations-what = يحدد مؤلفو الأوراق المعيار الذي تخصه كل توصية. وترد هنا توصيات الأوراق العلنية.
norm-pages = صفحات التوصيات
norm-first = أحدث التوصيات
norm-next = توصيات أقدم

# The filter of the comments on a text, and the way through their pages.
filter-title = عرض بعض التعليقات فقط
filter-stance = الموقف المتخذ
filter-kind = نوع التعليق
filter-type = نوع المنظمة
filter-region = المجموعة الإقليمية
filter-language = لغة التعليق
filter-subgroup = الفريق الفرعي الذي تشارك فيه المنظمة
filter-any = الكل
filter-button = عرض
filter-clear = عرض جميع التعليقات
filter-shown = { $matching ->
    [0] لا يوجد تعليق مطابق من أصل { $all }.
    [zero] لا يوجد تعليق مطابق من أصل { $all }.
    [one] تعليق واحد مطابق من أصل { $all }.
    [two] تعليقان مطابقان من أصل { $all }.
    [few] { $matching } تعليقات مطابقة من أصل { $all }.
    [many] { $matching } تعليقا مطابقا من أصل { $all }.
   *[other] { $matching } تعليق مطابق من أصل { $all }.
}
filter-none = لا يوجد تعليق مطابق
filter-none-what = جرِّبوا شروطا أقل أو اعرضوا جميع التعليقات.
said-pages = صفحات التعليقات
said-first = التعليقات الأولى
said-next = المزيد من التعليقات
said-earlier-first = التعليقات الأولى على الإصدارات السابقة
said-earlier-next = المزيد من التعليقات على الإصدارات السابقة
said-collide-part = المعروض هنا { $shown } من أصل { $count } من المقترحات المتعارضة.
said-collide-part-what = أما سائر المقترحات فهي في صفحة أخرى أو لا تطابق ما طلبتموه.
text-attention-filtered = التعليقات المطابقة حسب الفقرة
said-only-earlier = التعليقات المطابقة قُدمت بشأن إصدارات سابقة: انظروا أدناه.

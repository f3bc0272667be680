# The filter of the comments on a text, and the way through their pages.
filter-title = عرض بعض التعليقات فقط
filter-stance = الموقف المتخذ
filter-kind = نوع التعليق
filter-type = نوع المنظمة
filter-region = المجموعة الإقليمية
filter-language = لغة التعليق
filter-subgroup = المشاركة في
filter-any = الكل
filter-button = عرض
filter-clear = عرض جميع التعليقات
filter-shown = { $matching ->
    [zero] لا يوجد تعليق من هذا النوع بين التعليقات ({ $all }).
    [one] يُعرض تعليق واحد من أصل { $all }.
    [two] يُعرض تعليقان من أصل { $all }.
    [few] تُعرض { $matching } تعليقات من أصل { $all }.
    [many] يُعرض { $matching } تعليقا من أصل { $all }.
   *[other] يُعرض { $matching } تعليق من أصل { $all }.
}
filter-none = لا يوجد تعليق من هذا النوع
filter-none-what = اختاروا شيئا آخر أعلاه، أو اعرضوا جميع التعليقات.
said-pages = صفحات التعليقات
said-first = التعليقات الأولى
said-next = المزيد من التعليقات
said-earlier-first = التعليقات الأولى على الإصدارات السابقة
said-earlier-next = المزيد من التعليقات على الإصدارات السابقة
said-collide-part = { $shown } من { $count } من المقترحات المتعارضة.
said-collide-part-what = المقترحات الأخرى في صفحة أخرى أو ليست من النوع الذي طلبتموه.
text-attention-filtered = التعليقات من هذا النوع بحسب الفقرة

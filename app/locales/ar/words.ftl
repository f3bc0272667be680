# عدد الكلمات.
words-count = { $count ->
    [zero] { $count } كلمة
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}
characters-count = { $count ->
    [zero] { $count } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $count } أحرف
    [many] { $count } حرفا
   *[other] { $count } حرف
}

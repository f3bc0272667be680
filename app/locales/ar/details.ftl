# اسم الشخص، واللغة التي تراسله بها البوابة.
details-title = الاسم واللغة
details-lede = اسمكم في هذه البوابة، واللغة التي تراسلكم بها.
details-full-name = الاسم الكامل
details-full-name-hint = كما ينبغي أن يقرأه زملاؤكم والأمانة. وترى الأمانة أيضا الأسماء التي حملتموها من قبل.
details-mail-language = لغة الرسائل
details-mail-language-hint = تراسلكم البوابة بهذه اللغة. ولا يغير ذلك لغة الصفحات، فروابط لغاتها في أعلى كل صفحة.
details-button = حفظ الاسم واللغة
details-changed = حُفظ اسمكم ولغة الرسائل.
details-mails-in = لغة الرسائل: { $language }
person-file-names = الأسماء السابقة
person-file-name-until = حتى { $time }
privacy-keep-names = الأسماء التي حملتموها هنا من قبل: ما دام حسابكم قائما.

# What helps with a long text: the bar of marks, the preview, the copy on the device.
writing-bar = Marks for the text
writing-heading = Heading
writing-heading-sample = Heading
writing-bold = Bold
writing-bold-sample = bold words
writing-italic = Italic
writing-italic-sample = words in italics
writing-bullets = List
writing-bullets-sample = First point
writing-numbers = Numbered list
writing-numbers-sample = First point
writing-quotation = Quotation
writing-quotation-sample = Quoted words
writing-link = Link
writing-link-sample = words of the link

preview-title = How readers will see it
preview-saved = As it was when this page was made. Save the draft to see what you changed since.
preview-empty = There are no words yet.
preview-answer = To question { $number }

copy-title = Words that were not saved
copy-found = On this device there are words you typed on { $when } that were not saved. Put them back into the form, or delete them.
copy-put-back = Put them back
copy-leave = Delete them
copy-done = Your words are in the form again.
copy-left = The words on this device were deleted.

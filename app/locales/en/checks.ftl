# The check before a paper is submitted: what its authors may regret.
check-look = Worth a look
check-look-what = None of this stands in the way of submitting.
check-link = The link “{ $words }” has no complete address. An address begins with https:// or mailto:.
check-heading = Nothing stands under the heading “{ $words }”.
check-picture = A picture is not shown, only its words: “{ $words }”.
check-html = HTML is shown as it is written: { $words }
check-question = Question { $number } is not answered.

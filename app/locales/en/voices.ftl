# What other organisations say to a proposal, and the proposals that exclude it.
voices-title = Other organisations
voices-none = No other organisation has said where it stands.
voices-heard-join = Joined as proponents
voices-heard-support = Support this proposal
voices-heard-oppose = Oppose this proposal
voices-own = { $organisation } { $says }.
voices-own-join = has joined as a proponent
voices-own-support = supports this proposal
voices-own-oppose = opposes this proposal
voices-own-none = { $organisation } has not said where it stands.
voices-what = Everybody sees what your organisation says, with its name; if it joins, it is named as a proponent. You can change this until the deadline. If the proposal is changed or withdrawn, what you said ends, and you are told by e-mail.
voice-join = Join as a proponent
voice-support = Support
voice-oppose = Oppose
voices-take-back = Take this back
voices-sign-in = Sign in to say where your organisation stands
voices-changed = The proposal was changed since you opened this page. Read it again before you say where you stand.
voices-excluded = Proposals that exclude this one
voices-excluded-what = They want something else done with the same words: if this proposal is taken, none of them can be.
voices-collide = { $count ->
    [one] { $count } proposal that excludes another
   *[other] { $count } proposals that exclude each other
}
voices-collide-what = Each wants something else done with words that another of them is about: not all of them can be taken.
voices-line-join = Joined by { $names }
voices-line-support = { $count ->
    [one] supported by { $count } organisation
   *[other] supported by { $count } organisations
}
voices-line-oppose = { $count ->
    [one] opposed by { $count } organisation
   *[other] opposed by { $count } organisations
}
refused-own-proposal = This is the proposal of your own organisation. Other organisations say where they stand on it.
mail-voice-ended-subject = A proposal was changed or withdrawn: { $place }
mail-voice-ended = { $author } has changed or withdrawn its proposal on { $place }. Your organisation had said where it stands on it.
mail-voice-ended-why = What you said was about the words as they stood, and has ended with them. If there is a new proposal, you can say where you stand once it is public.
mail-voice-ended-link = The paragraph: { $link }
voices-excluded-of = Proposal of { $organisation }

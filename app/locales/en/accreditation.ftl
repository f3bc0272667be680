# Accreditation: applying, looking at applications, circulating them, accrediting.
plan-reach = Accreditation for
plan-reach-hint = For accreditation: this session alone, or every session of the body.
round-apply = Apply for accreditation
round-own-application = Your application for accreditation
round-rule-apply-late = The server’s clock decides, to the second. After the closing no application is taken or changed, not even a returned one; the chair can extend the round, or give one organisation more time.
apply-title = Apply for accreditation
apply-lede = Say what your organisation is and does. Organisations with ECOSOC consultative status inform the secretariat; the applications of all others go to Member States, and an organisation is accredited if none objects.
apply-new = Your application
apply-change = Change what you said
apply-consultative = ECOSOC consultative status
apply-consultative-hint = Of the organisation itself, as the United Nations lists it.
apply-purpose = Purpose
apply-purpose-hint = What the organisation is for. Needed without consultative status.
apply-activities = Programmes and activities
apply-activities-hint = What it does that matters to this process. Needed without consultative status.
apply-button = Apply for accreditation
apply-change-button = Save the change
apply-received = Applied
apply-withdraw = Take our application back
apply-withdraw-what = It is then no longer looked at. While the round is open you can apply again.
apply-rules = How accreditation works
apply-rule-ecosoc = Non-governmental organisations with ECOSOC consultative status are accredited once the secretariat has checked that.
apply-rule-circulated = What all others say is circulated to Member States. Where none objects, the organisation is accredited.
apply-rule-change = You can change your application until it is circulated, and until the round closes.
apply-rule-writing = Writing does not depend on it: papers, comments and informal meetings are open to every organisation.
apply-rule-public = Where your organisation stands is shown beside its name. What you say is read by the secretariat, the chair and Member States.
apply-closed = Applications closed on { $instant }. If there is a reason the chair should know, write to the secretariat: an extension or a grant gives more time.
apply-upcoming = Applications open on { $instant }. Come back then.
apply-not-contact = Only the contact point of your organisation applies. What is typed on this page is not kept.
apply-means-interest = The secretariat looks at it next. You are told by mail.
apply-means-returned = Something is missing. Complete it below and save: it is then looked at again.
apply-means-circulated = Member States have received it. You are told by mail what becomes of it.
apply-means-accredited = Your organisation can attend formal meetings.
apply-means-objected = Your organisation is not accredited. It can still submit papers and comments, and take part in informal meetings.
apply-means-withdrawn = Your organisation took its application back.
refused-application-in-progress = Your application is no longer in your hands: it was circulated to Member States, or decided on. What was sent stays as it was.
accreditation-reason = Reason:
accreditation-reason-field = Reason
accreditation-reason-hint = The organisation reads it. Needed when an application is returned, or a decision is taken back.
accreditation-steps = What was done
accreditation-eyebrow = Application · { $round }
accreditation-organisation = Organisation
accreditation-said = What the organisation says
accreditation-facts = About this application
accreditation-decide = Next step
accreditation-nothing = There is nothing you can do with it now.
applications-title = Applications for accreditation
applications-lede = The secretariat checks each application, circulates it to Member States where that is needed, and accredits the organisation. Only the secretariat and the chair read this page.
applications-list = Applications
applications-all = All
applications-at = { $status } ({ $count })
applications-by-status = By where they stand
applications-count =
    { $count ->
        [0] No organisation has applied
        [one] { $count } organisation has applied
       *[other] { $count } organisations have applied
    }
applications-waiting =
    { $count ->
        [0] None waits for a first look
        [one] { $count } waits for a first look
       *[other] { $count } wait for a first look
    }
applications-capped = The first { $max } are shown. Choose where they stand to see others.
applications-none = No application stands here
applications-none-what = Organisations that apply appear here by the time they applied.
applications-choose = Tick the applications, then press what is to be done with them. It is done with all of them or with none.
applications-back = All applications
consultative-badge = ECOSOC: { $status }
accredited-title = Accredited organisations
accredited-none = No organisation is accredited yet.
objection-title = An objection
objection-what = Put down that a Member State objects: the organisation is then not accredited. Which State it is, and why, only the chair reads.
objection-state = Objecting State
objection-state-hint = Only the chair reads it.
objection-grounds = Grounds
objection-grounds-hint = If the State gives any. Only the chair reads them.
objection-reason = Reason for the organisation
objection-reason-hint = The organisation and the secretariat read this one. Do not name the State.
objection-no-grounds = No grounds were given.
objections-title = Objections
objections-what = Only the chair reads this.
organisation-accreditations = Accreditation
standing-accredited = Accredited
standing-ecosoc = Accredited, ECOSOC status
standing-applied = Accreditation applied for
standing-not-accredited = Not accredited
desk-state-not-applied = NOT applied
grants-rule-apply = Until its end this organisation can apply for accreditation, and change its application unless it was circulated.
apply-means-returned-closed = Something is missing, and it cannot be changed now: the round is not open for your organisation, or you are not its contact point. The chair can extend the round, or give your organisation more time.
apply-withdraw-final = It is then no longer looked at. The round has closed: this cannot be undone.
fault-not-for-this-step = At least one of those you ticked does not stand where this can be done. Choose a state above to see those that do.
mail-step-returned-closed = The application of { $organisation } in “{ $round }” was sent back: something is missing. The round has closed; ask the chair for more time to complete it.
# Mails.
mail-applied-subject = Application received: { $round }
mail-applied-intro = The application of { $organisation } in “{ $round }” is with the secretariat.
mail-applied-facts = Received: { $instant }
mail-application-withdrawn-subject = Application taken back: { $round }
mail-application-withdrawn-intro = { $organisation } took its application in “{ $round }” back.
mail-step-subject = { $step }: { $organisation }
mail-step-circulated = The application of { $organisation } in “{ $round }” was circulated to Member States.
mail-step-returned = The application of { $organisation } in “{ $round }” was sent back: something is missing. Complete it before the round closes.
mail-step-accredited = { $organisation } is accredited: “{ $round }”.
mail-step-objected = { $organisation } is not accredited: “{ $round }”. It can still submit papers and comments, and take part in informal meetings.
mail-step-lifted = The objection to { $organisation } in “{ $round }” no longer stands. Its application is with Member States again.
mail-step-reopened = The accreditation of { $organisation } in “{ $round }” was taken back; its application is looked at again.
mail-step-reason = Reason: { $reason }
mail-application-link = The application: { $link }
mail-application-until = Until then an organisation can apply, and change an application that was not circulated.
mail-application-grant = Until then your organisation can apply for accreditation, and change its application unless it was circulated. Nobody else’s deadline changes.

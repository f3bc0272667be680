//! An organisation as the secretariat sees it: state, members, earlier decisions, and the decision.

use super::{person_row, state};
use crate::calendar;
use crate::domain::ids::OrganisationId;
use crate::domain::language::Locale;
use crate::forms::{FormState, ReviewForm};
use crate::i18n::t::{offices as t, rounds};
use crate::pages::parts;
use crate::portal::{OrganisationFile, Review, Verdict};
use crate::render::{Cx, PageResult};
use crate::routes;
use crate::ui::{self, Button, FieldSpec, Head, Notice, labels};
use leptos::prelude::*;

/// `/secretariat/organisations/{id}`
pub async fn organisation(cx: &Cx, id: OrganisationId, form: Option<FormState<ReviewForm>>) -> PageResult {
    let file = cx.portal.organisation_file(&cx.ctx, id).await?;
    let l = cx.locale();
    let form = form.unwrap_or_default();
    let name = file.organisation.organisation.name.clone();
    let head = Head::new(name.clone()).crumb(t::desk_secretariat_title(l), routes::secretariat(l));
    Ok(ui::page(cx, parts::status_of_form(&form), head, || {
        view! {
            {parts::trouble(l, &form, &[(ReviewForm::REASON, rounds::move_reason(l))], "UTC")}
            {ui::page_head(None, name, None)}
            {facts(l, &file)}
            {decision(l, &file, &form)}
            <section class="section"><h2>{t::organisation_file_members(l)}</h2>{members(l, &file)}</section>
            {reviews(l, &file.reviews)}
        }
        .into_any()
    }))
}

fn facts(l: Locale, file: &OrganisationFile) -> AnyView {
    let line = &file.organisation;
    ui::facts(vec![
        (t::organisation_file_state(l).to_owned(), state(l, line)),
        (t::organisation_file_type(l).to_owned(), labels::stakeholder_type(l, line.organisation.stakeholder_type).into_any()),
        (t::organisation_file_region(l).to_owned(), labels::region(l, line.organisation.region).into_any()),
        (t::organisation_file_registered(l).to_owned(), ui::time(l, line.created_at.to_second(), "UTC")),
    ])
}

/// The decision, for an organisation that is not public yet.
fn decision(l: Locale, file: &OrganisationFile, form: &FormState<ReviewForm>) -> AnyView {
    if file.organisation.approved_at.is_some() {
        return ().into_any();
    }
    if file.own {
        return ui::notice(Notice::Info, view! { <p>{t::organisation_file_own(l)}</p> }.into_any());
    }
    let reason = FieldSpec {
        name: ReviewForm::REASON,
        label: rounds::move_reason(l),
        hint: Some(t::organisation_file_reason_hint(l)),
        value: &form.form.reason,
        fault: form.fault(ReviewForm::REASON),
        ..FieldSpec::default()
    };
    view! {
        <section class="section">
            <h2>{t::organisation_file_decide(l)}</h2>
            <p class="measure">{t::organisation_file_decide_what(l)}</p>
            <form class="form" method="post" action=routes::organisation_file(l, file.organisation.organisation.id) novalidate>
                {ui::text_area(l, reason, 3, None, false)}
                <div class="actions">
                    {ui::button(t::organisation_file_approve(l), Button::Primary, Some((ReviewForm::VERDICT, Verdict::Approve.code())))}
                    {ui::button(t::organisation_file_decline(l), Button::Danger, Some((ReviewForm::VERDICT, Verdict::Decline.code())))}
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn members(l: Locale, file: &OrganisationFile) -> AnyView {
    if file.members.is_empty() {
        return view! { <p>{t::organisation_file_members_none(l)}</p> }.into_any();
    }
    let rows: Vec<_> = file
        .members
        .iter()
        .map(|(person, function)| {
            view! { <li class="row">{person_row(l, person)}<p class="row__meta"><span>{labels::function(l, *function)}</span></p></li> }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn reviews(l: Locale, reviews: &[Review]) -> AnyView {
    if reviews.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = reviews
        .iter()
        .map(|review| {
            let at = calendar::full(l, review.decided_at.to_second(), "UTC");
            let words = match review.outcome {
                Verdict::Approve => t::organisation_file_approved(l, at),
                Verdict::Decline => t::organisation_file_declined(l, at),
            };
            let reason = (!review.reason.is_empty()).then(|| view! { <p class="reason" dir="auto">{review.reason.clone()}</p> });
            view! { <li class="row"><h3 class="row__title">{words}</h3>{reason}</li> }
        })
        .collect();
    view! { <section class="section"><h2>{t::organisation_file_reviews(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

//! An organisation as the secretariat sees it: state, members, close names, earlier decisions, and the decision; and the way to the rest.

use super::{person_row, state};
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::forms::{FormState, ReviewForm};
use model::i18n::t::{offices as t, organisations as o, rounds, secretariat as s};
use model::labels;
use model::policy::{self, MergeOrganisations};
use model::portal::{OrganisationFile, OrganisationLine, Review, Verdict};
use model::routes;

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
            {ui::page_head_with(None, name, None, elsewhere(cx, &file))}
            {facts(l, &file)}
            {decision(l, &file, &form)}
            <section class="section"><h2>{t::organisation_file_members(l)}</h2>{members(l, &file)}</section>
            {close(cx, &file)}
            {reviews(l, &file.reviews)}
        }
        .into_any()
    }))
}

/// Where the rest is done: what it says of itself, its members with claims, merging a duplicate.
fn elsewhere(cx: &Cx, file: &OrganisationFile) -> AnyView {
    let (l, id) = (cx.locale(), file.organisation.organisation.id);
    let page = ui::link_button(s::organisation_file_page(l), routes::organisation(l, id), Button::Secondary);
    let members = ui::link_button(o::organisation_members_link(l), routes::members(l, id), Button::Secondary);
    let merge =
        may_merge(cx, file).then(|| ui::link_button(o::organisation_merge_link(l), routes::merge_organisation(l, id), Button::Secondary));
    view! { <div class="actions">{page}{members}{merge}</div> }.into_any()
}

fn may_merge(cx: &Cx, file: &OrganisationFile) -> bool {
    let id = file.organisation.organisation.id;
    policy::offers(&cx.ctx.actor, &MergeOrganisations { from: id, into: id }, cx.ctx.now)
}

/// Public organisations that may be the same one, with the way to merge this one into another.
fn close(cx: &Cx, file: &OrganisationFile) -> AnyView {
    let l = cx.locale();
    let list = if file.close.is_empty() {
        view! { <p>{s::organisation_file_close_none(l)}</p> }.into_any()
    } else {
        let rows: Vec<_> = file.close.iter().map(|line| close_row(l, line)).collect();
        let merge = may_merge(cx, file).then(|| {
            let href = routes::merge_organisation(l, file.organisation.organisation.id);
            view! { <p class="hint"><a href=href>{o::organisation_merge_link(l)}</a></p> }
        });
        view! { <p class="measure">{s::organisation_file_close_what(l)}</p><ul class="rows">{rows}</ul>{merge} }.into_any()
    };
    view! { <section class="section" id="close"><h2>{s::organisation_file_close(l)}</h2>{list}</section> }.into_any()
}

fn close_row(l: Locale, line: &OrganisationLine) -> impl IntoView + use<> {
    let organisation = &line.organisation;
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::organisation_file(l, organisation.id)><bdi>{organisation.name.clone()}</bdi></a></h3>
            <p class="row__meta">{parts::organisation_meta(l, line)}</p>
        </li>
    }
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

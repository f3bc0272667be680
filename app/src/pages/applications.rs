//! The applications of a round: the secretariat looks at them, circulates them and accredits; several at once.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::accreditation::{AccreditationStatus, MAX_APPLICATIONS, Step};
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{FormState, StepForm};
use model::i18n::t::{accreditation as t, speakers};
use model::labels;
use model::policy::{self, DecideAccreditation};
use model::portal::{ApplicationLine, ApplicationsPage};
use model::routes;

/// The steps one takes with several at once. The others are about one organisation, and have its page.
const TOGETHER: [Step; 3] = [Step::Circulate, Step::Accredit, Step::Return];

/// `/rounds/{id}/applications`; `status`: only those that stand there.
pub async fn page(cx: &Cx, id: RoundId, status: Option<AccreditationStatus>, state: Option<FormState<StepForm>>) -> PageResult {
    let page = cx.portal.applications(&cx.ctx, id, status).await?;
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(cx.locale(), t::applications_title(cx.locale()), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, status, &state)))
}

fn content(cx: &Cx, page: &ApplicationsPage, status: Option<AccreditationStatus>, state: &FormState<StepForm>) -> AnyView {
    let l = cx.locale();
    let round = &page.line.round;
    let labels = [
        (StepForm::STEP, t::accreditation_decide(l)),
        (StepForm::APPLICATIONS, t::applications_list(l)),
        (StepForm::REASON, t::accreditation_reason_field(l)),
    ];
    let live = page.counts.iter().filter(|(status, _)| *status != AccreditationStatus::Withdrawn);
    let total: i64 = live.map(|(_, count)| count).sum();
    let head = view! {
        {parts::round_deadline(cx, &page.line)}
        <p>{t::applications_count(l, total)}</p>
        <p class="hint"><a href=routes::round(l, round.id)>{speakers::speak_to_round(l)}</a></p>
    };
    let list = if page.applications.is_empty() {
        ui::empty(t::applications_none(l), view! { <p>{t::applications_none_what(l)}</p> }.into_any())
    } else {
        list(cx, page, status, state)
    };
    let capped =
        (page.applications.len() == MAX_APPLICATIONS).then(|| view! { <p class="hint">{t::applications_capped(l, MAX_APPLICATIONS)}</p> });
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            t::applications_title(l),
            Some(t::applications_lede(l).to_owned()),
            head.into_any(),
        )}
        {parts::trouble(l, state, &labels, &round.time_zone)}
        {by_status(l, page, status)}
        <section class="section" id=StepForm::APPLICATIONS aria-labelledby="applications">
            <h2 id="applications">{status.map_or_else(|| t::applications_list(l), |status| labels::accreditation(l, status))}</h2>
            {capped}
            {list}
        </section>
    }
    .into_any()
}

/// How many stand where; each leads to those alone.
fn by_status(l: Locale, page: &ApplicationsPage, chosen: Option<AccreditationStatus>) -> AnyView {
    let round = page.line.round.id;
    let link = |words: String, href: String, here: bool| {
        let current = here.then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    };
    let all = link(t::applications_all(l).to_owned(), routes::applications(l, round), chosen.is_none());
    let each: Vec<_> = page
        .counts
        .iter()
        .map(|(status, count)| {
            let words = t::applications_at(l, *count, labels::accreditation(l, *status));
            link(words, routes::applications_at(l, round, status.code()), chosen == Some(*status))
        })
        .collect();
    view! { <nav class="tabs section" aria-label=t::applications_by_status(l)><ul>{all}{each}</ul></nav> }.into_any()
}

fn list(cx: &Cx, page: &ApplicationsPage, status: Option<AccreditationStatus>, state: &FormState<StepForm>) -> AnyView {
    let l = cx.locale();
    let steps: Vec<Step> = TOGETHER.into_iter().filter(|step| page.applications.iter().any(|line| may(cx, page, line, *step))).collect();
    let rows: Vec<_> = page
        .applications
        .iter()
        .map(|line| {
            let choosable = TOGETHER.into_iter().any(|step| may(cx, page, line, step));
            row(l, page, line, state, choosable)
        })
        .collect();
    let rows = view! { <ul class="rows">{rows}</ul> };
    if steps.is_empty() {
        // What was typed for a step that nobody can take any more is still there to be read.
        return view! { {parts::typed_step(l, state)}{rows} }.into_any();
    }
    let hint = Some(t::accreditation_reason_hint(l));
    let reason = FieldSpec::of(state, StepForm::REASON, t::accreditation_reason_field(l), hint, &state.form.reason).optional();
    let buttons: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(at, step)| {
            let kind = if at == 0 { Button::Primary } else { Button::Secondary };
            ui::button(labels::step_button(l, step), kind, Some((StepForm::STEP, step.code())))
        })
        .collect();
    view! {
        <form method="post" action=routes::applications(l, page.line.round.id) novalidate>
            // Enter presses the first button: it only asks what is to be done.
            <button type="submit" class="visually-hidden" tabindex="-1">{t::accreditation_decide(l)}</button>
            {ui::hidden(StepForm::STATUS, status.map_or("", AccreditationStatus::code))}
            <p class="hint measure">{t::applications_choose(l)}</p>
            {rows}
            <div class="form">{ui::text_area(l, reason, 3, None, false)}<div class="actions" id=StepForm::STEP>{buttons}</div></div>
        </form>
    }
    .into_any()
}

fn may(cx: &Cx, page: &ApplicationsPage, line: &ApplicationLine, step: Step) -> bool {
    let application = &line.accreditation;
    let decide = DecideAccreditation {
        accreditation: application.id,
        organisation: application.organisation,
        body: page.line.body.id,
        status: application.status,
        consultative: application.content.consultative,
        step,
    };
    policy::check(&cx.ctx.actor, &decide, cx.ctx.now).is_ok()
}

fn row(l: Locale, page: &ApplicationsPage, line: &ApplicationLine, state: &FormState<StepForm>, choosable: bool) -> AnyView {
    let (application, zone) = (&line.accreditation, page.line.round.time_zone.as_str());
    let name = format!("application-{}", application.id);
    // After a conflict those that changed meanwhile have to be read and chosen anew.
    let value = StepForm::value(application.id, application.version);
    let checked =
        state.form.applications.contains(&value) || (state.refusal != Some(PortalError::Conflict) && state.form.names(application.id));
    let choose = choosable.then(|| {
        let (id, labelled) = (format!("choose-{}", application.id), name.clone());
        view! { <input type="checkbox" id=id name=StepForm::APPLICATIONS value=value checked=checked aria-labelledby=labelled/> }
    });
    let consultative = application.content.consultative;
    let consultative = consultative.is_held().then(|| ui::badge(t::consultative_badge(l, labels::consultative(l, consultative))));
    view! {
        <li class="row row--chosen">
            <div class="row__place">{choose}</div>
            <div>
                <h3 class="row__title" id=name>
                    <a href=routes::accreditation(l, application.id)><bdi>{line.organisation.name.clone()}</bdi></a>
                </h3>
                <p class="row__meta">
                    <span>{labels::stakeholder_type(l, line.organisation.stakeholder_type)}</span>
                    <span>{labels::region(l, line.organisation.region)}</span>
                    {consultative}
                    <span>{t::apply_received(l)}" "{ui::time(l, application.received_at.to_second(), zone)}</span>
                </p>
            </div>
            <p class="row__aside">{ui::accreditation_status(l, application.status)}</p>
        </li>
    }
    .into_any()
}

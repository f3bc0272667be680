//! One application for accreditation, before those who decide: what is said, what was done, what can be done now.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::accreditation::{Objection, Step};
use model::domain::ids::AccreditationId;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::error::PortalError;
use model::forms::{FormState, StepForm};
use model::i18n::t::{accreditation as t, speakers};
use model::labels;
use model::portal::AccreditationPage;
use model::routes;

/// `/accreditations/{id}`
pub async fn page(cx: &Cx, id: AccreditationId, state: Option<FormState<StepForm>>) -> PageResult {
    let page = cx.portal.accreditation(&cx.ctx, id).await?;
    let l = cx.locale();
    let mut state = state.unwrap_or_default();
    let application = &page.application.accreditation;
    // The version read is the one decided on. After somebody else changed it, what is shown now is.
    if state.form.applications.is_empty() || state.refusal == Some(PortalError::Conflict) {
        state.form.applications = vec![StepForm::value(application.id, application.version)];
    }
    let head = parts::head_in_round(l, page.application.organisation.name.as_str(), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &AccreditationPage, state: &FormState<StepForm>) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let (application, organisation) = (&page.application.accreditation, &page.application.organisation);
    let zone = round.time_zone.as_str();
    let labels = [
        (StepForm::STATE, t::objection_state(l)),
        (StepForm::GROUNDS, t::objection_grounds(l)),
        (StepForm::REASON, t::accreditation_reason_field(l)),
    ];
    let mut facts = vec![
        (t::accreditation_organisation(l).to_owned(), ui::organisation(l, organisation)),
        (t::apply_received(l).to_owned(), ui::time(l, application.received_at.to_second(), zone)),
    ];
    if let Some(reach) = round.reach {
        facts.push((t::plan_reach(l).to_owned(), labels::reach(l, reach).into_any()));
    }
    let head = view! { <p>{ui::accreditation_status(l, application.status)}</p> };
    view! {
        {ui::page_head_with(Some(t::accreditation_eyebrow(l, round.title.get(l))), organisation.name.as_str(), None, head.into_any())}
        <div class="columns">
            <div>
                {parts::trouble(l, state, &labels, zone)}
                <section class="section"><h2>{t::accreditation_said(l)}</h2>{ui::facts(parts::application_facts(l, application))}</section>
                {decision(l, page, state)}
                {page.objections.as_deref().map(|objections| self::objections(l, objections, zone))}
                {parts::accreditation_steps(l, &page.steps, zone)}
            </div>
            <aside>
                <section class="section"><h2>{t::accreditation_facts(l)}</h2>{ui::facts(facts)}</section>
                <ul class="stack">
                    <li><a href=routes::applications(l, round.id)>{t::applications_back(l)}</a></li>
                    <li><a href=routes::round(l, round.id)>{speakers::speak_to_round(l)}</a></li>
                </ul>
            </aside>
        </div>
    }
    .into_any()
}

fn decision(l: Locale, page: &AccreditationPage, state: &FormState<StepForm>) -> AnyView {
    let (objects, others): (Vec<Step>, Vec<Step>) = page.may.iter().partition(|step| **step == Step::Object);
    let taken = page.may.iter().any(|step| step.code() == state.form.step);
    // What was typed for a step that cannot be taken any more is still there to be read.
    let typed = (!taken).then(|| parts::typed_step(l, state));
    if page.may.is_empty() {
        return view! { {typed}<section class="section"><h2>{t::accreditation_decide(l)}</h2><p>{t::accreditation_nothing(l)}</p></section> }
            .into_any();
    }
    let objecting = state.form.step == Step::Object.code();
    let buttons: Vec<_> = others
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let kind = if at == 0 { Button::Primary } else { Button::Secondary };
            ui::button(labels::step_button(l, *step), kind, Some((StepForm::STEP, step.code())))
        })
        .collect();
    // What is said of a fault leads to the form that was sent.
    let id = if objecting { "plain-reason" } else { StepForm::REASON };
    let plain = (!buttons.is_empty()).then(|| {
        // What was typed into the one form does not appear in the other.
        let typed = if objecting { "" } else { state.form.reason.as_str() };
        let hint = Some(t::accreditation_reason_hint(l));
        let fault = state.fault(StepForm::REASON).filter(|_| !objecting);
        let reason = FieldSpec {
            id: Some(id),
            fault,
            ..FieldSpec::of(state, StepForm::REASON, t::accreditation_reason_field(l), hint, typed).optional()
        };
        view! {
            <section class="section">
                <h2>{t::accreditation_decide(l)}</h2>
                {form(l, page, state, ui::text_area(l, reason, 3, None, false), buttons.into_any())}
            </section>
        }
    });
    let objection = (!objects.is_empty()).then(|| objection(l, page, state, objecting));
    view! { {typed}{plain}{objection} }.into_any()
}

/// The chair puts down that a Member State objects.
fn objection(l: Locale, page: &AccreditationPage, state: &FormState<StepForm>, typed: bool) -> AnyView {
    let field = |name, id, label, hint, value: &'static str| FieldSpec {
        id: Some(id),
        fault: state.fault(name).filter(|_| typed),
        ..FieldSpec::of(state, name, label, hint, value)
    };
    let value = |value: &str| if typed { value.to_owned() } else { String::new() };
    let (named, grounds, reason) = (value(&state.form.state), value(&state.form.grounds), value(&state.form.reason));
    let state_field = field(StepForm::STATE, StepForm::STATE, t::objection_state(l), Some(t::objection_state_hint(l)), "");
    let grounds_field = field(StepForm::GROUNDS, StepForm::GROUNDS, t::objection_grounds(l), Some(t::objection_grounds_hint(l)), "");
    let id = if typed { StepForm::REASON } else { "objection-reason" };
    let reason_field = field(StepForm::REASON, id, t::objection_reason(l), Some(t::objection_reason_hint(l)), "");
    let fields = view! {
        {ui::text_field(l, FieldSpec { value: &named, ..state_field })}
        {ui::text_area(l, FieldSpec { value: &grounds, ..grounds_field }.optional(), 3, None, false)}
        {ui::text_area(l, FieldSpec { value: &reason, ..reason_field }, 3, None, false)}
    };
    let button = ui::button(labels::step_button(l, Step::Object), Button::Secondary, Some((StepForm::STEP, Step::Object.code())));
    view! {
        <section class="section">
            <h2>{t::objection_title(l)}</h2>
            <p class="measure">{t::objection_what(l)}</p>
            {form(l, page, state, fields.into_any(), button)}
        </section>
    }
    .into_any()
}

fn form(l: Locale, page: &AccreditationPage, state: &FormState<StepForm>, fields: AnyView, buttons: AnyView) -> AnyView {
    let read = state.form.applications.first().cloned().unwrap_or_default();
    view! {
        <form class="form" method="post" action=routes::accreditation(l, page.application.accreditation.id) novalidate>
            {ui::hidden(StepForm::APPLICATIONS, read)}
            {fields}
            <div class="actions">{buttons}</div>
        </form>
    }
    .into_any()
}

/// Who objects: for the chair alone.
fn objections(l: Locale, objections: &[(Objection, Instant)], zone: &str) -> AnyView {
    if objections.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = objections
        .iter()
        .map(|(objection, at)| {
            let grounds = if objection.grounds.is_empty() {
                view! { <p class="hint">{t::objection_no_grounds(l)}</p> }.into_any()
            } else {
                view! { <p class="words" dir="auto">{objection.grounds.clone()}</p> }.into_any()
            };
            view! {
                <li class="row">
                    <h3 class="row__title"><bdi>{objection.state.clone()}</bdi></h3>
                    {grounds}
                    <p class="row__meta">{ui::time(l, at.to_second(), zone)}</p>
                </li>
            }
        })
        .collect();
    view! {
        <section class="section">
            <h2>{t::objections_title(l)}</h2>
            <p class="hint">{t::objections_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

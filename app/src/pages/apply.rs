//! Applying for accreditation: the form of an organisation, and where its application stands.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::accreditation::{Accreditation, AccreditationStatus, ConsultativeStatus};
use model::domain::ids::{OrganisationId, RoundId};
use model::domain::language::Locale;
use model::error::PortalError;
use model::forms::{ApplicationForm, FormState};
use model::i18n::t::{accreditation as t, speakers};
use model::labels;
use model::policy::{self, Apply, Denied, WithdrawApplication};
use model::portal::ApplicationEditor;
use model::routes;

/// `/rounds/{id}/apply`; `organisation`: for whom, `None` for the one acted for last.
pub async fn page(cx: &Cx, round: RoundId, organisation: Option<OrganisationId>, state: Option<FormState<ApplicationForm>>) -> PageResult {
    let editor = cx.portal.application(&cx.ctx, round, organisation).await?;
    let l = cx.locale();
    let mut state = state.unwrap_or_else(|| FormState::fresh(fresh(&editor)));
    state.form.organisation = editor.organisation.to_string();
    if state.refusal == Some(PortalError::Conflict) {
        // What is stored is shown beside it; saving again is then a choice.
        state.form.version = editor.own.as_ref().map_or(0, |own| own.version).to_string();
    }
    let head = parts::head_in_round(l, t::apply_title(l), &editor.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &editor, &state)))
}

fn fresh(editor: &ApplicationEditor) -> ApplicationForm {
    let stored = |own: &Accreditation| ApplicationForm::from_content(&own.content, own.version);
    editor.own.as_ref().map_or_else(ApplicationForm::default, stored)
}

fn content(cx: &Cx, editor: &ApplicationEditor, state: &FormState<ApplicationForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &editor.line.round;
    let status = editor.own.as_ref().map(|own| own.status);
    let apply = Apply { round: round.id, organisation: editor.organisation, window: round.window.clone(), status };
    let denied = policy::check(&cx.ctx.actor, &apply, now).err();
    let more = parts::acting_head(cx, round, editor.organisation, &editor.organisations, |id| routes::apply_for(l, round.id, id));
    // Who cannot apply is told so; the form stays where something was typed. What is decided is told by where it stands.
    let shown = state.is_refused() || !denied.is_some_and(parts::stands_against);
    let told = denied.filter(|denied| state.refusal.is_none() && !matches!(denied, Denied::ApplicationInProgress));
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            t::apply_title(l),
            Some(t::apply_lede(l).to_owned()),
            more,
        )}
        <div class="columns">
            <div>
                {told.map(|denied| hindrance(l, editor, denied))}
                {trouble(l, editor, state)}
                {standing(cx, editor, shown)}
                {shown.then(|| form(l, editor, state))}
            </div>
            <aside>
                <section class="section">
                    <h2>{t::apply_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::apply_rule_ecosoc(l)}</li>
                        <li>{t::apply_rule_circulated(l)}</li>
                        <li>{t::apply_rule_change(l)}</li>
                        <li>{t::apply_rule_writing(l)}</li>
                        <li>{t::apply_rule_public(l)}</li>
                    </ul>
                    <p class="hint"><a href=routes::round(l, round.id)>{speakers::speak_to_round(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn hindrance(l: Locale, editor: &ApplicationEditor, denied: Denied) -> AnyView {
    let words = parts::HindranceWords {
        closed: t::apply_closed,
        upcoming: t::apply_upcoming,
        not_contact: t::apply_not_contact(l),
        // A round for accreditation is for the whole body.
        not_in_subgroup: "",
    };
    parts::hindrance(l, &words, denied, editor.organisation, &editor.line.round.time_zone)
}

fn trouble(l: Locale, editor: &ApplicationEditor, state: &FormState<ApplicationForm>) -> AnyView {
    let labels = [
        (ApplicationForm::CONSULTATIVE, t::apply_consultative(l)),
        (ApplicationForm::PURPOSE, t::apply_purpose(l)),
        (ApplicationForm::ACTIVITIES, t::apply_activities(l)),
    ];
    match state.refusal {
        Some(PortalError::Denied(denied)) => hindrance(l, editor, denied),
        _ => parts::trouble(l, state, &labels, &editor.line.round.time_zone),
    }
}

/// Where the application stands and what that means, what was said, what was done with it, and the way to take it back.
fn standing(cx: &Cx, editor: &ApplicationEditor, shown: bool) -> AnyView {
    let (l, zone) = (cx.locale(), editor.line.round.time_zone.as_str());
    let Some(own) = &editor.own else { return ().into_any() };
    let kind = match own.status {
        AccreditationStatus::Accredited => Notice::Success,
        AccreditationStatus::Returned | AccreditationStatus::Objected => Notice::Warning,
        _ => Notice::Info,
    };
    let reason = editor.steps.first().filter(|step| step.leads_to == own.status && !step.reason.is_empty());
    let reason = reason.map(|step| {
        view! { <p>{t::accreditation_reason(l)}" "<span dir="auto">{step.reason.clone()}</span></p> }
    });
    let said = view! {
        <h2>{labels::accreditation(l, own.status)}</h2>
        <p>{what_it_means(l, own.status, shown)}</p>
        {reason}
    };
    let open = editor.line.round.window.phase(editor.organisation, None, cx.ctx.now).is_open();
    let withdraw = WithdrawApplication { organisation: editor.organisation, status: own.status };
    let withdraw = policy::check(&cx.ctx.actor, &withdraw, cx.ctx.now).is_ok().then(|| {
        view! {
            <form method="post" action=routes::withdraw_application(l, editor.line.round.id)>
                {ui::hidden(ApplicationForm::ORGANISATION, editor.organisation.to_string())}
                <p class="hint">{if open { t::apply_withdraw_what(l) } else { t::apply_withdraw_final(l) }}</p>
                {ui::button(t::apply_withdraw(l), Button::Secondary, None)}
            </form>
        }
    });
    view! {
        <section class="section">
            {ui::notice(kind, said.into_any())}
            {ui::facts(said_of(l, own, zone))}
            {withdraw}
        </section>
        {parts::accreditation_steps(l, &editor.steps, zone)}
    }
    .into_any()
}

/// `shown`: the form to change it stands below.
const fn what_it_means(l: Locale, status: AccreditationStatus, shown: bool) -> &'static str {
    match status {
        AccreditationStatus::InterestExpressed => t::apply_means_interest(l),
        AccreditationStatus::Returned if shown => t::apply_means_returned(l),
        AccreditationStatus::Returned => t::apply_means_returned_closed(l),
        AccreditationStatus::Circulated => t::apply_means_circulated(l),
        AccreditationStatus::Accredited => t::apply_means_accredited(l),
        AccreditationStatus::Objected => t::apply_means_objected(l),
        AccreditationStatus::Withdrawn => t::apply_means_withdrawn(l),
    }
}

fn said_of(l: Locale, own: &Accreditation, zone: &str) -> Vec<(String, AnyView)> {
    let mut facts = parts::application_facts(l, own);
    facts.push((t::apply_received(l).to_owned(), ui::time(l, own.received_at.to_second(), zone)));
    facts
}

fn form(l: Locale, editor: &ApplicationEditor, state: &FormState<ApplicationForm>) -> AnyView {
    let form = &state.form;
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let consultative =
        spec(ApplicationForm::CONSULTATIVE, t::apply_consultative(l), Some(t::apply_consultative_hint(l)), &form.consultative);
    let purpose = spec(ApplicationForm::PURPOSE, t::apply_purpose(l), Some(t::apply_purpose_hint(l)), &form.purpose).optional();
    let activities =
        spec(ApplicationForm::ACTIVITIES, t::apply_activities(l), Some(t::apply_activities_hint(l)), &form.activities).optional();
    let (title, button) = match editor.own {
        Some(_) => (t::apply_change(l), t::apply_change_button(l)),
        None => (t::apply_new(l), t::apply_button(l)),
    };
    let options = labels::options(ConsultativeStatus::ALL, ConsultativeStatus::code, |value| labels::consultative(l, value));
    view! {
        <section class="section">
            <h2>{title}</h2>
            <form class="form" method="post" action=routes::apply(l, editor.line.round.id) novalidate>
                {ui::hidden(ApplicationForm::ORGANISATION, form.organisation.as_str())}
                {ui::hidden(ApplicationForm::VERSION, form.version.as_str())}
                {ui::select(l, consultative, &options)}
                {ui::text_area(l, purpose, 5, None, false)}
                {ui::text_area(l, activities, 8, None, false)}
                <div class="actions">{ui::button(button, Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

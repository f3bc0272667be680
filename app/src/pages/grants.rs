//! The chair's page of grants: who was given more time, and the form to give it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::domain::round::RoundKind;
use model::forms::{FormState, GrantForm};
use model::i18n::t::{accreditation, co_signing, grants as t, speakers};
use model::portal::{GrantLine, GrantsPage};
use model::routes;

/// `/rounds/{id}/grants`; `search`: what the organisations to choose from are looked for by.
pub async fn page(cx: &Cx, id: RoundId, search: &str, state: Option<FormState<GrantForm>>) -> PageResult {
    let page = cx.portal.grants(&cx.ctx, id, search).await?;
    let state = state.unwrap_or_else(|| FormState::fresh(GrantForm::fresh(&page.line.round.time_zone, search)));
    let head = parts::head_in_round(cx.locale(), t::grants_title(cx.locale()), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &GrantsPage, state: &FormState<GrantForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &page.line.round;
    let deadline = view! { <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Live)}</div> };
    view! {
        {ui::page_head_with(
            Some(round.title.get(l).to_owned()),
            t::grants_title(l),
            Some(t::grants_lede(l).to_owned()),
            deadline.into_any(),
        )}
        <div class="columns">
            <div>
                <section class="section"><h2>{t::grants_new(l)}</h2>{look(l, page, state)}{form(l, page, state)}</section>
                <section class="section"><h2>{t::grants_given(l)}</h2>{given(l, page)}</section>
            </div>
            <aside>
                <section class="section">
                    <h2>{t::grants_rules(l)}</h2>
                    <ul class="stack">
                        <li>{match round.kind {
                            RoundKind::Speakers => speakers::grants_rule_speak(l),
                            RoundKind::CoSigning => co_signing::grants_rule_co_sign(l),
                            RoundKind::Accreditation => accreditation::grants_rule_apply(l),
                            RoundKind::PositionPapers | RoundKind::Comments => t::grants_rule_path(l),
                        }}</li>
                        <li>{t::grants_rule_others(l)}</li>
                        <li>{t::grants_rule_ledger(l)}</li>
                        <li>{t::grants_rule_end(l)}</li>
                    </ul>
                    <p><a href=routes::ledger(l, round.id)>{t::grants_to_ledger(l)}</a></p>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

/// Finds organisations by their names: a plain form that leads back here.
fn look(l: Locale, page: &GrantsPage, state: &FormState<GrantForm>) -> AnyView {
    view! {
        <form class="filters" method="get" action=routes::grants(l, page.line.round.id) role="search">
            <div class="filters__search">
                <label for="search">{t::grants_search(l)}</label>
                <input type="search" id="search" name=GrantForm::SEARCH value=state.form.search.clone() dir="auto"/>
            </div>
            {ui::button(t::grants_find(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

fn form(l: Locale, page: &GrantsPage, state: &FormState<GrantForm>) -> AnyView {
    let (round, form) = (&page.line.round, &state.form);
    let labels = [
        (GrantForm::ORGANISATION, t::grants_organisation(l)),
        (GrantForm::ENDS_AT, t::grants_ends_at(l)),
        (GrantForm::TIME_ZONE, t::grants_time_zone(l)),
        (GrantForm::REASON, t::grants_reason(l)),
    ];
    if page.organisations.is_empty() {
        let none = ui::empty(t::grants_none_found(l), view! { <p>{t::grants_none_found_what(l)}</p> }.into_any());
        return view! { {parts::trouble(l, state, &labels, &round.time_zone)}{none} }.into_any();
    }
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let organisation = spec(GrantForm::ORGANISATION, t::grants_organisation(l), Some(t::grants_organisation_hint(l)), &form.organisation);
    let ends_at = spec(GrantForm::ENDS_AT, t::grants_ends_at(l), Some(t::grants_ends_at_hint(l)), &form.ends_at);
    let time_zone = spec(GrantForm::TIME_ZONE, t::grants_time_zone(l), None, &form.time_zone);
    let reason = spec(GrantForm::REASON, t::grants_reason(l), Some(t::grants_reason_hint(l)), &form.reason);
    let options: Vec<_> = page.organisations.iter().map(|found| (found.id.to_string(), found.name.clone())).collect();
    view! {
        {parts::trouble(l, state, &labels, &round.time_zone)}
        <form class="form" method="post" action=routes::grants(l, round.id) novalidate>
            {ui::hidden(GrantForm::SEARCH, form.search.as_str())}
            {ui::select(l, organisation, &options)}
            {ui::local_time_field(l, ends_at, GrantForm::ENDS_AT_CHOICE, &form.time_zone, &form.ends_at_choice)}
            {ui::select(l, time_zone, &parts::zones(l, &[&round.time_zone, &form.time_zone]))}
            {ui::text_area(l, reason, 4, None, false)}
            <div class="actions">{ui::button(t::grants_button(l), Button::Primary, None)}</div>
        </form>
    }
    .into_any()
}

fn given(l: Locale, page: &GrantsPage) -> AnyView {
    if page.grants.is_empty() {
        return ui::empty(t::grants_none(l), view! { <p>{t::grants_none_what(l)}</p> }.into_any());
    }
    let rows: Vec<_> = page.grants.iter().map(|grant| row(l, page, grant)).collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn row(l: Locale, page: &GrantsPage, grant: &GrantLine) -> AnyView {
    let entry = routes::ledger_entry(l, page.line.round.id, grant.number);
    view! {
        <li class="row">
            <h3 class="row__title">{ui::organisation_name(l, &grant.organisation)}</h3>
            <p>{t::grants_until(l)}" "{ui::time(l, grant.until, &grant.time_zone)}</p>
            <p class="reason" dir="auto">{grant.reason.clone()}</p>
            <p class="row__meta">
                <span>{t::grants_given_at(l)}" "{ui::time(l, grant.given_at.to_second(), &grant.time_zone)}</span>
                <a href=entry>{model::i18n::t::ledger::ledger_entry(l, grant.number)}</a>
            </p>
        </li>
    }
    .into_any()
}

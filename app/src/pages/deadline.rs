//! The chair's page to move a deadline: the one in force, the form, what it does, the ledger.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::domain::language::Locale;
use model::forms::{DeadlineForm, FormState};
use model::i18n::t::{ledger, rounds as t};
use model::portal::RoundPage;
use model::routes;

/// `/rounds/{id}/deadline`
pub async fn page(cx: &Cx, id: RoundId, state: Option<FormState<DeadlineForm>>) -> PageResult {
    let page = cx.portal.round(&cx.ctx, id).await?;
    parts::for_the_chair(cx, &page)?;
    let round = &page.line.round;
    let state = state.unwrap_or_else(|| FormState::fresh(DeadlineForm::from_window(round.window.closes_at, &round.time_zone)));
    let head = parts::head_in_round(cx.locale(), t::move_title(cx.locale()), &page.line);
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &RoundPage, state: &FormState<DeadlineForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &page.line.round;
    let deadline = view! { <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Live)}</div> };
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::move_title(l), None, deadline.into_any())}
        <div class="columns">
            <div>{form(l, page, state)}{parts::ledger(l, round, &page.ledger, page.entries)}</div>
            <aside>
                <section class="section">
                    <h2>{t::move_rules(l)}</h2>
                    <ul class="stack">
                        <li>{t::move_rule_extend(l)}</li>
                        <li>{t::move_rule_shorten(l)}</li>
                        <li>{t::move_rule_ledger(l)}</li>
                        <li>{ledger::move_rule_tells(l)}</li>
                        {round.kind.keeps_late().then(|| view! { <li>{ledger::move_rule_admits(l)}</li> })}
                    </ul>
                </section>
            </aside>
        </div>
    }
    .into_any()
}

fn form(l: Locale, page: &RoundPage, state: &FormState<DeadlineForm>) -> AnyView {
    let (round, form) = (&page.line.round, &state.form);
    let labels = [
        (DeadlineForm::CLOSES_AT, t::move_closes_at(l)),
        (DeadlineForm::TIME_ZONE, t::move_time_zone(l)),
        (DeadlineForm::REASON, t::move_reason(l)),
    ];
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, hint, value);
    let closes_at = spec(DeadlineForm::CLOSES_AT, t::move_closes_at(l), Some(t::move_closes_at_hint(l)), &form.closes_at);
    let time_zone = spec(DeadlineForm::TIME_ZONE, t::move_time_zone(l), None, &form.time_zone);
    let reason = spec(DeadlineForm::REASON, t::move_reason(l), Some(t::move_reason_hint(l)), &form.reason);
    view! {
        {parts::trouble(l, state, &labels, &round.time_zone)}
        <form class="form" method="post" action=routes::deadline(l, round.id) novalidate>
            {ui::local_time_field(l, closes_at, DeadlineForm::CLOSES_AT_CHOICE, &form.time_zone, &form.closes_at_choice)}
            {ui::select(l, time_zone, &parts::zones(l, &[&round.time_zone, &form.time_zone]))}
            {ui::text_area(l, reason, 4, None, false)}
            <div class="actions">
                {ui::button(t::move_button(l), Button::Primary, None)}
                <a href=routes::round(l, round.id)>{t::move_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

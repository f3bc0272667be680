//! Withdrawing a round before it opens.

use super::withdrawal;
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::error::PortalError;
use model::forms::{FormState, ReasonForm};
use model::i18n::t::{planning as t, rounds};
use model::policy::{self, Denied};
use model::routes;

/// `/rounds/{id}/withdraw`. Where the round stays, the page says why, and what can be done instead.
pub async fn withdraw(cx: &Cx, id: RoundId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let editor = cx.portal.round_editor(&cx.ctx, id).await?;
    let line = editor.line.as_ref().ok_or(PortalError::NotFound)?;
    let state = state.unwrap_or_default();
    let against = match policy::check(&cx.ctx.actor, &withdrawal(&line.round, line.body.id, editor.in_use), cx.ctx.now) {
        Ok(()) => None,
        Err(denied @ (Denied::AlreadyOpen { .. } | Denied::RoundInUse)) => Some(PortalError::from(denied)),
        Err(denied) => return Err(denied.into()),
    };
    let l = cx.locale();
    let head = parts::head_in_round(l, t::withdraw_title(l), line);
    let status = against.as_ref().map_or_else(|| parts::status_of_form(&state), parts::status_of);
    Ok(ui::page(cx, status, head, || {
        let (title, zone) = (line.round.title.get(l).to_owned(), line.round.time_zone.as_str());
        let lede = against.is_none().then(|| t::withdraw_lede(l).to_owned());
        let content = match &against {
            Some(denied) => view! {
                {parts::refusal_notice(l, denied, Some(t::withdraw_not(l)), zone)}
                <p><a href=routes::edit_round(l, id)>{t::round_edit(l)}</a></p>
            }
            .into_any(),
            None => view! {
                {parts::trouble(l, &state, &[(ReasonForm::REASON, rounds::move_reason(l))], zone)}
                {form(cx, id, &state)}
            }
            .into_any(),
        };
        view! {
            {ui::page_head_with(Some(title), t::withdraw_title(l), lede, parts::round_deadline(cx, line))}
            {content}
        }
        .into_any()
    }))
}

fn form(cx: &Cx, id: RoundId, state: &FormState<ReasonForm>) -> AnyView {
    let l = cx.locale();
    let reason = FieldSpec {
        name: ReasonForm::REASON,
        label: rounds::move_reason(l),
        hint: Some(t::withdraw_reason_hint(l)),
        value: &state.form.reason,
        fault: state.fault(ReasonForm::REASON),
        required: true,
        ..FieldSpec::default()
    };
    view! {
        <form class="form" method="post" action=routes::withdraw_round(l, id) novalidate>
            {ui::text_area(l, reason, 3, None, false)}
            <div class="actions">
                {ui::button(t::withdraw_button(l), Button::Danger, None)}
                <a href=routes::round(l, id)>{rounds::move_cancel(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

//! `/account/calendar`: the address of one's own calendar of deadlines.

use super::{head, instant};
use crate::pages::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::error::PortalError;
use model::forms::{CalendarAct, CalendarForm};
use model::i18n::t::calendars as t;
use model::portal::CalendarToken;
use model::routes;

/// Whether there is an address, and what can be done with it; `error` after a form that was refused.
pub async fn page(cx: &Cx, error: Option<PortalError>) -> PageResult {
    let since = cx.portal.calendar_address(&cx.ctx).await?;
    let l = cx.locale();
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head(l, t::calendar_title(l)), || {
        let refused = error.map(|error| parts::refusal_notice(l, &error, None, "UTC"));
        let state = since.map_or_else(|| t::calendar_none(l).to_owned(), |since| t::calendar_since(l, instant(l, since)));
        let (label, hint) =
            if since.is_some() { (t::calendar_renew(l), Some(t::calendar_renew_what(l))) } else { (t::calendar_make(l), None) };
        let act = |value: CalendarAct, label: &'static str, kind: Button| {
            view! {
                <form class="actions" method="post" action=routes::own_calendar_page(l)>
                    {ui::hidden(CalendarForm::ACT, value.code())}
                    {ui::button(label, kind, None)}
                </form>
            }
        };
        view! {
            {ui::page_head(None, t::calendar_title(l), Some(t::calendar_lede(l).to_owned()))}
            {refused}
            <p><strong>{state}</strong></p>
            <ul class="stack measure">
                <li>{t::calendar_rule_secret(l)}</li>
                <li>{t::calendar_rule_fresh(l)}</li>
                <li>{t::calendar_rule_page(l)}</li>
            </ul>
            {hint.map(|hint| view! { <p class="measure">{hint}</p> })}
            {act(CalendarAct::Renew, label, Button::Primary)}
            {since.is_some().then(|| act(CalendarAct::Stop, t::calendar_stop(l), Button::Secondary))}
        }
        .into_any()
    }))
}

/// The new address: this once.
pub fn renewed(cx: &Cx, origin: &str, token: &CalendarToken) -> Page {
    let l = cx.locale();
    ui::page(cx, 200, head(l, t::calendar_title(l)), || {
        let address = format!("{origin}{}", routes::own_calendar(l, &token.0));
        let done = view! { <h2>{t::calendar_made(l)}</h2><p>{t::calendar_made_once(l)}</p> };
        view! {
            {ui::page_head(None, t::calendar_title(l), None)}
            {ui::notice(Notice::Success, done.into_any())}
            <p><a href=address.clone()><code class="mono" dir="ltr">{address.clone()}</code></a></p>
            <p class="measure">{t::calendar_made_how(l)}</p>
            <p class="actions">{ui::link_button(t::calendar_kept(l), routes::account(l), Button::Primary)}</p>
        }
        .into_any()
    })
}

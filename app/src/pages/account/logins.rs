//! `/account/sessions`: the signed-in browsers, and signing them out.

use super::{head, instant};
use crate::pages::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::i18n::t::account as t;
use model::labels;
use model::portal::LoginLine;
use model::routes;

/// The field that names the session to end.
pub const LOGIN: &str = "session";

/// The list; `error` after a form that was refused.
pub async fn page(cx: &Cx, ended: bool, error: Option<PortalError>) -> PageResult {
    let logins = cx.portal.logins(&cx.ctx).await?;
    let l = cx.locale();
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head(l, t::logins_title(l)), || {
        let refused = error.map(|error| parts::refusal_notice(l, &error, None, "UTC"));
        let ended = ended.then(|| ui::notice(Notice::Success, view! { <p>{t::logins_ended(l)}</p> }.into_any()));
        let others = (logins.len() > 1).then(|| {
            view! {
                <form class="actions" method="post" action=routes::logins(l)>
                    {ui::button(t::logins_end_others(l), Button::Primary, None)}
                </form>
            }
        });
        let rows: Vec<_> = logins.iter().map(|login| row(l, login)).collect();
        view! {
            {ui::page_head(None, t::logins_title(l), Some(t::logins_lede(l).to_owned()))}
            {refused}
            {ended}
            <ul class="rows">{rows}</ul>
            {others}
        }
        .into_any()
    }))
}

fn row(l: Locale, login: &LoginLine) -> impl IntoView + use<> {
    let device = labels::device(l, &login.device);
    let action = if login.current {
        view! { <span class="badge">{t::logins_this(l)}</span> }.into_any()
    } else {
        // Several buttons say the same: each also says which browser it is for.
        view! {
            <form method="post" action=routes::logins(l)>
                {ui::hidden(LOGIN, login.id.to_string())}
                <button type="submit" class="button button--secondary">
                    {t::logins_end(l)}<span class="visually-hidden">": "{device.clone()}", "{instant(l, login.created_at)}</span>
                </button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="row">
            <h2 class="row__title">{device.clone()}</h2>
            <p class="row__meta">
                <span>{t::logins_since(l, instant(l, login.created_at))}</span>
                <span>{t::logins_seen(l, instant(l, login.seen_at))}</span>
            </p>
            <div class="row__aside">{action}</div>
        </li>
    }
}

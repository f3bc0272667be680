//! `/account`: the account at a glance.

pub mod calendar;
pub mod details;
pub mod email;
pub mod factor;
pub mod logins;
pub mod password;
pub mod prove;

use crate::render::{Cx, PageResult};
use crate::ui::{self, Head, Notice};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::person::SignedIn;
use model::error::PortalResult;
use model::i18n::t::account as t;
use model::i18n::t::{calendars, details as d, own_data as own};
use model::policy::{self, Denied, ManageOwnAccount};
use model::portal::AccountPage;
use model::routes;

/// The hub. `changed`: what has just been done, as a code of the address.
pub async fn page(cx: &Cx, changed: Option<&str>) -> PageResult {
    let account = cx.portal.account(&cx.ctx).await?;
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    let l = cx.locale();
    Ok(ui::page(cx, 200, Head::new(t::account_title(l)), || {
        let done = changed.and_then(|what| changed_words(l, what));
        let done = done.map(|words| ui::notice(Notice::Success, view! { <p>{words}</p> }.into_any()));
        view! {
            {ui::page_head(None, t::account_title(l), Some(t::account_lede(l).to_owned()))}
            {done}
            <ul class="task-list">{rows(l, person, &account)}</ul>
        }
        .into_any()
    }))
}

const fn changed_words(l: Locale, what: &str) -> Option<&'static str> {
    Some(match what.as_bytes() {
        b"password" => t::account_changed_password(l),
        b"details" => d::details_changed(l),
        b"email" => t::account_changed_email(l),
        b"factor-off" => t::account_changed_factor_off(l),
        b"proved" => t::account_changed_proved(l),
        _ => return None,
    })
}

fn rows(l: Locale, person: &SignedIn, account: &AccountPage) -> Vec<AnyView> {
    let name = view! { <bdi>{person.full_name.clone()}</bdi> }.into_any();
    let mails = d::details_mails_in(l, person.mail_language.language().autonym());
    let address = view! { <bdi dir="ltr">{account.email.clone()}</bdi> }.into_any();
    let address_state = match (&account.new_email, account.confirmed) {
        (Some(_), _) => t::account_email_waiting(l),
        (None, true) => t::account_email_confirmed(l),
        (None, false) => t::account_email_unconfirmed(l),
    };
    let factor = account.factor.map_or_else(
        || if account.factor_required { t::account_factor_needed(l).to_owned() } else { t::account_factor_off(l).to_owned() },
        |factor| t::account_factor_on(l, factor.recovery_codes_left),
    );
    vec![
        row(d::details_title(l), routes::details(l), name, mails),
        row(t::email_title(l), routes::email(l), address, address_state.to_owned()),
        row(t::password_title(l), routes::password(l), t::account_password_what(l).into_any(), String::new()),
        row(t::factor_title(l), routes::second_factor(l), t::account_factor_what(l).into_any(), factor),
        row(t::logins_title(l), routes::logins(l), t::account_logins_what(l).into_any(), t::account_logins(l, account.logins)),
        row(calendars::calendar_title(l), routes::own_calendar_page(l), calendars::calendar_row(l).into_any(), String::new()),
        row(own::own_data_title(l), routes::own_data(l), own::own_data_row(l).into_any(), String::new()),
    ]
}

fn row(name: &'static str, href: String, hint: AnyView, state: String) -> AnyView {
    view! {
        <li class="task">
            <span class="task__name"><a href=href>{name}</a><span class="hint">{hint}</span></span>
            <span class="task__state">{state}</span>
        </li>
    }
    .into_any()
}

/// The signed-in person, whose proof must be fresh: the form of a dangerous act is shown to no one else, so that nobody fills it in
/// vain.
fn fresh(cx: &Cx) -> PortalResult<&SignedIn> {
    let person = cx.signed_in().ok_or(Denied::NotSignedIn)?;
    policy::check(&cx.ctx.actor, &ManageOwnAccount { person: person.person }, cx.ctx.now)?;
    Ok(person)
}

/// A head below the account.
fn head(l: Locale, title: &'static str) -> Head {
    Head::new(title).crumb(t::account_title(l), routes::account(l))
}

/// An instant in words, in UTC.
fn instant(l: Locale, at: model::domain::time::Instant) -> String {
    model::calendar::full(l, at.to_second(), "UTC")
}

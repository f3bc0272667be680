//! The page of an error: what happened, and what one can do.

use super::parts::status_of;
use crate::render::{Cx, Page};
use crate::ui::{self, Button, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::error::PortalError;
use model::i18n::t::account;
use model::i18n::t::errors as t;
use model::policy::Denied;
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The page of an error of the portal, with its status.
pub fn page(cx: &Cx, error: &PortalError) -> Page {
    let l = cx.locale();
    let (sentence, next) = ui::refusal_words(l, error, "UTC");
    let next = match error {
        PortalError::Denied(Denied::NotSignedIn) => Some((t::do_sign_in(l).to_owned(), and_return(cx, &routes::sign_in(l)))),
        PortalError::Denied(Denied::SecondFactorNeeded) => {
            Some((account::do_second_factor(l).to_owned(), and_return(cx, &routes::second_factor(l))))
        }
        PortalError::Denied(Denied::StepUpNeeded) => Some((account::do_step_up(l).to_owned(), and_return(cx, &routes::prove(l)))),
        _ => next,
    };
    show(cx, status_of(error), title(l, error), sentence, next)
}

/// The page of a request that went no further: too large, not a form, sent by another site.
pub fn of_status(cx: &Cx, status: u16) -> Page {
    let l = cx.locale();
    let (title, sentence) = match status {
        403 => (t::error_forbidden_title(l), t::error_other_site(l)),
        413 => (t::error_invalid_title(l), t::error_too_large(l)),
        _ => (t::error_invalid_title(l), t::error_unreadable(l)),
    };
    show(cx, status, title, sentence.to_owned(), None)
}

fn show(cx: &Cx, status: u16, title: &'static str, sentence: String, next: Option<(String, String)>) -> Page {
    let l = cx.locale();
    ui::page(cx, status, Head::new(title), || {
        let action = next.map(|(label, href)| view! { <p class="actions">{ui::link_button(label, href, Button::Primary)}</p> });
        let hint = (status == 404).then(|| view! { <p>{t::error_not_found_hint(l)}</p> });
        view! {
            {ui::page_head(Some(t::error_number(l, status.to_string())), title, Some(sentence))}
            {hint}
            {action}
            <section class="section">
                <h2>{t::error_what_next(l)}</h2>
                <ul>
                    <li><a href=routes::home(l)>{t::do_go_home(l)}</a></li>
                    <li><a href=routes::papers(l)>{t::do_read_papers(l)}</a></li>
                    <li><a href=routes::contact(l)>{t::do_contact(l)}</a></li>
                </ul>
            </section>
        }
        .into_any()
    })
}

/// A page from which one comes back here.
fn and_return(cx: &Cx, page: &str) -> String {
    let here = routes::localized(cx.locale(), &cx.path);
    format!("{page}?next={}", utf8_percent_encode(&here, NON_ALPHANUMERIC))
}

const fn title(l: Locale, error: &PortalError) -> &'static str {
    match error {
        PortalError::Invalid(_) => t::error_invalid_title(l),
        PortalError::Denied(Denied::NotSignedIn) => t::error_sign_in_title(l),
        PortalError::Denied(Denied::SecondFactorNeeded) => account::refused_second_factor_title(l),
        PortalError::Denied(Denied::StepUpNeeded) => account::prove_title(l),
        PortalError::Denied(_) => t::error_forbidden_title(l),
        PortalError::NotFound => t::error_not_found_title(l),
        PortalError::Conflict => t::error_conflict_title(l),
        PortalError::TooMany { .. } => t::error_too_many_title(l),
        PortalError::Unavailable => t::error_unavailable_title(l),
        PortalError::Internal(_) => t::error_internal_title(l),
    }
}

//! What stands against a request of which nothing is kept before it is made: asking to speak, applying.

use super::refusal_notice;
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::i18n::t::common as t;
use model::policy::Denied;
use model::routes;

/// What is said of one kind of request. The common words speak of drafts; here none is kept.
pub struct HindranceWords {
    /// With the instant of the closing.
    pub closed: fn(Locale, String) -> String,
    /// With the instant of the opening.
    pub upcoming: fn(Locale, String) -> String,
    pub not_contact: &'static str,
    pub not_in_subgroup: &'static str,
}

/// What makes a form useless that nobody has typed into. An address that is not confirmed can be confirmed meanwhile.
pub const fn stands_against(denied: Denied) -> bool {
    matches!(
        denied,
        Denied::Closed { .. } | Denied::NotYetOpen { .. } | Denied::NotContactPoint | Denied::NotInSubgroup | Denied::ApplicationInProgress
    )
}

/// Says why, and what to do next.
pub fn hindrance(l: Locale, words: &HindranceWords, denied: Denied, organisation: OrganisationId, zone: &str) -> AnyView {
    let sentence = match denied {
        Denied::Closed { since } => (words.closed)(l, calendar::full(l, since, zone)),
        Denied::NotYetOpen { opens } => (words.upcoming)(l, calendar::full(l, opens, zone)),
        Denied::NotContactPoint => words.not_contact.to_owned(),
        Denied::NotInSubgroup => words.not_in_subgroup.to_owned(),
        Denied::NotConfirmed => t::hindered_not_confirmed(l).to_owned(),
        other => return view! { <div class="section">{refusal_notice(l, &other.into(), None, zone)}</div> }.into_any(),
    };
    let (label, href) = match denied {
        Denied::NotConfirmed | Denied::NotInSubgroup => ui::refusal_words(l, &denied.into(), zone).1.unwrap_or_default(),
        Denied::NotContactPoint => (t::hindered_members(l).to_owned(), routes::members(l, organisation)),
        _ => (t::hindered_contact(l).to_owned(), routes::contact(l)),
    };
    let content = view! { <p>{sentence}</p><p><a href=href>{label}</a></p> };
    view! { <div class="section" role="alert">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

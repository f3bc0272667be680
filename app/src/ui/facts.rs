//! Small facts: pairs of name and value, states, who says it, marks.

use leptos::prelude::*;
use model::domain::accreditation::{AccreditationStatus, Standing};
use model::domain::item::ItemState;
use model::domain::language::Locale;
use model::domain::organisation::OrganisationRef;
use model::i18n::t;
use model::labels;
use model::routes;

/// Pairs of a name and a value.
pub fn facts(pairs: Vec<(String, AnyView)>) -> AnyView {
    let rows: Vec<_> = pairs.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// Where an input stands: a shape and words.
pub fn status(l: Locale, state: ItemState) -> AnyView {
    view! { <span class=format!("status status--{}", state.code())>{labels::state(l, state)}</span> }.into_any()
}

/// Where an application for accreditation stands: a shape and words.
pub fn accreditation_status(l: Locale, status: AccreditationStatus) -> AnyView {
    view! { <span class=format!("status status--{}", accreditation_mark(status))>{labels::accreditation(l, status)}</span> }.into_any()
}

/// The shape of that: what an input in the like state has.
pub const fn accreditation_mark(status: AccreditationStatus) -> &'static str {
    let like = match status {
        AccreditationStatus::Accredited => ItemState::Accepted,
        AccreditationStatus::InterestExpressed | AccreditationStatus::Circulated => ItemState::Submitted,
        AccreditationStatus::Returned => ItemState::Returned,
        AccreditationStatus::Objected => ItemState::Declined,
        AccreditationStatus::Withdrawn => ItemState::Draft,
    };
    like.code()
}

/// How an organisation stands to the session, beside its name; nothing where it never asked, or took it back.
pub fn standing(l: Locale, standing: Option<Standing>) -> AnyView {
    let words = labels::standing(l, standing);
    if words.is_empty() {
        return ().into_any();
    }
    view! { " "{badge(words)} }.into_any()
}

/// Who says it: the name, the type, the region.
pub fn organisation(l: Locale, organisation: &OrganisationRef) -> AnyView {
    view! {
        {organisation_name(l, organisation)}
        " "
        <span class="badge badge--type">{labels::stakeholder_type(l, organisation.stakeholder_type)}</span>
        " "
        <span>{labels::region(l, organisation.region)}</span>
    }
    .into_any()
}

/// The name of who says it, leading to its page. Whoever may see an input may see that page.
pub fn organisation_name(l: Locale, organisation: &OrganisationRef) -> impl IntoView + use<> {
    view! { <a href=routes::organisation(l, organisation.id)><bdi>{organisation.name.clone()}</bdi></a> }
}

/// The name of a person. Who has deleted their account has none any more: a word stands for it, wherever records still point to them.
pub fn person_name(l: Locale, full_name: &str) -> String {
    let name = full_name.trim();
    if name.is_empty() { t::common::former_participant(l) } else { name }.to_owned()
}

/// A mark.
pub fn badge(words: impl Into<String>) -> AnyView {
    view! { <span class="badge">{words.into()}</span> }.into_any()
}

/// The mark of what is invented.
pub fn demonstration_badge(l: Locale) -> AnyView {
    view! { <span class="badge badge--demo">{t::common::badge_demonstration(l)}</span> }.into_any()
}

//! For which organisation something is done, where it is one and the same for each of them.

use leptos::prelude::*;
use model::domain::ids::OrganisationId;
use model::domain::language::Locale;
use model::i18n::t::common as t;

/// The one it is done for, with the way to the others, where there is a choice. `all`: whom the person acts for.
pub fn for_whom(l: Locale, chosen: OrganisationId, all: &[(OrganisationId, String)], to: impl Fn(OrganisationId) -> String) -> AnyView {
    let name = all.iter().find(|(id, _)| *id == chosen).map(|(_, name)| view! { <p>{t::for_organisation(l, name.as_str())}</p> });
    let others: Vec<_> = all
        .iter()
        .filter(|(id, _)| *id != chosen)
        .map(|(id, name)| view! { <li><a href=to(*id)>{t::for_organisation(l, name.as_str())}</a></li> })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="meta">{others}</ul> });
    view! { {name}{others} }.into_any()
}

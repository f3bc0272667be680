//! One provision through the versions of its text.

use crate::ui;
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::drafting as t;
use model::portal::ProvisionPage;
use model::routes;

/// What it was and what became of it, the newest first; nothing while there is one version of it.
pub fn history(l: Locale, page: &ProvisionPage) -> AnyView {
    if page.history.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = page
        .history
        .iter()
        .map(|(version, provision)| {
            let (lang, dir) = (version.language.code(), version.language.direction().as_str());
            let label = version.label.get(l);
            let here = provision.id == page.provision.id;
            let name = if here {
                view! { <bdi>{provision.citation.clone()}</bdi>" · "{label.to_owned()}" "{ui::badge(t::history_here(l))} }.into_any()
            } else {
                view! { <a href=routes::provision(l, provision.id)><bdi>{provision.citation.clone()}</bdi>" · "{label.to_owned()}</a> }
                    .into_any()
            };
            let words = (!here).then(
                || view! { <p lang=lang dir=dir>{super::provision::provision_words(&provision.text, &routes::draft(l, version.id))}</p> },
            );
            view! { <li class="row"><h3 class="row__title">{name}</h3>{words}</li> }
        })
        .collect();
    view! { <section class="section" id="history"><h2>{t::history_title(l)}</h2><ul class="rows">{rows}</ul></section> }.into_any()
}

//! What a provision points to, beside it.

use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::norm::Norm;
use model::i18n::t::links as t;
use model::portal::ProvisionPage;
use model::routes;

/// The norms and earlier texts, and for the chair the way to say which; nothing where there are none.
pub fn links(l: Locale, page: &ProvisionPage) -> AnyView {
    let set = page.sets_links.then(|| view! { <a href=routes::provision_links(l, page.provision.id)>{t::links_set(l)}</a> });
    if page.links.is_empty() {
        return view! { {set.map(|set| view! { <p class="actions">{set}</p> })} }.into_any();
    }
    let norm = |norm: &Norm| {
        let name = t::links_norm(l, norm.code.as_str(), norm.short_title.get(l));
        view! { <li><a href=routes::norm(l, norm.code.to_lowercase())>{name}</a></li> }
    };
    let norms: Vec<_> = page.norms.iter().map(norm).collect();
    let texts: Vec<_> = page.links.texts.iter().map(|text| view! { <li><bdi>{text.clone()}</bdi></li> }).collect();
    view! {
        <section class="stack" id="links">
            <h2>{t::links_here(l)}</h2>
            <ul>{norms}{texts}</ul>
            {set.map(|set| view! { <p class="actions">{set}</p> })}
        </section>
    }
    .into_any()
}

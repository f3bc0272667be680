//! Organisations in rows.

use crate::ui;
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::organisations as t;
use model::labels;
use model::portal::OrganisationLine;
use model::routes;

/// What stands under the name of an organisation: type, region, country.
pub fn organisation_meta(l: Locale, line: &OrganisationLine) -> AnyView {
    let country = line.country.map(|country| view! { <span>{ui::country(l, country)}</span> });
    let technical = line.technical_community.then(|| view! { <span>{t::technical_community(l)}</span> });
    view! {
        <span>{labels::stakeholder_type(l, line.organisation.stakeholder_type)}</span>
        {technical}
        <span>{labels::region(l, line.organisation.region)}</span>
        {country}
    }
    .into_any()
}

/// A list of organisations.
pub fn organisation_rows(l: Locale, lines: &[OrganisationLine]) -> AnyView {
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let short =
                (!line.short_name.is_empty()).then(|| view! { " "<span class="muted">"("<bdi>{line.short_name.clone()}</bdi>")"</span> });
            view! {
                <li class="row">
                    <h3 class="row__title">
                        <a href=routes::organisation(l, line.organisation.id)><bdi>{line.organisation.name.clone()}</bdi></a>
                        {short}
                    </h3>
                    <p class="row__meta">{organisation_meta(l, line)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

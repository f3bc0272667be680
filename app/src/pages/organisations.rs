//! The public list of organisations, with its filter, by pages.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::i18n::t::organisations as t;
use model::labels;
use model::portal::{OrganisationFilter, OrganisationLine, Slice};
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `/organisations`; `cursor` is where to go on, as an earlier page gave it.
pub async fn page(cx: &Cx, filter: &OrganisationFilter, cursor: Option<&str>) -> PageResult {
    let organisations = cx.portal.organisations(&cx.ctx, filter, cursor).await?;
    let first = cursor.is_none();
    Ok(ui::page(cx, 200, Head::new(t::organisations_title(cx.locale())), || content(cx.locale(), filter, &organisations, first)))
}

fn content(l: Locale, filter: &OrganisationFilter, page: &Slice<OrganisationLine>, first: bool) -> AnyView {
    let filtered = *filter != OrganisationFilter::default();
    let list = if page.rows.is_empty() {
        let what = if filtered { t::organisations_none_match_what(l) } else { t::organisations_empty_what(l) };
        let title = if filtered { t::organisations_none_match(l) } else { t::organisations_empty(l) };
        let all = filtered.then(|| view! { <p><a href=routes::organisations(l)>{t::organisations_all(l)}</a></p> });
        ui::empty(title, view! { <p>{what}</p>{all} }.into_any())
    } else {
        parts::organisation_rows(l, &page.rows)
    };
    view! {
        {ui::page_head(None, t::organisations_title(l), Some(t::organisations_lede(l).to_owned()))}
        {filters(l, filter)}
        <section aria-labelledby="list">
            <h2 id="list" class="visually-hidden">{t::organisations_list(l)}</h2>
            {list}
        </section>
        {pages(l, filter, page.next.as_deref(), first)}
    }
    .into_any()
}

/// The filter: its values live in the address.
fn filters(l: Locale, filter: &OrganisationFilter) -> AnyView {
    let any = (String::new(), t::organisations_any(l).to_owned());
    let with_any = |mut options: Vec<(String, String)>| {
        options.insert(0, any.clone());
        options
    };
    let types = with_any(labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value)));
    let regions = with_any(labels::options(Region::ALL, Region::code, |value| labels::region(l, value)));
    let (of_type, region) = (filter.stakeholder_type.map_or("", StakeholderType::code), filter.region.map_or("", Region::code));
    view! {
        <form class="filters" method="get" action=routes::organisations(l) role="search">
            <div class="filters__search">
                <label for="search">{t::organisations_search(l)}</label>
                <input type="search" id="search" name="search" value=filter.search.clone() dir="auto"/>
            </div>
            <div><label for="type">{t::organisations_type(l)}</label>{choice("type", of_type, types)}</div>
            <div><label for="region">{t::organisations_region(l)}</label>{choice("region", region, regions)}</div>
            {ui::button(t::organisations_filter(l), Button::Secondary, None)}
        </form>
    }
    .into_any()
}

fn choice(name: &'static str, value: &str, options: Vec<(String, String)>) -> AnyView {
    let options: Vec<_> = options
        .into_iter()
        .map(|(code, label)| {
            let selected = code == value;
            view! { <option value=code selected=selected>{label}</option> }
        })
        .collect();
    view! { <select id=name name=name>{options}</select> }.into_any()
}

/// The way to other pages; nothing where everything stands on one.
fn pages(l: Locale, filter: &OrganisationFilter, next: Option<&str>, first: bool) -> AnyView {
    if first && next.is_none() {
        return ().into_any();
    }
    let first_page = (!first).then(|| view! { <a href=address(l, filter, None)>{t::organisations_first(l)}</a> });
    let next = next.map(|cursor| view! { <a href=address(l, filter, Some(cursor)) rel="next">{t::organisations_next(l)}</a> });
    view! { <nav class="pagination" aria-label=t::organisations_pages(l)>{first_page}{next}</nav> }.into_any()
}

/// The list with its filter, from a place on.
fn address(l: Locale, filter: &OrganisationFilter, cursor: Option<&str>) -> String {
    let pairs = [
        ("type", filter.stakeholder_type.map(StakeholderType::code)),
        ("region", filter.region.map(Region::code)),
        ("search", Some(filter.search.as_str()).filter(|search| !search.is_empty())),
        ("after", cursor),
    ];
    let query: Vec<String> =
        pairs.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", utf8_percent_encode(value?, NON_ALPHANUMERIC)))).collect();
    let address = routes::organisations(l);
    if query.is_empty() { address } else { format!("{address}?{}", query.join("&")) }
}

//! Who moderates a subgroup, and who its members are: numbers by type and region, and the first names.

use super::super::parts;
use crate::ui;
use leptos::prelude::*;
use model::calendar;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::i18n::t::{offices, sessions as t, subgroups as s};
use model::labels;
use model::portal::SubgroupPage;
use model::routes;

/// The moderators with their terms; public by name.
pub fn moderators(l: Locale, page: &SubgroupPage) -> AnyView {
    let list = if page.moderators.is_empty() {
        view! { <p>{s::subgroup_moderators_none(l)}</p> }.into_any()
    } else {
        let items: Vec<_> = page
            .moderators
            .iter()
            .map(|line| {
                let term = line.until.map(|until| offices::offices_until(l, calendar::last_day(l, until)));
                let term = term.map(|term| view! { " "<span class="meta">{term}</span> });
                view! { <li><bdi>{ui::person_name(l, &line.full_name)}</bdi>{term}</li> }
            })
            .collect();
        view! { <ul class="stack">{items}</ul> }.into_any()
    };
    let link = view! { <p class="hint"><a href=routes::body_offices(l, &page.body.code)>{offices::offices_title(l)}</a></p> };
    view! { <section class="section"><h2>{s::subgroup_moderators(l)}</h2>{list}{link}</section> }.into_any()
}

pub fn section(l: Locale, page: &SubgroupPage) -> AnyView {
    let total = page.members_total();
    let list = if page.members.is_empty() {
        ui::empty(t::subgroup_no_members(l), view! { <p>{t::subgroup_no_members_what(l)}</p> }.into_any())
    } else {
        let items: Vec<_> = page.members.iter().map(|member| view! { <li>{ui::organisation(l, member)}</li> }).collect();
        view! {
            <p class="meta">{t::subgroup_members_count(l, total)}</p>
            {charts(l, page)}
            <ul class="stack">{items}</ul>
            <p class="hint"><a href=routes::subgroup_members(l, page.subgroup.code.to_lowercase())>{s::subgroup_all_members(l)}</a></p>
        }
        .into_any()
    };
    view! { <section class="section"><h2>{t::subgroup_members(l)}</h2>{list}</section> }.into_any()
}

fn charts(l: Locale, page: &SubgroupPage) -> AnyView {
    let value = |name: &'static str, count: i64| parts::Value { short: name.to_owned(), full: name.to_owned(), count };
    let by_type: Vec<_> = StakeholderType::ALL
        .iter()
        .map(|kind| {
            let count = page.counts.iter().filter(|(of, _, _)| of == kind).map(|(_, _, n)| n).sum();
            value(labels::stakeholder_type(l, *kind), count)
        })
        .collect();
    let by_region: Vec<_> = Region::ALL
        .iter()
        .map(|region| {
            let count = page.counts.iter().filter(|(_, of, _)| of == region).map(|(_, _, n)| n).sum();
            value(labels::region(l, *region), count)
        })
        .filter(|value| value.count > 0)
        .collect();
    let words = |caption, column| parts::Words { caption, as_table: t::body_who_table(l), column, count: t::body_who_organisations(l) };
    view! {
        {parts::rows(&words(s::subgroup_members_by_type(l), s::subgroup_members_type(l)), &by_type)}
        {parts::rows(&words(s::subgroup_members_by_region(l), s::subgroup_members_region(l)), &by_region)}
    }
    .into_any()
}

//! The filter of the comments on a text: its values live in the address.

use super::paging::asking;
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::domain::comment::{CommentKind, Stance};
use model::domain::comment_filter::CommentFilter;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::subgroup::Subgroup;
use model::i18n::t::filters as t;
use model::labels;

/// An address that asks for the same comments, and for more.
pub fn filtered(path: &str, filter: &CommentFilter, more: &[(&'static str, String)]) -> String {
    asking(path, &[filter.pairs(), more.to_vec()].concat())
}

/// The form, folded while nothing is asked for; with it what is asked for, and how many of `all` comments that are. `path`: of the page it
/// stands on; `place`: where on it the comments are; `kept`: what else the address asks for.
pub fn comment_filters(
    l: Locale,
    (path, place): (&str, &str),
    filter: &CommentFilter,
    subgroups: &[Subgroup],
    (matching, all): (i64, i64),
    kept: &[(&'static str, String)],
) -> AnyView {
    if all == 0 {
        return ().into_any();
    }
    let open = !filter.is_empty();
    let groups: Vec<_> = subgroups.iter().map(|group| (group.id.to_string(), group.name.get(l).to_owned())).collect();
    let subgroup = filter.subgroup.map(|id| id.to_string()).unwrap_or_default();
    let shown = open.then(|| {
        let back = asking(path, kept);
        let asked = labels::asked_for(l, filter, subgroups);
        view! {
            <p class="filters__shown">
                <strong>{asked}</strong>" · "{t::filter_shown(l, all, matching)}" "<a href=format!("{back}{place}")>{t::filter_clear(l)}</a>
            </p>
        }
    });
    let hidden: Vec<_> = kept.iter().map(|(name, value)| ui::hidden(*name, value.as_str())).collect();
    let fields = [
        (
            CommentFilter::STANCE,
            t::filter_stance(l),
            filter.stance.map_or("", Stance::code),
            labels::options(Stance::ALL, Stance::code, |value| labels::stance(l, value)),
        ),
        (
            CommentFilter::KIND,
            t::filter_kind(l),
            filter.kind.map_or("", CommentKind::code),
            labels::options(CommentKind::ALL, CommentKind::code, |value| labels::comment_kind(l, value)),
        ),
        (
            CommentFilter::STAKEHOLDER_TYPE,
            t::filter_type(l),
            filter.stakeholder_type.map_or("", StakeholderType::code),
            labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value)),
        ),
        (
            CommentFilter::REGION,
            t::filter_region(l),
            filter.region.map_or("", Region::code),
            labels::options(Region::ALL, Region::code, |value| labels::region(l, value)),
        ),
        (CommentFilter::LANGUAGE, t::filter_language(l), filter.language.map_or("", |value| value.code()), labels::language_options(l)),
        (CommentFilter::SUBGROUP, t::filter_subgroup(l), subgroup.as_str(), groups),
    ];
    let fields: Vec<_> = fields.into_iter().map(|(name, label, value, options)| filter_field(l, name, label, value, options)).collect();
    view! {
        <details class="no-print" open=open>
            <summary>{t::filter_title(l)}</summary>
            <form class="filters" method="get" action=format!("{path}{place}") role="search">
                {hidden}
                {fields}
                {ui::button(t::filter_button(l), Button::Secondary, None)}
            </form>
        </details>
        {shown}
    }
    .into_any()
}

/// One choice of a filter.
pub fn filter_field(l: Locale, name: &'static str, label: &'static str, value: &str, options: Vec<(String, String)>) -> AnyView {
    let id = format!("filter-{name}");
    let options: Vec<_> = options
        .into_iter()
        .map(|(code, label)| {
            let selected = code == value;
            view! { <option value=code selected=selected>{label}</option> }
        })
        .collect();
    view! {
        <div><label for=id.clone()>{label}</label><select id=id name=name><option value="">{t::filter_any(l)}</option>{options}</select></div>
    }
    .into_any()
}

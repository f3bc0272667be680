//! Who contributed to a session: every organisation whose name stands under something that is published, by name.

use super::inputs::{Field, asked_for, shown, subgroup_options};
use super::parts::{self, PageWords, asking, filter_field};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Column};
use leptos::prelude::*;
use model::domain::ids::SessionId;
use model::domain::input_filter::{InputFilter, Received};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::statistics::{Addressee, Contributor, ContributorFilter};
use model::i18n::t::{filters as f, statistics as t};
use model::labels;
use model::portal::ContributorsPage;
use model::routes;

/// `/sessions/{id}/contributors`; those after `cursor`.
pub async fn page(cx: &Cx, id: SessionId, filter: ContributorFilter, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.contributors(&cx.ctx, id, filter, cursor).await?;
    let l = cx.locale();
    let head =
        parts::head_in_session(l, t::stat_contributors(l), &page.body, &page.session).crumb(t::stat_title(l), routes::statistics(l, id));
    Ok(ui::page(cx, 200, head, || content(l, &page, cursor.is_some())))
}

fn content(l: Locale, page: &ContributorsPage, further: bool) -> AnyView {
    let path = routes::contributors(l, page.session.id);
    let eyebrow = format!("{} · {}", page.body.short_name.get(l), page.session.title.get(l));
    let list = if page.lines.rows.is_empty() {
        ui::empty(t::stat_contributors_none(l), view! { <p>{t::stat_contributors_none_what(l)}</p> }.into_any())
    } else {
        let words = [t::stat_organisations(l), t::stat_type(l), t::stat_region(l), t::stat_standing(l)].map(Column::of);
        let numbers = [t::stat_papers(l), t::stat_comments(l), t::stat_late(l), t::stat_signed(l)].map(Column::number);
        let rows = page.lines.rows.iter().map(|one| row(l, page, one)).collect();
        ui::table(t::stat_contributors(l), words.into_iter().chain(numbers), rows)
    };
    let next = page.lines.next.as_ref().map(|cursor| {
        let mut pairs = page.filter.pairs();
        pairs.push(("after", cursor.clone()));
        asking(&path, &pairs)
    });
    let words = PageWords { label: t::stat_pages(l), first: t::stat_first(l), next: t::stat_next(l) };
    let count = t::stat_contributors_count(l, i64::try_from(page.count).unwrap_or(i64::MAX));
    view! {
        {ui::page_head(Some(eyebrow), t::stat_contributors(l), Some(t::stat_contributors_lede(l).to_owned()))}
        <div class="stack">{filters(l, page, &path)}</div>
        <section class="section" aria-labelledby="contributors">
            <h2 id="contributors">{count}</h2>
            {list}
        </section>
        {parts::pagination(&words, t::stat_contributors(l), further.then(|| asking(&path, &page.filter.pairs())), next)}
        <p class="section"><a href=routes::statistics(l, page.session.id)>{t::stat_back(l)}</a></p>
    }
    .into_any()
}

fn row(l: Locale, page: &ContributorsPage, one: &Contributor) -> AnyView {
    let organisation = &one.organisation;
    // The figures lead to what the filter lets through, as they count it.
    let all = InputFilter { language: page.filter.language, addressee: page.filter.addressee, ..InputFilter::default() };
    let own = InputFilter { organisation: Some(organisation.id), ..all };
    let of = |kind| InputFilter { kind: Some(kind), received: Some(Received::InTime), ..own };
    let to = |filter: InputFilter| asking(&routes::inputs(l, page.session.id), &filter.pairs());
    let figure = |count: i64, filter: InputFilter| match count {
        0 => view! { <td class="number">"0"</td> }.into_any(),
        _ => view! { <td class="number"><a href=to(filter)>{count.to_string()}</a></td> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row"><a href=routes::organisation(l, organisation.id)><bdi>{organisation.name.clone()}</bdi></a></th>
            <td>{labels::stakeholder_type(l, organisation.stakeholder_type)}</td>
            <td>{labels::region(l, organisation.region)}</td>
            <td>{labels::standing(l, page.standings.get(&organisation.id).copied())}</td>
            {figure(one.papers, of(ItemKind::Paper))}
            {figure(one.comments, of(ItemKind::Comment))}
            {figure(one.late, InputFilter { received: Some(Received::Late), ..own })}
            {figure(one.signed, InputFilter { signatory: Some(organisation.id), ..all })}
        </tr>
    }
    .into_any()
}

fn filters(l: Locale, page: &ContributorsPage, path: &str) -> AnyView {
    let filter = &page.filter;
    let subgroup = filter.addressee.map(Addressee::code).unwrap_or_default();
    let fields: [Field<'_>; 4] = [
        (
            ContributorFilter::STAKEHOLDER_TYPE,
            f::filter_type(l),
            filter.stakeholder_type.map_or("", StakeholderType::code),
            labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value)),
        ),
        (
            ContributorFilter::REGION,
            f::filter_region(l),
            filter.region.map_or("", Region::code),
            labels::options(Region::ALL, Region::code, |value| labels::region(l, value)),
        ),
        (
            ContributorFilter::LANGUAGE,
            t::stat_filter_written(l),
            filter.language.map_or("", |value| value.code()),
            labels::language_options(l),
        ),
        (ContributorFilter::SUBGROUP, t::stat_filter_subgroup(l), subgroup.as_str(), subgroup_options(l, &page.subgroups)),
    ];
    let asked = asked_for(&fields).join("; ");
    let fields: Vec<_> = fields.into_iter().map(|(name, label, value, options)| filter_field(l, name, label, value, options)).collect();
    shown(l, path, asked, view! { {fields} }.into_any())
}

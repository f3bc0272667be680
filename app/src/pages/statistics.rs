//! The statistics of a session: what is published, by type, group, language, subgroup, paragraph and day. Every figure leads to what it counts.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Column};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::SessionId;
use model::domain::input_filter::{InputFilter, Received};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::organisation::StakeholderType;
use model::domain::statistics::{Addressee, ContributorFilter, Tally};
use model::i18n::t::statistics as t;
use model::labels;
use model::portal::StatisticsPage;
use model::routes;

mod days;
mod texts;

pub use days::day_words;

/// `/sessions/{id}/statistics`
pub async fn page(cx: &Cx, id: SessionId) -> PageResult {
    let page = cx.portal.statistics(&cx.ctx, id).await?;
    let head = parts::head_in_session(cx.locale(), t::stat_title(cx.locale()), &page.body, &page.session);
    Ok(ui::page(cx, 200, head, || content(cx.locale(), &page)))
}

fn content(l: Locale, page: &StatisticsPage) -> AnyView {
    let eyebrow = format!("{} · {}", page.body.short_name.get(l), page.session.title.get(l));
    let as_of = t::stat_as_of(l, calendar::full(l, page.as_of.to_second(), &page.session.time_zone));
    let more = view! { <p class="meta">{as_of}</p> };
    let head = ui::page_head_with(Some(eyebrow), t::stat_title(l), Some(t::stat_lede(l).to_owned()), more.into_any());
    let method = view! { <section class="section"><h2>{t::stat_method(l)}</h2><p>{t::stat_method_what(l)}</p></section> };
    if all(page.statistics.total) == 0 {
        let none = ui::empty(t::stat_none(l), view! { <p>{t::stat_none_what(l)}</p> }.into_any());
        return view! { {head}<section class="section"><h2 class="visually-hidden">{t::stat_total(l)}</h2>{none}</section>{method} }
            .into_any();
    }
    view! {
        {head}
        {figures(l, page)}
        {by_type(l, page)}
        {by_region(l, page)}
        {crossed(l, page)}
        {by_language(l, page)}
        {by_subgroup(l, page)}
        {texts::by_paragraph(l, page)}
        {days::over_time(l, page)}
        {method}
    }
    .into_any()
}

/// Everything a tally counts.
const fn all(tally: Tally) -> i64 {
    tally.papers + tally.comments + tally.late
}

/// A number that leads to what it counts; nothing leads to none.
fn figure(count: i64, to: impl FnOnce() -> String) -> AnyView {
    if count == 0 { view! { "0" }.into_any() } else { view! { <a href=to()>{count.to_string()}</a> }.into_any() }
}

/// The list of what is asked for.
fn inputs(l: Locale, page: &StatisticsPage, filter: InputFilter) -> String {
    parts::asking(&routes::inputs(l, page.session.id), &filter.pairs())
}

fn contributors(l: Locale, page: &StatisticsPage, filter: ContributorFilter) -> String {
    parts::asking(&routes::contributors(l, page.session.id), &filter.pairs())
}

const fn in_time(filter: InputFilter) -> InputFilter {
    InputFilter { received: Some(Received::InTime), ..filter }
}

fn figures(l: Locale, page: &StatisticsPage) -> AnyView {
    let total = page.statistics.total;
    let to = |filter: InputFilter| inputs(l, page, filter);
    let of = |kind| in_time(InputFilter { kind: Some(kind), ..InputFilter::default() });
    let one = |name: &'static str, count, href| view! { <div><dt>{name}</dt><dd>{figure(count, || href)}</dd></div> };
    view! {
        <section class="section">
            <h2 class="visually-hidden">{t::stat_total(l)}</h2>
            <dl class="figures">
                {one(t::stat_papers(l), total.papers, to(of(ItemKind::Paper)))}
                {one(t::stat_joint(l), page.statistics.joint, to(in_time(InputFilter { joint: true, ..InputFilter::default() })))}
                {one(t::stat_comments(l), total.comments, to(of(ItemKind::Comment)))}
                {one(t::stat_proposals_of(l), total.proposals, to(in_time(InputFilter { proposals: true, ..InputFilter::default() })))}
                {one(t::stat_late_inputs(l), total.late, to(InputFilter { received: Some(Received::Late), ..InputFilter::default() }))}
                {one(t::stat_organisations(l), total.organisations, contributors(l, page, ContributorFilter::default()))}
            </dl>
            <p><a href=routes::contributors(l, page.session.id)>{t::stat_contributors_link(l)}</a></p>
        </section>
    }
    .into_any()
}

/// A line of a table of tallies, with what its figures lead to.
struct Line {
    name: AnyView,
    tally: Tally,
    inputs: InputFilter,
    contributors: ContributorFilter,
}

fn tallies(l: Locale, page: &StatisticsPage, title: &'static str, column: &'static str, lines: Vec<Line>) -> AnyView {
    let most = lines.iter().map(|line| all(line.tally)).max().unwrap_or(0);
    let rows = lines
        .into_iter()
        .map(|line| {
            let Tally { papers, comments, proposals, late, organisations } = line.tally;
            let to = |filter: InputFilter| inputs(l, page, filter);
            let of = |kind| in_time(InputFilter { kind: Some(kind), ..line.inputs });
            let everything = all(line.tally);
            view! {
                <tr>
                    <th scope="row">{line.name}</th>
                    <td>{parts::bar(l, everything, most)}</td>
                    <td class="number">{figure(everything, || to(line.inputs))}</td>
                    <td class="number">{figure(papers, || to(of(ItemKind::Paper)))}</td>
                    <td class="number">{figure(comments, || to(of(ItemKind::Comment)))}</td>
                    <td class="number">{figure(proposals, || to(in_time(InputFilter { proposals: true, ..line.inputs })))}</td>
                    <td class="number">{figure(late, || to(InputFilter { received: Some(Received::Late), ..line.inputs }))}</td>
                    <td class="number">{figure(organisations, || contributors(l, page, line.contributors))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let numbers =
        [t::stat_inputs(l), t::stat_papers(l), t::stat_comments(l), t::stat_proposals_of(l), t::stat_late(l), t::stat_organisations(l)];
    let columns = [Column::of(column), Column::of(t::stat_share(l))].into_iter().chain(numbers.map(Column::number));
    view! { <section class="section"><h2>{title}</h2>{ui::table(title, columns, rows)}</section> }.into_any()
}

fn by_type(l: Locale, page: &StatisticsPage) -> AnyView {
    let line = |(kind, tally): &(StakeholderType, Tally)| Line {
        name: labels::stakeholder_type(l, *kind).into_any(),
        tally: *tally,
        inputs: InputFilter { stakeholder_type: Some(*kind), ..InputFilter::default() },
        contributors: ContributorFilter { stakeholder_type: Some(*kind), ..ContributorFilter::default() },
    };
    tallies(l, page, t::stat_by_type(l), t::stat_type(l), page.statistics.by_type.iter().map(line).collect())
}

fn by_region(l: Locale, page: &StatisticsPage) -> AnyView {
    let lines = page.statistics.by_region.iter().map(|(region, tally)| Line {
        name: labels::region(l, *region).into_any(),
        tally: *tally,
        inputs: InputFilter { region: Some(*region), ..InputFilter::default() },
        contributors: ContributorFilter { region: Some(*region), ..ContributorFilter::default() },
    });
    tallies(l, page, t::stat_by_region(l), t::stat_region(l), lines.collect())
}

fn by_language(l: Locale, page: &StatisticsPage) -> AnyView {
    let lines = page.statistics.by_language.iter().map(|(language, tally)| Line {
        name: labels::language_name(l, *language).into_any(),
        tally: *tally,
        inputs: InputFilter { language: Some(*language), ..InputFilter::default() },
        contributors: ContributorFilter { language: Some(*language), ..ContributorFilter::default() },
    });
    tallies(l, page, t::stat_by_language(l), t::stat_language(l), lines.collect())
}

/// Every subgroup of the body, silent ones too, and the whole body where something was sent to it.
fn by_subgroup(l: Locale, page: &StatisticsPage) -> AnyView {
    let of = |key| page.statistics.by_subgroup.get(&key).copied();
    let line = |name: AnyView, addressee: Addressee, tally| Line {
        name,
        tally,
        inputs: InputFilter { addressee: Some(addressee), ..InputFilter::default() },
        contributors: ContributorFilter { addressee: Some(addressee), ..ContributorFilter::default() },
    };
    let groups = page.subgroups.iter().map(|group| {
        let name = view! { <a href=routes::subgroup(l, group.code.to_lowercase())>{parts::local(l, &group.name)}</a> };
        line(name.into_any(), Addressee::Subgroup(group.id), of(Some(group.id)).unwrap_or_default())
    });
    let whole = of(None).map(|tally| line(model::i18n::t::common::whole_body(l).into_any(), Addressee::WholeBody, tally));
    tallies(l, page, t::stat_by_subgroup(l), t::stat_subgroup(l), groups.chain(whole).collect())
}

/// Organisations of every group by type.
fn crossed(l: Locale, page: &StatisticsPage) -> AnyView {
    let most = page.statistics.crossed.iter().map(|(_, row)| row.iter().sum::<i64>()).max().unwrap_or(0);
    let rows = page
        .statistics
        .crossed
        .iter()
        .map(|(region, row)| {
            let to = |stakeholder_type| {
                contributors(l, page, ContributorFilter { stakeholder_type, region: Some(*region), ..Default::default() })
            };
            let cells: Vec<_> = StakeholderType::ALL
                .iter()
                .zip(row)
                .map(|(kind, count)| view! { <td class="number">{figure(*count, || to(Some(*kind)))}</td> })
                .collect();
            let total: i64 = row.iter().sum();
            view! {
                <tr>
                    <th scope="row">{labels::region(l, *region)}</th>
                    <td>{parts::bar(l, total, most)}</td>
                    {cells}
                    <td class="number">{figure(total, || to(None))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let types = StakeholderType::ALL.iter().map(|kind| Column::number(labels::stakeholder_type(l, *kind)));
    let columns = [Column::of(t::stat_region(l)), Column::of(t::stat_share(l))];
    let columns = columns.into_iter().chain(types).chain([Column::number(t::stat_total(l))]);
    view! { <section class="section"><h2>{t::stat_crossed(l)}</h2>{ui::table(t::stat_crossed(l), columns, rows)}</section> }.into_any()
}

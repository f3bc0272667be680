//! The published inputs of a session: papers and comments together, the newest first, by what the address asks for.

use super::parts::{self, PageWords, asking, filter_field};
use super::statistics::day_words;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::{Operation, Stance};
use model::domain::ids::SessionId;
use model::domain::input_filter::{InputFilter, Received};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::organisation::{Region, StakeholderType};
use model::domain::statistics::Addressee;
use model::domain::subgroup::Subgroup;
use model::i18n::t::{common, filters as f, late, moderation as m, statistics as t};
use model::labels;
use model::portal::{InputLine, InputsPage};
use model::routes;

/// `/sessions/{id}/inputs`; those after `cursor`.
pub async fn page(cx: &Cx, id: SessionId, filter: InputFilter, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.inputs(&cx.ctx, id, filter, cursor).await?;
    let l = cx.locale();
    let head =
        parts::head_in_session(l, t::stat_inputs_title(l), &page.body, &page.session).crumb(t::stat_title(l), routes::statistics(l, id));
    Ok(ui::page(cx, 200, head, || content(l, &page, cursor.is_some())))
}

fn content(l: Locale, page: &InputsPage, further: bool) -> AnyView {
    let path = routes::inputs(l, page.session.id);
    let eyebrow = format!("{} · {}", page.body.short_name.get(l), page.session.title.get(l));
    let list = if page.lines.rows.is_empty() {
        ui::empty(t::stat_inputs_none(l), view! { <p>{t::stat_inputs_none_what(l)}</p> }.into_any())
    } else {
        let rows: Vec<_> = page.lines.rows.iter().map(|line| row(l, line, None)).collect();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    let next = page.lines.next.as_ref().map(|cursor| {
        let mut pairs = page.filter.pairs();
        pairs.push(("after", cursor.clone()));
        asking(&path, &pairs)
    });
    let words = PageWords { label: t::stat_pages(l), first: t::stat_first(l), next: t::stat_next(l) };
    view! {
        {ui::page_head(Some(eyebrow), t::stat_inputs_title(l), Some(t::stat_inputs_lede(l).to_owned()))}
        <div class="stack">{filters(l, page, &path)}</div>
        <section class="section" aria-labelledby="inputs">
            <h2 id="inputs" class="visually-hidden">{t::stat_inputs_title(l)}</h2>
            {list}
        </section>
        {parts::pagination(&words, t::stat_inputs_title(l), further.then(|| asking(&path, &page.filter.pairs())), next)}
        <p class="section"><a href=routes::statistics(l, page.session.id)>{t::stat_back(l)}</a></p>
    }
    .into_any()
}

/// An input in a list; `tick`: a box beside it.
pub fn row(l: Locale, line: &InputLine, tick: Option<AnyView>) -> AnyView {
    let title = match line.kind {
        ItemKind::Paper => ui::paper_title(l, &line.title, line.language).into_any(),
        ItemKind::Comment => m::queue_comment_on(l, line.title.as_str()).into_any(),
    };
    let subgroup = line.subgroup_code.clone().unwrap_or_else(|| common::whole_body(l).to_owned());
    let said = line.said.map(|(stance, operation)| {
        let wants = (operation != Operation::CommentOnly).then(|| format!(" · {}", labels::operation(l, operation)));
        view! { <span>{labels::stance(l, stance)}{wants}</span> }
    });
    let at = line.at.to_second();
    view! {
        <li class="row">
            <h3 class="row__title"><a href=routes::input(l, line.kind, line.item)>{title}</a></h3>
            <p class="row__meta">
                <span>{ui::organisation(l, &line.organisation)}</span>
                <span>{subgroup}" · "{labels::language_name(l, line.language)}</span>
                {said}
                <time datetime=calendar::iso(at)>{calendar::minute(l, at)}</time>
                {line.late.then(|| view! { <span>{ui::badge(late::late_mark(l))}</span> })}
            </p>
            {tick}
        </li>
    }
    .into_any()
}

/// What is asked for that no field of the form asks for, in words.
fn beside(l: Locale, page: &InputsPage) -> Vec<String> {
    let filter = &page.filter;
    let day = filter.day.map(|day| day_words(l, day));
    [
        page.provision.as_ref().map(|provision| t::stat_asked_provision(l, labels::provision_name(l, provision))),
        page.organisation.as_ref().map(|one| t::stat_asked_organisation(l, one.name.as_str())),
        page.signatory.as_ref().map(|one| t::stat_asked_signatory(l, one.name.as_str())),
        page.round.as_ref().map(|line| t::stat_asked_round(l, line.round.title.get(l))),
        day,
        filter.proposals.then(|| t::stat_proposals(l).to_owned()),
        filter.joint.then(|| t::stat_joint(l).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

const fn received(l: Locale, value: Received) -> &'static str {
    match value {
        Received::InTime => t::stat_received_in_time(l),
        Received::Late => t::stat_received_late(l),
    }
}

/// A field of a filter: its name in an address, its label, what is chosen, and the choices.
pub type Field<'a> = (&'static str, &'static str, &'a str, Vec<(String, String)>);

/// What the fields of a form ask for, in words.
pub fn asked_for(fields: &[Field<'_>]) -> Vec<String> {
    let one = |(_, label, value, options): &Field<'_>| {
        let (_, name) = options.iter().find(|(code, _)| !code.is_empty() && code == value)?;
        Some(format!("{label}: {name}"))
    };
    fields.iter().filter_map(one).collect()
}

/// The subgroups one can ask for, the whole body last.
pub fn subgroup_options(l: Locale, subgroups: &[Subgroup]) -> Vec<(String, String)> {
    let groups = subgroups.iter().map(|group| (group.id.to_string(), group.name.get(l).to_owned()));
    groups.chain([(Addressee::WholeBody.code(), common::whole_body(l).to_owned())]).collect()
}

fn filters(l: Locale, page: &InputsPage, path: &str) -> AnyView {
    let filter = &page.filter;
    let subgroup = filter.addressee.map(Addressee::code).unwrap_or_default();
    let fields: [Field<'_>; 7] = [
        (
            InputFilter::KIND,
            t::stat_filter_kind(l),
            filter.kind.map_or("", ItemKind::code),
            labels::options(ItemKind::ALL, ItemKind::code, |value| labels::item_kind(l, value)),
        ),
        (
            InputFilter::RECEIVED,
            t::stat_filter_received(l),
            filter.received.map_or("", Received::code),
            labels::options(Received::ALL, Received::code, |value| received(l, value)),
        ),
        (
            InputFilter::STANCE,
            f::filter_stance(l),
            filter.stance.map_or("", Stance::code),
            labels::options(Stance::ALL, Stance::code, |value| labels::stance(l, value)),
        ),
        (
            InputFilter::STAKEHOLDER_TYPE,
            f::filter_type(l),
            filter.stakeholder_type.map_or("", StakeholderType::code),
            labels::options(StakeholderType::ALL, StakeholderType::code, |value| labels::stakeholder_type(l, value)),
        ),
        (
            InputFilter::REGION,
            f::filter_region(l),
            filter.region.map_or("", Region::code),
            labels::options(Region::ALL, Region::code, |value| labels::region(l, value)),
        ),
        (InputFilter::LANGUAGE, t::stat_filter_written(l), filter.language.map_or("", |value| value.code()), labels::language_options(l)),
        (InputFilter::SUBGROUP, t::stat_filter_subgroup(l), subgroup.as_str(), subgroup_options(l, &page.subgroups)),
    ];
    let asked = [asked_for(&fields), beside(l, page)].concat().join("; ");
    let names = fields.each_ref().map(|(name, ..)| *name);
    let kept: Vec<_> = filter.pairs().into_iter().filter(|(name, _)| !names.contains(name)).collect();
    let kept: Vec<_> = kept.into_iter().map(|(name, value)| ui::hidden(name, value)).collect();
    let fields: Vec<_> = fields.into_iter().map(|(name, label, value, options)| filter_field(l, name, label, value, options)).collect();
    shown(l, path, asked, view! { {kept}{fields} }.into_any())
}

/// The form, folded while nothing is asked for, and above it in words what is.
pub fn shown(l: Locale, path: &str, asked: String, fields: AnyView) -> AnyView {
    let open = !asked.is_empty();
    let shown = open.then(|| {
        view! { <p class="filters__shown"><strong>{asked}</strong>" · "<a href=path.to_owned()>{t::stat_clear(l)}</a></p> }
    });
    view! {
        <details class="no-print" open=open>
            <summary>{t::stat_filter_title(l)}</summary>
            <form class="filters" method="get" action=path.to_owned() role="search">
                {fields}
                {ui::button(f::filter_button(l), Button::Secondary, None)}
            </form>
        </details>
        {shown}
    }
    .into_any()
}

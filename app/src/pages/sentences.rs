//! Writing the chair's summary: the outline with what is reflected, a part, a sentence.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Column};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::Stance;
use model::domain::ids::SessionId;
use model::domain::language::Locale;
use model::domain::summary::{Minority, Share};
use model::i18n::t::{sentences as t, summary as s};
use model::labels;
use model::portal::{InputLine, OutlinePage, PartLine};
use model::routes;

mod form;
mod one;
mod part;

pub use one::{page as one, refused};
pub use part::page as part;

/// `/sessions/{id}/summary/write`
pub async fn page(cx: &Cx, id: SessionId) -> PageResult {
    let page = cx.portal.outline(&cx.ctx, id).await?;
    let l = cx.locale();
    let head = parts::head_in_session(l, t::outline_title(l), &page.body, &page.session);
    Ok(ui::page(cx, 200, head, || content(l, &page)))
}

fn content(l: Locale, page: &OutlinePage) -> AnyView {
    let eyebrow = format!("{} · {}", page.body.short_name.get(l), page.session.title.get(l));
    let as_of = s::summary_as_of(l, calendar::full(l, page.as_of.to_second(), &page.session.time_zone));
    let more = view! { <p class="meta">{as_of}</p> };
    let gaps = page.parts.iter().map(|line| line.gaps).sum::<usize>();
    view! {
        {ui::page_head_with(Some(eyebrow), t::outline_title(l), Some(t::outline_lede(l).to_owned()), more.into_any())}
        <section class="section stack">
            <h2>{t::outline_outline(l)}</h2>
            <p>{t::outline_gaps_count(l, number(gaps))}</p>
            {outline(l, page)}
            <p class="hint">{t::outline_from_data(l)}" "<a href=routes::statistics(l, page.session.id)>{model::i18n::t::statistics::stat_link(l)}</a></p>
        </section>
        {coverage(l, page)}
        <section class="section stack" id="uncited">
            <h2>{t::uncited_title(l)}</h2>
            {uncited(l, &page.uncited, page.coverage.total.all - page.coverage.total.cited, None)}
        </section>
    }
    .into_any()
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn outline(l: Locale, page: &OutlinePage) -> AnyView {
    let row = |line: &PartLine| {
        let state = match line.handed_in_at {
            Some(at) => t::outline_state_in(l, calendar::full(l, at.to_second(), &page.session.time_zone)),
            None if line.part.moderated().is_some() => t::outline_state_open(l).to_owned(),
            None => String::new(),
        };
        let name = labels::summary_part(l, line.part, &page.subgroups);
        view! {
            <tr>
                <th scope="row"><a href=routes::summary_part(l, page.session.id, line.part.code())>{name}</a></th>
                <td class="number">{line.sentences}</td>
                <td class="number">{line.gaps}</td>
                <td class="number">{line.remarks}</td>
                <td>{state}</td>
            </tr>
        }
        .into_any()
    };
    let columns = [
        Column::of(t::outline_part(l)),
        Column::number(t::outline_sentences(l)),
        Column::number(t::outline_gaps(l)),
        Column::number(t::outline_remarks(l)),
        Column::of(t::outline_state(l)),
    ];
    ui::table(t::outline_outline(l), columns, page.parts.iter().map(row).collect())
}

/// How much of what is published is cited, by type and group, and which views of the few are not.
fn coverage(l: Locale, page: &OutlinePage) -> AnyView {
    let coverage = &page.coverage;
    let row = |name: &'static str, share: Share| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{parts::bar(l, number(share.cited), number(share.all))}</td>
                <td class="number">{share.cited}</td>
                <td class="number">{share.all}</td>
            </tr>
        }
        .into_any()
    };
    let types = coverage.by_type.iter().map(|(kind, share)| row(labels::stakeholder_type(l, *kind), *share));
    let regions = coverage.by_region.iter().map(|(region, share)| row(labels::region(l, *region), *share));
    let columns = [
        Column::of(t::coverage_group(l)),
        Column::of(t::coverage_share(l)),
        Column::number(t::coverage_cited(l)),
        Column::number(t::coverage_all(l)),
    ];
    let minorities = if coverage.minorities.is_empty() {
        view! { <p>{t::coverage_no_minorities(l)}</p> }.into_any()
    } else {
        let items = coverage.minorities.iter().filter_map(|one| minority(l, page, one)).collect_view();
        view! { <p>{t::coverage_minorities_what(l)}</p><ul class="rows">{items}</ul> }.into_any()
    };
    let id = "reflected";
    view! {
        <section class="section stack">
            <h2>{t::coverage_title(l)}</h2>
            <div class="progress">
                <label for=id>{t::coverage_total(l, number(coverage.total.all), number(coverage.total.cited))}</label>
                <progress id=id max=coverage.total.all.max(1).to_string() value=coverage.total.cited.to_string()></progress>
            </div>
            {ui::table(t::coverage_type(l), columns, types.chain(regions).collect())}
            <h3>{t::coverage_minorities(l)}</h3>
            {minorities}
        </section>
    }
    .into_any()
}

fn minority(l: Locale, page: &OutlinePage, one: &Minority) -> Option<AnyView> {
    let provision = page.provisions.get(&one.provision)?;
    let words = match one.stance {
        Stance::Oppose => t::coverage_minority_oppose(l, number(one.few), number(one.many)),
        _ => t::coverage_minority_support(l, number(one.few), number(one.many)),
    };
    let row = view! {
        <li class="row">
            <h4 class="row__title"><a href=routes::provision(l, provision.id)>{labels::provision_name(l, provision)}</a></h4>
            <p class="row__meta"><span>{words}</span></p>
        </li>
    };
    Some(row.into_any())
}

/// Inputs that no sentence cites, the oldest first; with a box before each where a form can cite it.
fn uncited(l: Locale, lines: &[InputLine], count: usize, ticked: Option<&[String]>) -> AnyView {
    if lines.is_empty() {
        return ui::empty(t::uncited_none(l), view! { <p>{t::uncited_none_what(l)}</p> }.into_any());
    }
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let tick = ticked.map(|ticked| form::tick(l, line, ticked));
            super::inputs::row(l, line, tick)
        })
        .collect();
    let list = view! { <ul class="rows">{rows}</ul> };
    let list = if ticked.is_some() {
        view! { <div class="scrolled" role="region" tabindex="0" aria-label=t::uncited_title(l)>{list}</div> }.into_any()
    } else {
        list.into_any()
    };
    view! { <p class="meta">{t::uncited_more(l, number(count))}</p>{list} }.into_any()
}

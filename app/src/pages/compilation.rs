//! The compilation of a draft text: paragraph by paragraph what stands, what is proposed, by whom, and why.

use super::parts::{self, PageWords, SaidRow};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::Stance;
use model::domain::ids::DraftVersionId;
use model::domain::language::Locale;
use model::domain::provision_status::ProvisionStatus;
use model::domain::stances::StanceCounts;
use model::i18n::t::{compilation as t, filters as f};
use model::labels;
use model::portal::{Compilation, CompilationQuery, CompiledProvision, Extent, Scope};
use model::routes;

/// Where an address asks for the full compilation, and for a page of it.
pub const FULL: &str = "full";
pub const AFTER: &str = "after";

/// `/drafts/{id}/compilation`
pub async fn page(cx: &Cx, id: DraftVersionId, asked: CompilationQuery) -> PageResult {
    let page = cx.portal.compilation(&cx.ctx, id, asked).await?;
    let l = cx.locale();
    let above = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, labels::compilation(l, page.asked.scope), &page.body).crumb(above, routes::draft(l, id));
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

fn content(cx: &Cx, page: &Compilation) -> AnyView {
    let l = cx.locale();
    let path = routes::compilation(l, page.draft.id);
    let eyebrow = format!("{} · {}", page.draft.title.get(l), page.draft.label.get(l));
    let lede = match page.asked.scope {
        Scope::Public => t::compilation_lede(l),
        Scope::Full => t::compilation_lede_full(l),
    };
    let as_of = t::compilation_as_of(l, calendar::full(l, page.as_of.to_second(), "UTC"));
    let filter =
        parts::comment_filters(l, (&path, ""), &page.asked.filter, &page.subgroups, (page.matching, page.all), &scope(page.asked.scope));
    let more = view! { <p class="meta">{as_of}</p>{files(l, page)}{other(l, page, &path)} };
    let none = |title: &'static str, what: AnyView| {
        view! { <section class="section"><h2>{t::compilation_by_paragraph(l)}</h2>{ui::empty(title, what)}</section> }.into_any()
    };
    let body = if page.all == 0 {
        let what = match page.asked.scope {
            Scope::Public => t::compilation_none_what(l),
            Scope::Full => t::compilation_none_what_full(l),
        };
        let read = view! { <p><a href=routes::draft(l, page.draft.id)>{t::compilation_read_text(l)}</a></p> };
        none(t::compilation_none(l), view! { <p>{what}</p>{read} }.into_any())
    } else if page.matching == 0 {
        none(f::filter_none(l), view! { <p>{f::filter_none_what(l)}</p> }.into_any())
    } else if page.provisions.is_empty() {
        none(t::compilation_no_more(l), view! { <p>{t::compilation_no_more_what(l)}</p> }.into_any())
    } else {
        page.provisions.iter().map(|line| one(l, page, line)).collect_view().into_any()
    };
    let words = PageWords { label: t::compilation_pages(l), first: t::compilation_first(l), next: t::compilation_next(l) };
    let first = matches!(page.asked.extent, Extent::Page { after: Some(_) }).then(|| address(&path, page, None));
    let way =
        parts::pagination(&words, labels::compilation(l, page.asked.scope), first, page.next.map(|next| address(&path, page, Some(next))));
    view! {
        {ui::page_head_with(Some(eyebrow), labels::compilation(l, page.asked.scope), Some(lede.to_owned()), more.into_any())}
        <div class="stack">{filter}</div>
        {body}
        {silent(l, page)}
        {way}
    }
    .into_any()
}

/// What an address says for how much of it is asked for.
fn scope(scope: Scope) -> Vec<(&'static str, String)> {
    match scope {
        Scope::Public => Vec::new(),
        Scope::Full => vec![(FULL, "1".to_owned())],
    }
}

/// The page from there on.
fn address(path: &str, page: &Compilation, after: Option<i64>) -> String {
    let mut more = scope(page.asked.scope);
    more.extend(after.map(|after| (AFTER, after.to_string())));
    parts::filtered(path, &page.asked.filter, &more)
}

/// The way from the public compilation to the full one and back, for those who read both.
fn other(l: Locale, page: &Compilation, path: &str) -> AnyView {
    if !page.may_read_full {
        return ().into_any();
    }
    let (words, to) = match page.asked.scope {
        Scope::Public => (t::compilation_to_full(l), Scope::Full),
        Scope::Full => (t::compilation_to_public(l), Scope::Public),
    };
    view! { <p><a href=parts::filtered(path, &page.asked.filter, &scope(to))>{words}</a></p> }.into_any()
}

/// The files, of what is asked for. The editable one first.
fn files(l: Locale, page: &Compilation) -> AnyView {
    if page.all == 0 {
        return ().into_any();
    }
    let id = page.draft.id;
    let link = |words: &'static str, path: String, kind| ui::link_button(words, address(&path, page, None), kind);
    view! {
        <div class="actions" role="group" aria-label=t::compilation_files(l)>
            {link(t::compilation_docx(l), routes::compilation_docx(l, id), Button::Primary)}
            {link(t::compilation_xlsx(l), routes::compilation_xlsx(l, id), Button::Secondary)}
            {link(t::compilation_csv(l), routes::compilation_csv(l, id), Button::Secondary)}
            {link(t::compilation_json(l), routes::compilation_json(l, id), Button::Secondary)}
        </div>
        <p class="meta">{t::compilation_files_what(l)}</p>
    }
    .into_any()
}

fn one(l: Locale, page: &Compilation, line: &CompiledProvision) -> AnyView {
    let provision = &line.provision;
    let rows: Vec<_> = line
        .comments
        .iter()
        .map(|one| SaidRow { comment: &one.comment, standings: &page.standings, state: Some(one.state), made_on: one.made_on.as_ref() })
        .collect();
    let status = (line.status != ProvisionStatus::Open).then(|| ui::badge(labels::provision_status(l, line.status)));
    let name = labels::provision_name(l, provision);
    view! {
        <section class="section stack" id=parts::anchor(provision)>
            <h2><a href=routes::provision(l, provision.id)>{name}</a>" "{status}</h2>
            {parts::provision_quote(l, provision, page.draft.language)}
            {stances(l, line)}
            {parts::said_table(l, format!("c-{}", provision.id), (&page.draft, provision), &rows)}
        </section>
    }
    .into_any()
}

/// Who takes which stance, by type and regional group, as a small table behind its words.
fn stances(l: Locale, line: &CompiledProvision) -> AnyView {
    let stances = line.stances();
    let heads: Vec<_> =
        Stance::ALL.iter().map(|stance| view! { <th scope="col" class="number">{labels::stance(l, *stance)}</th> }).collect();
    let row = |name: &'static str, counts: &StanceCounts| {
        let cells: Vec<_> = Stance::ALL.iter().map(|stance| view! { <td class="number">{counts.of(*stance).to_string()}</td> }).collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let types: Vec<_> = stances.by_type.iter().map(|(value, counts)| row(labels::stakeholder_type(l, *value), counts)).collect();
    let regions: Vec<_> = stances.by_region.iter().map(|(value, counts)| row(labels::region(l, *value), counts)).collect();
    view! {
        <details>
            <summary>{t::compilation_support(l)}</summary>
            <div class="table-wrap table-wrap--narrow">
                <table>
                    <caption class="visually-hidden">{t::compilation_support_at(l, labels::provision_name(l, &line.provision))}</caption>
                    <thead><tr><th scope="col">{t::compilation_support_of(l)}</th>{heads}</tr></thead>
                    <tbody>{types}</tbody>
                    <tbody>{regions}</tbody>
                </table>
            </div>
            <p class="hint">{t::compilation_support_what(l)}</p>
        </details>
    }
    .into_any()
}

/// The paragraphs nothing of the kind was said on.
fn silent(l: Locale, page: &Compilation) -> AnyView {
    if page.silent.is_empty() || page.matching == 0 || page.next.is_some() {
        return ().into_any();
    }
    let all: Vec<_> = page.silent.iter().map(|provision| provision.citation.as_str()).collect();
    let words = if page.asked.filter.is_empty() {
        t::compilation_silent(l, all.join("; "))
    } else {
        t::compilation_silent_filtered(l, all.join("; "))
    };
    view! { <p class="meta">{words}</p> }.into_any()
}

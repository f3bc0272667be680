//! The compilation of a draft text: paragraph by paragraph what stands, what is proposed, by whom, and why.

use super::parts::{self, PageWords, SaidRow};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::comment::Stance;
use model::domain::draft::Level;
use model::domain::ids::DraftVersionId;
use model::domain::language::Locale;
use model::domain::provision_status::ProvisionStatus;
use model::i18n::t::{compilation as t, drafts, filters as f};
use model::labels;
use model::portal::{Compilation, CompilationQuery, CompiledProvision, Scope, StanceCounts};
use model::routes;

/// Where an address asks for the full compilation, and for a page of it.
pub const FULL: &str = "full";
pub const AFTER: &str = "after";

/// `/drafts/{id}/compilation`
pub async fn page(cx: &Cx, id: DraftVersionId, asked: CompilationQuery) -> PageResult {
    let page = cx.portal.compilation(&cx.ctx, id, asked).await?;
    let l = cx.locale();
    let above = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, title(l, page.asked.scope), &page.body).crumb(above, routes::draft(l, id));
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
}

const fn title(l: Locale, scope: Scope) -> &'static str {
    match scope {
        Scope::Public => t::compilation_title(l),
        Scope::Full => t::compilation_title_full(l),
    }
}

fn content(cx: &Cx, page: &Compilation) -> AnyView {
    let l = cx.locale();
    let path = routes::compilation(l, page.draft.id);
    let kept: &[(&'static str, &str)] = if page.asked.scope == Scope::Full { &[(FULL, "1")] } else { &[] };
    let eyebrow = format!("{} · {}", page.draft.title.get(l), page.draft.label.get(l));
    let (lede, as_of) = match page.asked.scope {
        Scope::Public => (t::compilation_lede(l), t::compilation_as_of(l, calendar::full(l, page.as_of, "UTC"))),
        Scope::Full => (t::compilation_lede_full(l), t::compilation_as_of(l, calendar::full(l, page.as_of, "UTC"))),
    };
    let filter = parts::comment_filters(l, (&path, ""), &page.asked.filter, &page.subgroups, (page.matching, page.all), kept);
    let more = view! { <p class="meta">{as_of}</p>{files(l, page)}{other(l, page, &path)} };
    let body = if page.all == 0 {
        let none = ui::empty(t::compilation_none(l), view! { <p>{t::compilation_none_what(l)}</p> }.into_any());
        view! { <section class="section"><h2>{t::compilation_by_paragraph(l)}</h2>{none}</section> }.into_any()
    } else if page.matching == 0 {
        let none = ui::empty(f::filter_none(l), view! { <p>{f::filter_none_what(l)}</p> }.into_any());
        view! { <section class="section"><h2>{t::compilation_by_paragraph(l)}</h2>{none}</section> }.into_any()
    } else {
        page.provisions.iter().map(|line| one(l, page, line)).collect_view().into_any()
    };
    let words = PageWords { label: t::compilation_pages(l), first: t::compilation_first(l), next: t::compilation_next(l) };
    let first = page.asked.page.is_some_and(|after| after >= 0).then(|| address(&path, page, None));
    let way = parts::pagination(&words, title(l, page.asked.scope), first, page.next.map(|next| address(&path, page, Some(next))));
    view! {
        {ui::page_head_with(Some(eyebrow), title(l, page.asked.scope), Some(lede.to_owned()), more.into_any())}
        {filter}
        {body}
        {silent(l, page)}
        {way}
    }
    .into_any()
}

/// The page from there on.
fn address(path: &str, page: &Compilation, after: Option<i64>) -> String {
    let after = after.map(|after| after.to_string());
    let full = (page.asked.scope == Scope::Full).then_some((FULL, "1"));
    let more: Vec<_> = full.into_iter().chain(after.as_deref().map(|after| (AFTER, after))).collect();
    parts::filtered_with(path, &page.asked.filter, &more)
}

/// The way from the public compilation to the full one and back, for those who read both.
fn other(l: Locale, page: &Compilation, path: &str) -> AnyView {
    if !page.may_read_full {
        return ().into_any();
    }
    let (words, more): (_, &[(&'static str, &str)]) = match page.asked.scope {
        Scope::Public => (t::compilation_to_full(l), &[(FULL, "1")]),
        Scope::Full => (t::compilation_to_public(l), &[]),
    };
    view! { <p><a href=parts::filtered_with(path, &page.asked.filter, more)>{words}</a></p> }.into_any()
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
    let name = match provision.level {
        Level::Heading => drafts::provision_heading(l, provision.citation.as_str()),
        Level::Note => drafts::provision_note(l, provision.label.as_str()),
        _ => drafts::provision_title(l, provision.citation.as_str()),
    };
    view! {
        <section class="section stack" id=parts::anchor(provision)>
            <h2><a href=routes::provision(l, provision.id)>{name}</a>" "{status}</h2>
            {parts::provision_quote(l, provision, page.draft.language)}
            {support(l, line)}
            {parts::said_table(l, format!("c-{}", provision.id), (&page.draft, provision), &rows)}
        </section>
    }
    .into_any()
}

/// Who takes which stance, by type and regional group, as a small table behind its words.
fn support(l: Locale, line: &CompiledProvision) -> AnyView {
    let support = line.support();
    let heads: Vec<_> =
        Stance::ALL.iter().map(|stance| view! { <th scope="col" class="number">{labels::stance(l, *stance)}</th> }).collect();
    let row = |name: &'static str, counts: &StanceCounts| {
        let cells: Vec<_> = Stance::ALL.iter().map(|stance| view! { <td class="number">{counts.of(*stance).to_string()}</td> }).collect();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    let types: Vec<_> = support.by_type.iter().map(|(value, counts)| row(labels::stakeholder_type(l, *value), counts)).collect();
    let regions: Vec<_> = support.by_region.iter().map(|(value, counts)| row(labels::region(l, *value), counts)).collect();
    view! {
        <details>
            <summary>{t::compilation_support(l)}</summary>
            <div class="table-wrap table-wrap--narrow">
                <table>
                    <caption class="visually-hidden">{t::compilation_support(l)}</caption>
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

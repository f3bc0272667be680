//! Everything of one kind that a subgroup has, by pages.

use super::super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui;
use leptos::prelude::*;
use model::i18n::t::{offices, sessions, subgroups as t};
use model::portal::SubgroupList;
use model::routes;

/// `/subgroups/{code}/members`
pub async fn members(cx: &Cx, code: &str, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.subgroup_members(&cx.ctx, code, cursor).await?;
    let l = cx.locale();
    let here = routes::subgroup_members(l, page.subgroup.code.to_lowercase());
    let items: Vec<_> = page.list.rows.iter().map(|member| view! { <li class="row"><p>{ui::organisation(l, member)}</p></li> }).collect();
    let none = || ui::empty(sessions::subgroup_no_members(l), view! { <p>{sessions::subgroup_no_members_what(l)}</p> }.into_any());
    let list = if items.is_empty() && cursor.is_none() { none() } else { view! { <ul class="rows">{items}</ul> }.into_any() };
    let title = t::subgroup_members_title(l, page.subgroup.name.get(l));
    Ok(list_page(cx, &page, title, list, &here, cursor.is_none()))
}

/// `/subgroups/{code}/papers`
pub async fn papers(cx: &Cx, code: &str, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.subgroup_papers(&cx.ctx, code, cursor).await?;
    let l = cx.locale();
    let here = routes::subgroup_papers(l, page.subgroup.code.to_lowercase());
    let none = ui::empty(sessions::subgroup_no_papers(l), view! { <p>{sessions::subgroup_no_papers_what(l)}</p> }.into_any());
    // The titles of the rows are third-rank headings: the list has a second-rank one of its own.
    let list = view! {
        <section aria-labelledby="papers">
            <h2 id="papers" class="visually-hidden">{sessions::subgroup_papers(l)}</h2>
            {ui::paper_rows(l, &page.list.rows, none)}
        </section>
    };
    let title = t::subgroup_papers_title(l, page.subgroup.name.get(l));
    Ok(list_page(cx, &page, title, list.into_any(), &here, cursor.is_none()))
}

fn list_page<T>(cx: &Cx, page: &SubgroupList<T>, title: String, list: AnyView, here: &str, first: bool) -> Page {
    let l = cx.locale();
    let back = routes::subgroup(l, page.subgroup.code.to_lowercase());
    let head = parts::head_in_body(l, title.clone(), &page.body).crumb(page.subgroup.name.get(l), back);
    let empty = (page.list.rows.is_empty() && !first)
        .then(|| ui::empty(t::subgroup_list_empty(l), view! { <p>{t::subgroup_list_empty_what(l)}</p> }.into_any()));
    let next = page.list.next.as_deref().map(|cursor| parts::with_query(here, &[("after", cursor)]));
    let label = title.clone();
    let words = parts::PageWords {
        label: offices::desk_secretariat_pages(l),
        first: offices::desk_secretariat_first(l),
        next: offices::desk_secretariat_next(l),
    };
    let eyebrow = sessions::subgroup_eyebrow(l, page.subgroup.code.as_str());
    ui::page(cx, 200, head, || {
        view! {
            {ui::page_head(Some(eyebrow), title, None)}
            {empty}
            {list}
            {parts::pagination(&words, &label, (!first).then(|| here.to_owned()), next)}
        }
        .into_any()
    })
}

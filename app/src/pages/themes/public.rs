//! A theme as everybody sees it: what is public and bears it, and where it comes from.

use super::super::parts::{self, PageWords, pagination, with_query};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::ThemeId;
use model::domain::language::Locale;
use model::i18n::t::themes as t;
use model::portal::PublicTheme;
use model::routes;

/// `/themes/{id}`
pub async fn page(cx: &Cx, id: ThemeId, cursor: Option<&str>) -> PageResult {
    let page = cx.portal.public_theme(&cx.ctx, id, cursor).await?;
    let l = cx.locale();
    let mut head = parts::head_in_body(l, page.theme.name.text.clone(), &page.queue.body);
    if let Some(subgroup) = &page.queue.subgroup {
        head = head.crumb(subgroup.name.get(l), routes::subgroup(l, subgroup.code.to_lowercase()));
    }
    let head = page.above.iter().fold(head, |head: Head, above| head.crumb(above.name.text.clone(), routes::theme(l, above.id)));
    Ok(ui::page(cx, 200, head, || content(l, &page, cursor.is_some())))
}

fn content(l: Locale, page: &PublicTheme, further: bool) -> AnyView {
    let eyebrow = t::theme_eyebrow(l, parts::theme_queue(l, &page.queue));
    let lede = page.ending.is_none().then(|| t::theme_public_count(l, page.count));
    let gone = page.ending.map(|_| ui::notice(Notice::Info, view! { <p>{t::theme_public_gone(l)}</p> }.into_any()));
    let below: Vec<_> = page
        .below
        .iter()
        .map(|(theme, count)| {
            view! {
                <li><a href=routes::theme(l, theme.id)>{parts::theme_name(&theme.name)}</a>" "<span class="meta">{t::theme_public_count(l, *count)}</span></li>
            }
        })
        .collect();
    let below = (!below.is_empty())
        .then(|| view! { <section class="section"><h2>{t::theme_public_below(l)}</h2><ul class="stack">{below}</ul></section> });
    view! {
        {ui::page_head(Some(eyebrow), page.theme.name.text.clone(), lede)}
        {gone}
        {parts::lineage(l, &page.from, &page.into, parts::public_address)}
        {below}
        {page.ending.is_none().then(|| inputs(l, page, further))}
    }
    .into_any()
}

fn inputs(l: Locale, page: &PublicTheme, further: bool) -> AnyView {
    let list = if page.inputs.rows.is_empty() {
        ui::empty(t::theme_items_none_there(l), view! { <p>{t::theme_items_none_there_what(l)}</p> }.into_any())
    } else {
        parts::themed_rows(l, &page.inputs.rows, parts::Rows::Public)
    };
    let address = routes::theme(l, page.theme.id);
    let words = PageWords { label: t::theme_items_pages(l), first: t::theme_items_first(l), next: t::theme_items_next(l) };
    let next = page.inputs.next.as_deref().map(|cursor| with_query(&address, &[("after", cursor)]));
    view! {
        <section class="section">
            <h2>{t::theme_public_items(l)}</h2>
            {list}
            {pagination(&words, &page.theme.name.text, further.then(|| address.clone()), next)}
        </section>
    }
    .into_any()
}

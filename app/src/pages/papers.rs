//! The list of public papers, by pages.

use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::papers as t;
use model::portal::{PaperLine, Slice};
use model::routes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `/papers`; `cursor` is where to go on, as an earlier page gave it.
pub async fn page(cx: &Cx, cursor: Option<&str>) -> PageResult {
    let papers = cx.portal.papers(&cx.ctx, cursor).await?;
    let first = cursor.is_none();
    Ok(ui::page(cx, 200, Head::new(t::papers_title(cx.locale())), || content(cx.locale(), &papers, first)))
}

fn content(l: Locale, papers: &Slice<PaperLine>, first: bool) -> AnyView {
    let none = if first {
        let what = view! {
            <p>{t::papers_empty_what(l)}</p>
            <p><a href=routes::home(l)>{t::papers_see_rounds(l)}</a></p>
        };
        ui::empty(t::papers_empty(l), what.into_any())
    } else {
        ui::empty(t::papers_empty_page(l), view! { <p>{t::papers_empty_page_what(l)}</p> }.into_any())
    };
    view! {
        {ui::page_head(None, t::papers_title(l), Some(t::papers_lede(l).to_owned()))}
        <section aria-labelledby="papers">
            <h2 id="papers" class="visually-hidden">{t::papers_lede(l)}</h2>
            {ui::paper_rows(l, &papers.rows, none)}
        </section>
        {pages(l, papers.next.as_deref(), first)}
    }
    .into_any()
}

/// The way to other pages; nothing where everything stands on one.
fn pages(l: Locale, next: Option<&str>, first: bool) -> AnyView {
    if first && next.is_none() {
        return ().into_any();
    }
    let newest = (!first).then(|| view! { <a href=routes::papers(l)>{t::papers_newest(l)}</a> });
    let older = next.map(|cursor| {
        let address = format!("{}?after={}", routes::papers(l), utf8_percent_encode(cursor, NON_ALPHANUMERIC));
        view! { <a href=address rel="next">{t::papers_older(l)}</a> }
    });
    view! { <nav class="pagination" aria-label=t::papers_pages(l)>{newest}{older}</nav> }.into_any()
}

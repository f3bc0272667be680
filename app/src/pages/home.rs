//! The home of the portal: what is asked for now, until when, one button.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Head};
use leptos::prelude::*;
use model::i18n::t::home as t;
use model::portal::Home;
use model::routes;

/// `/`
pub async fn page(cx: &Cx) -> PageResult {
    let home = cx.portal.home(&cx.ctx).await?;
    Ok(ui::page(cx, 200, Head::new(t::home_title(cx.locale())), || content(cx, &home)))
}

fn content(cx: &Cx, home: &Home) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let first = parts::first_open(&home.rounds, now);
    let others: Vec<_> = home.rounds.iter().filter(|line| first.is_none_or(|first| first.round.id != line.round.id)).cloned().collect();
    let others = (!others.is_empty()).then(|| {
        view! { <section class="section"><h2>{t::home_more_rounds(l)}</h2>{ui::round_cards(l, &others, now)}</section> }
    });
    view! {
        {ui::page_head(None, t::home_heading(l), Some(t::home_lede(l).to_owned()))}
        <div class="columns">
            <div>
                {asked(cx, home)}
                {others}
                <section class="section">
                    <h2>{t::home_latest(l)}</h2>
                    {ui::paper_rows(l, &home.latest_papers, no_papers(cx))}
                    <p><a href=routes::papers(l)>{t::home_all_papers(l)}</a></p>
                </section>
            </div>
            <aside>{bodies(cx, home)}{how(cx)}</aside>
        </div>
    }
    .into_any()
}

fn asked(cx: &Cx, home: &Home) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let Some(line) = parts::first_open(&home.rounds, now) else {
        let what = view! {
            <p>{t::home_no_round_what(l)}</p>
            <p><a href=routes::norms(l)>{t::home_read_norms(l)}</a></p>
        };
        return view! {
            <section class="section"><h2>{t::home_asked_now(l)}</h2>{ui::empty(t::home_no_round(l), what.into_any())}</section>
        }
        .into_any();
    };
    let title = if line.round.window.public_phase(now).is_open() { t::home_asked_now(l) } else { t::home_asked_next(l) };
    view! { <section class="section"><h2>{title}</h2>{parts::call_panel(l, line, now)}</section> }.into_any()
}

fn no_papers(cx: &Cx) -> AnyView {
    let l = cx.locale();
    ui::empty(t::home_no_papers(l), view! { <p>{t::home_no_papers_what(l)}</p> }.into_any())
}

fn bodies(cx: &Cx, home: &Home) -> AnyView {
    let l = cx.locale();
    let items: Vec<_> = home
        .bodies
        .iter()
        .map(|body| {
            view! {
                <li>
                    <a href=routes::body(l, &body.code)>{parts::local(l, &body.short_name)}</a>
                    <p class="meta">{parts::local(l, &body.name)}</p>
                </li>
            }
        })
        .collect();
    let list = if items.is_empty() {
        ui::empty(t::home_no_bodies(l), view! { <p>{t::home_no_bodies_what(l)}</p> }.into_any())
    } else {
        view! { <ul class="stack">{items}</ul> }.into_any()
    };
    view! { <section class="section"><h2>{t::home_bodies(l)}</h2>{list}</section> }.into_any()
}

/// The way of an input in four steps. The same for everyone, so that the page is.
fn how(cx: &Cx) -> AnyView {
    let l = cx.locale();
    let register = view! { <a href=routes::register(l)>{t::home_how_register(l)}</a> }.into_any();
    let steps: Vec<_> = [
        (register, t::home_how_register_what(l)),
        (t::home_how_join(l).into_any(), t::home_how_join_what(l)),
        (t::home_how_write(l).into_any(), t::home_how_write_what(l)),
        (t::home_how_receipt(l).into_any(), t::home_how_receipt_what(l)),
    ]
    .into_iter()
    .map(|(step, what)| view! { <li><strong>{step}</strong><p class="meta">{what}</p></li> })
    .collect();
    view! { <section class="section"><h2>{t::home_how(l)}</h2><ol class="stack">{steps}</ol></section> }.into_any()
}

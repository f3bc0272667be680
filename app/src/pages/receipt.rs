//! The receipt of a submission: number, instant to the microsecond, fingerprint, and how to check it.

use super::parts;
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::{CommentId, PaperId};
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::i18n::t::{consents, joint, papers as t};
use model::labels;
use model::portal::ReceiptPage;
use model::routes;

/// `/papers/{id}/receipt`
pub async fn paper(cx: &Cx, id: PaperId) -> PageResult {
    let page = cx.portal.paper_receipt(&cx.ctx, id).await?;
    Ok(show(cx, &page, routes::paper(cx.locale(), id)))
}

/// `/comments/{id}/receipt`
pub async fn comment(cx: &Cx, id: CommentId) -> PageResult {
    let page = cx.portal.comment_receipt(&cx.ctx, id).await?;
    Ok(show(cx, &page, routes::comment(cx.locale(), id)))
}

fn show(cx: &Cx, page: &ReceiptPage, item: String) -> Page {
    let l = cx.locale();
    let head = parts::head_in_round(l, t::receipt_title(l, page.receipt.number.as_str()), &page.line);
    ui::page(cx, 200, head, || content(cx, page, item))
}

fn content(cx: &Cx, page: &ReceiptPage, item: String) -> AnyView {
    let l = cx.locale();
    let own = cx.ctx.actor.is_member(page.receipt.organisation);
    let heading = match page.receipt.kind {
        ItemKind::Paper if own => t::receipt_paper_heading(l),
        ItemKind::Comment if own => t::receipt_comment_heading(l),
        _ => t::receipt_office_heading(l),
    };
    let open = match page.receipt.kind {
        ItemKind::Paper => t::receipt_open_paper(l),
        ItemKind::Comment => t::receipt_open_comment(l),
    };
    let keep = own.then(|| view! { <p>{t::receipt_keep(l)}</p> });
    let desk = own.then(|| view! { <a href=routes::desk(l)>{t::receipt_to_desk(l)}</a> });
    view! {
        <article class="receipt">
            <h1>{heading}</h1>
            <p class="receipt__number"><bdi dir="ltr">{page.receipt.number.clone()}</bdi></p>
            {parts::round_deadline(cx, &page.line)}
            {keep}
            {facts(l, page)}
            <div class="actions">
                {ui::link_button(open, item, Button::Primary)}
                <a href=routes::receipt_content(l, page.receipt.id) download="content.json">{t::receipt_content(l)}</a>
                {desk}
            </div>
        </article>
        {parts::signed_receipt(l, routes::receipt_file(l, page.receipt.id), &page.signed, own)}
        {own.then(|| next(l, page))}
        {check(l, page)}
    }
    .into_any()
}

fn facts(l: Locale, page: &ReceiptPage) -> AnyView {
    let (receipt, round) = (&page.receipt, &page.line.round);
    let what = match receipt.kind {
        ItemKind::Paper => t::receipt_fact_title(l),
        ItemKind::Comment => t::receipt_fact_comment(l),
    };
    let link = view! { <a href=routes::round(l, round.id)>{parts::local(l, &round.title)}</a> };
    let exact = calendar::iso_micros(receipt.received_at);
    // HTML knows milliseconds at most; the words have the microseconds.
    let exact = view! { <time class="mono" datetime=calendar::iso(receipt.received_at)>{exact}</time> };
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(what, view! { <bdi>{page.title.clone()}</bdi> }.into_any()),
        fact(t::receipt_fact_organisation(l), ui::organisation(l, &page.organisation)),
    ];
    if !page.joint.is_empty() {
        let names: Vec<_> = page.joint.iter().map(|one| view! { <li>{ui::organisation(l, one)}</li> }).collect();
        facts.push(fact(joint::receipt_fact_joint(l), view! { <ul class="stack">{names}</ul> }.into_any()));
    }
    facts.extend([
        fact(t::receipt_fact_round(l), link.into_any()),
        fact(t::receipt_fact_received(l), ui::time(l, receipt.received_at, &round.time_zone)),
        fact(t::receipt_fact_exact(l), exact.into_any()),
    ]);
    if let Some(entry) = &page.entry {
        let address = routes::ledger_entry(l, round.id, entry.number);
        let kind = labels::ledger_kind(l, entry.kind);
        let closes = calendar::full(l, entry.closes_at, &entry.time_zone);
        let value = view! { <a href=address>{entry.number.to_string()}</a>" · "{kind}" · "{closes} };
        facts.push(fact(t::receipt_fact_judged(l), value.into_any()));
    }
    facts.push(fact(t::receipt_fact_sha(l), view! { <code class="hash">{receipt.sha256.clone()}</code> }.into_any()));
    ui::facts(facts)
}

/// What comes next, while something does.
fn next(l: Locale, page: &ReceiptPage) -> AnyView {
    let words = match (page.receipt.kind, page.state) {
        (ItemKind::Paper, ItemState::ForTheChair) => consents::consent_receipt_next(l),
        (ItemKind::Paper, ItemState::Submitted) => t::receipt_next_paper(l),
        (ItemKind::Comment, ItemState::Submitted) => t::receipt_next_comment(l),
        _ => return ().into_any(),
    };
    view! { <section class="section"><h2>{t::receipt_next(l)}</h2><p class="measure">{words}</p></section> }.into_any()
}

fn check(l: Locale, page: &ReceiptPage) -> AnyView {
    let content = routes::receipt_content(l, page.receipt.id);
    let commands: Vec<_> = [
        (t::receipt_check_linux(l), "sha256sum content.json"),
        (t::receipt_check_mac(l), "shasum -a 256 content.json"),
        (t::receipt_check_windows(l), "certutil -hashfile content.json SHA256"),
    ]
    .into_iter()
    .map(|(system, command)| (system.to_owned(), view! { <code class="mono">{command}</code> }.into_any()))
    .collect();
    view! {
        <section class="section">
            <h2>{t::receipt_check(l)}</h2>
            <p class="measure">{t::receipt_check_what(l)}</p>
            <ol class="measure stack">
                <li><a href=content download="content.json">{t::receipt_check_download(l)}</a></li>
                <li>{t::receipt_check_run(l)}{ui::facts(commands)}</li>
                <li>{t::receipt_check_compare(l)}</li>
            </ol>
            <p class="no-print meta">{t::receipt_print(l)}</p>
        </section>
    }
    .into_any()
}

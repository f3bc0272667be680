//! Acts of moderation in lists: what was done last in a queue, appeals that wait.

use super::recommendations::excerpt;
use crate::ui::{self, Notice};
use leptos::prelude::*;
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::i18n::t::{acts as t, appeals, moderation, queues, replies};
use model::labels;
use model::portal::{ActLine, AppealLine, DecisionPage, Queue};
use model::routes;

/// What an act was about.
pub fn act_title(l: Locale, act: &ActLine) -> String {
    match act.kind {
        ItemKind::Paper => act.title.clone(),
        ItemKind::Comment => moderation::queue_comment_on(l, act.title.as_str()),
    }
}

/// That an act is done, with the way to take it back; `then`: what follows.
pub fn act_done(l: Locale, page: &DecisionPage, then: String) -> AnyView {
    let line = &page.act.line;
    let title = queues::done_title(l, labels::moderation_act(l, line.act), act_title(l, &page.act));
    if line.undone {
        return ().into_any();
    }
    let undo = page.undo.is_ok().then(|| view! { " "<a href=routes::decision(l, line.id)>{queues::done_undo(l)}</a> });
    ui::notice(Notice::Success, view! { <h2>{title}</h2><p>{then}{undo}</p> }.into_any())
}

/// The longest beginning of an answer in a list.
const REPLY: usize = 200;

/// What authors answered lately, each with the way to take back what they answer to.
pub fn replied_rows(l: Locale, queue: &Queue) -> AnyView {
    if queue.replied.is_empty() {
        return ().into_any();
    }
    let of = |act: &ActLine| {
        let reply = act.line.reply.as_ref()?;
        let words = view! { <p class="row__meta"><bdi>{excerpt(&reply.text, REPLY)}</bdi></p> };
        Some(row(l, act, routes::decision(l, act.line.id), reply.at.to_second(), words.into_any()))
    };
    let rows: Vec<_> = queue.replied.iter().filter_map(of).collect();
    view! {
        <h3>{replies::replies_queue(l)}</h3>
        <p class="meta">{replies::replies_queue_what(l)}</p>
        <ul class="rows">{rows}</ul>
    }
    .into_any()
}

/// What was done last in a queue, each with the way to take it back.
pub fn recent_rows(l: Locale, queue: &Queue) -> AnyView {
    if queue.recent.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> = queue
        .recent
        .iter()
        .map(|act| row(l, act, routes::decision(l, act.line.id), act.line.decided_at.to_second(), ().into_any()))
        .collect();
    view! {
        <details class="section">
            <summary>{t::recent_title(l)}</summary>
            <p class="meta">{t::recent_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </details>
    }
    .into_any()
}

/// Appeals that wait for the reader.
pub fn appeal_rows(l: Locale, lines: &[AppealLine]) -> AnyView {
    if lines.is_empty() {
        return ().into_any();
    }
    let rows: Vec<_> =
        lines.iter().map(|line| row(l, &line.act, routes::appeal(l, line.id), line.filed_at.to_second(), ().into_any())).collect();
    view! {
        <section class="section">
            <h2>{appeals::appeals_queue(l)}</h2>
            <p class="meta">{appeals::appeals_queue_what(l)}</p>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// `words`: what stands below the title.
fn row(l: Locale, act: &ActLine, href: String, at: Instant, words: AnyView) -> AnyView {
    let undone = act.line.undone.then(|| view! { <span>{t::decision_was_undone(l)}</span> });
    let by = act.line.by.clone().map(|name| view! { <span><bdi>{name}</bdi></span> });
    view! {
        <li class="row">
            <p class="row__title"><a href=href><bdi>{act_title(l, act)}</bdi></a></p>
            {words}
            <p class="row__meta">
                <span>{super::act(l, &act.line)}</span>
                <span>{ui::organisation(l, &act.organisation)}</span>
                {ui::happened(l, at)}
                {by}
                {undone}
            </p>
        </li>
    }
    .into_any()
}

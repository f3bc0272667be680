//! The comments of a session, by text and paragraph.

use super::super::parts;
use super::not_shown;
use crate::ui;
use leptos::prelude::*;
use model::domain::language::Locale;
use model::i18n::t::summary as t;
use model::portal::{ProvisionSummary, Summary, TextSummary};
use model::routes;

/// Every text with its paragraphs and what was accepted on them.
pub fn by_paragraph(l: Locale, summary: &Summary) -> AnyView {
    summary.texts.iter().enumerate().map(|(at, text)| one_text(l, summary, at, text)).collect_view().into_any()
}

fn one_text(l: Locale, summary: &Summary, at: usize, text: &TextSummary) -> AnyView {
    let heading = t::summary_text_heading(l, text.draft.label.get(l), text.draft.title.get(l));
    let spoken: Vec<_> = text.provisions.iter().filter(|line| line.counts.total() > 0).collect();
    let silent: Vec<_> = text
        .provisions
        .iter()
        .filter(|line| line.accepted.is_empty() && line.provision.level.is_numbered())
        .map(|line| line.provision.citation.as_str())
        .collect();
    let body = if spoken.is_empty() {
        ui::empty(t::summary_none(l), view! { <p>{t::summary_none_what(l)}</p> }.into_any())
    } else {
        spoken.into_iter().map(|line| one_provision(l, summary, text, line)).collect_view().into_any()
    };
    let numbered = text.provisions.iter().filter(|line| line.provision.level.is_numbered()).count();
    let silent = (!silent.is_empty() && silent.len() < numbered)
        .then(|| view! { <p class="meta">{t::summary_no_comments_on(l, silent.join("; "))}</p> });
    view! { <section class="section" id=format!("text-{at}")><h2>{heading}</h2>{body}{silent}</section> }.into_any()
}

fn one_provision(l: Locale, summary: &Summary, text: &TextSummary, line: &ProvisionSummary) -> AnyView {
    let citation = line.provision.citation.as_str();
    let caption = format!("c-{}", line.provision.id);
    let comment = |comment| parts::SaidRow { comment, standings: &summary.standings, state: None, made_on: None };
    let rows: Vec<_> = line.accepted.iter().map(comment).collect();
    let table = parts::said_table(l, caption, (&text.draft, &line.provision), &rows);
    view! {
        <section class="stack">
            <h3><a href=routes::provision(l, line.provision.id)>{t::summary_paragraph(l, citation)}</a></h3>
            {parts::provision_quote(l, &line.provision, text.draft.language)}
            {table}
            {not_shown(l, line.counts)}
        </section>
    }
    .into_any()
}

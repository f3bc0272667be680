//! A paper: to the public once accepted, to its authors and those in office before.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::{Language, Locale};
use model::domain::likeness::fold;
use model::domain::words::{self, Unit};
use model::i18n::t::{self as texts, co_signing, consents, joint, late, papers as t, proofs, rounds, succession};
use model::labels;
use model::portal::{PaperPage, ThemeRef};
use model::routes;

/// `/papers/{id}`
pub async fn page(cx: &Cx, id: PaperId) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    let themes = cx.portal.themes_of(&cx.ctx, ItemKind::Paper, id.item()).await?;
    let l = cx.locale();
    let state = page.own.then(|| parts::title_state(l, page.paper.state)).flatten();
    let head = parts::head_in_round(l, title_or_untitled(l, &page.paper.content.title), &page.line).state(state);
    Ok(ui::page(cx, 200, head, || content(cx, &page, &themes)))
}

/// The title of a paper as plain words.
pub(super) fn title_or_untitled(l: Locale, title: &str) -> String {
    if title.trim().is_empty() { texts::common::untitled(l).to_owned() } else { title.to_owned() }
}

/// How long a text is, in the unit of its language.
pub(super) fn length(l: Locale, text: &str, language: Language) -> String {
    let count = words::count(text, language);
    match words::unit(language) {
        Unit::Words => texts::words::words_count(l, count),
        Unit::Characters => texts::words::characters_count(l, count),
    }
}

fn content(cx: &Cx, page: &PaperPage, themes: &[ThemeRef]) -> AnyView {
    let l = cx.locale();
    let paper = &page.paper;
    let words = &paper.content;
    let text = if words.wording().is_without_text() {
        ().into_any()
    } else if words.text.trim().is_empty() {
        view! { <p class="muted">{t::paper_no_text(l)}</p> }.into_any()
    } else {
        ui::prose(&words.text, words.language)
    };
    let standing = (paper.state != ItemState::Accepted || page.own).then(|| {
        let status = if page.own { parts::own_status(l, paper.state) } else { ui::status(l, paper.state).into_any() };
        view! { <p>{status}</p> }
    });
    // While something can still be done with it, until when; afterwards the round it belongs to says so.
    let deadline = (page.own && page.editable)
        .then(|| view! { <div class="page-head__deadline">{ui::deadline_in(l, page.phase, &page.line.round.time_zone, cx.ctx.now, DeadlineStyle::Live)}</div> });
    view! {
        <header class="page-head">
            <p class="eyebrow">{t::paper_eyebrow(l, page.line.round.title.get(l))}</p>
            <h1>{ui::paper_title(l, &words.title, words.language)}</h1>
            {authors(l, page)}
            {co_signed(l, page)}
            {parts::corrigenda_mark(l, page)}
            {standing}
            {deadline}
            {note(cx, page)}
            {parts::redactions(l, &page.redactions, &page.decisions, &page.line.round.time_zone)}
            {next(cx, page)}
            {parts::succession(cx, page)}
            {parts::ask_corrigendum(l, page)}
        </header>
        <div class="columns">
            <div>
                <section class="section"><h2 class="visually-hidden">{t::submit_text(l)}</h2>{text}</section>
                {parts::answers_of(l, &page.line.round, words)}
                {parts::recommendations_of(l, &page.recommendations, words.language)}
                {parts::corrigenda(l, page)}
                {parts::decisions(
                    l,
                    t::paper_decisions(l),
                    &page.decisions,
                    (paper.state, page.phase),
                    &page.line.round.time_zone,
                )}
            </div>
            <aside>
                <section class="section"><h2>{t::paper_facts(l)}</h2>{facts(cx, page)}</section>
                {parts::input_themes(l, themes)}
                {parts::way(l, page)}
                {parts::refusals(l, &page.refusals, &page.line.round.time_zone)}
            </aside>
        </div>
    }
    .into_any()
}

/// Whose paper it is: all whose names stand under a joint one, by name.
fn authors(l: Locale, page: &PaperPage) -> AnyView {
    let lead = || view! { {ui::organisation(l, &page.organisation)}{ui::standing(l, page.standing)} };
    if page.joint.is_empty() {
        return view! { <p>{lead()}</p> }.into_any();
    }
    let mut names: Vec<_> = page.joint.iter().map(|one| (one.name.as_str(), ui::organisation(l, one))).collect();
    let own = view! { {lead()}" "<span class="meta">{joint::joint_lead(l)}</span> };
    names.push((page.organisation.name.as_str(), own.into_any()));
    names.sort_by_cached_key(|(name, _)| fold(name));
    let names: Vec<_> = names.into_iter().map(|(_, words)| view! { <li>{words}</li> }).collect();
    view! { <p>{joint::joint_of(l)}</p><ul class="stack" id="joint">{names}</ul> }.into_any()
}

/// Who has put their names to it, and the way to do so while its author offers it.
fn co_signed(l: Locale, page: &PaperPage) -> AnyView {
    let count = i64::try_from(page.signatories.len()).unwrap_or(i64::MAX);
    let names: Vec<_> = page.signatories.iter().map(|organisation| view! { <li>{ui::organisation(l, organisation)}</li> }).collect();
    let names = (!names.is_empty()).then(|| {
        view! { <details id="co-signed"><summary>{co_signing::paper_co_signed(l, count)}</summary><ul class="stack">{names}</ul></details> }
    });
    let way = page.co_signing.as_ref().map(|line| {
        let until = calendar::full(l, line.round.window.closes_at, &line.round.time_zone);
        view! { <p><a href=routes::co_sign(l, line.round.id, page.paper.id)>{co_signing::paper_co_sign_until(l, until)}</a></p> }
    });
    view! { {names}{way} }.into_any()
}

/// What its authors can do next. A public paper has nothing to press.
fn next(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    if !(page.own && page.editable) {
        return ().into_any();
    }
    let edit = if page.paper.state == ItemState::Returned { t::paper_revise(l) } else { t::paper_edit(l) };
    view! {
        <div class="actions">
            {ui::link_button(edit, routes::edit_paper(l, page.paper.id), Button::Secondary)}
            {ui::link_button(t::paper_check(l), routes::submit_paper(l, page.paper.id), Button::Primary)}
            {ui::link_button(joint::joint_open(l), routes::joint_paper(l, page.paper.id), Button::Quiet)}
            {page.ends.discard.is_ok().then(|| ui::link_button(succession::delete_draft_title(l), routes::delete_draft(l, page.paper.id), Button::Quiet))}
        </div>
    }
    .into_any()
}

/// Who can see this page, while not everybody can.
fn note(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let words = match page.paper.state {
        // Said by what comes after.
        ItemState::Accepted | ItemState::Withdrawn | ItemState::Replaced => return ().into_any(),
        ItemState::Draft if !page.invited.is_empty() => joint::paper_own_joint(l),
        ItemState::Draft => t::paper_not_public(l),
        ItemState::Submitted => t::paper_waiting(l),
        ItemState::ForTheChair => consents::consent_for_the_chair(l),
        ItemState::Returned => t::editor_returned_what(l),
        ItemState::Declined => t::paper_not_accepted(l),
    };
    let kind = if page.paper.state == ItemState::Returned { Notice::Warning } else { Notice::Info };
    ui::notice(kind, view! { <p>{words}</p> }.into_any())
}

fn facts(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let (paper, round) = (&page.paper, &page.line.round);
    let zone = round.time_zone.as_str();
    let subgroup = match &page.subgroup {
        Some(subgroup) => {
            view! { <a href=routes::subgroup(l, subgroup.code.to_lowercase())>{parts::local(l, &subgroup.name)}</a> }.into_any()
        }
        None => t::paper_fact_whole_body(l).into_any(),
    };
    let link = view! { <a href=routes::round(l, round.id)>{parts::local(l, &round.title)}</a> };
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::paper_fact_organisation(l), ui::organisation(l, &page.organisation)),
        fact(t::paper_fact_subgroup(l), subgroup),
        fact(t::paper_fact_round(l), link.into_any()),
        fact(t::paper_fact_language(l), labels::language_name(l, paper.content.language).into_any()),
        fact(t::paper_fact_length(l), length(l, &paper.content.all_words(), paper.content.language).into_any()),
    ];
    if let Some(name) = &page.submitted_by {
        facts.push(fact(consents::consent_submitted_by(l), view! { <bdi>{ui::person_name(l, name)}</bdi> }.into_any()));
    }
    if let Some(consent) = paper.content.consent.filter(|_| page.own) {
        facts.push(fact(consents::consent_fact(l), labels::consent(l, consent).into_any()));
    }
    if let Some(receipt) = page.receipts.first() {
        facts.push(fact(t::paper_fact_received(l), ui::time(l, receipt.received_at.to_second(), zone)));
    }
    if let Some((id, number)) = &page.public_receipt {
        let file = format!("{number}.json");
        let receipt = view! {
            <a href=routes::receipt_file(l, id) download=file><bdi dir="ltr">{number.clone()}</bdi></a>" · "<a href=routes::verify(l)>{proofs::receipt_public_check(l)}</a>
        };
        facts.push(fact(proofs::receipt_public(l), receipt.into_any()));
    }
    if page.late {
        let ledger = view! { {late::late_mark(l)}" · "<a href=routes::ledger(l, round.id)>{rounds::round_ledger(l)}</a> };
        facts.push(fact(late::late_fact_deadline(l), ledger.into_any()));
    }
    if page.own {
        facts.push(fact(t::paper_fact_changed(l), ui::time(l, paper.updated_at.to_second(), zone)));
    }
    ui::facts(facts)
}

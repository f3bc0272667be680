//! Words of an input are redacted: which, for which reason, and what others would read afterwards.

use super::super::parts;
use super::{act, item};
use crate::render::{Cx, Page, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::{CommentId, ItemId, PaperId};
use model::domain::item::ItemKind;
use model::domain::language::Locale;
use model::domain::moderation::ReasonCode;
use model::domain::redaction::MARK;
use model::error::{PortalError, PortalResult};
use model::forms::{FormState, RedactionForm};
use model::i18n::t::{appeals, moderation as m, redactions as t};
use model::labels;
use model::policy::{self, RedactWords};
use model::portal::ModerationItem;
use model::routes;

/// `/moderation/papers/{id}/redact`, `/moderation/comments/{id}/redact`
pub async fn page(cx: &Cx, kind: ItemKind, id: ItemId, state: Option<FormState<RedactionForm>>) -> PageResult {
    let item = item_of(cx, kind, id).await?;
    Ok(render(cx, &item, None, state))
}

/// The same with what others would read after the redaction of the form.
pub async fn shown(cx: &Cx, kind: ItemKind, id: ItemId, shown: ModerationItem, form: RedactionForm) -> PageResult {
    let item = item_of(cx, kind, id).await?;
    Ok(render(cx, &item, Some(&shown), Some(FormState::fresh(form))))
}

async fn item_of(cx: &Cx, kind: ItemKind, id: ItemId) -> PortalResult<ModerationItem> {
    match kind {
        ItemKind::Paper => cx.portal.moderate_paper(&cx.ctx, PaperId(id.0)).await,
        ItemKind::Comment => cx.portal.moderate_comment(&cx.ctx, CommentId(id.0)).await,
    }
}

/// What the law is asked before words of an input are redacted.
pub fn asked(item: &ModerationItem) -> RedactWords {
    let facts = item::facts(item);
    let (organisation, named, body) = match item {
        ModerationItem::Paper(page) => (page.paper.organisation, page.joint.iter().map(|one| one.id).collect(), page.line.body.id),
        ModerationItem::Comment(page) => (page.comment.organisation, Vec::new(), page.line.body.id),
    };
    RedactWords { item: facts.item, organisation, named, body, subgroup: facts.subgroup, state: facts.state }
}

fn render(cx: &Cx, item: &ModerationItem, shown: Option<&ModerationItem>, state: Option<FormState<RedactionForm>>) -> Page {
    let l = cx.locale();
    let facts = item::facts(item);
    let mut state = state.unwrap_or_default();
    // What is redacted is what was read, also after somebody else changed it.
    if state.form.version.is_empty() || state.refusal == Some(PortalError::Conflict) {
        state.form.version = facts.version.to_string();
    }
    let title = item::title(l, item);
    let head = Head::new(t::redact_title(l)).crumb(m::queue_title(l), routes::moderation(l));
    let head = head.crumb(title, routes::moderate(l, facts.kind, facts.item));
    ui::page(cx, parts::status_of_form(&state), head, || content(cx, item, shown, &state))
}

fn content(cx: &Cx, item: &ModerationItem, shown: Option<&ModerationItem>, state: &FormState<RedactionForm>) -> AnyView {
    let l = cx.locale();
    let facts = item::facts(item);
    let zone = facts.line.round.time_zone.as_str();
    let form = match policy::check(&cx.ctx.actor, &asked(item), cx.ctx.now) {
        Err(denied) => {
            let typed = [state.form.passages.as_str(), state.form.reason.as_str()].join("\n\n");
            let why = view! { <h2>{t::redact_none_title(l)}</h2><p>{act::denied_words(l, denied, zone)}</p> };
            view! { {parts::refused(l, state, typed.trim(), zone)}{ui::notice(Notice::Info, why.into_any())} }.into_any()
        }
        Ok(()) => form(l, &facts, shown.is_some(), state),
    };
    // Before the button that does it.
    let shown = shown.map(|shown| {
        view! { <section class="section" id="shown"><h2>{t::redact_shown(l)}</h2>{said(l, shown)}</section> }
    });
    view! {
        {ui::page_head(Some(t::redact_eyebrow(l, item::title(l, item))), t::redact_title(l), Some(t::redact_what(l, MARK)))}
        {shown}
        {form}
        <section class="section"><h2>{t::redact_input(l)}</h2>{said(l, item)}{typed(l, item)}{redacted(l, item)}</section>
    }
    .into_any()
}

/// All that can be redacted of an input, as it is read.
fn said(l: Locale, item: &ModerationItem) -> AnyView {
    match item {
        ModerationItem::Paper(page) => {
            let words = &page.paper.content;
            view! {
                <p><strong>{ui::paper_title(l, &words.title, words.language)}</strong></p>
                {item::paper_words(l, page)}
                {parts::corrigenda(l, page)}
            }
            .into_any()
        }
        ModerationItem::Comment(page) => item::comment_words(l, page),
    }
}

/// What is redacted of it already.
fn redacted(l: Locale, item: &ModerationItem) -> AnyView {
    match item {
        ModerationItem::Paper(page) => parts::redactions(l, &page.redactions, &page.decisions, &page.line.round.time_zone),
        ModerationItem::Comment(page) => parts::redactions(l, &page.redactions, &page.decisions, &page.line.round.time_zone),
    }
}

/// The words as they were typed: also addresses behind links can be redacted.
fn typed(l: Locale, item: &ModerationItem) -> AnyView {
    let (texts, language) = match item {
        ModerationItem::Paper(page) => {
            let words = &page.paper.content;
            let recommendations = words.recommendations.iter().map(|one| &one.text);
            let texts = [&words.title, &words.text].into_iter().chain(&words.answers).chain(recommendations);
            (texts.chain(page.corrigenda.iter().map(|one| &one.text)).cloned().collect::<Vec<_>>(), words.language)
        }
        ModerationItem::Comment(page) => {
            let words = &page.comment.content;
            (vec![words.proposed_text.clone(), words.reason.clone(), words.link.clone()], words.language)
        }
    };
    let (lang, dir) = (language.code(), language.direction().as_str());
    let texts = texts.into_iter().filter(|text| !text.trim().is_empty());
    let texts = texts.map(|text| view! { <p class="words" lang=lang dir=dir>{text}</p> }).collect_view();
    view! { <details><summary>{t::redact_typed(l)}</summary>{texts}</details> }.into_any()
}

fn form(l: Locale, facts: &item::Facts<'_>, tried: bool, state: &FormState<RedactionForm>) -> AnyView {
    let spec = |name, label, hint, value| FieldSpec::of(state, name, label, Some(hint), value);
    let passages = spec(RedactionForm::PASSAGES, t::redact_passages(l), t::redact_passages_hint(l), &state.form.passages);
    let code = spec(RedactionForm::CODE, t::redact_code(l), t::redact_code_hint(l), &state.form.code);
    let reason = spec(RedactionForm::REASON, t::redact_words(l), t::redact_words_hint(l), &state.form.reason).optional();
    let codes: Vec<_> = ReasonCode::ALL
        .iter()
        .filter(|code| code.serves_redaction())
        .map(|code| (code.code().to_owned(), labels::reason_code(l, *code).to_owned()))
        .collect();
    let fields = [
        (RedactionForm::PASSAGES, t::redact_passages(l)),
        (RedactionForm::CODE, t::redact_code(l)),
        (RedactionForm::REASON, t::redact_words(l)),
    ];
    let trouble = if state.refusal == Some(PortalError::Conflict) {
        parts::alert(Notice::Warning, t::redact_changed(l))
    } else {
        parts::trouble(l, state, &fields, &facts.line.round.time_zone)
    };
    // What is final is offered once what it does was seen.
    let (try_it, redact) = if tried { (Button::Secondary, Some(Button::Danger)) } else { (Button::Primary, None) };
    view! {
        {trouble}
        <form class="stack" method="post" action=routes::redact(l, facts.kind, facts.item) novalidate>
            {ui::hidden(RedactionForm::VERSION, state.form.version.as_str())}
            {tried.then(|| ui::hidden(RedactionForm::SHOWN, state.form.passages.as_str()))}
            {ui::text_area(l, passages, 4, None, false)}
            <p class="hint">{t::redact_instead(l)}</p>
            {ui::select(l, code, &codes)}
            {ui::text_area(l, reason, 3, None, false)}
            <div class="actions">
                {redact.map(|kind| ui::button(t::redact_button(l), kind, Some((RedactionForm::ACT, RedactionForm::REDACT))))}
                {ui::button(t::redact_try(l), try_it, Some((RedactionForm::ACT, RedactionForm::TRY)))}
            </div>
            <p><a href=routes::moderation_rules(l)>{appeals::rules_link(l)}</a></p>
        </form>
    }
    .into_any()
}

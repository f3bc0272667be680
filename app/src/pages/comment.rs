//! A comment's own page: the paragraph, its words, what was decided; for its authors the ways to send it again, to change it and to take it back.

use super::parts::{self, CommentFormParts, CommentStage};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::domain::draft::Level;
use model::domain::ids::CommentId;
use model::domain::item::{ItemKind, ItemState};
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{CommentForm, FormState};
use model::i18n::t::{comment_ends as ends, comments as t, late, rounds, voices};
use model::labels;
use model::portal::{CommentPage, ThemeRef};
use model::routes;

/// `/comments/{id}`
pub async fn page(cx: &Cx, id: CommentId) -> PageResult {
    show(cx, id, false, None).await
}

/// `/comments/{id}/change`: with the form, for its authors.
pub async fn change(cx: &Cx, id: CommentId) -> PageResult {
    show(cx, id, true, None).await
}

/// With `error` after an organisation could not say where it stands.
pub async fn voiced(cx: &Cx, id: CommentId, error: PortalError) -> PageResult {
    show(cx, id, false, Some(error)).await
}

async fn show(cx: &Cx, id: CommentId, changing: bool, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.comment(&cx.ctx, id).await?;
    let themes = cx.portal.themes_of(&cx.ctx, ItemKind::Comment, id.item()).await?;
    if changing {
        page.change?;
    }
    let l = cx.locale();
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, heading(cx, &page, changing), &page.line.body)
        .crumb(draft, routes::draft(l, page.draft.id))
        .crumb(labels::provision_name(l, &page.provision), routes::provision(l, page.provision.id));
    let head = if changing { head.crumb(title(cx, &page), routes::comment(l, id)) } else { head };
    let head = if changing || revisable(&page) { head.with_islands() } else { head };
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(cx, &page, &themes, changing, error.as_ref())))
}

fn heading(cx: &Cx, page: &CommentPage, changing: bool) -> String {
    if changing { ends::change_comment_title(cx.locale()).to_owned() } else { title(cx, page) }
}

fn title(cx: &Cx, page: &CommentPage) -> String {
    t::comment_page_title(cx.locale(), page.provision.citation.as_str())
}

const fn revise_until(page: &CommentPage) -> Option<Instant> {
    parts::revise_until(page.comment.state, page.phase)
}

const fn revisable(page: &CommentPage) -> bool {
    page.own && page.editable
}

fn content(cx: &Cx, page: &CommentPage, themes: &[ThemeRef], changing: bool, error: Option<&PortalError>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (comment, round) = (&page.comment, &page.line.round);
    let eyebrow = t::comment_page_eyebrow(l, page.draft.title.get(l), page.draft.label.get(l));
    // The deadline matters to those who still have something to send.
    let deadline = (changing || revisable(page)).then(|| {
        let shown = ui::deadline_in(l, page.phase, &round.time_zone, now, DeadlineStyle::Live);
        view! { <div class="page-head__deadline">{shown}</div> }
    });
    let standing = (comment.state != ItemState::Accepted || page.own).then(|| {
        let status = if page.own { parts::own_status(l, comment.state) } else { ui::status(l, comment.state).into_any() };
        view! { <p>{status}</p> }
    });
    let more = view! { <p>{ui::organisation(l, &page.organisation)}{ui::standing(l, page.standing)}</p>{standing}{deadline}{note(cx, page)}{parts::redactions(l, &page.redactions, &page.decisions, &round.time_zone)} };
    let original = parts::original_for(&comment.content, &page.provision.text);
    // The text as a whole has no words that could be shown here.
    let paragraph = (page.provision.level != Level::Whole).then(|| view! { <h2>{t::comment_page_paragraph(l)}</h2> });
    view! {
        {ui::page_head_with(Some(eyebrow), heading(cx, page, changing), None, more.into_any())}
        {error.map(|error| not_said(l, error, &round.time_zone))}
        <div class="columns">
            <div>
                <section class="section">
                    {paragraph}
                    {parts::provision_to_quote(l, &page.provision, page.draft.language)}
                    <p><a href=routes::provision(l, page.provision.id)>{t::comment_page_to_paragraph(l)}</a></p>
                </section>
                <section class="section">
                    <h2>{t::comment_page_words(l)}</h2>
                    {parts::comment_words(l, &comment.content, original, page.draft.language)}
                </section>
                {(!changing).then(|| view! { {parts::voices(cx, page)}{parts::excluded(l, page)} })}
                {parts::decisions(l, t::comment_page_decisions(l), &page.decisions, (comment.state, page.phase), &round.time_zone)}
                {(changing || revisable(page)).then(|| form(cx, page, changing))}
                {(!changing).then(|| ends(cx, page))}
            </div>
            <aside>
                <section class="section"><h2>{t::comment_page_facts(l)}</h2>{facts(cx, page)}</section>
                {parts::input_themes(l, themes)}
                {parts::refusals(l, &page.refusals, &page.line.round.time_zone)}
            </aside>
        </div>
    }
    .into_any()
}

/// Why an organisation could not say where it stands.
fn not_said(l: Locale, error: &PortalError, zone: &str) -> AnyView {
    match error {
        PortalError::Conflict => parts::alert(Notice::Warning, voices::voices_changed(l)),
        other => parts::refusal_notice(l, other, None, zone),
    }
}

/// Who can see this page, while not everybody can.
fn note(cx: &Cx, page: &CommentPage) -> AnyView {
    let l = cx.locale();
    let (kind, words) = match page.comment.state {
        // No comment is replaced by another, or for the chair only.
        ItemState::Accepted | ItemState::Replaced | ItemState::ForTheChair => return ().into_any(),
        ItemState::Withdrawn => return withdrawn(cx, page),
        ItemState::Draft => (Notice::Warning, t::comment_page_not_sent(l)),
        ItemState::Submitted => (Notice::Info, t::comment_page_waiting(l)),
        ItemState::Declined => (Notice::Info, t::comment_page_declined(l)),
        ItemState::Returned => {
            let Some(until) = revise_until(page) else {
                return ().into_any();
            };
            let until = model::calendar::full(l, until.to_second(), &page.line.round.time_zone);
            let content = view! { <p>{t::comment_page_revise_until(l, until)}</p> };
            return ui::notice(Notice::Warning, content.into_any());
        }
    };
    ui::notice(kind, view! { <p>{words}</p> }.into_any())
}

fn withdrawn(cx: &Cx, page: &CommentPage) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let Some(at) = page.comment.ended_at else { return ().into_any() };
    let at = model::calendar::full(l, at.to_second(), &round.time_zone);
    let open = round.window.phase(page.comment.organisation, None, cx.ctx.now).is_open();
    let again = (page.own && open).then(|| {
        let address = format!("{}?new#comment", routes::provision(l, page.provision.id));
        view! { <p><a href=address>{ends::comment_again(l)}</a></p> }
    });
    ui::notice(Notice::Info, view! { <p>{ends::comment_withdrawn(l, at)}</p>{again} }.into_any())
}

/// Changing and withdrawing, while its authors may.
fn ends(cx: &Cx, page: &CommentPage) -> AnyView {
    let (l, round) = (cx.locale(), &page.line.round);
    let (change, withdraw) = (page.change.is_ok(), page.withdraw.is_ok());
    let Phase::Open { until } = round.window.phase(page.comment.organisation, None, cx.ctx.now) else { return ().into_any() };
    if !change && !withdraw {
        return ().into_any();
    }
    let until = model::calendar::full(l, until.to_second(), &round.time_zone);
    let (heading, what) = if change {
        (ends::comment_ends_title(l), ends::comment_ends_what(l, until))
    } else {
        (ends::withdraw_comment_link(l), ends::comment_withdraw_until(l, until))
    };
    let id = page.comment.id;
    let change = change
        .then(|| ui::link_button(ends::change_comment_link(l), format!("{}#comment", routes::change_comment(l, id)), Button::Secondary));
    let withdraw = withdraw.then(|| ui::link_button(ends::withdraw_comment_link(l), routes::withdraw_comment(l, id), Button::Quiet));
    view! { <details class="more"><summary>{heading}</summary><p>{what}</p><div class="actions">{change}{withdraw}</div></details> }
        .into_any()
}

fn form(cx: &Cx, page: &CommentPage, changing: bool) -> AnyView {
    let l = cx.locale();
    let comment = &page.comment;
    let mut state = FormState::fresh(CommentForm::from_content(&comment.content, comment.id, comment.version));
    state.form.round = comment.round.to_string();
    let shown = CommentFormParts {
        state: &state,
        provision: &page.provision,
        draft: &page.draft,
        organisation_name: &page.organisation.name,
        organisations: &[],
        zone: &page.line.round.time_zone,
        confirmed: cx.signed_in().is_some_and(|person| person.confirmed),
        stored: None,
        phase: page.phase,
        // The head of the page says it.
        granted: false,
        stage: CommentStage::of(comment.state, &page.refusals),
    };
    let title = if changing { title(cx, page) } else { t::comment_form_revise_title(l).to_owned() };
    let back = changing.then(|| view! { <p><a href=routes::comment(l, comment.id)>{ends::change_comment_back(l)}</a></p> });
    view! { <section class="section" id="comment"><h2>{title}</h2>{parts::comment_form(cx, &shown)}{back}</section> }.into_any()
}

fn facts(cx: &Cx, page: &CommentPage) -> AnyView {
    let l = cx.locale();
    let (comment, round) = (&page.comment, &page.line.round);
    let link = view! { <a href=routes::round(l, round.id)>{parts::local(l, &round.title)}</a> };
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    let mut facts = vec![
        fact(t::comment_page_fact_round(l), link.into_any()),
        fact(t::comment_page_fact_language(l), labels::language_name(l, comment.content.language).into_any()),
        fact(t::comment_page_fact_changed(l), ui::time(l, comment.updated_at.to_second(), &round.time_zone)),
    ];
    if page.late {
        let ledger = view! { {late::late_mark(l)}" · "<a href=routes::ledger(l, round.id)>{rounds::round_ledger(l)}</a> };
        facts.push(fact(late::late_fact_deadline(l), ledger.into_any()));
    }
    // A receipt exists from the first time it was sent; a draft has none yet.
    if page.own && comment.state != ItemState::Draft {
        let receipt = view! { <a href=routes::comment_receipt(l, comment.id)>{t::comment_page_receipt_link(l)}</a> };
        facts.push(fact(t::comment_page_receipt(l), receipt.into_any()));
    }
    ui::facts(facts)
}

//! A comment's own page: the paragraph, its words, what was decided; for its authors the way to send it again.

use super::parts::{self, CommentFormParts};
use crate::render::{Cx, PageResult};
use crate::ui::{self, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::domain::ids::CommentId;
use model::domain::item::ItemState;
use model::domain::late::LateState;
use model::domain::time::Instant;
use model::forms::{CommentForm, FormState};
use model::i18n::t::{comments as t, late, rounds};
use model::labels;
use model::portal::CommentPage;
use model::routes;

/// `/comments/{id}`
pub async fn page(cx: &Cx, id: CommentId) -> PageResult {
    let page = cx.portal.comment(&cx.ctx, id).await?;
    let l = cx.locale();
    let draft = format!("{}, {}", page.draft.title.get(l), page.draft.label.get(l));
    let head = parts::head_in_body(l, title(cx, &page), &page.line.body)
        .crumb(draft, routes::draft(l, page.draft.id))
        .crumb(page.provision.citation.as_str(), routes::provision(l, page.provision.id));
    let head = if revisable(&page) { head.with_islands() } else { head };
    Ok(ui::page(cx, 200, head, || content(cx, &page)))
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

fn content(cx: &Cx, page: &CommentPage) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (comment, round) = (&page.comment, &page.line.round);
    let eyebrow = t::comment_page_eyebrow(l, page.draft.title.get(l), page.draft.label.get(l));
    // The deadline matters to those who still have something to send.
    let deadline = revisable(page).then(|| {
        let shown = ui::deadline_in(l, page.phase, &round.time_zone, now, DeadlineStyle::Live);
        view! { <div class="page-head__deadline">{shown}</div> }
    });
    let standing = (comment.state != ItemState::Accepted || page.own).then(|| {
        let status = if page.own { parts::own_status(l, comment.state) } else { ui::status(l, comment.state).into_any() };
        view! { <p>{status}</p> }
    });
    let more =
        view! { <p>{ui::organisation(l, &page.organisation)}{ui::standing(l, page.standing)}</p>{standing}{deadline}{note(cx, page)} };
    let original = parts::original_for(&comment.content, &page.draft, &page.provision);
    view! {
        {ui::page_head_with(Some(eyebrow), title(cx, page), None, more.into_any())}
        <div class="columns">
            <div>
                <section class="section">
                    <h2>{t::comment_page_paragraph(l)}</h2>
                    {parts::provision_quote(l, &page.provision, page.draft.language)}
                    <p><a href=routes::provision(l, page.provision.id)>{t::comment_page_to_paragraph(l)}</a></p>
                </section>
                <section class="section">
                    <h2>{t::comment_page_words(l)}</h2>
                    {parts::comment_words(l, &comment.content, original)}
                </section>
                {parts::decisions(l, t::comment_page_decisions(l), &page.decisions, revise_until(page), &round.time_zone)}
                {revisable(page).then(|| form(cx, page))}
            </div>
            <aside>
                <section class="section"><h2>{t::comment_page_facts(l)}</h2>{facts(cx, page)}</section>
                {parts::refusals(l, &page.refusals, &page.line.round.time_zone)}
            </aside>
        </div>
    }
    .into_any()
}

/// Who can see this page, while not everybody can.
fn note(cx: &Cx, page: &CommentPage) -> AnyView {
    let l = cx.locale();
    let (kind, words) = match page.comment.state {
        // No comment is withdrawn or replaced.
        ItemState::Accepted | ItemState::Withdrawn | ItemState::Replaced | ItemState::ForTheChair => return ().into_any(),
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

fn form(cx: &Cx, page: &CommentPage) -> AnyView {
    let l = cx.locale();
    let comment = &page.comment;
    let mut state = FormState::fresh(CommentForm::from_content(&comment.content, comment.id, comment.version));
    state.form.round = comment.round.to_string();
    let shown = CommentFormParts {
        state: &state,
        provision: page.provision.id,
        organisation_name: &page.organisation.name,
        organisations: &[],
        zone: &page.line.round.time_zone,
        confirmed: cx.signed_in().is_some_and(|person| person.confirmed),
        stored: None,
        phase: page.phase,
        // The head of the page says it.
        granted: false,
        sealed: page.refusals.first().is_some_and(|newest| newest.state == LateState::Sealed),
    };
    view! { <section class="section" id="comment"><h2>{t::comment_form_revise_title(l)}</h2>{parts::comment_form(cx, &shown)}</section> }
        .into_any()
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

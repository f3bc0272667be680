//! A corrigendum before its decision: the paper it is about, the words, the two buttons.

use super::super::paper::title_or_untitled;
use super::super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::corrigendum::CorrigendumState;
use model::domain::ids::CorrigendumId;
use model::domain::item::ItemState;
use model::forms::{CorrigendumDecisionForm, FormState};
use model::i18n::t::{corrigenda as t, moderation as m};
use model::portal::CorrigendumPage;
use model::routes;

/// `/moderation/corrigenda/{id}`
pub async fn page(cx: &Cx, id: CorrigendumId, state: Option<FormState<CorrigendumDecisionForm>>) -> PageResult {
    let page = cx.portal.moderate_corrigendum(&cx.ctx, id).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = Head::new(t::corrigendum_of(l, title_or_untitled(l, &page.page.paper.content.title)))
        .crumb(m::queue_title(l), routes::moderation(l));
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &CorrigendumPage, state: &FormState<CorrigendumDecisionForm>) -> AnyView {
    let (l, paper, round) = (cx.locale(), &page.page, &page.page.line.round);
    let words = &paper.paper.content;
    let asked = ui::time(l, page.corrigendum.asked_at.to_second(), &round.time_zone);
    let link = view! { <a href=routes::paper(l, paper.paper.id)>{ui::paper_title(l, &words.title, words.language)}</a> };
    let facts = ui::facts(vec![
        (t::corrigendum_paper(l).to_owned(), link.into_any()),
        (m::decision_organisation(l).to_owned(), parts::paper_names(l, paper)),
        (t::corrigendum_asked_at(l).to_owned(), asked),
    ]);
    view! {
        {ui::page_head(Some(m::queue_title(l).to_owned()), t::corrigendum_moderate(l), None)}
        {facts}
        <section class="section stack" id="corrigendum">
            <h2>{t::corrigendum_text(l)}</h2>
            {ui::prose(&page.corrigendum.text, words.language)}
        </section>
        <div class="section">{decision(cx, page, state)}</div>
        <section class="section stack">
            <h2>{t::corrigendum_paper(l)}</h2>
            {(!words.wording().is_without_text()).then(|| ui::prose(&words.text, words.language))}
        </section>
        {parts::answers_of(l, round, words)}
        {parts::recommendations_of(l, &paper.recommendations, words.language)}
        {parts::corrigenda(l, paper)}
        <p><a href=routes::moderation(l)>{m::queue_back(l)}</a></p>
    }
    .into_any()
}

/// The form, or why there is none.
fn decision(cx: &Cx, page: &CorrigendumPage, state: &FormState<CorrigendumDecisionForm>) -> AnyView {
    let (l, one) = (cx.locale(), &page.corrigendum);
    let zone = &page.page.line.round.time_zone;
    let instead = |title: &'static str, words: String| {
        let notice = ui::notice(Notice::Info, view! { <h2>{title}</h2><p>{words}</p> }.into_any());
        view! { {notice}{parts::not_sent(l, state.is_refused(), &state.form.reason)} }.into_any()
    };
    if parts::is_own(cx, &page.page) {
        return instead(m::decision_own_title(l), m::decision_own(l).to_owned());
    }
    if one.state != CorrigendumState::Asked {
        let at = calendar::full(l, one.decided_at.unwrap_or(one.asked_at).to_second(), zone);
        let words = match one.state {
            CorrigendumState::Published => t::corrigendum_published(l, at),
            CorrigendumState::Declined => t::corrigendum_declined(l, at),
            CorrigendumState::Lapsed => t::corrigendum_lapsed(l, at),
            _ => t::corrigendum_taken_back(l, at),
        };
        return instead(m::decision_done_title(l), words);
    }
    let hint = Some(t::corrigendum_reason_hint(l));
    let reason = FieldSpec::of(state, CorrigendumDecisionForm::REASON, m::decision_reason(l), hint, &state.form.reason).optional();
    let fields = [(CorrigendumDecisionForm::REASON, m::decision_reason(l)), (CorrigendumDecisionForm::ACT, m::decision_heading(l))];
    let act = |act: &'static str, words: &'static str, kind: Button| ui::button(words, kind, Some((CorrigendumDecisionForm::ACT, act)));
    // Beside what is not public any more nothing can be published.
    let publish = (page.page.paper.state == ItemState::Accepted)
        .then(|| act(CorrigendumDecisionForm::PUBLISH, t::corrigendum_publish(l), Button::Primary));
    view! {
        {parts::trouble(l, state, &fields, zone)}
        <form class="decision" id=CorrigendumDecisionForm::ACT method="post" action=routes::moderate_corrigendum(l, one.id) novalidate>
            <h2>{m::decision_heading(l)}</h2>
            <p>{t::corrigendum_decision_what(l)}</p>
            {ui::text_area(l, reason, 4, None, false)}
            <div class="actions">{publish}{act(CorrigendumDecisionForm::DECLINE, t::corrigendum_decline(l), Button::Danger)}</div>
        </form>
    }
    .into_any()
}

//! One act of moderation: what was done and why, the way to take it back, and the appeal of its authors.

use super::super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::DecisionId;
use model::domain::language::Locale;
use model::domain::moderation::ModerationAct;
use model::error::PortalError;
use model::forms::{FormState, ReasonForm};
use model::i18n::t::{acts as t, appeals, moderation as m, redactions as r, replies};
use model::labels;
use model::policy::Denied;
use model::portal::DecisionPage;
use model::routes;

/// `/moderation/decisions/{id}`
pub async fn page(cx: &Cx, id: DecisionId, state: Option<FormState<ReasonForm>>) -> PageResult {
    let page = cx.portal.decision(&cx.ctx, id).await?;
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let title = t::act_title(l, labels::moderation_act(l, page.act.line.act), parts::act_title(l, &page.act));
    let head = Head::new(title.clone());
    let head = if page.own { head } else { head.crumb(m::queue_title(l), routes::moderation(l)) };
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(l, &page, title, &state)))
}

fn content(l: Locale, page: &DecisionPage, title: String, state: &FormState<ReasonForm>) -> AnyView {
    view! {
        {ui::page_head(Some(t::act_eyebrow(l).to_owned()), title, None)}
        {facts(l, page)}
        {if page.own { authors(l, page, state) } else { office(l, page, state) }}
        <p class="section"><a href=routes::moderation_rules(l)>{appeals::rules_link(l)}</a></p>
    }
    .into_any()
}

/// What was done, when, by whom, why, and where the input stands.
pub fn facts(l: Locale, page: &DecisionPage) -> AnyView {
    let line = &page.act.line;
    let undone = line.undone.then(|| view! { <p class="meta">{t::decision_was_undone(l)}</p> });
    let href = if page.own { routes::input(l, page.act.kind, page.item) } else { routes::moderate(l, page.act.kind, page.item) };
    let what = view! { {parts::act(l, line)}{undone} }.into_any();
    let input = view! { <a href=href><bdi>{parts::act_title(l, &page.act)}</bdi></a> }.into_any();
    let mut pairs = vec![
        (t::act_fact_what(l).to_owned(), what),
        (t::act_fact_who(l).to_owned(), parts::by(l, line, &page.time_zone).into_any()),
        (t::act_fact_input(l).to_owned(), input),
        (t::act_fact_organisation(l).to_owned(), ui::organisation(l, &page.act.organisation)),
        (t::act_fact_state(l).to_owned(), ui::status(l, page.state)),
    ];
    if line.code.is_some() || !line.reason.trim().is_empty() || line.act == ModerationAct::Move {
        pairs.insert(2, (t::act_fact_reason(l).to_owned(), parts::reasons(l, line)));
    }
    if line.reply.is_some() {
        pairs.push((replies::reply_of_authors(l).to_owned(), parts::reply_words(l, line, &page.time_zone)));
    }
    ui::facts(pairs)
}

fn office(l: Locale, page: &DecisionPage, state: &FormState<ReasonForm>) -> AnyView {
    if let Err(denied) = page.undo {
        let none = page.act.line.act.can_be_undone().then(|| not_undone(l, page, denied));
        return view! { {parts::refused(l, state, &state.form.reason, &page.time_zone)}{none} }.into_any();
    }
    let (what, button) = match page.act.line.act {
        ModerationAct::Move => (t::undo_what_move(l), t::undo_button_move(l)),
        ModerationAct::Redact => (r::undo_what_redaction(l), r::undo_button_redaction(l)),
        _ => (t::undo_what_decision(l), t::undo_button(l)),
    };
    let words = FieldSpec::of(state, ReasonForm::REASON, t::undo_words(l), Some(t::undo_words_hint(l)), &state.form.reason);
    view! {
        <section class="section">
            <h2>{t::undo_title(l)}</h2>
            <p>{what}</p>
            {parts::trouble(l, state, &[(ReasonForm::REASON, t::undo_words(l))], &page.time_zone)}
            <form class="stack" method="post" action=routes::undo_decision(l, page.act.line.id) novalidate>
                {ui::text_area(l, words, 3, None, false)}
                <div class="actions">{ui::button(button, Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

fn not_undone(l: Locale, page: &DecisionPage, denied: Denied) -> AnyView {
    let words = denied_words(l, denied, &page.time_zone);
    let content = view! { <h2>{t::undo_none_title(l)}</h2><p>{words}</p> };
    ui::notice(Notice::Info, content.into_any())
}

/// Why something cannot be done.
pub fn denied_words(l: Locale, denied: Denied, zone: &str) -> String {
    ui::refusal_words(l, &PortalError::Denied(denied), zone).0
}

/// What the authors can do: answer, and appeal.
fn authors(l: Locale, page: &DecisionPage, state: &FormState<ReasonForm>) -> AnyView {
    let reply = page.reply.is_ok().then(|| view! { <p><a href=routes::reply(l, page.act.line.id)>{replies::reply_link(l)}</a></p> });
    view! { {reply}{appeal(l, page, state)} }.into_any()
}

/// The appeal, for those who may file one; where there is one, the way to it.
fn appeal(l: Locale, page: &DecisionPage, state: &FormState<ReasonForm>) -> AnyView {
    let refused = || parts::refused(l, state, &state.form.reason, &page.time_zone);
    if let Some(appeal) = page.act.line.appeal {
        return view! { {refused()}<p><a href=routes::appeal(l, appeal)>{appeals::appeal_link(l)}</a></p> }.into_any();
    }
    let until = match page.appeal {
        Ok(until) => until,
        Err(denied) if page.act.line.act.may_be_appealed() && !page.act.line.undone => {
            let words = denied_words(l, denied, &page.time_zone);
            let notice = ui::notice(Notice::Info, view! { <h2>{appeals::appeal_title(l)}</h2><p>{words}</p> }.into_any());
            return view! { {refused()}{notice} }.into_any();
        }
        Err(_) => return refused(),
    };
    let until = calendar::full(l, until.to_second(), &page.time_zone);
    let what = match page.act.line.act {
        ModerationAct::Redact => r::appeal_what_redaction(l, until),
        _ => appeals::appeal_what(l, until),
    };
    let words = FieldSpec::of(state, ReasonForm::REASON, appeals::appeal_words(l), Some(appeals::appeal_words_hint(l)), &state.form.reason);
    view! {
        <section class="section">
            <h2>{appeals::appeal_title(l)}</h2>
            <p>{what}</p>
            {parts::trouble(l, state, &[(ReasonForm::REASON, appeals::appeal_words(l))], &page.time_zone)}
            <form class="stack" method="post" action=routes::file_appeal(l, page.act.line.id) novalidate>
                {ui::text_area(l, words, 8, None, false)}
                <div class="actions">{ui::button(appeals::appeal_button(l), Button::Primary, None)}</div>
            </form>
        </section>
    }
    .into_any()
}

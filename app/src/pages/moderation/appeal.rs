//! An appeal: the decision it is against, what the authors say, the input, and the answer.

use super::super::parts;
use super::{act, item};
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Head, Notice};
use leptos::prelude::*;
use model::domain::ids::AppealId;
use model::domain::language::Locale;
use model::domain::moderation::ModerationAct;
use model::forms::{AppealForm, FormState};
use model::i18n::t::{appeals as t, moderation as m, redactions};
use model::labels;
use model::portal::AppealPage;
use model::routes;

/// `/moderation/appeals/{id}`
pub async fn page(cx: &Cx, id: AppealId, state: Option<FormState<AppealForm>>) -> PageResult {
    let page = cx.portal.appeal(&cx.ctx, id).await?;
    let state = state.unwrap_or_default();
    let l = cx.locale();
    let title = t::appeal_title_of(l, parts::act_title(l, &page.decision.act));
    let head = Head::new(title.clone());
    let head = if page.decision.own { head } else { head.crumb(m::queue_title(l), routes::moderation(l)) };
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, title, &state)))
}

fn content(cx: &Cx, page: &AppealPage, title: String, state: &FormState<AppealForm>) -> AnyView {
    let l = cx.locale();
    let filed = model::calendar::full(l, page.filed_at.to_second(), &page.decision.time_zone);
    let waits = (page.decision.own && page.answer.is_none() && !page.decision.act.line.undone)
        .then(|| ui::notice(Notice::Success, view! { <h2>{t::appeal_filed(l)}</h2><p>{t::appeal_filed_what(l)}</p> }.into_any()));
    let words = page.words.as_ref().map(|words| {
        view! { <section class="section"><h2>{t::appeal_input(l)}</h2>{item::words(cx, words)}</section> }
    });
    view! {
        {ui::page_head(None, title, None)}
        {waits}
        <section class="section">
            <h2>{t::appeal_against(l)}</h2>
            {act::facts(l, &page.decision)}
        </section>
        <section class="section">
            <h2>{t::appeal_text(l)}</h2>
            <p class="words" dir="auto">{page.text.clone()}</p>
            <p class="meta">{t::appeal_filed_at(l, filed)}</p>
        </section>
        {words}
        {answer(l, page, state)}
    }
    .into_any()
}

/// The answer, the form for it, or why there is none.
fn answer(l: Locale, page: &AppealPage, state: &FormState<AppealForm>) -> AnyView {
    let refused = parts::refused(l, state, &state.form.reason, &page.decision.time_zone);
    if let Some(line) = &page.answer {
        return view! {
            {refused}
            <section class="section">
                <h2>{t::appeal_answer(l)}</h2>
                <p><strong>{labels::moderation_act(l, line.act)}</strong></p>
                {parts::reasons(l, line)}
                <p class="meta">{parts::by(l, line, &page.decision.time_zone)}</p>
            </section>
        }
        .into_any();
    }
    if let Err(denied) = page.may_answer {
        let words = act::denied_words(l, denied, &page.decision.time_zone);
        let content = view! { <h2>{t::appeal_answer_none(l)}</h2><p>{words}</p> };
        let notice = (!page.decision.own).then(|| ui::notice(Notice::Info, content.into_any()));
        return view! { {refused}{notice} }.into_any();
    }
    let granted = match page.decision.act.line.act {
        ModerationAct::Redact => redactions::appeal_effect_show(l),
        _ => t::appeal_effect_grant(l),
    };
    let reason = FieldSpec::of(state, AppealForm::REASON, t::appeal_answer_reason(l), Some(t::appeal_answer_hint(l)), &state.form.reason);
    let fields = [(AppealForm::REASON, t::appeal_answer_reason(l)), (AppealForm::ANSWER, t::appeal_answer(l))];
    let button = |label, kind, value| ui::button(label, kind, Some((AppealForm::ANSWER, value)));
    view! {
        <form class="decision" id=AppealForm::ANSWER method="post" action=routes::appeal(l, page.id) novalidate>
            <h2>{t::appeal_answer(l)}</h2>
            {parts::trouble(l, state, &fields, &page.decision.time_zone)}
            {ui::text_area(l, reason, 5, None, false)}
            <ul class="hint">
                <li>{granted}</li>
                <li>{t::appeal_effect_dismiss(l)}</li>
            </ul>
            <div class="actions">
                {button(t::appeal_grant(l), Button::Primary, AppealForm::GRANT)}
                {button(t::appeal_dismiss(l), Button::Secondary, AppealForm::DISMISS)}
            </div>
        </form>
    }
    .into_any()
}

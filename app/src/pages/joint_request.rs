//! What an organisation is asked to put its name to: the words, who else is invited, and the buttons to confirm or to decline.

use super::joint::standing;
use super::paper::{length, title_or_untitled};
use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::{OrganisationId, PaperId};
use model::domain::joint::Answer;
use model::domain::language::Locale;
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{FormState, JointAnswerForm};
use model::i18n::t::{consents, joint as t, papers};
use model::labels;
use model::portal::{JointAct, JointRequest};
use model::routes;

/// `/papers/{id}/confirm`; `organisation`: for whom, `None` for the first of theirs that is invited.
pub async fn page(cx: &Cx, id: PaperId, organisation: Option<OrganisationId>, state: Option<FormState<JointAnswerForm>>) -> PageResult {
    let page = cx.portal.joint_request(&cx.ctx, id, organisation).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(l, t::joint_request_title(l), &page.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn content(cx: &Cx, page: &JointRequest, state: &FormState<JointAnswerForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (words, round) = (&page.content, &page.line.round);
    let phase = round.window.phase(page.lead.id, Some(page.paper.item()), now);
    let deadline = if phase == round.window.public_phase(now) {
        ui::deadline(l, round, now, DeadlineStyle::Live)
    } else {
        ui::deadline_in(l, phase, &round.time_zone, now, DeadlineStyle::Live)
    };
    let more = view! { <div class="page-head__deadline">{deadline}</div> };
    let lede = t::joint_request_lede(l, page.lead.name.as_str(), page.organisation.name.as_str());
    let text = (!words.wording().is_without_text())
        .then(|| view! { <section class="section"><h2>{papers::submit_text(l)}</h2>{ui::prose(&words.text, words.language)}</section> });
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::joint_request_title(l), Some(lede), more.into_any())}
        {trouble(l, page, state)}
        {answered(l, page)}
        <section class="section stack">
            <h2 lang=words.language.code() dir=words.language.direction().as_str()>{title_or_untitled(l, &words.title)}</h2>
            {facts(l, page)}
        </section>
        {text}
        {parts::answers_of(l, round, words)}
        {parts::recommendations_of(l, &page.recommendations, words.language)}
        <section class="section stack"><h2>{t::joint_request_others(l)}</h2>{others(l, page)}</section>
        {buttons(cx, page, phase)}
    }
    .into_any()
}

/// The words are shown again as they are now: what was read before is not what would be confirmed.
fn trouble(l: Locale, page: &JointRequest, state: &FormState<JointAnswerForm>) -> AnyView {
    if state.refusal != Some(PortalError::Conflict) {
        return parts::trouble(l, state, &[], &page.line.round.time_zone);
    }
    let content = view! { <p>{t::joint_request_conflict(l)}</p> };
    view! { <div role="alert" class="stack">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

/// What the organisation has answered so far.
fn answered(l: Locale, page: &JointRequest) -> AnyView {
    let at = |at: model::domain::time::Instant| calendar::full(l, at.to_second(), &page.line.round.time_zone);
    let (kind, words) = match page.answer {
        _ if page.signed && !page.state.is_editable() => (Notice::Success, t::joint_request_signed(l).to_owned()),
        Answer::Waiting => return ().into_any(),
        Answer::Confirmed { at: when } => (Notice::Success, t::joint_request_confirmed(l, at(when))),
        Answer::Changed { at: when } => (Notice::Warning, t::joint_request_changed(l, at(when))),
        Answer::Declined { at: when } => (Notice::Info, t::joint_request_declined(l, at(when))),
    };
    ui::notice(kind, view! { <p>{words}</p> }.into_any())
}

fn facts(l: Locale, page: &JointRequest) -> AnyView {
    let words = &page.content;
    let consent = words.consent.map_or_else(|| consents::consent_not_said(l), |consent| labels::consent(l, consent));
    ui::facts(vec![
        (papers::submit_fact_organisation(l).to_owned(), ui::organisation(l, &page.lead)),
        (papers::submit_fact_subgroup(l).to_owned(), parts::subgroup_name(l, page.subgroup.as_ref()).into_any()),
        (papers::submit_fact_language(l).to_owned(), labels::language_name(l, words.language).into_any()),
        (consents::consent_fact(l).to_owned(), consent.into_any()),
        (papers::submit_fact_length(l).to_owned(), length(l, &words.all_words(), words.language).into_any()),
        (papers::paper_fact_changed(l).to_owned(), ui::time(l, page.updated_at.to_second(), &page.line.round.time_zone)),
        (t::joint_hash(l).to_owned(), view! { <bdi class="words" dir="ltr">{page.sha256.clone()}</bdi> }.into_any()),
    ])
}

fn others(l: Locale, page: &JointRequest) -> AnyView {
    let rows: Vec<_> = page
        .invited
        .iter()
        .map(|one| {
            let at = one.answer(&page.sha256);
            let standing = standing(l, at, &page.line.round.time_zone);
            view! { <li class="row"><p>{ui::organisation(l, &one.organisation)}</p><p class="row__aside">{standing}</p></li> }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

fn buttons(cx: &Cx, page: &JointRequest, phase: Phase) -> AnyView {
    let l = cx.locale();
    if !cx.ctx.actor.submits_for(page.organisation.id) {
        return ui::notice(Notice::Info, view! { <p>{t::joint_request_only_contact(l)}</p> }.into_any());
    }
    let button = |act: JointAct, words: &'static str, kind: Button| {
        ui::button(words, kind, Some((JointAnswerForm::ACT, JointAnswerForm::code(act))))
    };
    let form = |hint: Option<String>, buttons: AnyView| {
        view! {
            <form class="section" method="post" action=routes::joint_request(l, page.paper)>
                {ui::hidden(JointAnswerForm::ORGANISATION, page.organisation.id.to_string())}
                {ui::hidden(JointAnswerForm::SHA256, page.sha256.clone())}
                {hint.map(|hint| view! { <p class="measure">{hint}</p> })}
                <div class="actions">{buttons}</div>
            </form>
        }
        .into_any()
    };
    if !page.state.is_editable() {
        // A name that stands is taken back until the deadline for everybody.
        let Phase::Open { until } = page.line.round.window.phase(page.lead.id, None, cx.ctx.now) else { return ().into_any() };
        let hint = t::joint_request_leave_until(l, calendar::full(l, until.to_second(), &page.line.round.time_zone));
        return if page.signed { form(Some(hint), button(JointAct::Leave, t::joint_leave(l), Button::Danger)) } else { ().into_any() };
    }
    let confirmed = matches!(page.answer, Answer::Confirmed { .. });
    let confirm = (!confirmed && phase.is_open()).then(|| button(JointAct::Confirm, t::joint_confirm(l), Button::Primary));
    let declined = matches!(page.answer, Answer::Declined { .. });
    let decline = (!declined).then(|| button(JointAct::Decline, t::joint_decline(l), Button::Secondary));
    let closed = (!confirmed && !phase.is_open()).then(|| t::joint_closed_confirm(l).to_owned());
    form(closed, view! { {confirm}{decline} }.into_any())
}

//! What an organisation is asked to put its name to: the words, who else is invited, and the buttons to confirm or to decline.

use super::paper::length;
use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::{OrganisationId, PaperId};
use model::domain::item::ItemState;
use model::domain::joint::Answer;
use model::domain::language::Locale;
use model::domain::time::Instant;
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{FormState, JointAnswerForm};
use model::i18n::t::{co_signing, consents, joint as t, papers};
use model::labels;
use model::policy::Denied;
use model::portal::{JointAct, JointRequest, JointWords};
use model::routes;

/// `/papers/{id}/confirm`; `organisation`: for whom, `None` for the first of theirs that is invited.
pub async fn page(cx: &Cx, id: PaperId, organisation: Option<OrganisationId>, state: Option<FormState<JointAnswerForm>>) -> PageResult {
    let page = cx.portal.joint_request(&cx.ctx, id, organisation).await?;
    let l = cx.locale();
    let state = state.unwrap_or_default();
    let head = parts::head_in_round(l, title(l, &page), &page.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, &state)))
}

fn title(l: Locale, page: &JointRequest) -> &'static str {
    if page.state.is_editable() { t::joint_request_title(l) } else { t::joint_title(l) }
}

fn at(l: Locale, page: &JointRequest, instant: Instant) -> String {
    calendar::full(l, instant.to_second(), &page.line.round.time_zone)
}

fn content(cx: &Cx, page: &JointRequest, state: &FormState<JointAnswerForm>) -> AnyView {
    let (l, now, round) = (cx.locale(), cx.ctx.now, &page.line.round);
    let (lead, own) = (page.lead.name.as_str(), page.organisation.name.as_str());
    let lede = match (page.state.is_editable(), page.signed) {
        (true, _) => Some(t::joint_request_lede(l, lead, own)),
        (false, true) => Some(t::joint_signed_lede(l, lead, own)),
        (false, false) => None,
    };
    let deadline = ui::deadline_in(l, page.phase, &round.time_zone, now, DeadlineStyle::Live);
    let more = view! { <div class="page-head__deadline">{deadline}</div> };
    let body = match &page.words {
        Some(words) => {
            view! { {trouble(l, page, state)}{standing(l, page)}{read(l, page, words)}{buttons(cx, page, words, state)} }.into_any()
        }
        None => without(l, page),
    };
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), title(l, page), lede, more.into_any())}
        {body}
    }
    .into_any()
}

/// It was submitted without the name of the organisation.
fn without(l: Locale, page: &JointRequest) -> AnyView {
    let (words, again) = if page.state.stands() {
        let again = (page.state == ItemState::Submitted).then(|| t::joint_request_without_again(l));
        (t::joint_request_without(l, page.lead.name.as_str()), again)
    } else {
        (t::joint_request_ended(l).to_owned(), None)
    };
    let public = (page.state == ItemState::Accepted)
        .then(|| view! { <p><a href=routes::paper(l, page.paper)>{co_signing::co_sign_read(l)}</a></p> });
    ui::notice(Notice::Info, view! { <p>{words}" "{again}</p>{public} }.into_any())
}

/// Why something cannot be done, in the words of an invited organisation: the common ones speak of a draft of the reader's own.
fn why(l: Locale, page: &JointRequest, act: JointAct, denied: Denied) -> AnyView {
    let lead = page.lead.name.as_str();
    let words = match (act, denied) {
        (JointAct::Leave, Denied::Closed { since }) => t::joint_leave_closed(l, at(l, page, since)),
        (JointAct::Leave, Denied::NothingStands) if page.state.is_editable() => t::joint_leave_returned(l, lead),
        (_, Denied::Closed { since }) => t::joint_closed_confirm(l, lead, at(l, page, since)),
        (_, Denied::NotYetOpen { opens }) => t::joint_early_confirm(l, at(l, page, opens)),
        (_, Denied::NotContactPoint | Denied::NotAWriter) => t::joint_request_only_contact(l).to_owned(),
        (_, denied) => return parts::refusal_notice(l, &denied.into(), None, &page.line.round.time_zone),
    };
    ui::notice(Notice::Info, view! { <p>{words}</p> }.into_any())
}

/// The words are shown again as they are now: what was read before is not what would be confirmed.
fn trouble(l: Locale, page: &JointRequest, state: &FormState<JointAnswerForm>) -> AnyView {
    let notice = match (&state.refusal, state.form.joint_act()) {
        (Some(PortalError::Conflict), _) => ui::notice(Notice::Warning, view! { <p>{t::joint_request_conflict(l)}</p> }.into_any()),
        (Some(PortalError::Denied(denied)), Some(act)) => why(l, page, act, *denied),
        _ => return parts::trouble(l, state, &[], &page.line.round.time_zone),
    };
    view! { <div role="alert" class="stack">{notice}</div> }.into_any()
}

/// What the organisation has answered so far.
fn standing(l: Locale, page: &JointRequest) -> AnyView {
    let still = |words: &'static str| page.confirm.is_ok().then_some(words);
    let (kind, words, more) = match page.answer {
        _ if page.signed && page.state == ItemState::Declined => (Notice::Info, t::joint_signed_declined(l).to_owned(), None),
        _ if page.signed && !page.state.is_editable() => (Notice::Success, t::joint_request_signed(l).to_owned(), None),
        Answer::Waiting => return ().into_any(),
        Answer::Confirmed { at: when } => (Notice::Success, t::joint_request_confirmed(l, at(l, page, when)), None),
        Answer::Changed { at: when } => (Notice::Warning, t::joint_request_changed(l, at(l, page, when)), still(t::joint_request_again(l))),
        Answer::Declined { at: when } => (Notice::Info, t::joint_request_declined(l, at(l, page, when)), still(t::joint_request_still(l))),
    };
    ui::notice(kind, view! { <p>{words}" "{more}</p> }.into_any())
}

/// The words, with who else is invited to them.
fn read(l: Locale, page: &JointRequest, words: &JointWords) -> AnyView {
    let content = &words.content;
    let text = (!content.wording().is_without_text()).then(
        || view! { <section class="section"><h2>{papers::submit_text(l)}</h2>{ui::prose(&content.text, content.language)}</section> },
    );
    view! {
        <section class="section stack">
            <h2>{ui::paper_title(l, &content.title, content.language)}</h2>
            {facts(l, page, words)}
        </section>
        {text}
        {parts::answers_of(l, &page.line.round, content)}
        {parts::recommendations_of(l, &words.recommendations, content.language)}
        <section class="section stack"><h2>{t::joint_request_others(l)}</h2>{others(l, page, words)}</section>
    }
    .into_any()
}

fn facts(l: Locale, page: &JointRequest, words: &JointWords) -> AnyView {
    let content = &words.content;
    let consent = content.consent.map_or_else(|| consents::consent_not_said(l), |consent| labels::consent(l, consent));
    ui::facts(vec![
        (papers::submit_fact_organisation(l).to_owned(), ui::organisation(l, &page.lead)),
        (papers::submit_fact_subgroup(l).to_owned(), parts::subgroup_name(l, words.subgroup.as_ref()).into_any()),
        (papers::submit_fact_language(l).to_owned(), labels::language_name(l, content.language).into_any()),
        (consents::consent_fact(l).to_owned(), consent.into_any()),
        (papers::submit_fact_length(l).to_owned(), length(l, &content.all_words(), content.language).into_any()),
        (papers::paper_fact_changed(l).to_owned(), ui::time(l, words.updated_at.to_second(), &page.line.round.time_zone)),
        (t::joint_hash(l).to_owned(), view! { <bdi class="words" dir="ltr">{words.sha256.clone()}</bdi> }.into_any()),
    ])
}

fn others(l: Locale, page: &JointRequest, words: &JointWords) -> AnyView {
    let rows: Vec<_> = words
        .invited
        .iter()
        .map(|one| {
            let answer = parts::joint_answer(l, one.answer(&words.sha256), &page.line.round.time_zone);
            view! { <li class="row"><p>{ui::organisation(l, &one.organisation)}</p><p class="row__aside">{answer}</p></li> }
        })
        .collect();
    view! { <ul class="rows">{rows}</ul> }.into_any()
}

/// What can be done, or why it cannot; `state`: where that was said already.
fn buttons(cx: &Cx, page: &JointRequest, words: &JointWords, state: &FormState<JointAnswerForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let button = |act: JointAct, words: &'static str, kind: Button| {
        ui::button(words, kind, Some((JointAnswerForm::ACT, JointAnswerForm::code(act))))
    };
    let form = |hint: Option<String>, buttons: AnyView| {
        view! {
            <form class="section" method="post" action=routes::joint_request(l, page.paper)>
                {ui::hidden(JointAnswerForm::ORGANISATION, page.organisation.id.to_string())}
                {ui::hidden(JointAnswerForm::SHA256, words.sha256.clone())}
                {hint.map(|hint| view! { <p class="measure">{hint}</p> })}
                <div class="actions">{buttons}</div>
            </form>
        }
        .into_any()
    };
    let denied = |act: JointAct, denied: Denied| if state.is_refused() { ().into_any() } else { why(l, page, act, denied) };
    if !page.state.is_editable() {
        return match page.leave {
            Ok(()) => {
                // Until the deadline for the organisation that leads, not for this one paper.
                let until = match page.line.round.window.phase(page.lead.id, None, now) {
                    Phase::Open { until } => Some(t::joint_request_leave_until(l, at(l, page, until))),
                    Phase::Upcoming { .. } | Phase::Closed { .. } => None,
                };
                form(until, button(JointAct::Leave, t::joint_leave(l), Button::Danger))
            }
            // That it was not accepted, or has ended, is said above.
            Err(Denied::NothingStands) => ().into_any(),
            Err(reason) => denied(JointAct::Leave, reason),
        };
    }
    let confirmed = matches!(page.answer, Answer::Confirmed { .. });
    let confirm = (!confirmed && page.confirm.is_ok()).then(|| button(JointAct::Confirm, t::joint_confirm(l), Button::Primary));
    let declined = matches!(page.answer, Answer::Declined { .. });
    let decline = (!declined && page.decline.is_ok()).then(|| button(JointAct::Decline, t::joint_decline(l), Button::Secondary));
    let reason = page.confirm.err().filter(|_| !confirmed).map(|reason| denied(JointAct::Confirm, reason));
    let some = confirm.is_some() || decline.is_some();
    view! { {reason}{some.then(|| form(None, view! { {confirm}{decline} }.into_any()))} }.into_any()
}

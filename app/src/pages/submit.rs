//! The last look before a paper is submitted: what will be submitted, what stands against it, one button.

use super::paper::{length, title_or_untitled};
use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::joint::Answer;
use model::domain::language::Locale;
use model::domain::late::LateState;
use model::domain::moderation::ModerationAct;
use model::domain::organisation::OrganisationRef;
use model::domain::paper::limit;
use model::domain::window::Phase;
use model::domain::words::{self, Unit};
use model::error::PortalError;
use model::forms::SubmitForm;
use model::i18n::t::{self as texts, consents, joint, late, papers as t, succession};
use model::labels;
use model::policy::Denied;
use model::portal::{PaperEditor, PaperPage, PlaceToTake};
use model::routes;

/// `/papers/{id}/submit`; with `error` after the submission was refused.
pub async fn page(cx: &Cx, id: PaperId, error: Option<PortalError>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    if !page.own {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let editor = cx.portal.paper_editor(&cx.ctx, page.paper.round, Some(page.paper.organisation)).await?;
    let place = if page.paper.state == ItemState::Draft { cx.portal.place_to_take(&cx.ctx, id).await? } else { None };
    let head = parts::head_in_round(cx.locale(), t::submit_title(cx.locale()), &page.line)
        .state(parts::title_state(cx.locale(), page.paper.state))
        .with_islands();
    let status = error.as_ref().map_or(200, parts::status_of);
    Ok(ui::page(cx, status, head, || content(cx, &page, &editor, place.as_ref(), error.as_ref())))
}

fn content(cx: &Cx, page: &PaperPage, editor: &PaperEditor, place: Option<&PlaceToTake>, error: Option<&PortalError>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let (words, round) = (&page.paper.content, &page.line.round);
    let deadline = if page.phase == round.window.public_phase(now) {
        ui::deadline(l, round, now, DeadlineStyle::Live)
    } else {
        ui::deadline_in(l, page.phase, &round.time_zone, now, DeadlineStyle::Live)
    };
    let closed = page.paper.state.is_editable() && matches!(page.phase, Phase::Closed { .. });
    let what = if closed { t::submit_what_late(l) } else { t::submit_what(l) };
    let more = view! {
        <div class="page-head__deadline">{deadline}</div>
        <p>{parts::own_status(l, page.paper.state)}</p>
    };
    // A paper may be answers and recommendations alone.
    let text = (!words.wording().is_without_text())
        .then(|| view! { <section class="section"><h2>{t::submit_text(l)}</h2>{ui::prose(&words.text, words.language)}</section> });
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::submit_title(l), None, more.into_any())}
        {verdict(cx, page, editor, error)}
        {page.paper.state.is_editable().then(|| parts::replaces(cx, page))}
        {parts::stored_words(cx, page)}
        <section class="section stack">
            <h2>{what}</h2>
            {facts(l, page)}
        </section>
        {place.map(|place| take_place(l, page, place))}
        {co_signatories(l, page)}
        {text}
        {parts::answers_of(l, round, words)}
        {parts::recommendations_of(l, &page.recommendations, words.language)}
        {last_step(cx, page, editor)}
    }
    .into_any()
}

/// Why it cannot be submitted now, if anything stands against it.
fn refusal(page: &PaperPage) -> Option<PortalError> {
    match page.phase {
        Phase::Closed { since } => Some(Denied::Closed { since }.into()),
        Phase::Upcoming { opens } => Some(Denied::NotYetOpen { opens }.into()),
        Phase::Open { .. } => None,
    }
}

fn verdict(cx: &Cx, page: &PaperPage, editor: &PaperEditor, error: Option<&PortalError>) -> AnyView {
    let l = cx.locale();
    if !page.paper.state.is_editable() && !page.paper.state.stands() {
        let content = view! {
            <h2>{t::submit_ended(l)}</h2>
            <p><a href=routes::paper(l, page.paper.id)>{t::submit_ended_open(l)}</a></p>
        };
        return ui::notice(Notice::Info, content.into_any());
    }
    if !page.paper.state.is_editable() {
        let receipt = (!page.receipts.is_empty())
            .then(|| view! { <p><a href=routes::paper_receipt(l, page.paper.id)>{t::submit_receipt(l)}</a></p> });
        let content = view! { <h2>{t::submit_already(l)}</h2><p>{t::submit_already_what(l)}</p>{receipt} };
        return ui::notice(Notice::Success, content.into_any());
    }
    let late = refusal(page);
    // Only a whole paper that was refused as late is kept; an attempt that was refused otherwise leaves an earlier one as it is.
    let sealed_now = matches!(error, Some(PortalError::Denied(Denied::Closed { .. }))) && page.paper.content.problems().is_empty();
    let refused = error.filter(|error| !matches!(error, PortalError::Invalid(_))).or(late.as_ref()).map(|error| {
        view! {
            {parts::refusal_notice(l, error, Some(t::submit_refused(l)), &page.line.round.time_zone)}
            <p class="measure"><strong>{t::submit_still_draft(l)}</strong></p>
            {parts::kept_sealed(l, &page.refusals, &page.line.round.time_zone, sealed_now)}
        }
    });
    let problems = problems(cx, page, editor);
    let problems = (!problems.is_empty()).then(|| {
        let content = view! { <h2>{t::submit_problems(l)}</h2><ul>{problems}</ul> };
        ui::notice(Notice::Warning, content.into_any())
    });
    view! { <div class="stack">{refused}{problems}{parts::worth_a_look(l, page)}</div> }.into_any()
}

/// What is still missing, each with the way to mend it.
fn problems(cx: &Cx, page: &PaperPage, editor: &PaperEditor) -> Vec<AnyView> {
    let l = cx.locale();
    let item = |words: String, fix: Option<(&'static str, String)>| {
        let fix = fix.map(|(label, href)| view! { " "<a href=href>{label}</a> });
        view! { <li>{words}{fix}</li> }.into_any()
    };
    let edit = || Some((t::submit_fix_text(l), routes::edit_paper(l, page.paper.id)));
    let mut items: Vec<_> = page
        .paper
        .content
        .problems()
        .into_iter()
        .map(|problem| item(labels::paper_problem(l, problem, !page.line.round.questions.is_empty()), edit()))
        .collect();
    if cx.signed_in().is_some_and(|person| !person.confirmed) {
        items.push(item(t::submit_problem_unconfirmed(l).to_owned(), Some((t::submit_fix_confirm(l), routes::confirm(l)))));
    }
    if !cx.ctx.actor.submits_for(page.paper.organisation) {
        items.push(item(t::submit_problem_contact(l).to_owned(), None));
    }
    if let Some(subgroup) = &page.subgroup
        && editor.subgroups.iter().any(|choice| choice.subgroup.id == subgroup.id && !choice.joined)
        // What was moved there and returned goes back to those who asked for it.
        && !page.decisions.iter().find(|decision| !decision.apart).is_some_and(|decision| decision.act == ModerationAct::Return && decision.queue_id == Some(subgroup.id))
    {
        let fix = (t::submit_fix_join(l), routes::subgroup(l, subgroup.code.to_lowercase()));
        items.push(item(t::submit_problem_joined(l, subgroup.name.get(l)), Some(fix)));
    }
    items
}

fn facts(l: Locale, page: &PaperPage) -> AnyView {
    let words = &page.paper.content;
    let max = match words::unit(words.language) {
        Unit::Words => texts::words::words_count(l, limit(words.language)),
        Unit::Characters => texts::words::characters_count(l, limit(words.language)),
    };
    let title = if words.title.trim().is_empty() {
        title_or_untitled(l, "").into_any()
    } else {
        ui::paper_title(l, &words.title, words.language).into_any()
    };
    let fact = |name: &'static str, value: AnyView| (name.to_owned(), value);
    ui::facts(vec![
        fact(t::submit_fact_title(l), title),
        fact(t::submit_fact_organisation(l), ui::organisation(l, &page.organisation)),
        fact(t::submit_fact_round(l), parts::local(l, &page.line.round.title)),
        fact(t::submit_fact_subgroup(l), parts::subgroup_name(l, page.subgroup.as_ref()).into_any()),
        fact(t::submit_fact_language(l), labels::language_name(l, words.language).into_any()),
        fact(
            consents::consent_fact(l),
            words.consent.map_or_else(|| consents::consent_not_said(l), |consent| labels::consent(l, consent)).into_any(),
        ),
        fact(t::submit_fact_length(l), t::submit_length_of(l, length(l, &words.all_words(), words.language), max).into_any()),
    ])
}

/// What the organisation has submitted already, and the button that lets this paper take its place.
fn take_place(l: Locale, page: &PaperPage, place: &PlaceToTake) -> AnyView {
    let content = view! {
        <h2>{succession::place_title(l)}</h2>
        <p><a href=routes::paper(l, place.id)>{ui::paper_title(l, &place.title, place.language)}</a></p>
        <p>{succession::place_what(l)}</p>
        <form class="actions" method="post" action=routes::take_place(l, page.paper.id)>
            {ui::hidden(SubmitForm::PAPER, place.id.to_string())}
            {ui::button(succession::place_button(l), Button::Secondary, None)}
        </form>
    };
    view! { <section class="section" id="place">{ui::notice(Notice::Warning, content.into_any())}</section> }.into_any()
}

/// Who will be named with the organisation that submits, and who will not.
fn co_signatories(l: Locale, page: &PaperPage) -> AnyView {
    let list = |named: bool| -> Vec<_> {
        let of = |(_, answer): &&(_, Answer)| matches!(answer, Answer::Confirmed { .. }) == named;
        let row = |(organisation, answer): &(OrganisationRef, Answer)| {
            let standing = parts::joint_answer(l, *answer, &page.line.round.time_zone);
            view! { <li><p>{ui::organisation(l, organisation)}</p><p>{standing}</p></li> }
        };
        page.invited.iter().filter(of).map(row).collect()
    };
    let (named, missing) = (list(true), list(false));
    if named.is_empty() && missing.is_empty() {
        return ().into_any();
    }
    let named = (!named.is_empty()).then(|| view! { <p>{joint::joint_check_named(l)}</p><ul class="stack">{named}</ul> });
    let missing = (!missing.is_empty()).then(|| {
        let content = view! { <p>{joint::joint_check_missing(l)}</p><ul>{missing}</ul> };
        ui::notice(Notice::Warning, content.into_any())
    });
    view! {
        <section class="section stack" id="co-signatories">
            <h2>{joint::joint_check_title(l)}</h2>
            {missing}
            {named}
            <p><a href=routes::joint_paper(l, page.paper.id)>{joint::joint_open(l)}</a></p>
        </section>
    }
    .into_any()
}

/// After the closing the text can still be handed in: it is refused and kept sealed, and the chair may admit it.
fn hand_in_late(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let again = page.refusals.first().is_some_and(|newest| newest.state == LateState::Sealed);
    let (words, button) =
        if again { (late::late_again_what(l), late::late_again(l)) } else { (late::late_hand_in_what(l), late::late_hand_in(l)) };
    view! {
        <div class="actions">{ui::link_button(t::submit_back(l), routes::edit_paper(l, page.paper.id), Button::Primary)}</div>
        <form class="section" method="post" action=routes::submit_paper(l, page.paper.id)>
            {ui::hidden(SubmitForm::VERSION, page.paper.version.to_string())}
            <p class="measure">{words}</p>
            <div class="actions">{ui::button(button, Button::Secondary, None)}</div>
        </form>
    }
    .into_any()
}

/// The button, when nothing stands against it; the way back to the draft in any case.
fn last_step(cx: &Cx, page: &PaperPage, editor: &PaperEditor) -> AnyView {
    let l = cx.locale();
    if !page.paper.state.is_editable() {
        return ().into_any();
    }
    let whole = problems(cx, page, editor).is_empty();
    if whole && matches!(page.phase, Phase::Closed { .. }) {
        return hand_in_late(cx, page);
    }
    if refusal(page).is_some() || !whole {
        return view! {
            <div class="actions">{ui::link_button(t::submit_back(l), routes::edit_paper(l, page.paper.id), Button::Primary)}</div>
        }
        .into_any();
    }
    let name = page.organisation.name.as_str();
    // Time that was given to revise it is no time to end it.
    let ready = match (page.paper.content.submitted_state(), parts::is_open(cx, page)) {
        (ItemState::ForTheChair, true) => consents::consent_ready(l, name),
        (ItemState::ForTheChair, false) => consents::consent_ready_final(l, name),
        (_, true) => t::submit_ready(l, name),
        (_, false) => t::submit_ready_final(l, name),
    };
    view! {
        <form class="section" method="post" action=routes::submit_paper(l, page.paper.id)>
            {ui::hidden(SubmitForm::VERSION, page.paper.version.to_string())}
            <p class="measure">{ready}</p>
            <div class="actions">
                {ui::button(t::submit_button(l), Button::Primary, None)}
                <a href=routes::edit_paper(l, page.paper.id)>{t::submit_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

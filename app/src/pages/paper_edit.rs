//! The editor of a stored draft: saved but not submitted, returned for revision, or met by another's change.

use super::paper::title_or_untitled;
use super::paper_new::{closed, unconfirmed};
use super::parts::{self, EditorParts};
use crate::render::{Cx, PageResult};
use crate::ui::{self, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::calendar;
use model::domain::ids::PaperId;
use model::domain::item::ItemState;
use model::domain::joint::Answer;
use model::domain::language::Locale;
use model::domain::paper::Consent;
use model::domain::window::Phase;
use model::error::PortalError;
use model::forms::{FormState, PaperForm};
use model::i18n::t::{consents, grants, joint, organisations, papers as t};
use model::labels;
use model::policy::Denied;
use model::portal::{PaperEditor, PaperPage, Targets};
use model::routes;

/// `/papers/{id}/edit`
pub async fn page(cx: &Cx, id: PaperId, state: Option<FormState<PaperForm>>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    if !page.own {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    if !page.editable && state.is_none() {
        let refused = if cx.ctx.actor.writes_for(page.paper.organisation) { Denied::NotEditable } else { Denied::NotAWriter };
        return Err(refused.into());
    }
    let mut editor = cx.portal.paper_editor(&cx.ctx, page.paper.round, Some(page.paper.organisation)).await?;
    let targets = cx.portal.targets(&cx.ctx, page.line.body.id).await?;
    // A new version goes where the earlier one went.
    if page.paper.replaces.is_some() {
        editor.subgroups.retain(|choice| Some(choice.subgroup.id) == page.paper.content.subgroup);
    }
    // Where the words go should the draft be gone when they are saved.
    let stored = PaperForm { round: page.paper.round.to_string(), ..PaperForm::from_content(&page.paper.content, page.paper.version) };
    let mark = stored.mark();
    let mut state = state.unwrap_or_else(|| FormState::fresh(stored));
    if met_another(&state) {
        // Both texts are shown; saving again is then a choice.
        state.form.version = page.paper.version.to_string();
    }
    let l = cx.locale();
    let head = parts::head_in_round(l, t::editor_edit_title(l), &page.line).state(parts::title_state(l, page.paper.state)).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &page, (&editor, &targets), &state, mark)))
}

fn met_another(state: &FormState<PaperForm>) -> bool {
    state.refusal == Some(PortalError::Conflict)
}

fn content(
    cx: &Cx,
    page: &PaperPage,
    (editor, targets): (&PaperEditor, &Targets),
    state: &FormState<PaperForm>,
    stored: String,
) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &page.line.round;
    // A paper may have more time than its round: then its own deadline counts down here.
    let granted = page.phase != round.window.public_phase(now);
    let deadline = if granted {
        ui::deadline_in(l, page.phase, &round.time_zone, now, DeadlineStyle::Live)
    } else {
        ui::deadline(l, round, now, DeadlineStyle::Live)
    };
    let saved = calendar::full(l, page.paper.updated_at.to_second(), &round.time_zone);
    let form = EditorParts {
        state,
        subgroups: &editor.subgroups,
        whole_body: round.subgroup.is_none() && (page.paper.replaces.is_none() || page.paper.content.subgroup.is_none()),
        organisations: &[],
        action: routes::edit_paper(l, page.paper.id),
        paper: Some(page.paper.id),
        stored,
        round: round.id,
        owner: cx.signed_in().map(|person| person.person),
        questions: &round.questions,
        targets,
        recommended: &page.recommendations,
        zone: &round.time_zone,
    };
    let more = view! {
        <p>{t::editor_for(l, page.organisation.name.as_str())}</p>
        {granted.then(|| view! { <p><strong>{grants::grant_own(l, page.organisation.name.as_str())}</strong></p> })}
        <div class="page-head__deadline">{deadline}</div>
        <p>
            {saved_status(l, page.paper.state)}
            " "
            <span class="meta">{t::editor_saved_at(l, saved)}</span>
        </p>
        <p class="meta">{if page.invited.is_empty() { t::editor_not_submitted(l) } else { joint::editor_not_submitted_joint(l) }}</p>
        <p><a href=routes::paper(l, page.paper.id)>{t::editor_back(l)}</a></p>
    };
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::editor_edit_title(l), None, more.into_any())}
        {unconfirmed(cx)}
        {closed(cx, page.phase)}
        {returned(cx, page)}
        {parts::replaces(cx, page)}
        {confirmed(l, page)}
        {met_another(state).then(|| conflict(l, page, state))}
        {parts::editor(l, &form)}
    }
    .into_any()
}

/// That it is saved, and that this is not all.
fn saved_status(l: Locale, state: ItemState) -> AnyView {
    match state {
        ItemState::Returned => parts::own_status(l, state),
        _ => view! { <span class="status status--draft">{t::editor_state_saved(l)}</span> }.into_any(),
    }
}

/// Why the paper came back, and until when it may be sent again.
fn returned(cx: &Cx, page: &PaperPage) -> AnyView {
    let l = cx.locale();
    let (ItemState::Returned, Some(decision)) = (page.paper.state, page.decisions.iter().find(|decision| !decision.apart)) else {
        return ().into_any();
    };
    let until = parts::revise_until(page.paper.state, page.phase)
        .map(|until| view! { <p>{t::editor_returned_until(l, calendar::full(l, until.to_second(), &page.line.round.time_zone))}</p> });
    let content = view! {
        <h2>{t::editor_returned(l)}</h2>
        <p>{t::editor_returned_what(l)}</p>
        {parts::reasons(l, decision)}
        {until}
    };
    view! { <div class="section">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

/// That others have confirmed the words, and what a change means.
fn confirmed(l: Locale, page: &PaperPage) -> AnyView {
    let names: Vec<_> = page
        .invited
        .iter()
        .filter(|(_, answer)| matches!(answer, Answer::Confirmed { .. }))
        .map(|(organisation, _)| organisation.name.as_str())
        .collect();
    if names.is_empty() {
        return ().into_any();
    }
    let late = matches!(page.phase, Phase::Closed { .. }).then(|| joint::joint_editor_late(l));
    let content = view! { <p>{joint::joint_editor(l, names.join(organisations::list_separator(l)))}" "{late}</p> };
    view! { <div class="section">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

/// What may be published, under each of two texts that met.
fn publication(l: Locale, consent: Option<Consent>) -> AnyView {
    let words = consent.map_or_else(|| consents::consent_not_said(l), |consent| labels::consent(l, consent));
    view! { <p class="meta">{consents::consent_fact(l)}": "{words}</p> }.into_any()
}

/// The two texts that met: nothing of either is lost.
fn conflict(l: Locale, page: &PaperPage, state: &FormState<PaperForm>) -> AnyView {
    let (stored, zone) = (&page.paper.content, &page.line.round.time_zone);
    let saved = calendar::full(l, page.paper.updated_at.to_second(), zone);
    let yours = model::domain::language::Language::from_code(&state.form.language).unwrap_or(stored.language);
    view! {
        <section class="section" aria-labelledby="conflict">
            <h2 id="conflict">{t::editor_conflict(l)}</h2>
            {ui::notice(Notice::Warning, view! { <p>{t::editor_conflict_what(l)}</p> }.into_any())}
            <div class="compare">
                <section>
                    <h3>{t::editor_conflict_yours(l)}</h3>
                    <p lang=yours.code() dir=yours.direction().as_str()><strong>{title_or_untitled(l, &state.form.title)}</strong></p>
                    {ui::prose(&state.form.all_words(), yours)}
                    {publication(l, Consent::from_code(&state.form.consent))}
                </section>
                <section>
                    <h3>{t::editor_conflict_stored(l, saved)}</h3>
                    <p lang=stored.language.code() dir=stored.language.direction().as_str()><strong>{title_or_untitled(l, &stored.title)}</strong></p>
                    {ui::prose(&stored.all_words(), stored.language)}
                    {publication(l, stored.consent)}
                </section>
            </div>
        </section>
    }
    .into_any()
}

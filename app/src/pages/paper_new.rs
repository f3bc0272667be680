//! The editor of a new paper.

use super::parts::{self, EditorParts};
use crate::render::{Cx, PageResult};
use crate::ui::{self, DeadlineStyle, Notice};
use leptos::prelude::*;
use model::domain::ids::RoundId;
use model::forms::{FormState, PaperForm};
use model::i18n::t::papers as t;
use model::portal::{PaperEditor, Targets};
use model::routes;

/// `/papers/new?round=…`
pub async fn page(cx: &Cx, round: RoundId, state: Option<FormState<PaperForm>>) -> PageResult {
    let l = cx.locale();
    let mut state = state.unwrap_or_else(|| FormState::fresh(PaperForm { language: l.code().to_owned(), ..PaperForm::default() }));
    // An organisation that is none of theirs is refused when saving; the form is shown for one that is.
    let asked = state.form.organisation_id().filter(|asked| cx.ctx.actor.writes_for(*asked));
    let editor = cx.portal.paper_editor(&cx.ctx, round, asked).await?;
    let targets = cx.portal.targets(&cx.ctx, editor.line.body.id).await?;
    state.form.organisation = if editor.organisations.len() > 1 { editor.organisation.to_string() } else { String::new() };
    state.form.round = round.to_string();
    if let Some(only) = editor.line.round.subgroup.filter(|_| state.form.subgroup.is_empty()) {
        // The only choice is made already: what is typed is then saved by itself from the first word.
        state.form.subgroup = only.to_string();
    }
    let head = parts::head_in_round(l, t::editor_new_title(l), &editor.line).with_islands();
    Ok(ui::page(cx, parts::status_of_form(&state), head, || content(cx, &editor, &targets, &state)))
}

fn content(cx: &Cx, editor: &PaperEditor, targets: &Targets, state: &FormState<PaperForm>) -> AnyView {
    let (l, now) = (cx.locale(), cx.ctx.now);
    let round = &editor.line.round;
    let phase = round.window.phase(editor.organisation, None, now);
    let form = EditorParts {
        state,
        subgroups: &editor.subgroups,
        whole_body: round.subgroup.is_none(),
        organisations: if editor.organisations.len() > 1 { &editor.organisations } else { &[] },
        action: routes::localized(l, routes::pattern::NEW_PAPER),
        paper: None,
        stored: String::new(),
        round: round.id,
        owner: cx.signed_in().map(|person| person.person),
        questions: &round.questions,
        targets,
        recommended: &[],
        zone: &round.time_zone,
    };
    let more = view! {
        {(editor.organisations.len() < 2).then(|| view! { <p>{t::editor_for(l, editor.organisation_name.as_str())}</p> })}
        <div class="page-head__deadline">{ui::deadline(l, round, now, DeadlineStyle::Live)}</div>
        {(phase != round.window.public_phase(now))
            .then(|| parts::own_deadline(l, &editor.organisation_name, phase, &round.time_zone, now))}
        <p><span class="status status--draft">{t::editor_state_new(l)}</span></p>
    };
    view! {
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::editor_new_title(l), None, more.into_any())}
        {unconfirmed(cx)}
        {closed(cx, phase)}
        {parts::editor(l, &form)}
    }
    .into_any()
}

/// What someone without a confirmed address can and cannot do.
pub(super) fn unconfirmed(cx: &Cx) -> AnyView {
    let l = cx.locale();
    if cx.signed_in().is_none_or(|person| person.confirmed) {
        return ().into_any();
    }
    let content = view! {
        <p>{t::editor_unconfirmed(l)}</p>
        <p><a href=routes::confirm(l)>{t::editor_confirm(l)}</a></p>
    };
    view! { <div class="section">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
}

/// What can still be done after the deadline.
pub(super) fn closed(cx: &Cx, phase: model::domain::window::Phase) -> AnyView {
    use model::domain::window::Phase;
    let l = cx.locale();
    match phase {
        Phase::Closed { .. } => {
            let content = view! { <p>{t::editor_closed(l)}</p> };
            view! { <div class="section">{ui::notice(Notice::Warning, content.into_any())}</div> }.into_any()
        }
        Phase::Open { .. } | Phase::Upcoming { .. } => ().into_any(),
    }
}

//! Asking for a corrigendum, for the authors of a public paper after the deadline; what was asked for before, and what became of it.

use super::parts;
use crate::render::{Cx, PageResult};
use crate::ui::{self, Button, FieldSpec, Notice};
use leptos::prelude::*;
use model::domain::corrigendum::limit;
use model::domain::ids::PaperId;
use model::domain::language::Locale;
use model::domain::words::{self, Unit};
use model::error::PortalError;
use model::forms::{CorrigendumForm, FormState};
use model::i18n::t::{corrigenda as t, papers};
use model::policy::Denied;
use model::portal::PaperPage;
use model::routes;

/// `/papers/{id}/corrigendum`
pub async fn page(cx: &Cx, id: PaperId, state: Option<FormState<CorrigendumForm>>) -> PageResult {
    let page = cx.portal.paper(&cx.ctx, id).await?;
    if !page.own {
        return Err(if cx.signed_in().is_some() { Denied::NotAWriter } else { Denied::NotSignedIn }.into());
    }
    let l = cx.locale();
    let refused = match page.ends.correct {
        // Where it stands is said; there is nothing to be sorry for.
        Ok(()) | Err(Denied::CorrigendumWaits | Denied::NotContactPoint | Denied::NotAWriter) => None,
        Err(denied) => Some(PortalError::from(denied)),
    };
    let state = state.unwrap_or_default();
    let status = refused.as_ref().map_or_else(|| parts::status_of_form(&state), parts::status_of);
    let head = parts::head_in_round(l, t::corrigendum_title(l), &page.line);
    Ok(ui::page(cx, status, head, || content(cx, &page, &state, refused.as_ref())))
}

fn content(cx: &Cx, page: &PaperPage, state: &FormState<CorrigendumForm>, refused: Option<&PortalError>) -> AnyView {
    let (l, words, round) = (cx.locale(), &page.paper.content, &page.line.round);
    let more = view! {
        <p>{ui::paper_title(l, &words.title, words.language)}</p>
        {parts::round_deadline(cx, &page.line)}
        <p><a href=routes::paper(l, page.paper.id)>{papers::editor_back(l)}</a></p>
    };
    let form = match (refused, page.ends.correct) {
        // Of one that was asked for all the same, the page says what is wrong.
        (Some(error), _) if state.refusal.is_none() => parts::refusal_notice(l, error, None, &round.time_zone),
        (_, Ok(())) => form(cx, page, state),
        // What was typed is not lost by whatever stands in the way.
        _ if !state.form.text.is_empty() => form(cx, page, state),
        (_, Err(Denied::NotContactPoint | Denied::NotAWriter)) => {
            ui::notice(Notice::Info, view! { <p>{t::corrigendum_only_contact(l)}</p> }.into_any())
        }
        _ => ().into_any(),
    };
    view! {
        {trouble(l, page, state)}
        {ui::page_head_with(Some(round.title.get(l).to_owned()), t::corrigendum_title(l), Some(t::corrigendum_lede(l).to_owned()), more.into_any())}
        {parts::waiting_corrigendum(cx, page)}
        {form}
        {parts::corrigenda(l, page)}
    }
    .into_any()
}

fn trouble(l: Locale, page: &PaperPage, state: &FormState<CorrigendumForm>) -> AnyView {
    let words = match state.refusal {
        Some(PortalError::Conflict) => t::corrigendum_none_waits(l),
        Some(PortalError::Denied(Denied::NotContactPoint | Denied::NotAWriter)) => t::corrigendum_only_contact(l),
        _ => return parts::trouble(l, state, &[(CorrigendumForm::TEXT, t::corrigendum_text(l))], &page.line.round.time_zone),
    };
    parts::alert(Notice::Warning, words)
}

fn form(cx: &Cx, page: &PaperPage, state: &FormState<CorrigendumForm>) -> AnyView {
    let (l, language) = (cx.locale(), page.paper.content.language);
    let hint = match words::unit(language) {
        Unit::Words => t::corrigendum_hint(l, limit(language)),
        Unit::Characters => t::corrigendum_hint_characters(l, limit(language)),
    };
    let text = FieldSpec::of(state, CorrigendumForm::TEXT, t::corrigendum_text(l), Some(&hint), &state.form.text);
    let how = ui::notice(Notice::Info, view! { <p>{t::corrigendum_how(l)}</p> }.into_any());
    view! {
        <form class="section form" method="post" action=routes::corrigendum(l, page.paper.id) novalidate>
            {ui::text_area(l, text, 8, Some(language), false)}
            {how}
            <div class="actions">
                {ui::button(t::corrigendum_ask(l), Button::Primary, Some((CorrigendumForm::ACT, CorrigendumForm::ASK)))}
                <a href=routes::paper(l, page.paper.id)>{papers::editor_back(l)}</a>
            </div>
        </form>
    }
    .into_any()
}

//! A form that was sent while its sender had still to prove who they are (signed out meanwhile, the second factor missing, the proof
//! too old): carried through the pages of that proof and shown again, so that nothing typed is lost.

use crate::web::reader::{Reader, answer, respond};
use app::pages as view;
use app::pages::sign_in::Said;
use app::render::{Page, PageResult};
use axum::response::Response;
use model::error::PortalError;
use model::forms::{CommentForm, FactorCodeForm, Fields, FormState, Onward, PaperForm, Pending, ProveForm, SignInForm};
use model::policy::{Denied, STEP_UP_WINDOW};
use model::portal::SaidQuery;

/// Whether a refusal is lifted by proving who one is.
pub fn asks_for_proof(error: &PortalError) -> bool {
    matches!(error, PortalError::Denied(Denied::NotSignedIn | Denied::SecondFactorNeeded | Denied::StepUpNeeded))
}

/// The page of the proof that `error` asks for, with the form inside.
pub async fn carry(reader: &Reader, error: &PortalError, fields: &Fields) -> Option<Response> {
    let PortalError::Denied(denied) = error else { return None };
    let cx = &reader.cx;
    let onward = Onward { next: String::new(), pending: Some(Pending::of(&cx.path, fields)) };
    let proved_at = cx.signed_in().and_then(|person| person.proved_at);
    let fresh = proved_at.is_some_and(|at| cx.ctx.now - at < STEP_UP_WINDOW);
    let page = match denied {
        Denied::NotSignedIn => {
            let form = SignInForm { onward, ..SignInForm::default() };
            view::sign_in::page(cx, FormState::fresh(form), Said::Nothing).await
        }
        // Setting up a second factor asks for a fresh proof itself; the form then comes back here.
        Denied::SecondFactorNeeded if fresh => {
            let form = FactorCodeForm { onward, ..FactorCodeForm::default() };
            view::account::factor::page(cx, FormState::fresh(form)).await
        }
        Denied::SecondFactorNeeded | Denied::StepUpNeeded => {
            view::account::prove::page(cx, FormState::fresh(ProveForm { onward, ..ProveForm::default() })).await
        }
        _ => return None,
    };
    Some(answer(reader, page.map(|page| Page { status: 403, ..page })))
}

/// The page the form was on, filled with what was typed; nothing is saved before its sender says so again.
pub async fn resume(reader: &Reader, pending: Pending) -> Response {
    let parts: Vec<&str> = pending.path.trim_start_matches('/').split('/').collect();
    match page(reader, &parts, &Fields(pending.fields.clone())).await {
        Some(page) => answer(reader, page),
        None => respond(reader, view::resume::page(&reader.cx, &pending)),
    }
}

/// The pages that show what was typed in their own form.
async fn page(reader: &Reader, parts: &[&str], fields: &Fields) -> Option<PageResult> {
    let cx = &reader.cx;
    Some(match parts {
        ["papers", "new"] => {
            let form = PaperForm::from_fields(fields);
            match form.round_id() {
                Some(round) => view::paper_new::page(cx, round, Some(FormState::fresh(form))).await,
                None => Err(PortalError::NotFound),
            }
        }
        ["papers", id, "edit"] => match id.parse() {
            Ok(id) => view::paper_edit::page(cx, id, Some(FormState::fresh(PaperForm::from_fields(fields)))).await,
            Err(_) => Err(PortalError::NotFound),
        },
        ["provisions", id] => match id.parse() {
            Ok(id) => view::provision::page(cx, id, SaidQuery::default(), Some(FormState::fresh(CommentForm::from_fields(fields)))).await,
            Err(_) => Err(PortalError::NotFound),
        },
        _ => return None,
    })
}

//! A form sent after its session had ended: carried through the sign-in page and shown again, so that nothing typed is lost.

use super::is_signed_out;
use crate::web::reader::{Reader, answer};
use app::error::PortalError;
use app::forms::{CommentForm, Fields, FormState, PaperForm, Pending, SignInForm};
use app::pages as view;
use app::render::PageResult;
use axum::response::Response;

/// The sign-in page with the form inside, when `error` says that its sender is not signed in any more.
pub async fn carry(reader: &Reader, error: &PortalError, fields: &Fields) -> Option<Response> {
    if !is_signed_out(error) {
        return None;
    }
    let pending = Some(Pending { path: reader.cx.path.clone(), fields: fields.0.clone() });
    let form = SignInForm { pending, ..SignInForm::default() };
    let page = view::sign_in::page(&reader.cx, FormState::fresh(form), false).await.map(|page| app::render::Page { status: 403, ..page });
    Some(answer(reader, page))
}

/// The page the form was on, filled with what was typed; nothing is saved before its sender says so again.
pub async fn resume(reader: &Reader, pending: Pending) -> Response {
    let fields = Fields(pending.fields);
    let parts: Vec<&str> = pending.path.trim_start_matches('/').split('/').collect();
    answer(reader, page(reader, &parts, &fields).await)
}

async fn page(reader: &Reader, parts: &[&str], fields: &Fields) -> PageResult {
    let cx = &reader.cx;
    match parts {
        ["papers", "new"] => {
            let form = PaperForm::from_fields(fields);
            let round = form.round_id().ok_or(PortalError::NotFound)?;
            view::paper_new::page(cx, round, Some(FormState::fresh(form))).await
        }
        ["papers", id, "edit"] => {
            let id = id.parse().map_err(|_| PortalError::NotFound)?;
            view::paper_edit::page(cx, id, Some(FormState::fresh(PaperForm::from_fields(fields)))).await
        }
        ["provisions", id] => {
            let id = id.parse().map_err(|_| PortalError::NotFound)?;
            view::provision::page(cx, id, Some(FormState::fresh(CommentForm::from_fields(fields)))).await
        }
        _ => Err(PortalError::NotFound),
    }
}

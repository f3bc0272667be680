//! Posted forms: each parses its form of `model::forms`, calls the portal, and answers `303` to the next page, or the same page
//! again with `422` (or what fits the refusal), what was typed, and what is wrong.

pub mod account;
pub mod accreditations;
pub mod announcement;
pub mod co_signing;
pub mod comment;
pub mod confirm;
pub mod corrigendum;
pub mod deadline;
pub mod decision;
pub mod drafting;
pub mod grant;
pub mod joint;
pub mod late;
pub mod members;
pub mod office;
pub mod organisation;
pub mod own_data;
pub mod paper;
pub mod paper_end;
pub mod paper_submit;
mod pending;
pub mod placing;
pub mod redaction;
pub mod register;
pub mod round;
pub mod secretariat;
pub mod sentence;
pub mod session;
pub mod sign_in;
pub mod speakers;
pub mod subgroup;
pub mod theme;
pub mod translations;

use crate::web::reader::{Reader, answer};
use app::render::PageResult;
use axum::response::Response;
use model::error::{PortalError, PortalResult};
use model::forms::Fields;
use model::policy::Denied;

/// How a posted form ends. What was done leads on; a refusal that a proof would lift becomes the page of that proof with the form inside;
/// one that belongs above what was typed is shown there, by `again`; anything else is a page of its own.
async fn conclude<T>(
    reader: &Reader,
    fields: &Fields,
    outcome: PortalResult<T>,
    done: impl FnOnce(T) -> Response,
    again: impl AsyncFnOnce(PortalError) -> PageResult,
) -> Response {
    let error = match outcome {
        Ok(value) => return done(value),
        Err(error) => error,
    };
    if let Some(proof) = pending::carry(reader, &error, fields).await {
        return proof;
    }
    let page = if stays_on_form(&error) { again(error).await } else { Err(error) };
    // What is wrong with the fields was found before anybody asked who sends them: then it is their page that asks.
    if let Err(error) = &page
        && let Some(proof) = pending::carry(reader, error, fields).await
    {
        return proof;
    }
    answer(reader, page)
}

/// Whether the page of the form can show this error above what was typed. Otherwise the page of the error is shown: where
/// there is no such thing, there is no form either.
fn stays_on_form(error: &PortalError) -> bool {
    !matches!(error, PortalError::NotFound | PortalError::Internal(_))
}

/// Someone whose session ended while writing: the form must not be lost, see `layers::context`.
fn is_signed_out(error: &PortalError) -> bool {
    matches!(error, PortalError::Denied(Denied::NotSignedIn))
}

//! Reading the summary while it is written.

use super::pages::{Answer, id, of_id};
use super::reader::{Reader, answer};
use app::pages::sentences as view;
use axum::extract::Path;
use model::domain::summary::Part;
use model::error::PortalError;

pub async fn outline(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::page(&reader.cx, id).await).await
}

pub async fn part(reader: Reader, Path((session, code)): Path<(String, String)>) -> Answer {
    let page = async { view::part(&reader.cx, id(&session)?, part_of(&code)?, None).await };
    answer(&reader, page.await)
}

pub async fn one(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::one(&reader.cx, id, None, None).await).await
}

/// A part from an address.
pub(super) fn part_of(code: &str) -> Result<Part, PortalError> {
    Part::from_code(code).ok_or(PortalError::NotFound)
}

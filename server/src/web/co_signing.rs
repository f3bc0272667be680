//! A paper in a round of co-signing.

use super::reader::{Reader, answer};
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use model::error::PortalError;
use std::collections::HashMap;

/// `?organisation=…` for one of several; anything else is the one acted for last.
pub async fn page(
    reader: Reader,
    Path((round, paper)): Path<(String, String)>,
    Query(asked): Query<HashMap<String, String>>,
) -> Response<Body> {
    let organisation = asked.get(model::forms::CoSigningForm::ORGANISATION).and_then(|id| id.parse().ok());
    let page = match (round.parse(), paper.parse()) {
        (Ok(round), Ok(paper)) => view::co_sign::page(&reader.cx, round, paper, organisation, None).await,
        _ => Err(PortalError::NotFound),
    };
    answer(&reader, page)
}

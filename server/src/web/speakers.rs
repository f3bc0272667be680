//! Reading lists of speakers.

use super::pages::of_id;
use super::reader::Reader;
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use std::collections::HashMap;

type Answer = Response<Body>;

/// `?organisation=…` for one of several; anything else is the one acted for last.
pub async fn speak(reader: Reader, Path(text): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Answer {
    let organisation = asked.get(model::forms::InscriptionForm::ORGANISATION).and_then(|id| id.parse().ok());
    of_id(&reader, &text, async |round| view::speak::page(&reader.cx, round, organisation, None).await).await
}

pub async fn list(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |round| view::speakers::page(&reader.cx, round, None).await).await
}

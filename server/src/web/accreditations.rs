//! Reading applications for accreditation.

use super::pages::of_id;
use super::reader::Reader;
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use model::domain::accreditation::AccreditationStatus;
use std::collections::HashMap;

type Answer = Response<Body>;

/// `?organisation=…` for one of several; anything else is the one acted for last.
pub async fn apply(reader: Reader, Path(text): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Answer {
    let organisation = asked.get(model::forms::ApplicationForm::ORGANISATION).and_then(|id| id.parse().ok());
    of_id(&reader, &text, async |round| view::apply::page(&reader.cx, round, organisation, None).await).await
}

/// `?status=…` for those that stand there; anything else is all.
pub async fn list(reader: Reader, Path(text): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Answer {
    let status = asked.get(model::forms::StepForm::STATUS).and_then(|code| AccreditationStatus::from_code(code));
    of_id(&reader, &text, async |round| view::applications::page(&reader.cx, round, status, None).await).await
}

pub async fn one(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::accreditation::page(&reader.cx, id, None).await).await
}

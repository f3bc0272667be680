//! Reading the chair's forms of sessions and rounds.

use super::pages::of_id;
use super::reader::{Reader, answer};
use app::pages as view;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::http::Response;
use std::collections::HashMap;

type Answer = Response<Body>;

pub async fn new_session(reader: Reader, Path(code): Path<String>) -> Answer {
    answer(&reader, view::plan_session::new(&reader.cx, &code, None).await)
}

pub async fn edit_session(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::plan_session::edit(&reader.cx, id, None).await).await
}

/// `?template=weeks-8` fills in a usual closing; writes nothing.
pub async fn new_round(reader: Reader, Path(id): Path<String>, Query(asked): Query<HashMap<String, String>>) -> Answer {
    let template = asked.get("template").map(String::as_str);
    of_id(&reader, &id, async |id| view::plan_round::new(&reader.cx, id, template, None).await).await
}

pub async fn edit_round(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::plan_round::edit(&reader.cx, id, None).await).await
}

pub async fn withdraw_round(reader: Reader, Path(id): Path<String>) -> Answer {
    of_id(&reader, &id, async |id| view::plan_round::withdraw(&reader.cx, id, None).await).await
}

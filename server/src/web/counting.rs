//! What is published of a session: counted, listed, and by whom.

use super::pages::{Answer, Asked, of_id};
use super::reader::Reader;
use app::pages as view;
use axum::extract::{Path, Query};
use model::domain::input_filter::InputFilter;
use model::domain::statistics::ContributorFilter;

pub async fn statistics(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::statistics::page(&reader.cx, id).await).await
}

pub async fn inputs(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let value = |name: &str| asked.get(name).map(String::as_str);
    of_id(&reader, &text, async |id| view::inputs::page(&reader.cx, id, InputFilter::of(value), value("after")).await).await
}

pub async fn contributors(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let value = |name: &str| asked.get(name).map(String::as_str);
    of_id(&reader, &text, async |id| view::contributors::page(&reader.cx, id, ContributorFilter::of(value), value("after")).await).await
}

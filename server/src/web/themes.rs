//! Reading themes: the tree of a queue, one theme, what was done, the themes of an input; and a theme for everybody.

use super::pages::{Answer, Asked, id, moderation_asked, of_id};
use super::reader::{Reader, answer};
use app::pages::themes as view;
use axum::extract::{Path, Query, RawQuery};
use model::forms::{Fields, ThemeMergeForm};

/// The themes of a queue; `?done=…`: the act that led here.
pub async fn tree(reader: Reader, Path(key): Path<String>, Query(asked): Asked) -> Answer {
    let done = asked.get(view::DONE).and_then(|act| act.parse().ok());
    answer(&reader, view::tree(&reader.cx, &key, done, None).await)
}

/// `?theme=…`: those that were chosen.
pub async fn merge(reader: Reader, Path(key): Path<String>, RawQuery(query): RawQuery) -> Answer {
    let pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).into_owned().collect();
    answer(&reader, view::merge(&reader.cx, &key, ThemeMergeForm::from_fields(&Fields(pairs)), None).await)
}

pub async fn one(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let page = async { view::one(&reader.cx, id(&text)?, asked.get("after").map(String::as_str), None).await };
    answer(&reader, page.await)
}

pub async fn split(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::split(&reader.cx, id, None).await).await
}

pub async fn act(reader: Reader, Path(text): Path<String>) -> Answer {
    of_id(&reader, &text, async |id| view::act(&reader.cx, id, None).await).await
}

pub async fn paper(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::paper(&reader.cx, id, moderation_asked(&asked).query.filter).await).await
}

pub async fn comment(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    of_id(&reader, &text, async |id| view::comment(&reader.cx, id, moderation_asked(&asked).query.filter).await).await
}

pub async fn public(reader: Reader, Path(text): Path<String>, Query(asked): Asked) -> Answer {
    let page = async { view::public(&reader.cx, id(&text)?, asked.get("after").map(String::as_str)).await };
    answer(&reader, page.await)
}

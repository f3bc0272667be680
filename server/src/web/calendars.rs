//! Calendar feeds: of a body, of a subgroup, and one's own by its secret address.

use super::Deps;
use super::reader::{Reader, answer};
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use engine::auth::sha256;
use engine::export::ical;
use model::error::PortalResult;
use model::portal::{CalendarFeed, CalendarToken};

/// Feeds of bodies and subgroups are the same for everybody; a new deadline should not wait long.
const PUBLIC: &str = "public, max-age=300";
/// One's own is kept by nobody else.
const PRIVATE: &str = "private, no-cache";

pub async fn body(State(deps): State<Deps>, reader: Reader, headers: HeaderMap, Path(code): Path<String>) -> Response<Body> {
    let feed = reader.cx.portal.body_calendar(&reader.cx.ctx, &code).await;
    file(&deps, &reader, &headers, feed, PUBLIC)
}

pub async fn subgroup(State(deps): State<Deps>, reader: Reader, headers: HeaderMap, Path(code): Path<String>) -> Response<Body> {
    let feed = reader.cx.portal.subgroup_calendar(&reader.cx.ctx, &code).await;
    file(&deps, &reader, &headers, feed, PUBLIC)
}

pub async fn own(State(deps): State<Deps>, reader: Reader, headers: HeaderMap, Path(token): Path<String>) -> Response<Body> {
    let feed = reader.cx.portal.own_calendar(&reader.cx.ctx, &CalendarToken(token)).await;
    file(&deps, &reader, &headers, feed, PRIVATE)
}

/// The feed, or that the reader has this very one already.
fn file(deps: &Deps, reader: &Reader, headers: &HeaderMap, feed: PortalResult<CalendarFeed>, caching: &'static str) -> Response<Body> {
    let feed = match feed {
        Ok(feed) => feed,
        Err(error) => return answer(reader, Err(error)),
    };
    let bytes = ical::write(&feed, reader.cx.locale(), &deps.settings.public_url);
    // Weak: compressed or not, it is the same feed.
    let tag = format!("W/\"{}\"", &sha256(&String::from_utf8_lossy(&bytes))[..32]);
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let unchanged = known.is_some_and(|known| known.split(',').any(|one| one.trim() == tag || one.trim() == "*"));
    let mut response = Response::new(if unchanged { Body::empty() } else { Body::from(bytes) });
    if unchanged {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let fields = response.headers_mut();
    fields.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    fields.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"deadlines.ics\""));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        fields.insert(header::ETAG, tag);
    }
    response
}

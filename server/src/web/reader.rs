//! What a handler gets: who asks (with everything a page needs), and the fields that were posted.

use super::Deps;
use super::form_keys::{self, Slot};
use super::layers::stamp::Stamp;
use super::pages;
use app::render::{Cx, Page};
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::domain::device::Browser;
use model::domain::language::Locale;
use model::domain::person::Actor;
use model::domain::time::Instant;
use model::domain::window::stamp_of;
use model::error::PortalError;
use model::forms::Fields;
use model::portal::Ctx;
use std::sync::Arc;

/// Where a request came from: for rate limits, and for the words of notices.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    pub address: String,
    pub browser: Browser,
}

/// The reader of a page.
#[derive(Clone)]
pub struct Reader {
    pub cx: Cx,
    /// The session token, to sign out with.
    pub token: Option<String>,
    /// The key of the forms on the page this request is answered with.
    key: String,
}

impl Reader {
    pub fn new(deps: &Deps, stamp: &Stamp, actor: Actor, from: Origin, token: Option<String>) -> Self {
        let ctx = Ctx { actor, now: stamp.now, locale: stamp.locale, address: from.address, browser: from.browser, form: None };
        let cx = Cx { portal: Arc::new(deps.portal.clone()), ctx, site: deps.site.clone(), path: stamp.path.to_string(), rehearsed: None };
        Self { cx, token, key: deps.portal.page_key() }
    }

    /// The same reader, with words that arrived at `arrival`: what is saved bears the instant its last byte came, so that a head
    /// sent before a deadline carries no words written after it.
    #[must_use]
    pub fn with_words_of(mut self, arrival: Instant) -> Self {
        self.cx.ctx.now = arrival;
        self
    }

    /// The same reader, judged by the arrival of the head, unless the body came too far behind it: then by the last of its body.
    #[must_use]
    pub fn judged_with(mut self, arrival: Instant) -> Self {
        self.cx.ctx.now = stamp_of(self.cx.ctx.now, arrival);
        self
    }

    /// The same reader as somebody else, on another page: right after signing in.
    pub fn acting_as(&self, actor: Actor, path: &str) -> Self {
        let mut reader = self.clone();
        reader.cx.ctx.actor = actor;
        path.clone_into(&mut reader.cx.path);
        reader
    }

    /// For answers before anyone asked who it is.
    pub fn anonymous(deps: &Deps, request: &Request) -> Self {
        let stamp = request.extensions().get::<Stamp>().cloned().unwrap_or(Stamp {
            now: Instant(0),
            locale: Locale::En,
            path: "/".into(),
            request: "".into(),
        });
        Self::new(deps, &stamp, Actor::Anonymous, Origin::default(), None)
    }
}

impl FromRequestParts<Deps> for Reader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, _deps: &Deps) -> Result<Self, Response> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| pages::plain_error("no reader"))
    }
}

/// A page as an answer.
pub fn respond(reader: &Reader, page: Page) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    // What people who have signed in get is theirs alone: public pages stay the same for everybody.
    let html = if reader.cx.signed_in().is_some() { form_keys::put(&page.html, &reader.key) } else { page.html };
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(reader.cx.locale().code()));
    response
}

/// `303` to another page, after a form has done its work.
pub fn see_other(location: &str) -> Response {
    match HeaderValue::from_str(location) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => pages::plain_error("a location that is no header"),
    }
}

/// The fields of a posted form of at most `LIMIT` bytes, and the instant the last of them arrived.
pub struct Posted<const LIMIT: usize>(pub Fields, pub Instant);

/// Forms without long texts.
pub const SMALL: usize = 64 * 1024;
/// Forms with long texts: five megabytes of Arabic are fifteen when they are posted, and still get a clear answer.
pub const LONG: usize = 24 * 1024 * 1024;

impl<const LIMIT: usize> FromRequest<Deps> for Posted<LIMIT> {
    type Rejection = Response;

    async fn from_request(request: Request, deps: &Deps) -> Result<Self, Response> {
        let reader = request.extensions().get::<Reader>().cloned().unwrap_or_else(|| Reader::anonymous(deps, &request));
        // Long texts are for people who have signed in.
        let limit = if reader.cx.signed_in().is_some() { LIMIT } else { LIMIT.min(SMALL * 16) };
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.trim().to_ascii_lowercase().starts_with("application/x-www-form-urlencoded"));
        if !is_form {
            return Err(respond(&reader, pages::status_page(&reader, 415)));
        }
        let slot = request.extensions().get::<Slot>().cloned().unwrap_or_default();
        let Ok(bytes) = axum::body::to_bytes(request.into_body(), limit).await else {
            return Err(respond(&reader, pages::status_page(&reader, 413)));
        };
        let arrival = deps.clock.now();
        let mut fields = Fields(form_urlencoded::parse(&bytes).into_owned().collect());
        slot.begin(deps, &reader, &bytes, &mut fields).await?;
        Ok(Self(fields, arrival))
    }
}

/// Answers with the page, or with the page of its error.
pub fn answer(reader: &Reader, result: Result<Page, PortalError>) -> Response {
    match result {
        Ok(page) => respond(reader, page),
        Err(error) => respond(reader, pages::error_page(reader, &error)),
    }
}

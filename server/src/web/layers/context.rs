//! From the cookie to the actor: what every handler finds as its [`Reader`].

use super::stamp::Stamp;
use crate::web::Deps;
use crate::web::form_keys::{Slot, led_to};
use crate::web::pages;
use crate::web::reader::{Origin, Reader, respond};
use crate::web::router::TIME_LIMIT;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use model::domain::device::{Browser, Device, DeviceToken};
use model::domain::person::Actor;
use model::domain::retention;
use model::domain::time::Span;
use model::error::PortalError;
use model::portal::NewLogin;
use std::net::{IpAddr, SocketAddr};
use tracing::Instrument as _;

/// The name of the session cookie: bound to this host and https where the portal is reached by https.
pub fn cookie_name(deps: &Deps) -> &'static str {
    if deps.settings.secure() { "__Host-sid" } else { "sid" }
}

/// The session token of a request, if it carries one of the right shape.
pub fn session_cookie(headers: &HeaderMap, deps: &Deps) -> Option<String> {
    cookie_of(headers, cookie_name(deps))
}

/// The name of the cookie by which an account knows a browser again.
fn device_cookie_name(deps: &Deps) -> &'static str {
    if deps.settings.secure() { "__Host-did" } else { "did" }
}

/// The value of a cookie of ours: 256 bits in hexadecimal, or it is none.
fn cookie_of(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(n, _)| *n == name)
        .map(|(_, value)| value.to_owned())
        .filter(|token| token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// `Set-Cookie` that signs in.
pub fn set_cookie(deps: &Deps, token: &str) -> Option<HeaderValue> {
    cookie(deps, token, seconds(retention::SESSION))
}

/// Gives a browser what it keeps of a sign-in: the session, and the mark it is known by.
pub fn keep_login(deps: &Deps, response: &mut Response, login: &NewLogin) {
    let session = set_cookie(deps, &login.token.0);
    let device = login.device.as_ref().and_then(|mark| set_device_cookie(deps, &mark.0));
    for cookie in session.into_iter().chain(device) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

/// Asks the browser to forget what pages stored in it.
const CLEAR_SITE_DATA: HeaderName = HeaderName::from_static("clear-site-data");

/// Signs the browser out: the cookie goes, and with it what the editor keeps on the device for an interrupted line.
pub fn sign_out_of(deps: &Deps, response: &mut Response) {
    let headers = response.headers_mut();
    headers.insert(CLEAR_SITE_DATA, HeaderValue::from_static("\"storage\""));
    if let Some(cookie) = cookie(deps, "", 0) {
        headers.insert(header::SET_COOKIE, cookie);
    }
}

fn seconds(span: Span) -> i64 {
    span.0 / Span::SECOND.0
}

fn cookie(deps: &Deps, value: &str, max_age: i64) -> Option<HeaderValue> {
    named(deps, cookie_name(deps), value, max_age)
}

/// `Set-Cookie` of the mark by which an account knows this browser again. Browsers keep a cookie for 400 days at most.
fn set_device_cookie(deps: &Deps, token: &str) -> Option<HeaderValue> {
    named(deps, device_cookie_name(deps), token, seconds(retention::KNOWN_DEVICE))
}

fn named(deps: &Deps, name: &str, value: &str, max_age: i64) -> Option<HeaderValue> {
    let secure = if deps.settings.secure() { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={max_age}{secure}")).ok()
}

/// The address a request came from. `X-Forwarded-For` is believed only from trusted proxies, and from the right: each hop
/// adds the one it heard from.
fn address(extensions: &Extensions, headers: &HeaderMap, trusted: &[IpAddr]) -> String {
    let Some(ConnectInfo(peer)) = extensions.get::<ConnectInfo<SocketAddr>>() else { return "unknown".to_owned() };
    let mut address = peer.ip();
    let hops: Vec<IpAddr> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|hop| hop.trim().parse().ok())
        .collect();
    for hop in hops.into_iter().rev() {
        if !trusted.contains(&address) {
            break;
        }
        address = hop;
    }
    address.to_string()
}

/// Finds out who asks and hands the request on.
pub async fn open(State(deps): State<Deps>, mut request: Request, next: Next) -> Response {
    let address = address(request.extensions(), request.headers(), &deps.settings.trusted_proxies);
    let Some(stamp) = request.extensions().get::<Stamp>().cloned() else {
        return pages::plain_error("no stamp");
    };
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let known = cookie_of(request.headers(), device_cookie_name(&deps)).map(DeviceToken);
    let from = Origin { address, browser: Browser { device: Device::from_user_agent(agent), token: known } };
    let token = session_cookie(request.headers(), &deps);
    let actor = match &token {
        None => Actor::Anonymous,
        Some(token) => match deps.portal.actor_of_token(token, stamp.now).await {
            Ok(actor) => actor,
            Err(error) => {
                let reader = Reader::new(&deps, &stamp, Actor::Anonymous, from, None);
                return respond(&reader, pages::error_page(&reader, &error.into()));
            }
        },
    };
    let reader = Reader::new(&deps, &stamp, actor, from, token);
    // Nothing of ours is called by a NUL, and PostgreSQL refuses to look for one.
    if stamp.path.contains("%00") || request.uri().query().is_some_and(|query| query.contains("%00")) {
        return respond(&reader, pages::error_page(&reader, &PortalError::NotFound));
    }
    let slot = Slot::default();
    request.extensions_mut().insert(slot.clone());
    request.extensions_mut().insert(reader.clone());
    if request.method().is_safe() {
        return next.run(request).await;
    }
    // What is begun is done to its end, and noted, also when the browser goes away in the middle: it will ask again. The end of its body
    // is not left to whoever waits for the answer.
    let request = request.map(|body| super::body::within(TIME_LIMIT, body));
    let counted = deps.acting.begin();
    let acting = async move {
        let _counted = counted;
        let response = next.run(request).await;
        slot.end(&deps, &reader, led_to(&response)).await;
        response
    };
    match tokio::spawn(acting.in_current_span()).await {
        Ok(response) => response,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => pages::plain_error("a request that was given up"),
        },
    }
}

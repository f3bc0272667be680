//! The router: the addresses, and the layers around them.

use super::acting::Acting;
use super::assets::Assets;
use super::csp::Policy;
use super::form_keys::Turns;
use super::{addresses, assets, health, layers, pages};
use app::render::Site;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use engine::auth::SecondFactor;
use engine::clock::Clock;
use engine::portal::ServerPortal;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;

/// What the web needs to know of its configuration.
#[derive(Debug, Clone)]
pub struct WebSettings {
    /// Where people reach the portal: `https://consultation.example.org`, without a slash at the end.
    pub public_url: String,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    pub demonstration: bool,
    /// The address on the contact page.
    pub contact: Option<String>,
    /// Where the source of this program can be had.
    pub source: Option<String>,
}

impl WebSettings {
    /// The settings of a demonstration that people reach at `public_url`.
    pub const fn demonstration(public_url: String) -> Self {
        Self { public_url, trusted_proxies: Vec::new(), demonstration: true, contact: None, source: None }
    }

    /// Cookies are marked secure, and browsers told to stay with https, exactly when the public address is https.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// Everything a request needs, made once.
#[derive(Clone)]
pub struct Deps {
    pub portal: ServerPortal,
    pub clock: Arc<dyn Clock>,
    pub assets: Arc<Assets>,
    pub settings: Arc<WebSettings>,
    pub site: Arc<Site>,
    pub(super) policy: Arc<Policy>,
    pub(super) turns: Turns,
    pub(super) acting: Acting,
}

impl Deps {
    pub fn new(portal: ServerPortal, clock: Arc<dyn Clock>, assets: Assets, settings: WebSettings) -> Self {
        let leptos =
            leptos::config::LeptosOptions::builder().output_name("portal").site_root("target/site").site_pkg_dir(assets.folder()).build();
        let factor_optional = portal.settings().second_factor == SecondFactor::Optional;
        let site = Arc::new(Site {
            assets: assets.folder(),
            demonstration: settings.demonstration,
            factor_optional,
            contact: settings.contact.clone(),
            source: settings.source.clone(),
            leptos,
        });
        let policy = Arc::new(Policy::of(&site, &settings));
        Self {
            portal,
            clock,
            assets: Arc::new(assets),
            settings: Arc::new(settings),
            site,
            policy,
            turns: Turns::default(),
            acting: Acting::default(),
        }
    }

    /// Done when everything that was begun is done, also what nobody waits for any more. To be asked when nothing new can come.
    pub async fn finished(&self) {
        self.acting.ended().await;
    }
}

/// The longest a request may take, its body included. A final act whose body came more than 30 s behind its head is still answered,
/// and judged by its end (`domain::window::BODY_TIME`).
pub(super) const TIME_LIMIT: Duration = Duration::from_mins(1);

/// The very router the program serves and the tests drive.
pub fn build_router(deps: Deps) -> Router {
    let pages = addresses::all(deps.settings.demonstration)
        .fallback(pages::not_found)
        .method_not_allowed_fallback(pages::not_found)
        .layer(from_fn_with_state(deps.clone(), layers::context::open))
        .layer(from_fn_with_state(deps.clone(), layers::csrf::check))
        .layer(from_fn_with_state(deps.clone(), layers::headers::set))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest));
    let inner = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/pkg/{hash}/{file}", get(assets::hashed))
        .route("/favicon.svg", get(assets::favicon))
        .route("/robots.txt", get(assets::robots))
        .fallback_service(pages.with_state(deps.clone()))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, TIME_LIMIT))
        .layer(CatchPanicLayer::custom(layers::panic::answer))
        .with_state(deps.clone());
    // Around everything, and before any address is matched: the stamp, the language prefix, the log.
    Router::new().fallback_service(inner).layer(from_fn(layers::log::record)).layer(from_fn_with_state(deps, layers::stamp::stamp))
}

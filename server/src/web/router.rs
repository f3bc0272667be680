//! The router: every address with its handler, and the layers around them.

use super::assets::Assets;
use super::csp::Policy;
use super::{account, api, assets, exports, forms, health, layers, organisations, pages};
use crate::auth::SecondFactor;
use crate::clock::Clock;
use crate::portal::ServerPortal;
use app::render::Site;
use app::routes::pattern;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
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
}

impl Deps {
    pub fn new(portal: ServerPortal, clock: Arc<dyn Clock>, assets: Assets, settings: WebSettings) -> Self {
        let leptos =
            leptos::config::LeptosOptions::builder().output_name("portal").site_root("target/site").site_pkg_dir(assets.folder()).build();
        let factor_optional = portal.settings.second_factor == SecondFactor::Optional;
        let site = Arc::new(Site {
            assets: assets.folder(),
            demonstration: settings.demonstration,
            factor_optional,
            contact: settings.contact.clone(),
            source: settings.source.clone(),
            leptos,
        });
        let policy = Arc::new(Policy::of(&site, &settings));
        Self { portal, clock, assets: Arc::new(assets), settings: Arc::new(settings), site, policy }
    }
}

/// The longest a request may take, its body included.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// The very router the program serves and the tests drive.
pub fn build_router(deps: Deps) -> Router {
    let mut routes = Router::new()
        .route(pattern::HOME, get(pages::home))
        .route(pattern::BODY, get(pages::body))
        .route(pattern::SESSION, get(pages::session))
        .route(pattern::SUMMARY, get(pages::summary))
        .route(pattern::SUMMARY_DOCX, get(exports::docx))
        .route(pattern::SUMMARY_CSV, get(exports::csv))
        .route(pattern::SUMMARY_JSON, get(exports::json))
        .route(pattern::ROUND, get(pages::round))
        .route(pattern::DEADLINE, get(pages::deadline).post(forms::deadline::post))
        .route(pattern::SUBGROUP, get(pages::subgroup))
        .route(pattern::JOIN, post(forms::subgroup::join))
        .route(pattern::LEAVE, post(forms::subgroup::leave))
        .route(pattern::FOLLOW, post(forms::subgroup::follow))
        .route(pattern::SUBGROUP_MEMBERS, get(pages::subgroup_members))
        .route(pattern::SUBGROUP_PAPERS, get(pages::subgroup_papers))
        .route(pattern::SUBGROUP_DESK, get(pages::subgroup_desk).post(forms::subgroup::joining))
        .route(pattern::JOIN_REQUEST, get(pages::join_request).post(forms::subgroup::decide))
        .route(pattern::NEW_ANNOUNCEMENT, get(pages::new_announcement).post(forms::announcement::create))
        .route(pattern::ANNOUNCEMENT, get(pages::announcement).post(forms::announcement::send))
        .route(pattern::EDIT_ANNOUNCEMENT, get(pages::edit_announcement).post(forms::announcement::save))
        .route(pattern::BODY_OFFICES, get(pages::offices))
        .route(pattern::NEW_BODY_OFFICE, get(pages::new_body_office).post(forms::office::in_body))
        .route(pattern::END_OFFICE, get(pages::end_office).post(forms::office::end))
        .route(pattern::ADMIN, get(pages::admin))
        .route(pattern::NEW_OFFICE, get(pages::new_office).post(forms::office::in_portal))
        .route(pattern::SECRETARIAT, get(pages::secretariat))
        .route(pattern::FIND, get(pages::find))
        .route(pattern::PERSON_FILE, get(pages::person_file))
        .route(pattern::PERSON_RESEND, post(forms::secretariat::resend))
        .route(pattern::ORGANISATION_FILE, get(pages::organisation_file).post(forms::secretariat::review))
        .route(pattern::DRAFT, get(pages::draft))
        .route(pattern::PROVISION, get(pages::provision).post(forms::comment::post))
        .route(pattern::NORMS, get(pages::norms))
        .route(pattern::PAPERS, get(pages::papers))
        .route(pattern::NEW_PAPER, get(pages::new_paper).post(forms::paper::create))
        .route(pattern::PAPER, get(pages::paper))
        .route(pattern::EDIT_PAPER, get(pages::edit_paper).post(forms::paper::save))
        .route(pattern::SUBMIT_PAPER, get(pages::submit_paper).post(forms::paper_submit::post))
        .route(pattern::PAPER_RECEIPT, get(pages::paper_receipt))
        .route(pattern::COMMENT, get(pages::comment))
        .route(pattern::COMMENT_RECEIPT, get(pages::comment_receipt))
        .route(pattern::RECEIPT_CONTENT, get(exports::receipt_content))
        .route(pattern::ORGANISATIONS, get(organisations::list))
        .route(pattern::ORGANISATION, get(organisations::one))
        .route(pattern::EDIT_ORGANISATION, get(organisations::edit).post(forms::organisation::edit))
        .route(pattern::MEMBERS, get(organisations::members).post(forms::members::post))
        .route(pattern::JOIN_ORGANISATION, get(organisations::join).post(forms::members::ask))
        .route(pattern::MERGE_ORGANISATION, get(organisations::merge).post(forms::organisation::merge))
        .route(pattern::INVITATION, get(organisations::invitation).post(forms::members::accept))
        .route(pattern::FIND_ORGANISATION, get(organisations::find).post(forms::organisation::found))
        .route(pattern::WITHDRAW_REQUEST, post(forms::organisation::withdraw))
        .route(pattern::REGISTER, get(pages::register).post(forms::register::post))
        .route(pattern::CONFIRM, get(pages::confirm).post(forms::confirm::post))
        .route(pattern::RESEND, post(forms::confirm::resend))
        .route(pattern::CONFIRM_LINK, get(pages::confirm_link).post(forms::confirm::link))
        .route(pattern::SIGN_IN, get(pages::sign_in).post(forms::sign_in::post))
        .route(pattern::SIGN_IN_CODE, get(account::code).post(forms::sign_in::code))
        .route(pattern::FORGOTTEN, get(account::forgotten).post(forms::account::forgotten))
        .route(pattern::RESET, get(account::reset).post(forms::account::reset))
        .route(pattern::ACCOUNT, get(account::hub))
        .route(pattern::LOGINS, get(account::logins).post(forms::account::logins))
        .route(pattern::SECOND_FACTOR, get(account::factor).post(forms::account::factor))
        .route(pattern::RECOVERY_CODES, post(forms::account::recovery_codes))
        .route(pattern::PROVE, get(account::prove).post(forms::account::prove))
        .route(pattern::RESUME, post(forms::account::resume))
        .route(pattern::PASSWORD, get(account::password).post(forms::account::password))
        .route(pattern::EMAIL, get(account::email).post(forms::account::email))
        .route(pattern::EMAIL_LINK, get(account::email_link).post(forms::account::email_link))
        .route(pattern::SIGN_OUT, post(forms::sign_in::sign_out))
        .route(pattern::DESK, get(pages::desk))
        .route(pattern::MODERATION, get(pages::moderation))
        .route(pattern::MODERATE_PAPER, get(pages::moderate_paper).post(forms::decision::paper))
        .route(pattern::MODERATE_COMMENT, get(pages::moderate_comment).post(forms::decision::comment))
        .route(pattern::HELP, get(pages::help))
        .route(pattern::PRIVACY, get(pages::privacy))
        .route(pattern::ACCESSIBILITY, get(pages::accessibility))
        .route(pattern::CONTACT, get(pages::contact))
        .route(pattern::API, post(api::call));
    if deps.settings.demonstration {
        routes = routes
            .route(pattern::DEV_OUTBOX, get(pages::dev_outbox))
            .route(pattern::DEV_MAIL, get(pages::dev_mail))
            .route(pattern::DEV_UI, get(pages::dev_ui));
    }
    let pages = routes
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

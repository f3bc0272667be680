//! `TestApp`: a portal of its own for each test, with personas and a clock that moves when told.

mod authenticator;
mod database;
mod fields;
mod html;
mod personas;

pub use authenticator::Authenticator;
pub use fields::paper_fields;
pub use html::Html;
pub use personas::Persona;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Clock, Entropy, Ids, ManualClock};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::Keyring;
use engine::store::Db;
use http_body_util::BodyExt;
use model::calendar;
use model::domain::person::Actor;
use model::domain::time::{Instant, Span};
use model::portal::Ctx;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use server::web::{Assets, Deps, WebSettings, build_router};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tower::ServiceExt;

/// 24 November 2026, 09:00 UTC: when every test begins.
pub const START: &str = "2026-11-24T09:00:00Z";
/// Where the tests pretend the portal stands.
pub const ORIGIN: &str = "http://127.0.0.1:3000";

/// Randomness that repeats.
struct Seeded(Mutex<ChaCha20Rng>);

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().expect("not poisoned").fill_bytes(bytes);
    }
}

pub fn start() -> Instant {
    calendar::parse_iso(START).expect("an instant")
}

/// A portal over `db` with cheap passwords and chance that repeats; and its passwords, whose turns a test may take.
fn portal(db: Db, seed: u64) -> (ServerPortal, Passwords) {
    let entropy: Arc<dyn Entropy> = Arc::new(Seeded(Mutex::new(ChaCha20Rng::seed_from_u64(seed))));
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone()).expect("valid cost");
    let settings = PortalSettings { public_url: ORIGIN.to_owned(), demonstration: true, second_factor: SecondFactor::Required };
    (ServerPortal::new(db, Ids::new(entropy), passwords.clone(), settings, keys()), passwords)
}

/// The keys of every portal here: what was seeded once is read by many.
fn keys() -> Keyring {
    Keyring::generate(&Seeded(Mutex::new(ChaCha20Rng::seed_from_u64(0))), start()).expect("a key")
}

/// The portal under test.
pub struct TestApp {
    pub router: Router,
    pub portal: ServerPortal,
    pub passwords: Passwords,
    pub clock: Arc<ManualClock>,
    /// The second factors that were set up, by address.
    pub authenticators: Mutex<HashMap<String, Authenticator>>,
    _database: database::Copy,
}

/// An answer, read whole.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("UTF-8")
    }

    /// The text without the keys of its forms, of which no two are the same.
    pub fn unkeyed(&self) -> String {
        let text = self.text();
        let mut pieces = text.split("name=\"key\" value=\"");
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |whole, piece| whole + piece.split_once('"').map_or("", |(_, rest)| rest))
    }

    pub fn html(&self) -> Html {
        Html::parse(&self.text())
    }

    /// Where a `303` leads.
    pub fn location(&self) -> String {
        self.headers
            .get(header::LOCATION)
            .unwrap_or_else(|| panic!("no location: {}\n{}", self.status, self.text()))
            .to_str()
            .expect("ASCII")
            .to_owned()
    }
}

impl TestApp {
    /// A portal with the demonstration data, in demonstration mode.
    pub async fn new() -> Self {
        let database = database::Copy::of_the_demonstration().await;
        let db = Db::open(&database.url, 4).await.expect("the copy opens");
        let clock = Arc::new(ManualClock::at(start()));
        // Other chance than the template was made with, or new ids would meet its own.
        let (portal, passwords) = portal(db, 2);
        let web = WebSettings::demonstration(ORIGIN.to_owned());
        let router = build_router(Deps::new(portal.clone(), clock.clone(), Assets::load_what_is_there(), web));
        Self { router, portal, passwords, clock, authenticators: Mutex::default(), _database: database }
    }

    /// The portal of another node, or of this one after a restart: the same database, nothing else in common.
    pub fn another_node(&self) -> ServerPortal {
        portal(self.portal.database().clone(), 3).0
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn advance(&self, span: Span) {
        self.clock.set(self.clock.now() + span);
    }

    pub fn visitor(&self) -> Persona<'_> {
        Persona::new(self)
    }

    /// A visitor from an address of the network, in a browser nobody knows.
    pub fn visitor_from(&self, address: [u8; 4]) -> Persona<'_> {
        let mut visitor = Persona::new(self);
        visitor.address = Some(address.into());
        visitor
    }

    /// Someone who has signed in with a demonstration login: by the password alone, or with the second factor that an office needs. The
    /// first sign-in of an office sets it up through its pages, as people do.
    pub async fn signed_in(&self, name: &str) -> Persona<'_> {
        self.signed_in_as(&format!("{name}@demo.example")).await
    }

    /// Somebody of the demonstration, by address.
    pub async fn signed_in_as(&self, email: &str) -> Persona<'_> {
        let mut persona = self.visitor();
        let answer = persona.post("/sign-in", &[("email", email), ("password", demo::PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{email} signs in");
        self.pass_factor(&mut persona, email, &answer.location()).await;
        persona
    }

    /// What signing in still asks for, given the address it leads to.
    pub async fn pass_factor(&self, persona: &mut Persona<'_>, email: &str, location: &str) {
        if location.starts_with("/account/second-factor") {
            let factor = Authenticator::set_up(self, persona).await;
            self.authenticators.lock().expect("not poisoned").insert(email.to_owned(), factor);
        } else if location.starts_with("/sign-in/code") {
            let code = {
                let mut all = self.authenticators.lock().expect("not poisoned");
                all.get_mut(email).expect("was set up in this test").code(self.now())
            };
            let answer = persona.post("/sign-in/code", &[("code", &code)]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{email}: {}", answer.html().main_text());
        }
    }

    /// A request of a person at an instant, below HTTP.
    pub async fn ctx_of(&self, email: &str, now: Instant) -> Ctx {
        let mut tx = self.portal.database().read().await.expect("reads");
        let id = engine::store::people::id_by_email(&mut tx, email).await.expect("reads").expect("a demonstration login");
        let mut person = engine::store::people::reload(&mut tx, id).await.expect("reads").expect("is there");
        // Below HTTP there is no session to pass the second factor in.
        person.factor_satisfied = true;
        Ctx::below_http(Actor::Person(Box::new(person)), now)
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response: Response<Body> = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("the body comes").to_bytes().to_vec();
        Answer { status: parts.status, headers: parts.headers, bytes }
    }
}

/// A request as a browser sends it.
pub fn request(method: Method, path: &str, cookie: Option<&str>, body: Option<String>) -> Request<Body> {
    let mut builder = Request::builder().method(method.clone()).uri(path).header(header::HOST, "127.0.0.1:3000");
    if let Some(cookie) = cookie {
        builder = builder.header(header::COOKIE, cookie);
    }
    if !method.is_safe() {
        builder = builder.header(header::ORIGIN, ORIGIN).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    builder.body(body.map_or_else(Body::empty, Body::from)).expect("a valid request")
}

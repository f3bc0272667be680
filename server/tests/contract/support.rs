//! A fresh database of either kind for each test.

use engine::auth::{PasswordCost, Passwords, SecondFactor};
use engine::clock::{Entropy, Ids, SystemEntropy};
use engine::demo;
use engine::portal::{PortalSettings, ServerPortal};
use engine::proof::Keyring;
use engine::store::{Db, DbKind, people};
use model::calendar;
use model::domain::ids::RoundId;
use model::domain::language::Language;
use model::domain::paper::{Consent, PaperContent};
use model::domain::person::Actor;
use model::domain::round::RoundKind;
use model::domain::time::Instant;
use model::portal::{Bodies as _, Ctx, RoundLine, SavePaper};
use std::sync::Arc;

#[path = "../support/postgres.rs"]
mod postgres;

pub const KINDS: [DbKind; 2] = [DbKind::Sqlite, DbKind::Postgres];

/// A migrated, empty database.
pub struct Fresh {
    pub db: Db,
    _folder: tempfile::TempDir,
}

pub async fn fresh(kind: DbKind) -> Fresh {
    let folder = tempfile::tempdir().expect("a folder");
    let url = match kind {
        DbKind::Sqlite => format!("sqlite:{}", folder.path().join("test.db").display()),
        DbKind::Postgres => postgres::new_database(None).await,
    };
    let db = Db::open(&url, 8).await.expect("opens");
    db.migrate().await.expect("migrates");
    Fresh { db, _folder: folder }
}

/// A database of its own with the demonstration data, and its portal.
pub async fn seeded(kind: DbKind) -> (Fresh, ServerPortal) {
    let fresh = fresh(kind).await;
    let portal = portal(&fresh.db);
    demo::seed(&portal, start()).await.expect("seeds");
    (fresh, portal)
}

pub fn portal(db: &Db) -> ServerPortal {
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone()).expect("valid cost");
    let settings =
        PortalSettings { public_url: "http://127.0.0.1:3000".to_owned(), demonstration: true, second_factor: SecondFactor::Required };
    ServerPortal::new(db.clone(), Ids::new(entropy), passwords, settings, keys())
}

/// The keys of every portal here: several nodes serve one database.
pub fn keys() -> Keyring {
    struct Same;
    impl Entropy for Same {
        fn fill(&self, bytes: &mut [u8]) {
            bytes.fill(7);
        }
    }
    Keyring::generate(&Same, start()).expect("a key")
}

pub fn start() -> Instant {
    calendar::parse_iso("2026-11-24T09:00:00Z").expect("an instant")
}

/// A request of a demonstration login, with the second factor passed and freshly proved.
pub async fn ctx(db: &Db, name: &str, now: Instant) -> Ctx {
    let mut tx = db.read().await.expect("reads");
    let id = people::id_by_email(&mut tx, &format!("{name}@demo.example")).await.expect("reads").expect("a demonstration login");
    let mut person = people::reload(&mut tx, id).await.expect("reads").expect("is there");
    (person.factor_satisfied, person.proved_at) = (true, Some(now));
    Ctx::below_http(Actor::Person(Box::new(person)), now)
}

/// The round for papers that is open the longest.
pub async fn papers_round(portal: &ServerPortal, ctx: &Ctx) -> RoundLine {
    let open = |line: &RoundLine| line.round.kind == RoundKind::PositionPapers && line.round.window.public_phase(start()).is_open();
    let rounds = portal.home(ctx).await.expect("home").rounds.into_iter().filter(open);
    rounds.max_by_key(|line| line.round.window.closes_at).expect("an open round")
}

/// A whole paper to the whole body.
pub fn paper_words(title: &str, text: &str) -> PaperContent {
    PaperContent {
        title: title.to_owned(),
        text: text.to_owned(),
        consent: Some(Consent::WithoutName),
        ..PaperContent::empty(Language::En)
    }
}

/// Saves a new paper in a round.
pub const fn new_paper(round: RoundId, content: PaperContent) -> SavePaper {
    SavePaper { id: None, round, organisation: None, version: 0, asked: None, content }
}

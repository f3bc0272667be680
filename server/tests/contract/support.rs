//! A fresh database of either kind for each test.

use app::calendar;
use app::domain::time::Instant;
use server::auth::{PasswordCost, Passwords};
use server::clock::{Ids, SystemEntropy};
use server::portal::{PortalSettings, ServerPortal};
use server::store::{Db, DbKind};
use sqlx::{Connection, Executor};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

pub const KINDS: [DbKind; 2] = [DbKind::Sqlite, DbKind::Postgres];

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A migrated, empty database.
pub struct Fresh {
    pub db: Db,
    _folder: tempfile::TempDir,
}

pub async fn fresh(kind: DbKind) -> Fresh {
    let folder = tempfile::tempdir().expect("a folder");
    let url = match kind {
        DbKind::Sqlite => format!("sqlite:{}", folder.path().join("test.db").display()),
        DbKind::Postgres => postgres_database().await,
    };
    let db = Db::open(&url, 8).await.expect("opens");
    db.migrate().await.expect("migrates");
    Fresh { db, _folder: folder }
}

/// A new database in the test cluster.
async fn postgres_database() -> String {
    let url = std::env::var("OPENFLOOR_TEST_POSTGRES")
        .expect("OPENFLOOR_TEST_POSTGRES names a PostgreSQL server for tests; `make test` starts one and sets it");
    let name = format!("contract_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    let mut admin = sqlx::PgConnection::connect(&url).await.expect("the test server answers");
    admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a new database");
    let (base, _) = url.rsplit_once('/').expect("postgres://…/name");
    format!("{base}/{name}")
}

pub fn portal(db: &Db) -> ServerPortal {
    let entropy = Arc::new(SystemEntropy);
    let passwords = Passwords::new(PasswordCost::CHEAP, 2, entropy.clone()).expect("valid cost");
    let settings = PortalSettings { public_url: "http://127.0.0.1:3000".to_owned(), demonstration: true };
    ServerPortal::new(db.clone(), Ids::new(entropy), passwords, settings)
}

pub fn start() -> Instant {
    calendar::parse_iso("2026-11-24T09:00:00Z").expect("an instant")
}

//! Which database the tests run on, and a seeded copy of its own for each of them. `OPENFLOOR_TEST_DATABASE=postgres` chooses
//! `PostgreSQL`; otherwise it is `SQLite`. `make test` runs them on both.

use super::{demo, portal, start};
use engine::store::Db;
use tokio::sync::OnceCell;

#[path = "../../support/postgres.rs"]
mod postgres;

/// The demonstration is seeded once; every test gets a copy.
enum Template {
    /// The bytes of the file.
    Sqlite(Vec<u8>),
    /// The address of the database to copy.
    Postgres(String),
}

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();

/// A database with the demonstration data that no other test uses.
pub struct Copy {
    pub url: String,
    _folder: tempfile::TempDir,
}

impl Copy {
    pub async fn of_the_demonstration() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = match TEMPLATE.get_or_init(Template::make).await {
            Template::Sqlite(bytes) => {
                let file = folder.path().join("test.db");
                std::fs::write(&file, bytes).expect("a file");
                format!("sqlite:{}", file.display())
            }
            Template::Postgres(url) => postgres::new_database(Some(url)).await,
        };
        Self { url, _folder: folder }
    }
}

impl Template {
    async fn make() -> Self {
        if std::env::var("OPENFLOOR_TEST_DATABASE").is_ok_and(|kind| kind == "postgres") {
            let url = postgres::new_database(None).await;
            seed(&url).await;
            return Self::Postgres(url);
        }
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("template.db");
        seed(&format!("sqlite:{}", file.display())).await;
        Self::Sqlite(std::fs::read(file).expect("the closed database is one file"))
    }
}

async fn seed(url: &str) {
    let db = Db::open(url, 4).await.expect("opens");
    db.migrate().await.expect("migrates");
    demo::seed(&portal(db.clone(), 1).0, start()).await.expect("seeds");
    // The last connection to go moves what is in the log into the file.
    db.close().await;
}

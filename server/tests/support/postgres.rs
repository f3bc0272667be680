//! New databases in the test cluster. Shared by the test programs that name this file with `#[path]`.

use sqlx::{Connection, Executor};
use std::sync::atomic::{AtomicU32, Ordering};

static DATABASES: AtomicU32 = AtomicU32::new(0);

/// A new database of its own, empty or a copy of `template`; its address.
pub async fn new_database(template: Option<&str>) -> String {
    let url = std::env::var("OPENFLOOR_TEST_POSTGRES")
        .expect("OPENFLOOR_TEST_POSTGRES names a PostgreSQL server for tests; `make test` starts one and sets it");
    let name = format!("openfloor_test_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    let copy = template.map(|url| url.rsplit('/').next().expect("a name")).map(|name| format!(" TEMPLATE {name}")).unwrap_or_default();
    let mut admin = sqlx::PgConnection::connect(&url).await.expect("the test server answers");
    admin.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}{copy}"))).await.expect("a new database");
    let (base, _) = url.rsplit_once('/').expect("postgres://…/name");
    format!("{base}/{name}")
}

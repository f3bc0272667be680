//! The migration to offices as history and membership in periods keeps what was there, on both databases.

use crate::support::{KINDS, fresh};
use engine::store::{Db, DbKind, offices, subgroup_members};
use model::domain::ids::{OrganisationId, PersonId, SubgroupId};
use model::domain::subgroup::Standing;
use model::domain::time::Instant;
use sqlx::{AssertSqlSafe, Executor};
use std::path::Path;
use uuid::Uuid;

/// The migrations as they lie in the folder, in order.
fn migrations(kind: DbKind) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(match kind {
        DbKind::Sqlite => "sqlite",
        DbKind::Postgres => "postgres",
    });
    let mut files: Vec<_> = std::fs::read_dir(folder).expect("migrations").map(|entry| entry.expect("readable").path()).collect();
    files.sort();
    let text = |path: &Path| std::fs::read_to_string(path).expect("UTF-8");
    files.iter().map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), text(path))).collect()
}

async fn run(db: &Db, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    match db {
        Db::Sqlite { writer, .. } => writer.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Postgres { pool, .. } => pool.execute(sqlx::raw_sql(sql)).await.map(|_| ()),
        Db::Held(_) => unreachable!("the real database"),
    }
    .expect("runs");
}

/// A body, a subgroup, a person who moderates it, an organisation that has joined it: as the first version stored them.
fn rows() -> String {
    let id = |n: u128| Uuid::from_u128(n).to_string();
    [
        format!("INSERT INTO body VALUES ('{}', 'oewg', '{{}}', '{{\"en\":\"OEWG\"}}', '{{}}', 1)", id(1)),
        format!("INSERT INTO subgroup (id, body_id, code, name, description, position) VALUES ('{}', '{}', 'SG-RNP', '{{}}', '{{}}', 1)", id(2), id(1)),
        format!("INSERT INTO person (id, email, full_name, password_hash, locale, created_at) VALUES ('{}', 'a@b.org', 'Ana', 'x', 'en', 5)", id(3)),
        format!("INSERT INTO role (id, person_id, name, scope_kind, scope_id, valid_from) VALUES ('{}', '{}', 'moderator', 'subgroup', '{}', 5)", id(4), id(3), id(2)),
        format!("INSERT INTO organisation (id, name, stakeholder_type, region, created_at) VALUES ('{}', 'Org', 'ngo', 'global', 5)", id(5)),
        format!("INSERT INTO subgroup_membership (subgroup_id, organisation_id, joined_at) VALUES ('{}', '{}', 6)", id(2), id(5)),
    ]
    .join(";\n")
}

#[tokio::test]
async fn offices_and_members_of_before_are_there_afterwards() {
    for kind in KINDS {
        let fresh = fresh(kind).await;
        // A second schema beside the migrated one would do; emptying this one is simpler.
        let db = &fresh.db;
        empty(db).await;
        for (name, sql) in migrations(kind) {
            if name.starts_with("0008_") {
                run(db, &rows()).await;
            }
            run(db, &sql).await;
        }
        let mut tx = db.read().await.expect("reads");
        let (group, person) = (SubgroupId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3)));
        let held = offices::current_of_subgroup(&mut tx, group, Instant(10)).await.expect("reads");
        assert_eq!(held.len(), 1, "{kind:?}");
        assert_eq!((held[0].person, held[0].from, held[0].granted_as), (person, Instant(5), None), "{kind:?}");
        let standing = subgroup_members::standing(&mut tx, group, OrganisationId(Uuid::from_u128(5))).await.expect("reads");
        assert_eq!(standing, Standing::Member { since: Instant(6) }, "{kind:?}");
    }
}

/// Removes every table, so that the migrations can be run by hand.
async fn empty(db: &Db) {
    match db {
        Db::Sqlite { writer, .. } => {
            run(db, "PRAGMA foreign_keys = OFF").await;
            let names: Vec<(String,)> =
                sqlx::query_as("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
                    .fetch_all(writer)
                    .await
                    .expect("reads");
            for (name,) in names {
                run(db, &format!("DROP TABLE \"{name}\"")).await;
            }
            run(db, "PRAGMA foreign_keys = ON").await;
        }
        Db::Postgres { .. } => run(db, "DROP SCHEMA public CASCADE; CREATE SCHEMA public").await,
        Db::Held(_) => unreachable!("the real database"),
    }
}

//! Every statement is one that both databases understand, and both have the same migrations.

use crate::support::{KINDS, fresh};
use engine::store::{Db, DbKind, sql};
use sqlx::{Executor, SqlSafeStr};

#[tokio::test]
async fn every_statement_prepares_on_both_databases() {
    let statements = sql::all();
    assert!(statements.len() > 60, "the registry holds the store's statements");
    for kind in KINDS {
        let fresh = fresh(kind).await;
        let mut wrong = Vec::new();
        for (module, name, sql) in &statements {
            let prepared = match &fresh.db {
                Db::Sqlite { writer, .. } => writer.prepare(sql.sqlite.into_sql_str()).await.map(|_| ()),
                Db::Postgres { pool, .. } => pool.prepare(sql.postgres.into_sql_str()).await.map(|_| ()),
                Db::Held(_) => unreachable!("the real database"),
            };
            if let Err(error) = prepared {
                wrong.push(format!("{module}::{name}: {error}"));
            }
        }
        assert!(wrong.is_empty(), "{kind:?}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn both_databases_have_the_same_migrations() {
    assert_eq!(Db::migrations(DbKind::Sqlite), Db::migrations(DbKind::Postgres));
}

//! The one home of the differences between `SQLite` and `PostgreSQL`.

pub mod tables;

use super::sql::Sql;
use sqlx::Error;
use sqlx::error::ErrorKind;

/// The database's own clock in microseconds. `SQLite` has none but this machine's.
pub const CLOCK: Sql =
    Sql { sqlite: "SELECT CAST(NULL AS BIGINT)", postgres: "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)" };

/// The place of each inscription of the round `$2` in the JSON list `$1` of ids; those that are not in it get none.
pub const PLACES: Sql = Sql {
    sqlite: "UPDATE inscription SET place = (SELECT j.key + 1 FROM json_each($1) j WHERE j.value = inscription.id) WHERE round_id = $2 AND withdrawn_at IS NULL",
    postgres: "UPDATE inscription SET place = (SELECT j.place FROM json_array_elements_text($1::json) WITH ORDINALITY AS j (id, place) WHERE j.id = inscription.id) WHERE round_id = $2 AND withdrawn_at IS NULL",
};

/// The bands, a JSON list `$1`, of a family `$3` of letters in the round `$2`.
pub const BANDS: Sql = Sql {
    sqlite: "INSERT INTO letter_band (round_id, band, family_id) SELECT DISTINCT $2, value, $3 FROM json_each($1)",
    postgres: "INSERT INTO letter_band (round_id, band, family_id) SELECT DISTINCT $2, x.band, $3 FROM json_array_elements_text($1::json) AS x (band)",
};

/// Whether migrations were ever applied.
pub const MIGRATED: Sql = Sql {
    sqlite: "SELECT CAST(1 AS BIGINT) FROM sqlite_schema WHERE type = 'table' AND name = '_sqlx_migrations'",
    postgres: "SELECT CAST(1 AS BIGINT) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = '_sqlx_migrations'",
};

/// The newest migration that was applied.
pub const SCHEMA: Sql = Sql::same("SELECT MAX(version) FROM _sqlx_migrations WHERE success");

/// How much room the database takes, in bytes.
pub const SIZE: Sql = Sql {
    sqlite: "SELECT CAST(c.page_count * s.page_size AS BIGINT) FROM pragma_page_count() c, pragma_page_size() s",
    postgres: "SELECT pg_database_size(current_database())",
};

/// The statements of this module, for the test that prepares them.
pub const STATEMENTS: &[(&str, Sql)] = &[
    ("CLOCK", CLOCK),
    ("PLACES", PLACES),
    ("BANDS", BANDS),
    ("MIGRATED", MIGRATED),
    ("SCHEMA", SCHEMA),
    ("SIZE", SIZE),
    ("COLUMNS", tables::COLUMNS),
    ("REFERENCES", tables::REFERENCES),
];

/// A unique value is taken.
pub fn is_unique_violation(error: &Error) -> bool {
    error.as_database_error().is_some_and(|db| db.kind() == ErrorKind::UniqueViolation)
}

/// What it belongs to has gone, or what belongs to it has come.
pub fn is_foreign_key_violation(error: &Error) -> bool {
    error.as_database_error().is_some_and(|db| db.kind() == ErrorKind::ForeignKeyViolation)
}

/// The database is away or too busy.
pub fn is_unavailable(error: &Error) -> bool {
    match error {
        Error::PoolTimedOut | Error::PoolClosed | Error::Io(_) | Error::WorkerCrashed => true,
        // SQLite: 5 busy, 6 locked, 13 full. PostgreSQL: class 53 (resources), 57 (shutdown), 08 (connection).
        Error::Database(db) => db.code().is_some_and(|code| {
            matches!(code.as_ref(), "5" | "6" | "13" | "517")
                || ["53", "57", "08"].iter().any(|class| code.len() == 5 && code.starts_with(class))
        }),
        _ => false,
    }
}

/// The transaction lost a race that running it again can win (`PostgreSQL`: serialization failure, deadlock).
pub fn is_retryable(error: &Error) -> bool {
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|code| matches!(code.as_ref(), "40001" | "40P01"))
}

//! Whole tables: what the catalog knows of them, and copying their rows. For the backup, which must not forget a table that comes later.
//! The only SQL that is put together from names. They come from the catalog of the database, never from a file or a request.

use crate::store::sql::{Sql, fetch_all};
use crate::store::tx::{Conn, Tx};
use crate::store::{StoreError, StoreResult};
use futures_util::TryStreamExt;
use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, ColumnIndex, Database, Decode, Executor as _, Row, Type};

/// Tables with their columns (but for those that are worked out from others), and the place of each in the primary key.
pub const COLUMNS: Sql = Sql {
    sqlite: "SELECT m.name, c.name, c.type, CAST(c.pk AS BIGINT) FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!' AND m.name <> '_sqlx_migrations' ORDER BY m.name, c.name",
    postgres: "SELECT CAST(t.relname AS TEXT), CAST(a.attname AS TEXT), format_type(a.atttypid, NULL), CAST(COALESCE(array_position(i.indkey::int2[], a.attnum), -1) + 1 AS BIGINT) FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_attribute a ON a.attrelid = t.oid LEFT JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary WHERE t.relkind = 'r' AND n.nspname = current_schema() AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND t.relname <> '_sqlx_migrations' ORDER BY CAST(t.relname AS TEXT) COLLATE \"C\", CAST(a.attname AS TEXT) COLLATE \"C\"",
};

/// The foreign keys of `PostgreSQL`, which must be told one by one to wait; `SQLite` lets all wait at once.
pub const REFERENCES: Sql = Sql {
    sqlite: "SELECT '', '' FROM sqlite_schema WHERE 1 = 0",
    postgres: "SELECT CAST(t.relname AS TEXT), CAST(c.conname AS TEXT) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = c.connamespace WHERE c.contype = 'f' AND n.nspname = current_schema() ORDER BY 1, 2",
};

/// The kinds of values the house SQL has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Truth,
}

impl Kind {
    fn of(declared: &str) -> Option<Self> {
        match declared.to_ascii_lowercase().as_str() {
            "text" => Some(Self::Text),
            "bigint" => Some(Self::Number),
            "boolean" => Some(Self::Truth),
            _ => None,
        }
    }

    /// Whether a value of a file may stand in such a column.
    pub fn fits(self, value: &Value) -> bool {
        match (self, value) {
            (_, Value::Null) | (Self::Text, Value::String(_)) | (Self::Truth, Value::Bool(_)) => true,
            (Self::Number, Value::Number(number)) => number.is_i64(),
            _ => false,
        }
    }
}

/// A table as the catalog knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    /// By name: the same order on both databases.
    pub columns: Vec<(String, Kind)>,
    key: Vec<String>,
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| quoted(name)).collect::<Vec<_>>().join(", ")
    }

    /// By the primary key, byte by byte: both databases give the same order.
    fn reading(&self, postgres: bool) -> String {
        let kind = |key: &String| self.columns.iter().find(|(name, _)| name == key).map(|(_, kind)| *kind);
        let order: Vec<String> = self
            .key
            .iter()
            .map(|key| match kind(key) {
                Some(Kind::Text) if postgres => format!("{} COLLATE \"C\"", quoted(key)),
                _ => quoted(key),
            })
            .collect();
        format!("SELECT {} FROM {} ORDER BY {}", self.names(), quoted(&self.name), order.join(", "))
    }

    fn writing(&self, postgres: bool) -> String {
        let (name, names) = (quoted(&self.name), self.names());
        if postgres {
            return format!("INSERT INTO {name} ({names}) SELECT {names} FROM json_populate_recordset(NULL::{name}, $1::json)");
        }
        let values: Vec<String> =
            self.columns.iter().map(|(name, _)| format!("json_extract(value, '$.{}')", quoted(name).replace('\'', "''"))).collect();
        format!("INSERT INTO {name} ({names}) SELECT {} FROM json_each($1)", values.join(", "))
    }
}

/// All tables but those named, by name.
pub async fn all(tx: &mut Tx, but: &[&str]) -> StoreResult<Vec<Table>> {
    let mut tables: Vec<(Table, Vec<(i64, String)>)> = Vec::new();
    for (table, column, declared, key) in fetch_all!(tx, (String, String, String, i64), COLUMNS)? {
        if but.contains(&table.as_str()) {
            continue;
        }
        let kind = Kind::of(&declared).ok_or_else(|| StoreError::corrupt("catalog", format!("{table}.{column}"), declared))?;
        if tables.last().is_none_or(|(last, _)| last.name != table) {
            tables.push((Table { name: table, columns: Vec::new(), key: Vec::new() }, Vec::new()));
        }
        if let Some((table, keys)) = tables.last_mut() {
            if key > 0 {
                keys.push((key, column.clone()));
            }
            table.columns.push((column, kind));
        }
    }
    tables
        .into_iter()
        .map(|(table, mut keys)| {
            keys.sort();
            let key: Vec<String> = keys.into_iter().map(|(_, name)| name).collect();
            if key.is_empty() { Err(StoreError::corrupt("catalog", table.name, "no primary key")) } else { Ok(Table { key, ..table }) }
        })
        .collect()
}

fn line<R>(row: &R, table: &Table) -> sqlx::Result<String>
where
    R: Row,
    usize: ColumnIndex<R>,
    for<'r> Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
    for<'r> Option<bool>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    let mut values = Map::new();
    for (at, (name, kind)) in table.columns.iter().enumerate() {
        let value = match kind {
            Kind::Text => row.try_get::<Option<String>, _>(at)?.map_or(Value::Null, Value::from),
            Kind::Number => row.try_get::<Option<i64>, _>(at)?.map_or(Value::Null, Value::from),
            Kind::Truth => row.try_get::<Option<bool>, _>(at)?.map_or(Value::Null, Value::from),
        };
        values.insert(name.clone(), value);
    }
    Ok(Value::Object(values).to_string())
}

/// Hands each row to `take` as one line of JSON, in the order of the primary key. A few rows are in memory at a time.
pub async fn read<E: From<StoreError>>(tx: &mut Tx, table: &Table, mut take: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    macro_rules! rows {
        ($connection:expr, $postgres:literal) => {{
            let query = sqlx::query(AssertSqlSafe(table.reading($postgres))).persistent(false);
            let mut rows = query.fetch($connection);
            loop {
                match rows.try_next().await {
                    Ok(None) => break Ok(Ok(())),
                    Err(error) => break Err(error),
                    Ok(Some(row)) => match line(&row, table) {
                        Err(error) => break Err(error),
                        Ok(text) => {
                            if let Err(error) = take(&text) {
                                break Ok(Err(error));
                            }
                        }
                    },
                }
            }
        }};
    }
    let ended = match &mut tx.conn {
        Conn::Sqlite(c) => rows!(c.connection(), false),
        Conn::Postgres(c) => rows!(c.connection(), true),
    };
    tx.checked(ended)?
}

/// Adds the rows of a JSON list.
pub async fn write(tx: &mut Tx, table: &Table, rows: &str) -> StoreResult<u64> {
    macro_rules! done {
        ($connection:expr, $postgres:literal) => {
            sqlx::query(AssertSqlSafe(table.writing($postgres))).bind(rows).execute($connection).await.map(|done| done.rows_affected())
        };
    }
    let done = match &mut tx.conn {
        Conn::Sqlite(c) => done!(c.connection(), false),
        Conn::Postgres(c) => done!(c.connection(), true),
    };
    tx.checked(done)
}

/// Runs a statement without arguments; answers how many rows it touched.
async fn run(tx: &mut Tx, sql: String) -> StoreResult<u64> {
    let sql = AssertSqlSafe(sql);
    let done = match &mut tx.conn {
        Conn::Sqlite(c) => c.connection().execute(sqlx::raw_sql(sql)).await.map(|done| done.rows_affected()),
        Conn::Postgres(c) => c.connection().execute(sqlx::raw_sql(sql)).await.map(|done| done.rows_affected()),
    };
    tx.checked(done)
}

/// How many rows a table has.
pub async fn count(tx: &mut Tx, table: &str) -> StoreResult<i64> {
    let sql = AssertSqlSafe(format!("SELECT COUNT(*) FROM {}", quoted(table)));
    let count = match &mut tx.conn {
        Conn::Sqlite(c) => sqlx::query_scalar::<_, i64>(sql).fetch_one(c.connection()).await,
        Conn::Postgres(c) => sqlx::query_scalar::<_, i64>(sql).fetch_one(c.connection()).await,
    };
    tx.checked(count)
}

/// Whether a table has a row: without counting them.
pub async fn holds_any(tx: &mut Tx, table: &str) -> StoreResult<bool> {
    let sql = AssertSqlSafe(format!("SELECT CAST(1 AS BIGINT) FROM {} LIMIT 1", quoted(table)));
    let any = match &mut tx.conn {
        Conn::Sqlite(c) => sqlx::query_scalar::<_, i64>(sql).fetch_optional(c.connection()).await,
        Conn::Postgres(c) => sqlx::query_scalar::<_, i64>(sql).fetch_optional(c.connection()).await,
    };
    tx.checked(any).map(|row| row.is_some())
}

/// Empties a table.
pub async fn clear(tx: &mut Tx, table: &str) -> StoreResult<()> {
    run(tx, format!("DELETE FROM {}", quoted(table))).await.map(|_| ())
}

/// From here on rows may come before those they point to, until [`hold_to_references`] or the end of the transaction.
pub async fn let_references_wait(tx: &mut Tx) -> StoreResult<()> {
    if matches!(tx.conn, Conn::Sqlite(_)) {
        return run(tx, "PRAGMA defer_foreign_keys = ON".to_owned()).await.map(|_| ());
    }
    for (table, name) in fetch_all!(tx, (String, String), REFERENCES)? {
        let sql = format!("ALTER TABLE {} ALTER CONSTRAINT {} DEFERRABLE INITIALLY DEFERRED", quoted(&table), quoted(&name));
        run(tx, sql).await?;
    }
    Ok(())
}

/// All rows must point to rows that are there, now and from now on. On `SQLite` the commit says so.
pub async fn hold_to_references(tx: &mut Tx) -> StoreResult<()> {
    if matches!(tx.conn, Conn::Sqlite(_)) {
        return Ok(());
    }
    run(tx, "SET CONSTRAINTS ALL IMMEDIATE".to_owned()).await?;
    for (table, name) in fetch_all!(tx, (String, String), REFERENCES)? {
        run(tx, format!("ALTER TABLE {} ALTER CONSTRAINT {} NOT DEFERRABLE", quoted(&table), quoted(&name))).await?;
    }
    Ok(())
}

//! Rows as they are, column by column: for the archive of one's own data, which shows what is stored rather than what it means.

use serde_json::{Map, Value};
use sqlx::postgres::PgRow;
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, ColumnIndex, Database, Decode, FromRow, Row, Type};

/// One row: names of columns and their values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record(pub Map<String, Value>);

impl Record {
    /// The text in a column; `None` where there is none.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.0.get(column).and_then(Value::as_str)
    }
}

impl FromRow<'_, SqliteRow> for Record {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        read(row)
    }
}

impl FromRow<'_, PgRow> for Record {
    fn from_row(row: &PgRow) -> sqlx::Result<Self> {
        read(row)
    }
}

/// The store keeps three kinds of values: texts, whole numbers and truth values (see the house SQL in the migrations).
fn read<'r, R>(row: &'r R) -> sqlx::Result<Record>
where
    R: Row,
    usize: ColumnIndex<R>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    Option<i64>: Decode<'r, R::Database> + Type<R::Database>,
    Option<bool>: Decode<'r, R::Database> + Type<R::Database>,
    R::Database: Database,
{
    let mut values = Map::new();
    for (at, column) in row.columns().iter().enumerate() {
        let text = row.try_get::<Option<String>, _>(at).map(|text| text.map_or(Value::Null, Value::from));
        let value = text
            .or_else(|_| row.try_get::<Option<i64>, _>(at).map(|number| number.map_or(Value::Null, Value::from)))
            .or_else(|_| row.try_get::<Option<bool>, _>(at).map(|truth| truth.map_or(Value::Null, Value::from)))?;
        values.insert(column.name().to_owned(), value);
    }
    Ok(Record(values))
}

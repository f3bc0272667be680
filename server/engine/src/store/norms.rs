//! The norms.

use super::row::{Text, localized};
use super::sql::{execute, fetch_all, statements};
use super::{StoreResult, Tx};
use model::domain::language::LocalizedText;
use model::domain::norm::Norm;
use sqlx::FromRow;

statements! {
    ALL = "SELECT code, reference, short_title, text FROM norm ORDER BY code";
    INSERT = "INSERT INTO norm (code, reference, short_title, text) VALUES ($1, $2, $3, $4) ON CONFLICT (code) DO NOTHING";
}

#[derive(FromRow)]
struct NormRow {
    code: String,
    reference: String,
    short_title: Text<LocalizedText>,
    text: Text<LocalizedText>,
}

/// The eleven norms, (a) to (k).
pub async fn all(tx: &mut Tx) -> StoreResult<Vec<Norm>> {
    let rows = fetch_all!(tx, NormRow, ALL)?;
    Ok(rows.into_iter().map(|r| Norm { code: r.code, reference: r.reference, short_title: r.short_title.0, text: r.text.0 }).collect())
}

/// Adds a norm; one with the same code stays as it is.
pub async fn insert(tx: &mut Tx, norm: &Norm) -> StoreResult<()> {
    execute!(tx, INSERT, norm.code.as_str(), norm.reference.as_str(), localized(&norm.short_title), localized(&norm.text)).map(|_| ())
}

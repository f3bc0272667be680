//! Facts about this installation.

use super::sql::{execute, fetch_optional, statements};
use super::{StoreResult, Tx};

statements! {
    GET = "SELECT value FROM setting WHERE key = $1";
    PUT = "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
}

/// The value of a setting.
pub async fn get(tx: &mut Tx, key: &str) -> StoreResult<Option<String>> {
    Ok(fetch_optional!(tx, (String,), GET, key)?.map(|(value,)| value))
}

/// Sets a setting.
pub async fn put(tx: &mut Tx, key: &str, value: &str) -> StoreResult<()> {
    execute!(tx, PUT, key, value).map(|_| ())
}

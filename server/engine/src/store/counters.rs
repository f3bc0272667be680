//! Running numbers without gaps: drawn inside the transaction that uses them.

use super::sql::{fetch_optional, statements};
use super::{StoreError, StoreResult, Tx};

statements! {
    NEXT = "INSERT INTO counter (series, last) VALUES ($1, 1) ON CONFLICT (series) DO UPDATE SET last = counter.last + 1 RETURNING last";
}

/// The next number of a series, from 1.
pub async fn next(tx: &mut Tx, series: &str) -> StoreResult<i64> {
    let row = fetch_optional!(tx, (i64,), NEXT, series)?;
    row.map(|(last,)| last).ok_or_else(|| StoreError::corrupt("counter", series, "no number came back"))
}

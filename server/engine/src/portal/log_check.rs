//! Checking the whole public log of this installation: the chain, every receipt in it, and what the receipts are about.

use super::ServerPortal;
use crate::auth::sha256;
use crate::proof::chain::Broken;
use crate::proof::{Fault, Head, PublicKeys};
use crate::store::public_log::{self, Kept};
use crate::store::{StoreError, settings};

/// Lines that are looked at in one go.
const AT_ONCE: i64 = 500;

/// What is wrong with the log.
#[derive(Debug, thiserror::Error)]
pub enum LogTrouble {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Broken(#[from] Broken),
    #[error("line {index}: {what}")]
    Line { index: i64, what: &'static str },
    #[error("the receipt of line {index}: {fault}")]
    Receipt { index: i64, fault: Fault },
    #[error("the head says {said} lines, and there are {found}, or its hash is another: lines were added or taken away at the end")]
    Head { said: i64, found: i64 },
    #[error("the signature of the head: {0}")]
    HeadSignature(Fault),
    #[error("there are receipts, or late attempts, without a line in the log")]
    Unlogged,
}

impl ServerPortal {
    /// Goes through the whole log. Answers how many lines hold.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub async fn check_log(&self) -> Result<i64, LogTrouble> {
        self.check_log_by(self.keys.public()).await
    }

    /// The same with keys that somebody else has kept.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub async fn check_log_by(&self, keys: &PublicKeys) -> Result<i64, LogTrouble> {
        let mut head = Head::start();
        loop {
            let rows = {
                let mut tx = self.db.read().await?;
                public_log::kept(&mut tx, head.size, AT_ONCE).await?
            };
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                check_line(&mut head, row, keys)?;
            }
        }
        let mut tx = self.db.read().await?;
        let signed = public_log::head(&mut tx).await?;
        // The portal goes on while it is checked: what has come since is checked next time.
        if signed.head.size < head.size || (signed.head.size == head.size && signed.head.hash != head.hash) {
            return Err(LogTrouble::Head { said: signed.head.size, found: head.size });
        }
        if signed.head.size > 0 {
            signed.check(keys).map_err(LogTrouble::HeadSignature)?;
        }
        if signed.head.size > head.size && public_log::from(&mut tx, signed.head.size - 1, 1).await?.is_empty() {
            return Err(LogTrouble::Head { said: signed.head.size, found: head.size });
        }
        let all = settings::get(&mut tx, super::proving::ALL_PROVED).await?.is_some();
        if all && !public_log::unproved(&mut tx, 1).await?.is_empty() {
            return Err(LogTrouble::Unlogged);
        }
        Ok(head.size)
    }
}

fn check_line(head: &mut Head, row: &Kept, keys: &PublicKeys) -> Result<(), LogTrouble> {
    let index = row.line.index;
    let wrong = |what| LogTrouble::Line { index, what };
    head.follow(&row.line)?;
    if head.hash != row.hash {
        return Err(wrong("the hash that was stored with it is not its hash"));
    }
    let payload = row.receipt.check(keys).map_err(|fault| LogTrouble::Receipt { index, fault })?;
    if !row.line.is_of(&row.receipt, &payload) {
        return Err(wrong("the receipt stored with it is another, or names another place, instant or answer"));
    }
    if row.number.as_ref() != Some(&payload.number) {
        return Err(wrong("what its receipt is about has gone, or has another number"));
    }
    if row.content.as_deref().map(sha256).as_ref() != Some(&payload.content_sha256) {
        return Err(wrong("what was submitted is not what it was"));
    }
    Ok(())
}

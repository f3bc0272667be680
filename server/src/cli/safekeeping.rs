//! `backup`, `restore`, `verify-log`: what keeps the record safe, and shows that it is.

use super::proofs::public_keys;
use super::{make_folder, portal_with};
use crate::config::Config;
use anyhow::{Context, Result, bail};
use engine::backup::{self, Archive, Manifest};
use engine::clock::{Clock, SystemClock, SystemEntropy};
use engine::proof::Keyring;
use engine::store::Db;
use std::path::{Path, PathBuf};

/// Opens the database as it is: these commands do not bring it up to date on the way.
async fn open_as_it_is(config: &Config) -> Result<Db> {
    Db::open(&config.database_url.0, config.database_connections)
        .await
        .context("cannot open the database: check OPENFLOOR_DATABASE_URL, and that the server runs or the file is there")
}

/// Files that a backup holds beside the database: the name in the backup, and where they lie.
fn beside(config: &Config) -> Vec<(&'static str, PathBuf)> {
    vec![("keys.json", PathBuf::from(&config.keys))]
}

pub async fn backup(config: &Config, file: &Path) -> Result<()> {
    refuse_to_make_a_database(config)?;
    let db = open_as_it_is(config).await?;
    let beside = beside(config);
    let extra: Vec<(&str, &Path)> = beside.iter().filter(|(_, path)| path.exists()).map(|(name, path)| (*name, path.as_path())).collect();
    // A database of another program is refused by the backup itself, in its own words.
    let ours = db.schema().await? == Some(Db::newest_schema());
    if ours && extra.len() < beside.len() && backup::holds_receipts(&db).await? {
        bail!(
            "receipts were given, and the keys they are signed with are not at {}: without them the backup could not be restored. Name their file in OPENFLOOR_KEYS",
            config.keys
        );
    }
    let manifest = backup::write(&db, file, SystemClock.now(), &extra).await?;
    db.close().await;
    println!("Backed up to {}: {}.", file.display(), said(&manifest));
    let keys = if extra.is_empty() { "" } else { ", and the keys that sign receipts" };
    println!("It holds password hashes and the secrets of second factors{keys}: encrypt it, and let few people read it.");
    Ok(())
}

pub async fn restore(config: &Config, file: &Path) -> Result<()> {
    // Before the database is touched: a file that is not whole makes none.
    let archive = Archive::open(file)?;
    make_folder(&config.database_url.0)?;
    let db = open_as_it_is(config).await?;
    let beside = beside(config);
    let extra: Vec<(&str, &Path)> = beside.iter().map(|(name, path)| (*name, path.as_path())).collect();
    let manifest = backup::restore(archive, &db, &extra).await?;
    db.close().await;
    println!("Restored from {}: {}.", file.display(), said(&manifest));
    println!(
        "Nobody is signed in, and codes and links for passwords and addresses are void. Mails that waited then are sent by the next start. What was taken back since the backup counts again: invitations, calendar addresses, offices. See Backup and restore in the guide for operations."
    );
    Ok(())
}

fn said(manifest: &Manifest) -> String {
    let tables = manifest.entries.iter().filter(|entry| entry.rows.is_some()).count();
    format!("{} rows in {tables} tables, as they were at {}", manifest.rows(), manifest.created_at)
}

/// The logs of this installation.
pub async fn verify_logs(config: &Config, keys: Option<&PathBuf>) -> Result<()> {
    refuse_to_make_a_database(config)?;
    let db = open_as_it_is(config).await?;
    if db.schema().await? != Some(Db::newest_schema()) {
        bail!("the database has another schema than this program: use the program of the database, or run `openfloor migrate` first");
    }
    // The audit log needs no keys, and nothing is signed here.
    let portal = portal_with(config, db, Keyring::generate(&SystemEntropy, SystemClock.now())?)?;
    let found = portal.verify_audit().await?;
    println!("Audit log: {} events sealed, {} wait to be sealed. Hash of the last: {}", found.sealed, found.unsealed, found.head);
    if let Some(position) = found.broken {
        bail!(
            "the audit log is broken at position {position}: from there on it is not what was sealed. Keep the database as it is, and compare it with a backup (see Audit log in the guide for operations)"
        );
    }
    println!("Nothing of what is sealed was changed or removed, and nothing was put in.");
    if !backup::holds_receipts(portal.database()).await? {
        println!("Public log: nothing was received yet.");
        return Ok(());
    }
    let lines = portal
        .check_log_by(&public_keys(config, keys)?)
        .await
        .context("the public log does not hold: keep the database as it is, and compare it with a backup")?;
    println!("Public log: {lines} lines, each with its signed receipt and what was submitted. It holds.");
    Ok(())
}

/// Opening a `SQLite` file that is not there would make it.
fn refuse_to_make_a_database(config: &Config) -> Result<()> {
    let Some(path) = super::sqlite_file(&config.database_url.0) else { return Ok(()) };
    if path.exists() { Ok(()) } else { bail!("there is no database at {}: check OPENFLOOR_DATABASE_URL", path.display()) }
}

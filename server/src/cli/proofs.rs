//! The commands around receipts: checking one, checking the log, a new key.

use super::safekeeping;
use crate::config::Config;
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use engine::auth;
use engine::clock::{Clock as _, SystemClock, SystemEntropy};
use engine::portal::{ServerPortal, newest_key};
use engine::proof::key_file::{self, KeyFileError};
use engine::proof::receipt::{Outcome, Payload};
use engine::proof::{Head, Keyring, LogLine, PublicKeys, SignedHead, SignedReceipt, Walk};
use engine::store::Db;
use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::{Path, PathBuf};

/// `openfloor verify`
#[derive(Debug, Args)]
pub struct Verify {
    /// The receipt, as it came with the mail or from the portal.
    receipt: PathBuf,
    /// The portal's public keys, from its /.well-known/openfloor-keys.json; without it the keys of this installation.
    #[arg(long)]
    keys: Option<PathBuf>,
    /// What was submitted, to compare with the receipt.
    #[arg(long)]
    content: Option<PathBuf>,
    /// The public log, from the portal's /log/lines.jsonl, to look the receipt up in.
    #[arg(long)]
    log: Option<PathBuf>,
}

/// `openfloor verify-log`
#[derive(Debug, Args)]
pub struct VerifyLog {
    /// A downloaded public log, from the portal's /log/lines.jsonl; without it the logs of this installation, with every receipt.
    #[arg(long)]
    file: Option<PathBuf>,
    /// Its signed head, from /log/head.json. Without it the newest line is covered by nothing.
    #[arg(long, requires = "file")]
    head: Option<PathBuf>,
    /// The portal's public keys, from /.well-known/openfloor-keys.json; without it the keys of this installation.
    #[arg(long)]
    keys: Option<PathBuf>,
}

/// The signing keys of this installation. The first start makes the first one; a database in which something was signed needs its own.
pub async fn keys(config: &Config, db: &Db) -> Result<Keyring> {
    if !Path::new(&config.keys).try_exists().with_context(|| format!("cannot look for {}", config.keys))?
        && let Some(key) = newest_key(db).await?
    {
        bail!(
            "the newest receipt in the database was signed with the key {key}, and there is no file of keys at {}: restore it from a backup, or name it in OPENFLOOR_KEYS",
            config.keys
        );
    }
    key_file::open(Path::new(&config.keys), &SystemEntropy, SystemClock.now()).map_err(explained)
}

fn explained(error: KeyFileError) -> anyhow::Error {
    anyhow!(error)
        .context("the signing keys cannot be had: OPENFLOOR_KEYS names their file; if it was lost or damaged, restore it from a backup")
}

/// Signs what was received before there were signed receipts, and refuses to go on with keys that are not those of this database.
pub async fn ready(config: &Config, portal: &ServerPortal) -> Result<()> {
    if let Some(key) = portal.foreign_key().await? {
        bail!(
            "the newest receipt in the database was signed with the key {key}, which is not in {}: this is another installation's file, or an old one. Restore the file from a backup, or name it in OPENFLOOR_KEYS",
            config.keys
        );
    }
    Ok(portal.prove_earlier().await?)
}

/// `openfloor new-key`
pub fn new_key(config: &Config) -> Result<()> {
    let keys = key_file::succeed(Path::new(&config.keys), &SystemEntropy, SystemClock.now()).map_err(explained)?;
    if let Some(newest) = keys.public().keys().last() {
        println!(
            "The key {} is signed by its predecessor and signs receipts from the next start on. Back up {} now.",
            newest.id, config.keys
        );
    }
    Ok(())
}

/// The signing keys, where there are any: checking makes none.
fn keys_there(config: &Config) -> Result<Keyring> {
    match key_file::read(Path::new(&config.keys)) {
        Err(KeyFileError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => {
            bail!(
                "there are no keys at {} to check with: download the portal's /.well-known/openfloor-keys.json and name it with --keys",
                config.keys
            )
        }
        read => read.map_err(explained),
    }
}

/// The public keys to check with: those given, or those of this installation.
pub fn public_keys(config: &Config, given: Option<&PathBuf>) -> Result<PublicKeys> {
    let Some(path) = given else { return Ok(keys_there(config)?.public().clone()) };
    PublicKeys::from_file(&read(path)?).with_context(|| path.display().to_string())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// `openfloor verify`
pub fn verify(config: &Config, command: &Verify) -> Result<()> {
    let keys = public_keys(config, command.keys.as_ref())?;
    let receipt = SignedReceipt::from_file(&read(&command.receipt)?);
    let payload = receipt.as_ref().map_err(|fault| *fault).and_then(|receipt| receipt.check(&keys));
    let payload = payload.with_context(|| format!("{} is not genuine", command.receipt.display()))?;
    if let Some(path) = &command.content {
        let content = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        if auth::sha256_of(&content) != payload.content_sha256 {
            bail!("{} is not what this receipt is about: its SHA-256 is another", path.display());
        }
    }
    if let (Some(path), Ok(receipt)) = (&command.log, &receipt) {
        look_up(path, receipt, &payload)?;
    }
    println!("Genuine: every byte is as it was signed.\n");
    tell(&payload);
    if command.content.is_some() {
        println!("\nThe content is what was submitted.");
    }
    match command.log {
        Some(_) => println!("\nThe log has it at line {}.", payload.log.index),
        None => println!("\nNot looked up in the public log: download /log/lines.jsonl and name it with --log."),
    }
    Ok(())
}

fn tell(payload: &Payload) {
    let outcome = match payload.outcome {
        Outcome::Accepted => "accepted",
        Outcome::Refused => "refused: received after the closing",
    };
    println!("  portal        {}", payload.portal);
    println!("  number        {}", payload.number);
    println!("  answer        {outcome}");
    println!("  about         {} {}, version {}", payload.item.kind, payload.item.id, payload.item.version);
    println!("  organisation  {:?} ({})", payload.organisation.name, payload.organisation.id);
    println!("  received at   {}", payload.received_at);
    println!(
        "  judged by     entry {} of round {}, which closes at {}",
        payload.judged_by.number, payload.judged_by.round, payload.judged_by.closes_at
    );
    println!("  content       SHA-256 {}", payload.content_sha256);
    for file in &payload.files {
        println!("  file          {:?} SHA-256 {}", file.name, file.sha256);
    }
    println!("  log line      {}", payload.log.index);
}

/// The lines of a downloaded log, each read on its own: it may be long.
fn lines(path: &Path) -> Result<impl Iterator<Item = Result<LogLine>>> {
    let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.display().to_string();
    Ok(BufReader::new(file).lines().enumerate().map(move |(at, line)| {
        let line = line.with_context(|| format!("cannot read {name}"))?;
        LogLine::from_line(&line).with_context(|| format!("line {} of {name}", at + 1))
    }))
}

fn look_up(path: &Path, receipt: &SignedReceipt, payload: &Payload) -> Result<()> {
    for line in lines(path)? {
        let line = line?;
        if line.index == payload.log.index {
            return if line.is_of(receipt, payload) {
                Ok(())
            } else {
                Err(anyhow!("line {} of the log is about another receipt", line.index))
            };
        }
    }
    bail!("{} has no line {}: download the part of the log that has it", path.display(), payload.log.index)
}

/// `openfloor verify-log`
pub async fn verify_log(config: &Config, command: &VerifyLog) -> Result<()> {
    let Some(path) = &command.file else {
        return safekeeping::verify_logs(config, command.keys.as_ref()).await;
    };
    let signed = match &command.head {
        Some(file) => {
            let keys = public_keys(config, command.keys.as_ref())?;
            let signed = SignedHead::from_file(&read(file)?).with_context(|| file.display().to_string())?;
            signed.check(&keys).with_context(|| file.display().to_string())?;
            Some(signed.head)
        }
        None => None,
    };
    println!("{}", looked_through(lines(path)?, signed.as_ref()).with_context(|| path.display().to_string())?);
    Ok(())
}

/// Goes through the lines of a log, or of a part of one; says what was found. `signed`: the head they are compared with.
fn looked_through(lines: impl Iterator<Item = Result<LogLine>>, signed: Option<&Head>) -> Result<String> {
    let mut walk = Walk::new(signed);
    for line in lines {
        walk.follow(&line?)?;
    }
    let Some((first, last)) = walk.lines() else {
        if walk.is_covered() {
            return Ok("The log has no lines yet, and its head is signed.".to_owned());
        }
        bail!("there is no line in it: download /log/lines.jsonl again");
    };
    let begins =
        if first == 0 { "The log holds from its first line".to_owned() } else { format!("This part of the log holds from line {first}") };
    match signed {
        None => Ok(format!("{begins} to line {last}. Nothing here covers the newest: name the signed head with --head.")),
        Some(signed) if !walk.is_covered() => bail!(
            "the lines go from {first} to {last}, and the signed head ends with line {}: download the lines up to there, the head first",
            signed.size - 1
        ),
        Some(signed) if signed.size <= first => {
            Ok(format!("{begins} to line {last}. All of them came after the signed head: download it again."))
        }
        Some(signed) if signed.size <= last => {
            Ok(format!("{begins} to line {last}. The signed head covers the lines up to {}; those after it came later.", signed.size - 1))
        }
        Some(_) => Ok(format!("{begins} to line {last}, and the head is signed.")),
    }
}

#[cfg(test)]
mod tests {
    use super::looked_through;
    use engine::proof::receipt::Outcome;
    use engine::proof::{Head, LogLine};

    /// A log of so many lines, with the heads before each and after the last.
    fn log(lines: usize) -> (Vec<LogLine>, Vec<Head>) {
        let (mut all, mut heads) = (Vec::new(), vec![Head::start()]);
        for n in 0..lines {
            let before = &heads[n];
            let line = LogLine {
                index: before.size,
                received_at: "2026-11-24T09:00:00.000000Z".to_owned(),
                kind: Outcome::Accepted,
                receipt_hash: "ab".repeat(32),
                prev_hash: before.hash.clone(),
            };
            let mut head = before.clone();
            head.follow(&line).expect("follows");
            heads.push(head);
            all.push(line);
        }
        (all, heads)
    }

    fn look(lines: &[LogLine], signed: Option<&Head>) -> Result<String, String> {
        looked_through(lines.iter().cloned().map(Ok), signed).map_err(|error| error.to_string())
    }

    #[test]
    fn lines_are_compared_with_the_head_at_its_place() {
        let (lines, heads) = log(6);
        assert!(look(&lines, None).is_ok_and(|said| said.contains("first line to line 5. Nothing here covers")));
        assert!(look(&lines, Some(&heads[6])).is_ok_and(|said| said.contains("line 5, and the head is signed")));
        // Lines that came after the head was downloaded.
        assert!(look(&lines, Some(&heads[4])).is_ok_and(|said| said.contains("up to 3")));
        // A part.
        assert!(look(&lines[2..], Some(&heads[6])).is_ok_and(|said| said.contains("from line 2 to line 5, and")));
        assert!(look(&lines[4..], Some(&heads[3])).is_err_and(|said| said.contains("from 4 to 5")));
        // A part that begins where the head ends, and a head of before the first line.
        assert!(look(&lines[4..], Some(&heads[4])).is_ok_and(|said| said.contains("All of them came after")));
        assert!(look(&lines[4..], Some(&Head { size: 4, hash: heads[3].hash.clone() })).is_err_and(|said| said.contains("up to line 3")));
        assert!(look(&lines, Some(&heads[0])).is_ok_and(|said| said.contains("All of them came after")));
        // The end is missing, or nothing is there.
        assert!(look(&lines[..4], Some(&heads[6])).is_err_and(|said| said.contains("up to there")));
        assert!(look(&[], Some(&heads[2])).is_err_and(|said| said.contains("no line")));
        assert!(look(&[], Some(&heads[0])).is_ok_and(|said| said.contains("no lines yet")));
        // Another head; a line that is gone.
        let other = Head { size: 4, hash: heads[3].hash.clone() };
        assert!(look(&lines, Some(&other)).is_err_and(|said| said.contains("up to line 3 these are not")));
        assert!(look(&[&lines[..2], &lines[3..]].concat(), None).is_err_and(|said| said.contains("broken at line 2")));
        let mut cut = lines[1..].to_vec();
        cut[0].index = 0;
        assert!(look(&cut, None).is_err());
    }
}

//! The last ten minutes before a closing: durable submissions with full receipts through the form, by 32 at once; and what readers notice.

use super::client::{Connection, get, post, sign_in};
use super::fill;
use super::process::Running;
use super::stage::AUTHORS;
use anyhow::{Context, Result, bail};
use engine::demo;
use model::domain::ids::PaperId;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Executor as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Who submits at once, and how many papers in all.
const SUBMITTERS: usize = 32;
const SUBMISSIONS: usize = 3_200;
/// Readers, how long each looks, and how many submissions arrive a second meanwhile.
const READERS: usize = 16;
const LOOK: Duration = Duration::from_secs(5);
const ARRIVING: usize = 100;
const ARRIVALS: usize = 500;

pub async fn run(program: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let drafts = fill::drafts(&url, &folder.path().join("keys.json"), SUBMISSIONS + ARRIVALS).await?;
    let bare = bare_commits(folder.path()).await?;
    let portal = Running::portal(program, folder.path())?;
    let port = portal.port;
    let cookies = AUTHORS.map(|email| sign_in(port, email, demo::PASSWORD));
    let mut papers = Vec::new();
    for (n, paper) in drafts.into_iter().enumerate() {
        let cookie = cookies[n % AUTHORS.len()].as_ref().map_err(|error| anyhow::anyhow!("{error}"))?;
        papers.push(Paper { id: paper, cookie: cookie.clone() });
    }
    let later = papers.split_off(SUBMISSIONS);
    let before = lines(port)?;

    println!("\nThe last ten minutes");
    println!("bare durable commits (SQLite, WAL, synchronous=FULL, 1 kB each): {bare:.0}/s");
    let alone = reads(port, LOOK)?;
    let arriving = std::thread::spawn(move || arrive(port, later));
    let beside = reads(port, LOOK)?;
    let arrived = arriving.join().map_err(|_| anyhow::anyhow!("a submitter panicked"))??;
    println!(
        "page reads: {alone:.0}/s alone, {beside:.0}/s while {arrived:.0} submissions arrive a second: {:.2} (bar 0.70)",
        beside / alone
    );
    let cpu = portal.cpu_ms()?;
    let load = submit_all(port, papers)?;
    let cpu = (portal.cpu_ms()? - cpu) / count(SUBMISSIONS);
    println!(
        "submissions with receipts, {SUBMITTERS} at once: {:.0}/s, {:.2} of the bare commits (bar 0.30, or 1000/s); p50 {:.1} ms, p99 {:.1} ms; {cpu:.2} CPU-ms each",
        load.rate,
        load.rate / bare,
        load.p50,
        load.p99
    );
    let added = lines(port)? - before;
    if added != SUBMISSIONS + ARRIVALS {
        bail!("the log has {added} new lines for {} submissions", SUBMISSIONS + ARRIVALS);
    }
    println!("resident memory, at most: {} MiB (bar 120)", portal.most_resident_mib()?);
    Ok(())
}

struct Paper {
    id: PaperId,
    cookie: String,
}

struct Load {
    rate: f64,
    p50: f64,
    p99: f64,
}

#[expect(clippy::cast_precision_loss, reason = "counts fit a float")]
const fn count(n: usize) -> f64 {
    n as f64
}

/// What the disk gives: transactions of one row, each synced, one after the other.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
async fn bare_commits(folder: &Path) -> Result<f64> {
    let options = SqliteConnectOptions::new()
        .filename(folder.join("bare.db"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let mut connection: SqliteConnection = options.connect().await?;
    connection.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT NOT NULL)").await?;
    let words = "x".repeat(1_000);
    let (started, mut commits) = (Instant::now(), 0);
    while started.elapsed() < Duration::from_secs(3) {
        sqlx::query("INSERT INTO bare (words) VALUES ($1)").bind(&words).execute(&mut connection).await?;
        commits += 1;
    }
    Ok(f64::from(commits) / started.elapsed().as_secs_f64())
}

/// How many lines the public log has.
fn lines(port: u16) -> Result<usize> {
    let head = Connection::open(port)?.send(&get("/log/head.json", None, "identity"))?;
    let head: serde_json::Value = serde_json::from_slice(&head.body)?;
    head["payload"]["size"].as_u64().and_then(|size| usize::try_from(size).ok()).context("a size")
}

/// Pages read in a second by [`READERS`], each one after the other.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn reads(port: u16, how_long: Duration) -> Result<f64> {
    let started = Instant::now();
    let readers: Vec<_> = (0..READERS)
        .map(|_| {
            std::thread::spawn(move || -> Result<usize> {
                let mut connection = Connection::open(port)?;
                let mut pages = 0;
                while started.elapsed() < how_long {
                    let answer = connection.send(&get("/papers", None, "identity"))?;
                    if answer.status != 200 {
                        bail!("a page answered {}", answer.status);
                    }
                    pages += 1;
                }
                Ok(pages)
            })
        })
        .collect();
    let mut pages = 0;
    for reader in readers {
        pages += reader.join().map_err(|_| anyhow::anyhow!("a reader panicked"))??;
    }
    Ok(count(pages) / started.elapsed().as_secs_f64())
}

fn submit(connection: &mut Connection, port: u16, paper: &Paper) -> Result<()> {
    let path = format!("/papers/{}/submit", paper.id);
    let body = format!("version=1&key={}-0", paper.id.0.simple());
    let answer = connection.send(&post(port, &path, Some(&paper.cookie), &body))?;
    let receipt = answer.header("location").is_some_and(|location| location.ends_with("/receipt"));
    if answer.status == 303 && receipt { Ok(()) } else { bail!("a submission answered {}", answer.status) }
}

/// Submissions at a fixed pace, whatever the answers take; answers how many a second there were.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn arrive(port: u16, papers: Vec<Paper>) -> Result<f64> {
    let (papers, next, started) = (Arc::new(papers), Arc::new(AtomicUsize::new(0)), Instant::now());
    let workers: Vec<_> = (0..16)
        .map(|_| {
            let (papers, next) = (papers.clone(), next.clone());
            std::thread::spawn(move || -> Result<()> {
                let mut connection = Connection::open(port)?;
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some(paper) = papers.get(n) else { return Ok(()) };
                    let due = Duration::from_secs_f64(count(n) / count(ARRIVING));
                    std::thread::sleep(due.saturating_sub(started.elapsed()));
                    submit(&mut connection, port, paper)?;
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow::anyhow!("a submitter panicked"))??;
    }
    Ok(count(papers.len()) / started.elapsed().as_secs_f64())
}

/// All papers, by [`SUBMITTERS`] at once, each one after the other.
#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn submit_all(port: u16, papers: Vec<Paper>) -> Result<Load> {
    let (papers, next, failed) = (Arc::new(papers), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let started = Instant::now();
    let workers: Vec<_> = (0..SUBMITTERS)
        .map(|_| {
            let (papers, next, failed) = (papers.clone(), next.clone(), failed.clone());
            std::thread::spawn(move || -> Result<Vec<Duration>> {
                let mut connection = Connection::open(port)?;
                let mut times = Vec::new();
                while let Some(paper) = papers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let at = Instant::now();
                    if let Err(error) = submit(&mut connection, port, paper) {
                        failed.store(true, Ordering::Relaxed);
                        return Err(error);
                    }
                    times.push(at.elapsed());
                    if failed.load(Ordering::Relaxed) {
                        break;
                    }
                }
                Ok(times)
            })
        })
        .collect();
    let mut times = Vec::new();
    for worker in workers {
        times.extend(worker.join().map_err(|_| anyhow::anyhow!("a submitter panicked"))??);
    }
    let seconds = started.elapsed().as_secs_f64();
    times.sort();
    let at = |percent: usize| times.get(times.len() * percent / 100).map_or(0.0, |time| time.as_secs_f64() * 1000.0);
    Ok(Load { rate: count(times.len()) / seconds, p50: at(50), p99: at(99) })
}

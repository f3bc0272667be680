//! `make bench`: what a page costs, beside a bare axum handler of the same run. Ratios count; absolute times are those of the machine.
//!
//! Starts the release program on a database of its own with 200 public papers, and a bare handler that answers 20 000 bytes,
//! both as processes of their own, and reads their CPU time from `/proc`.

#[path = "../../tests/support/client.rs"]
mod client;
mod fill;
mod last_minutes;
mod process;
mod queues;
#[path = "../../tests/support/stage.rs"]
mod stage;
mod summaries;
mod table;

use anyhow::{Context, Result};
use engine::demo;
use std::path::Path;
use table::Row;

/// How many public papers the list holds.
const PAPERS: usize = 200;
/// Connections at once, as in the comparison with other systems.
const CONNECTIONS: usize = 64;

#[tokio::main]
async fn main() -> Result<()> {
    if let Some(listen) = std::env::args().skip_while(|a| a != "--floor").nth(1) {
        return floor(&listen).await;
    }
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let (paper, round) = fill::fill(&url, &folder.path().join("keys.json"), PAPERS).await?;
    let program = std::env::current_exe()?.parent().and_then(Path::parent).context("beside the examples")?.join("openfloor");

    let floor = process::Running::floor()?;
    let portal = process::Running::portal(&program, folder.path())?;
    println!("start to first answer on an existing database: {} ms", portal.started_in.as_millis());
    println!("resident memory, idle: {} MiB", portal.resident_mib()?);
    let cookie = client::sign_in(portal.port, "ngo@demo.example", demo::PASSWORD)?;

    let base = measure("bare axum handler, 20 kB", &floor, "/", None)?;
    let pages = [
        ("list of 200 papers", "/papers".to_owned(), None),
        ("paper", format!("/papers/{paper}"), None),
        ("front page", "/".to_owned(), None),
        ("round", format!("/rounds/{round}"), None),
        ("desk, signed in", "/desk".to_owned(), Some(cookie.as_str())),
    ];
    let mut rows = vec![base];
    for (name, path, cookie) in &pages {
        rows.push(measure(name, &portal, path, *cookie)?);
    }
    table::print(&rows);
    println!("resident memory, at most: {} MiB", portal.most_resident_mib()?);
    first_load(portal.port, &format!("/rounds/{round}"))?;
    drop(portal);
    queues::run(&program).await?;
    summaries::run(&program).await?;
    last_minutes::run(&program).await
}

fn measure(name: &str, server: &process::Running, path: &str, cookie: Option<&str>) -> Result<Row> {
    // Warm up, then measure.
    client::load(server.port, path, cookie, 4, 50)?;
    let before = server.cpu_ms()?;
    let load = client::load(server.port, path, cookie, CONNECTIONS, 3000)?;
    let cpu = server.cpu_ms()? - before;
    Ok(Row::new(name, &load, cpu))
}

/// What a first visit transfers: the page, the style, and the browser part where there is an island.
fn first_load(port: u16, path: &str) -> Result<()> {
    for path in ["/papers", path] {
        let page = client::fetch(port, path, "br")?;
        let text = client::fetch(port, path, "identity")?.text();
        let mut total = page.body.len();
        let mut parts = Vec::new();
        for piece in text.split('"').filter(|p| p.starts_with("/pkg/")) {
            if !parts.contains(&piece) {
                parts.push(piece);
                total += client::fetch(port, piece, "br")?.body.len();
            }
        }
        println!(
            "first load of {}: {:.1} kB transferred in {} files",
            path.split('/').nth(1).unwrap_or(path),
            bytes_to_kb(total),
            parts.len() + 1
        );
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files fit a float")]
fn bytes_to_kb(bytes: usize) -> f64 {
    bytes as f64 / 1000.0
}

/// The bare handler everything is compared with.
async fn floor(listen: &str) -> Result<()> {
    let body: &'static str = Box::leak("x".repeat(20_000).into_boxed_str());
    let router = axum::Router::new().route("/", axum::routing::get(move || async move { body }));
    let listener = tokio::net::TcpListener::bind(listen).await?;
    server::web::serve(listener, router, std::future::pending(), std::future::ready(())).await;
    Ok(())
}

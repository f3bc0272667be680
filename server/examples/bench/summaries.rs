//! The summary of a session with 1 000 papers and 20 000 comments: what its editor, its statistics and the compilation cost.

use super::client;
use super::fill;
use super::process::Running;
use super::table::{self, Row};
use anyhow::Result;
use engine::demo;
use std::path::Path;

const PAPERS: usize = 1_000;
const COMMENTS: usize = 20_000;
/// Server time a page may take, in milliseconds.
const BAR_MS: f64 = 200.0;
const CONNECTIONS: usize = 2;
const REQUESTS: usize = 40;

pub async fn run(program: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let (session, draft) = fill::session(&url, &folder.path().join("keys.json"), PAPERS, COMMENTS).await?;
    let portal = Running::portal(program, folder.path())?;
    let cookie = client::sign_in(portal.port, "chair@demo.example", demo::PASSWORD)?;
    let pages = [
        ("summary: outline with coverage", format!("/sessions/{session}/summary/write")),
        ("summary: a part", format!("/sessions/{session}/summary/parts/overview")),
        ("summary: statistics", format!("/sessions/{session}/statistics")),
        ("summary: list of inputs", format!("/sessions/{session}/inputs?type=ngo&kind=comment")),
        ("summary: contributors", format!("/sessions/{session}/contributors")),
        ("summary: compilation, first page", format!("/drafts/{draft}/compilation")),
    ];
    let mut rows = Vec::new();
    for (name, path) in &pages {
        client::load(portal.port, path, Some(&cookie), CONNECTIONS, 4)?;
        let before = portal.cpu_ms()?;
        let load = client::load(portal.port, path, Some(&cookie), CONNECTIONS, REQUESTS)?;
        rows.push(Row::new(name, &load, portal.cpu_ms()? - before));
    }
    println!("a session with {PAPERS} papers and {COMMENTS} comments; the bar is {BAR_MS} ms of the server's time a page");
    table::print(&rows);
    Ok(())
}

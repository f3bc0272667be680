//! A moderator's queue with 300 inputs and with 20 000: what it costs to open it and to read only some of it.

use super::client;
use super::fill;
use super::process::Running;
use super::table::{self, Row};
use anyhow::Result;
use engine::demo;
use std::path::Path;

/// Inputs that wait, first and then.
const FEW: usize = 300;
const MANY: usize = 20_000;
/// What is asked for: everything, half of it, and what nothing is.
const ASKED: [(&str, &str); 4] =
    [("all", ""), ("one type", "&type=ngo"), ("one language", "&language=en"), ("a language nobody wrote in", "&language=ru")];
const CONNECTIONS: usize = 16;
const REQUESTS: usize = 600;

pub async fn run(program: &Path) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let keys = folder.path().join("keys.json");
    fill::queue(&url, &keys, FEW).await?;
    let few = measure(program, folder.path(), FEW)?;
    fill::queue(&url, &keys, MANY - FEW).await?;
    let many = measure(program, folder.path(), MANY)?;
    let rows: Vec<Row> = few.into_iter().zip(many).flat_map(|(few, many)| [few, many]).collect();
    table::print(&rows);
    for pair in rows.chunks(2) {
        println!("{}: {:.2} times its cost with {FEW}", pair[1].name(), pair[1].cpu() / pair[0].cpu().max(0.001));
    }
    Ok(())
}

fn measure(program: &Path, folder: &Path, waiting: usize) -> Result<Vec<Row>> {
    let portal = Running::portal(program, folder)?;
    let cookie = client::sign_in(portal.port, "secretariat@demo.example", demo::PASSWORD)?;
    let mut rows = Vec::new();
    for (name, query) in ASKED {
        let path = format!("/moderation?queue=oewg{query}");
        client::load(portal.port, &path, Some(&cookie), 4, 50)?;
        let before = portal.cpu_ms()?;
        let load = client::load(portal.port, &path, Some(&cookie), CONNECTIONS, REQUESTS)?;
        rows.push(Row::new(&format!("queue of {waiting}: {name}"), &load, portal.cpu_ms()? - before));
    }
    Ok(rows)
}

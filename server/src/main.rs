//! `openfloor`: the program.

use clap::Parser;
use server::cli::{Cli, run};
use std::process::ExitCode;

/// Pages are made of many small texts, handed from the thread that reads the database to the one that renders: the
/// allocator of the system spends a third of a list page on them (ADR 0015).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("openfloor: {error:#}");
            ExitCode::FAILURE
        }
    }
}

//! `openfloor`: the program.

use clap::Parser;
use server::cli::{Cli, run};
use std::process::ExitCode;

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

//! `cargo site`: builds the browser part of Openfloor into `target/site`.
//!
//! 1. `browser`, the islands of `app`, as WebAssembly;
//! 2. its JavaScript glue, by wasm-bindgen's own library;
//! 3. the stylesheet in one file, and the public files;
//! 4. brotli and gzip of all that is text.
//!
//! The server finds everything there, or embeds it.

mod compress;
mod style;
mod wasm;

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::{env, fs};

const USAGE: &str = "usage: cargo site     (builds target/site: WebAssembly, stylesheet, public files)";

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some("site") => site(),
        _ => bail!(USAGE),
    }
}

fn site() -> Result<()> {
    let root = root()?;
    let site = root.join("target/site");
    fs::create_dir_all(&site).with_context(|| format!("cannot make {}", site.display()))?;
    let wasm = wasm::build(&root)?;
    for (name, bytes) in wasm {
        compress::write(&site, &name, &bytes)?;
    }
    compress::write(&site, "main.css", style::bundle(&root.join("style"))?.as_bytes())?;
    for entry in fs::read_dir(root.join("public")).context("public/ is missing")? {
        let path = entry?.path();
        if let Some(name) = path.file_name().and_then(|name| name.to_str()).filter(|_| path.is_file()) {
            compress::write(&site, name, &fs::read(&path)?)?;
        }
    }
    println!("site: target/site is up to date");
    Ok(())
}

/// The workspace, two folders above this crate.
fn root() -> Result<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_path_buf).context("no workspace above xtask")
}

//! The crate `browser` to WebAssembly, and the glue that loads it.

use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// The name the pages ask for; leptos reads the same from `.cargo/config.toml` when it compiles.
const NAME: &str = "portal";

/// Builds both files: `portal.wasm` and `portal.js`.
pub fn build(root: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .current_dir(root)
        .args(["build", "--package", "browser", "--lib"])
        .args(["--target", "wasm32-unknown-unknown", "--profile", "wasm-release"])
        .status()
        .context("cannot start cargo")?;
    if !status.success() {
        bail!("the browser part did not compile for the browser (is the target there? `rustup target add wasm32-unknown-unknown`)");
    }
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let input = target.join("wasm32-unknown-unknown/wasm-release/browser.wasm");
    let out = target.join("wasm-bindgen");
    Bindgen::new()
        .input_path(&input)
        .out_name(NAME)
        .web(true)?
        .typescript(false)
        // 54 kB after brotli, and nobody reads function names in the browser.
        .remove_name_section(true)
        .generate(&out)
        .with_context(|| format!("wasm-bindgen could not read {}", input.display()))?;
    let read = |name: String| fs::read(out.join(&name)).with_context(|| format!("wasm-bindgen did not write {name}"));
    Ok(vec![(format!("{NAME}.js"), read(format!("{NAME}.js"))?), (format!("{NAME}.wasm"), read(format!("{NAME}_bg.wasm"))?)])
}

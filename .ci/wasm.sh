#!/usr/bin/env bash
# Makes sure that Rust can compile for the browser.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v cargo >/dev/null; then
  echo 'Rust is missing. Install it with rustup (https://rustup.rs), then run this again.'
  exit 1
fi
target=wasm32-unknown-unknown
[ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ] && exit
if ! command -v rustup >/dev/null; then
  echo "This Rust cannot compile for the browser (target $target), and rustup is not here to add it."
  exit 1
fi
echo "Adding the Rust target $target."
rustup target add "$target"

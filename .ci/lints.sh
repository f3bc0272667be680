#!/usr/bin/env bash
# Sourced: our own crates are compiled by clippy's compiler, which is rustc with the lints: the tests are built and looked at in one go,
# and what the crates are built of is compiled once rather than checked first and compiled afterwards. A lint is a warning here and stops
# no test; `lints_found LOG` says whether there was any.
set -euo pipefail

RUSTC_WORKSPACE_WRAPPER=$(rustc --print sysroot)/bin/clippy-driver
export RUSTC_WORKSPACE_WRAPPER
# How cargo hands arguments to clippy's compiler.
export CLIPPY_ARGS=--cap-lints__CLIPPY_HACKERY__warn__CLIPPY_HACKERY__

[ -x "$RUSTC_WORKSPACE_WRAPPER" ] || { echo 'Clippy is missing. Install it with: rustup component add clippy'; exit 1; }

# Whether the log of a build holds a warning. Cargo repeats those of crates that it does not compile anew.
lints_found() {
  grep -E '^(warning|error)' "$1"
}

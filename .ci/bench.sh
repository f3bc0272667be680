#!/usr/bin/env bash
# Measures the release build: CPU time, latency, memory, start, transfer sizes. The program starts everything it needs itself.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/packages.sh compiler
.ci/wasm.sh
echo 'Building the site, then the server in release: some 10 minutes the first time on two cores.'
cargo site
cargo build --release -p server --features embed-site --bin openfloor --example bench
exec "${CARGO_TARGET_DIR:-target}/release/examples/bench"

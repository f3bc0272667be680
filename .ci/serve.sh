#!/usr/bin/env bash
# Builds the portal quickly and starts it with demonstration data.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n%s\n' "$1"; }

target=${CARGO_TARGET_DIR:-target}
say 'Openfloor is built from source. The first time this takes 6 to 12 minutes on two cores, later seconds.'
.ci/packages.sh compiler
.ci/wasm.sh

say '1 of 3: the browser part (WASM, style). The first time about a minute.'
cargo site

say '2 of 3: the server, with its pages, texts and database migrations inside. The first time 5 to 10 minutes.'
cargo build --profile quick -p server --features embed-site --bin openfloor

say '3 of 3: starting. Stop it with Ctrl-C; the data is kept for the next start.'
# The demonstration logins have a known password; a second factor would only stand in the way of looking around.
export OPENFLOOR_SECOND_FACTOR=${OPENFLOOR_SECOND_FACTOR:-optional}
OPENFLOOR_MODE=demonstration exec "$target/quick/openfloor" serve --demo

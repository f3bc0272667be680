#!/usr/bin/env bash
# Builds the portal quickly and starts it with demonstration data.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n%s\n' "$1"; }

target=${CARGO_TARGET_DIR:-target}
say 'Openfloor is built from source. The first time this takes some 11 minutes on two cores, later seconds.'
.ci/packages.sh compiler
.ci/wasm.sh

server() { cargo build --profile quick -p server --features embed-site --bin openfloor; }

# Both at once: the browser part is linked on one core, and most changes do not touch it. It goes into the server, which is compiled last
# of all; should it have come too late for that, the one file that holds it is compiled again.
say '1 of 3: the browser part (WASM, style), in the background. The first time about 4 minutes.'
mkdir -p "$target"
log=$target/site.txt
# There once a server was built with a whole browser part in it.
taken_in=$target/site-taken-in
began=$(mktemp)
cargo build --quiet --package xtask
cargo site >"$log" 2>&1 & site=$!
trap 'kill "$site" 2>/dev/null || true; rm -f "$began"' EXIT
say '2 of 3: the server, with its pages, texts and database migrations inside. The first time 8 to 11 minutes.'
server
wait "$site" || { cat "$log"; exit 1; }
if [ ! -e "$taken_in" ] || [ -n "$(find target/site -type f -newer "$began" -print -quit)" ]; then
  touch server/src/web/assets.rs
  server
fi
touch "$taken_in"
rm -f "$began"
trap - EXIT

say '3 of 3: starting. Stop it with Ctrl-C; the data is kept for the next start.'
# The demonstration logins have a known password; a second factor would only stand in the way of looking around.
export OPENFLOOR_SECOND_FACTOR=${OPENFLOOR_SECOND_FACTOR:-optional}
OPENFLOOR_MODE=demonstration exec "$target/quick/openfloor" serve --demo

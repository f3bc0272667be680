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

if [ -e target/site/portal.wasm ]; then
  say '1 of 3: the browser part (WASM, style). Seconds, unless it has changed.'
  cargo site
  say '2 of 3: the server, with its pages, texts and database migrations inside.'
  server
else
  # Both at once: the browser part is linked on one core. It goes into the server, which is compiled last of all; should it have come
  # too late for that, the one file that holds it is compiled again.
  say '1 of 3: the browser part (WASM, style), beside the server. About 4 minutes.'
  cargo build --quiet --package xtask
  mkdir -p "$target"
  log=$target/site.txt
  cargo site >"$log" 2>&1 & site=$!
  trap 'kill "$site" 2>/dev/null || true' EXIT
  say '2 of 3: the server, with its pages, texts and database migrations inside. 8 to 11 minutes.'
  server
  wait "$site" || { cat "$log"; exit 1; }
  trap - EXIT
  touch server/src/web/assets.rs
  server
fi

say '3 of 3: starting. Stop it with Ctrl-C; the data is kept for the next start.'
# The demonstration logins have a known password; a second factor would only stand in the way of looking around.
export OPENFLOOR_SECOND_FACTOR=${OPENFLOOR_SECOND_FACTOR:-optional}
OPENFLOOR_MODE=demonstration exec "$target/quick/openfloor" serve --demo

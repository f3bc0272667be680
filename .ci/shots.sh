#!/usr/bin/env bash
# Screenshots of every page (desktop, 320 px, Arabic, dark) into end2end/shots.
set -euo pipefail
cd "$(dirname "$0")/.."
.ci/packages.sh compiler chromium fonts node
.ci/wasm.sh
cargo site
cargo build -p server --example e2e_server
target=$(readlink -m "${CARGO_TARGET_DIR:-target}")
export OPENFLOOR_E2E_SERVER=${OPENFLOOR_E2E_SERVER:-$target/debug/examples/e2e_server}
cd end2end
[ -d node_modules ] || npm ci --no-fund --no-audit
rm -rf shots
OPENFLOOR_SHOTS=1 npx --no-install playwright test --project=shots </dev/null
echo "The pictures are in end2end/shots: $(find shots -name '*.png' | wc -l) files."

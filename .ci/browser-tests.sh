#!/usr/bin/env bash
# Runs the journeys in Chromium. Needs target/debug/examples/e2e_server and the site; fails if a project ran no test.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$(readlink -m "${CARGO_TARGET_DIR:-target}")
export OPENFLOOR_E2E_SERVER=${OPENFLOOR_E2E_SERVER:-$target/debug/examples/e2e_server}
cd end2end
rm -rf results
status=0
npx --no-install playwright test </dev/null || status=$?
node tools/summary.mjs results/report.json
exit "$status"

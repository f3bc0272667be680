#!/usr/bin/env bash
# Everything that must hold, in the order in which it fails fastest. CI runs this too (.ci/run).
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=.ci/steps.sh
source .ci/steps.sh

logs=${CARGO_TARGET_DIR:-target}/test-logs
cargo_log=$logs/cargo-test.txt
report=end2end/results/report.json
rm -rf "$cargo_log" end2end/results
mkdir -p "$logs"

# Measured, without what cargo keeps for the next build; with that, twice as much and more.
echo "Room left on this disk: $(room_left) (a build from nothing takes 6G)"

prepare() {
  .ci/packages.sh compiler postgres headless fonts java node && .ci/wasm.sh && cd end2end && npm ci --no-fund --no-audit
}
types() { cd end2end && npx --no-install tsc --noEmit; }
site_made() { cat "$logs/site.txt"; return "$site_status"; }
html() { cd end2end && node tools/check-html.mjs; }

must 'Prepare: programs and npm packages' prepare
step 'Format of the Rust code' cargo fmt --all --check || true
step 'Types of the browser tests' types || true
# The site is linked on one core: it is made beside the build of the tests.
must 'Tool that makes the site' cargo build --quiet --package xtask
cargo site >"$logs/site.txt" 2>&1 & site=$!
trap 'kill "$site" 2>/dev/null || true' EXIT
step 'Build of the tests, with the lints of the server side' .ci/build-tests.sh "$logs/build.txt" || true
site_status=0
wait "$site" || site_status=$?
trap - EXIT
must 'Site: WASM, glue, style' site_made
step 'Lints of the browser side' cargo clippy -p app -p browser -p model --lib --features app/hydrate \
  --target wasm32-unknown-unknown -- -D warnings || true
step 'Tests of the crates, on SQLite and PostgreSQL' .ci/cargo-tests.sh "$cargo_log" || true
step 'Journeys in Chromium' .ci/browser-tests.sh || true
step 'Validity of the HTML seen' html || true

print_times
read -r cargo_passed cargo_failed <<<"$(.ci/count-cargo.sh "$cargo_log")"
read -r web_passed web_failed <<<"$(node end2end/tools/summary.mjs --counts "$report")"
printf '\n==== Closing lines of the runners\n'
grep '^test result: ' "$cargo_log" || echo 'cargo test: no closing line'
node end2end/tools/summary.mjs "$report" || true
passed=$((cargo_passed + web_passed))
failed=$((cargo_failed + web_failed))
print_failures
if [ ${#step_failures[@]} -gt 0 ]; then
  printf 'Failed step: %s\n' "${step_failures[@]}"
  # A step that failed without a failed test (a lint, the format) counts as one.
  if [ "$failed" -eq 0 ]; then failed=${#step_failures[@]}; fi
fi
printf '\n%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

#!/usr/bin/env bash
# Runs the tests of all crates on both databases, keeps the log, and fails if there was nothing to run.
#   .ci/cargo-tests.sh LOGFILE
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=.ci/lints.sh
source .ci/lints.sh

log=$1
target=${CARGO_TARGET_DIR:-target}
mkdir -p "$(dirname "$log")"
status=0
# The use cases run a second time, on PostgreSQL.
# shellcheck disable=SC2016 # the inner shell expands
.ci/with-postgres.sh bash -c '
  status=0
  cargo test --workspace --no-fail-fast || status=$?
  echo "The use cases over HTTP once more, on PostgreSQL:"
  OPENFLOOR_TEST_DATABASE=postgres cargo test --workspace --no-fail-fast --test it || status=$?
  exit $status
' 2>&1 | tee "$log" || status=$?

read -r passed failed <<<"$(.ci/count-cargo.sh "$log")"
if [ "$passed" -eq 0 ]; then echo 'No test of the crates has run.'; exit 1; fi
if [ "$failed" -ne 0 ]; then exit 1; fi
if [ "$status" -ne 0 ]; then exit "$status"; fi
if [ ! -x "$target/debug/examples/e2e_server" ]; then
  echo "The server of the browser tests was not built: $target/debug/examples/e2e_server is missing."
  exit 1
fi

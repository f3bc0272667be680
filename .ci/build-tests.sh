#!/usr/bin/env bash
# Compiles all crates with their tests, and fails if a lint finds something.
#   .ci/build-tests.sh LOGFILE
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=.ci/lints.sh
source .ci/lints.sh

log=$1
mkdir -p "$(dirname "$log")"
# The test server is told at build time where the site lies; of a folder that is not there it would keep a way it never finds again.
mkdir -p target/site
status=0
cargo test --workspace --no-run 2>&1 | tee "$log" || status=$?
if [ "$status" -ne 0 ]; then exit "$status"; fi
if lints_found "$log" >/dev/null; then
  echo 'The lints have found something: see the warnings above.'
  exit 1
fi

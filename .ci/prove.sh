#!/usr/bin/env bash
# The heavy proofs at full size, on both databases, and those that measure time. `make test` runs the former small, the latter not at
# all: other tests run beside them there.
set -euo pipefail
cd "$(dirname "$0")/.."
# As `make test` has built them.
# shellcheck source=.ci/lints.sh
source .ci/lints.sh
.ci/packages.sh compiler postgres
log=${CARGO_TARGET_DIR:-target}/test-logs/prove.txt
mkdir -p "$(dirname "$log")"
status=0
# One after the other: several of them measure.
OPENFLOOR_PROOF=full .ci/with-postgres.sh cargo test --workspace proof_ -- --nocapture --include-ignored --test-threads=1 2>&1 | tee "$log" || status=$?
read -r passed failed <<<"$(.ci/count-cargo.sh "$log")"
if [ "$passed" -eq 0 ]; then echo 'No proof has run.'; status=1; fi
printf '%d passed, %d failed\n' "$passed" "$failed"
exit "$status"

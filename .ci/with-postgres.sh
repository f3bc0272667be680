#!/usr/bin/env bash
# Runs a command with a private PostgreSQL, whose URL it finds in OPENFLOOR_TEST_POSTGRES; stops PostgreSQL in any case.
#   .ci/with-postgres.sh cargo test
# If the variable is set already, that server is used instead.
set -euo pipefail

if [ -n "${OPENFLOOR_TEST_POSTGRES:-}" ]; then exec "$@"; fi

script=$(dirname "$(readlink -f "$0")")/postgres.sh
started=$("$script" start)
folder=${started%%$'\n'*}
trap '"$script" stop "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
export OPENFLOOR_TEST_POSTGRES=${started##*$'\n'}
"$@"

#!/usr/bin/env bash
# Reads the closing lines of cargo's test runner in a log; prints two numbers: passed and failed.
set -euo pipefail
[ -f "$1" ] || { echo 0 0; exit; }
awk '/^test result: / { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } }
     END { print p + 0, f + 0 }' "$1"

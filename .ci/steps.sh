#!/usr/bin/env bash
# Sourced: runs the steps of a long script, each with a title and its wall time, and sums up at the end.
# `step TITLE COMMAND…` goes on after a failure; `must TITLE COMMAND…` ends the script there. Both tell by their status.
set -euo pipefail

step_times=()
step_failures=()

step() {
  local title=$1 began=$SECONDS status=0
  shift
  printf '\n==== %s\n' "$title"
  # In a subshell, so that a step may change the folder. `set -e` does not hold in here: steps are chained with `&&`.
  ( "$@" ) || status=$?
  step_times+=("$(printf '%6d s  %s%s' $((SECONDS - began)) "$title" "$([ $status -eq 0 ] || echo '  FAILED')")")
  if [ $status -ne 0 ]; then step_failures+=("$title"); fi
  printf '==== %s: %s after %d s\n' "$title" "$([ $status -eq 0 ] && echo "done" || echo FAILED)" $((SECONDS - began))
  return $status
}

must() {
  step "$@" || { print_times; printf 'Stopped: nothing after "%s" can run.\n\n0 passed, %d failed\n' "$1" ${#step_failures[@]}; exit 1; }
}

print_times() {
  printf '\n==== Times\n'
  printf '%s\n' "${step_times[@]}"
  printf '%6d s  in all\n' "$SECONDS"
}

#!/usr/bin/env bash
# Sourced: runs the steps of a long script, each with a title and its wall time, and sums up at the end.
# `step TITLE COMMAND…` goes on after a failure; `must TITLE COMMAND…` ends the script there. Both tell by their status.
# What a step says is kept too, so that `print_failures` can end with the reason: the end is what one reads first.
set -euo pipefail

step_times=()
step_failures=()
step_logs=${CARGO_TARGET_DIR:-target}/step-logs
rm -rf "$step_logs"
mkdir -p "$step_logs"

step() {
  local title=$1 began=$SECONDS status=0
  shift
  printf '\n==== %s\n' "$title"
  # In a subshell, so that a step may change the folder. `set -e` does not hold in here: steps are chained with `&&`.
  ( "$@" ) 2>&1 | tee "$step_logs/$title.txt" || status=$?
  step_times+=("$(printf '%6d s  %s%s' $((SECONDS - began)) "$title" "$([ $status -eq 0 ] || echo '  FAILED')")")
  if [ $status -ne 0 ]; then step_failures+=("$title"); fi
  printf '==== %s: %s after %d s\n' "$title" "$([ $status -eq 0 ] && echo "done" || echo FAILED)" $((SECONDS - began))
  return $status
}

must() {
  step "$@" || { print_times; print_failures; printf 'Stopped: nothing after "%s" can run.\n\n0 passed, %d failed\n' "$1" ${#step_failures[@]}; exit 1; }
}

print_times() {
  printf '\n==== Times\n'
  printf '%s\n' "${step_times[@]}"
  printf '%6d s  in all\n' "$SECONDS"
}

# The failed steps with the last lines of each, and the room left on the disk: a full one fails in many guises.
print_failures() {
  local title
  for title in "${step_failures[@]}"; do
    printf '\n==== The last lines of: %s\n' "$title"
    tail -n 12 "$step_logs/$title.txt" | cut -c 1-400
  done
  if [ ${#step_failures[@]} -gt 0 ]; then printf '\nRoom left on this disk: %s\n' "$(room_left)"; fi
}

room_left() { df -h --output=avail . | tail -n 1 | tr -d ' '; }

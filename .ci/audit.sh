#!/usr/bin/env bash
# Licences, bans and sources of all dependencies, and known vulnerabilities where their database can be reached.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! cargo deny --version >/dev/null 2>&1; then
  echo 'Installing cargo-deny (once, some minutes).'
  cargo install cargo-deny --locked
fi
cargo deny check licenses bans sources

if cargo deny fetch db; then
  cargo deny check --disable-fetch advisories
else
  echo
  echo 'Known vulnerabilities were NOT checked: their database could not be reached from here.'
fi

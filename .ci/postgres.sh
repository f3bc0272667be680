#!/usr/bin/env bash
# A private PostgreSQL in a temporary folder, for tests. It listens on a free port of the loopback address only.
#   .ci/postgres.sh start        starts one; prints two lines: its folder, and its URL
#   .ci/postgres.sh stop FOLDER  stops that one and removes the folder
# PostgreSQL refuses to run as root: then it runs as the user `postgres` (the Debian package makes that user).
set -euo pipefail

die() { printf 'postgres.sh: %s\n' "$1" >&2; exit 1; }

# The folder of PostgreSQL's own programs: the newest of Debian's, or wherever PATH finds them.
programs() {
  local newest
  newest=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  if [ -x "$newest" ]; then dirname "$newest"
  elif command -v initdb >/dev/null; then dirname "$(command -v initdb)"
  else die 'PostgreSQL is not installed. On Debian and Ubuntu: apt-get install postgresql'
  fi
}

# Runs a command as the owner of the cluster.
as_owner() {
  if [ "$(id -u)" -ne 0 ]; then "$@"
  elif command -v runuser >/dev/null; then runuser -u postgres -- "$@"
  else su -s /bin/sh postgres -c "$(printf '%q ' "$@")"
  fi
}

free_port() {
  local port
  for port in $(shuf -i 20000-32000 -n 50); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
  die 'no free port found'
}

start() {
  local bin folder port try
  bin=$(programs)
  folder=$(mktemp -d "${TMPDIR:-/tmp}/openfloor-pg.XXXXXX")
  if [ "$(id -u)" -eq 0 ]; then
    id postgres >/dev/null 2>&1 || die 'the user postgres does not exist; the Debian package postgresql makes it'
    chown postgres: "$folder"
  fi
  cd "$folder"
  as_owner "$bin/initdb" --pgdata "$folder/data" --username openfloor --auth trust --encoding UTF8 --locale C \
    --no-sync >"$folder.initdb" 2>&1 || { cat "$folder.initdb" >&2; rm -rf "$folder" "$folder.initdb"; die 'initdb failed'; }
  rm -f "$folder.initdb"
  # Another program may take the port between the look and the start: three tries.
  for try in 1 2 3; do
    port=$(free_port)
    # A test database may be lost in a power cut: no waiting for the disk.
    if as_owner "$bin/pg_ctl" --pgdata "$folder/data" --log "$folder/log" --wait --timeout 60 --silent --options \
      "-h 127.0.0.1 -p $port -k $folder -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300" \
      start >/dev/null; then
      printf '%s\npostgres://openfloor@127.0.0.1:%s/postgres\n' "$folder" "$port"
      return
    fi
  done
  cat "$folder/log" >&2
  rm -rf "$folder"
  die "PostgreSQL did not start ($try tries)"
}

stop() {
  local folder=$1
  case "$(basename "$folder")" in openfloor-pg.*) ;; *) die "not a folder of this script: $folder" ;; esac
  [ -d "$folder" ] || return 0
  cd "$folder"
  as_owner "$(programs)/pg_ctl" --pgdata "$folder/data" --mode immediate --wait --silent stop >/dev/null || true
  cd /
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) [ $# -eq 2 ] || die 'stop needs the folder that start printed'; stop "$2" ;;
  *) die 'usage: postgres.sh start | stop FOLDER' ;;
esac

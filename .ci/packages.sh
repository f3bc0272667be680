#!/usr/bin/env bash
# Installs what is missing on the machine, by apt, and says what. What is there already is left alone.
#   .ci/packages.sh compiler postgres headless chromium fonts java node
set -euo pipefail

have() { command -v "$1" >/dev/null 2>&1; }

# The Debian packages of a need that is not met; nothing when it is.
missing() {
  case $1 in
    compiler) have cc || echo 'gcc libc6-dev' ;;
    postgres) have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql ;;
    headless) [ -x "${OPENFLOOR_CHROMIUM:-/usr/bin/chromium-headless-shell}" ] || echo chromium-headless-shell ;;
    chromium) [ -x "${OPENFLOOR_CHROMIUM:-/usr/bin/chromium}" ] || echo chromium ;;
    # For Chinese the smallest font there is; what is tested is that no letter is missing.
    fonts)
      [ -n "$(fc-list :lang=ar 2>/dev/null)" ] || printf 'fontconfig fonts-dejavu-core '
      [ -n "$(fc-list :lang=zh-cn 2>/dev/null)" ] || printf 'fonts-droid-fallback'
      ;;
    java) have java || echo default-jre-headless ;;
    node) have npm || echo 'nodejs npm' ;;
    *) printf 'packages.sh: unknown need %s\n' "$1" >&2; exit 2 ;;
  esac
}

packages=()
for need in "$@"; do
  read -ra more <<<"$(missing "$need")"
  packages+=("${more[@]}")
done
if [ ${#packages[@]} -eq 0 ]; then echo 'Nothing to install: all needed programs are here.'; exit; fi

have apt-get || { echo "Missing, and apt-get is not here to install them: ${packages[*]}"; exit 1; }
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  have sudo || { echo "Missing, and there is no sudo to install them: ${packages[*]}"; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${packages[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"

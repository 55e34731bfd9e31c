#!/usr/bin/env bash
# Makes sure that this machine can build zhibiao: a Swift toolchain, and the Debian packages named as arguments.
# Installs missing packages and says so first; where it may not, it says what to type.
set -euo pipefail

say() { printf '%s\n' "$*" >&2; }

# Swift: 6.1 or newer.
if ! command -v swift >/dev/null 2>&1; then
    say "zhibiao needs Swift 6.1 or newer, and there is no 'swift' on PATH."
    say "Install a toolchain for your system from https://www.swift.org/install/linux/ and run make again."
    exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
major=${version%%.*}
minor=${version#*.}
if [ -z "$version" ] || [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 1 ]; }; then
    say "zhibiao needs Swift 6.1 or newer; 'swift --version' says '${version:-nothing readable}'."
    say "Install a newer toolchain from https://www.swift.org/install/linux/ and run make again."
    exit 1
fi

# Debian packages.
if ! command -v dpkg-query >/dev/null 2>&1; then
    say "This is no Debian system: install what these Debian packages hold, if it is missing: $*"
    exit 0
fi
missing=()
for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    say "Missing Debian packages: ${missing[*]}"
    say "Type this, and run make again:"
    say "    sudo apt-get update && sudo apt-get install -y ${missing[*]}"
    exit 1
fi
say "Installing missing Debian packages: ${missing[*]}"
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q "$@" >&2 </dev/null; }
if ! { apt update && apt install -y --no-install-recommends "${missing[@]}"; }; then
    say "Installing failed. Type this, and run make again:"
    say "    sudo apt-get update && sudo apt-get install -y ${missing[*]}"
    exit 1
fi

#!/usr/bin/env bash
# Makes .build/python: an environment of Python with the programs from PyPI that tests compare with (named as arguments, pinned).
# Where PyPI cannot be reached it says so, and the tests that need them are left out.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.build/python
wanted="$*"
[ "$(cat "$folder/installed" 2>/dev/null || true)" = "$wanted" ] && exit 0
mkdir -p .build
rm -rf "$folder"
printf 'Installing into %s: %s\n' "$folder" "$wanted" >&2
if ! { python3 -m venv "$folder" && "$folder/bin/pip" install --quiet --disable-pip-version-check "$@"; } >&2; then
    rm -rf "$folder"
    printf 'That failed, so tests with pandas, DuckDB and Datasette are left out.\n' >&2
    exit 0
fi
printf '%s' "$wanted" >"$folder/installed"

#!/usr/bin/env bash
# Puts the man pages, and the completions that the program itself makes, where man and the shells look for them.
# Usage: scripts/install-help.sh PROGRAM SHARE
set -euo pipefail
program=$1
share=$2
pages=$(dirname "$0")/../docs/man
mkdir -p "$share/man/man1" "$share/bash-completion/completions" "$share/zsh/site-functions" "$share/fish/vendor_completions.d"
install -m 644 "$pages"/*.1 "$share/man/man1/"
"$program" --generate-completion-script bash >"$share/bash-completion/completions/zhibiao"
"$program" --generate-completion-script zsh >"$share/zsh/site-functions/_zhibiao"
"$program" --generate-completion-script fish >"$share/fish/vendor_completions.d/zhibiao.fish"

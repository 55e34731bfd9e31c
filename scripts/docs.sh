#!/usr/bin/env bash
# Makes the library's documentation with the toolchain's own DocC: no package is needed for it, so that builds stay as quick as they are.
# Usage: scripts/docs.sh FOLDER [docc options...]; a debug build has to be there.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:?usage: scripts/docs.sh FOLDER [docc options...]}
shift
build=$(cd .build/debug && pwd -P)
graphs=$build/symbol-graphs
rm -rf "$graphs" "$out"
mkdir -p "$graphs"
# What the compiler needs to load a module: where Swift's modules are, and the maps of those in C.
flags=(-I "$build/Modules" -I /usr/include/libxml2)
while IFS= read -r map; do flags+=(-Xcc "-fmodule-map-file=$map"); done < <(
    find "$build"/C*.build Sources .build/checkouts/GRDB.swift/Sources -name module.modulemap)
target=$(swift -print-target-info | sed -n 's/^ *"unversionedTriple": "\(.*\)",*$/\1/p')
for module in Zhibiao Figures Numerals ReportText Vocabulary; do
    swift symbolgraph-extract -module-name "$module" "${flags[@]}" -target "$target" -output-dir "$graphs" \
        -minimum-access-level public -skip-synthesized-members
done
docc convert Sources/Zhibiao/Zhibiao.docc --fallback-display-name Zhibiao --fallback-bundle-identifier zhibiao \
    --additional-symbol-graph-dir "$graphs" --output-path "$out" "$@"

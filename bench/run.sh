#!/usr/bin/env bash
# Runs every benchmark on data that can be made here: invented pages and archives (made once, under FOLDER/data), the golden texts.
# The figures of docs/performance.md are of real pages and texts, and of other programs beside ours; it has the command of each.
#
#   bench/run.sh FOLDER      where the benchmarks were built
set -euo pipefail
cd "$(dirname "$0")/.."
built=$1 data=$1/data
mkdir -p "$data"

# Makes FILE or FOLDER/ by bench/make_warc.py, whole or not at all.
make_once() {
  [ -e "$data/$1" ] || { python3 bench/make_warc.py "$data/new-$1" 30 && mv "$data/new-$1" "$data/$1"; }
}

# What each page took is for the comparison with other programs, not for a reader.
run() {
  echo "== $*"
  "$built/$1" "${@:2}" | sed 's/"seconds":\[[^]]*\],\?//' || { echo "bench: $1 failed with status ${PIPESTATUS[0]}" >&2; exit 1; }
}

make_once pages/
make_once pages.warc
make_once pages.warc.gz
run extract_vs_peers_bench "$data/pages" 3
run warc_reading_bench "$data/pages.warc"
run warc_reading_bench "$data/pages.warc.gz"
for model in sm md; do
  run runtime_vs_spacy_bench models/$model.stemma src/annotate/spacy/golden/texts.jsonl 3
  run parse_memory_bench models/$model.stemma src/annotate/spacy/golden/texts.jsonl
done

#!/usr/bin/env bash
# Prints every figure of docs/quality.md: runs the scorers of a data folder with the release program.
#
#   tools/score.sh SHARED     SHARED holds eval/ and data/; needs build/release/stemma and its models
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${1:?usage: tools/score.sh SHARED}
stemma=build/release/stemma
export PYTHONDONTWRITEBYTECODE=1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

score() { # TITLE PATTERN COMMAND...
  local title=$1 pattern=$2
  shift 2
  echo "== $title: ${*//"$shared"/SHARED}"
  python3 "$@" 2>/dev/null | grep -E "$pattern" || true
}

score extraction '^(Text|Snippets|Title|Date|Authors|Outlet|all|article-extraction|naeb|Speed)' "$shared/eval/extraction.py" --stemma $stemma
score attribution 'content|cue exact|source exact|said what|direct|mixed|articles per' "$shared/eval/attribution.py" --stemma $stemma
score times '^(== all|strict|relaxed|value F1|anchored)' "$shared/eval/times.py" --stemma $stemma
score quantities '^(== |relaxed|value|interval|unit|modifier|usable)' "$shared/eval/quantities.py" --stemma $stemma --data "$shared/data/quantities/news_dev.jsonl"
score names '^(== all|typed|untyped|chain)' "$shared/eval/entities.py" --stemma $stemma --set gum-news --set basil --set seed
score citations 'outlets|negatives|origin' "$shared/eval/outlet_citations.py" --stemma $stemma
score openie 'CaRB|WiRe57|BenchIE' "$shared/eval/openie.py" --stemma $stemma
score clustering 'set|online|mean' "$shared/eval/clustering.py" --stemma $stemma --online
python3 "$shared/eval/make_reuse.py" "$shared/data/reuse/source.jsonl" --articles 1000 --out "$scratch/reuse" >/dev/null
score reuse 'pairs|kinds|alike|spans|direction|speed|score' "$shared/eval/reuse.py" --stemma $stemma "$scratch/reuse"
score collation '.' "$shared/eval/collation.py" --stemma $stemma "$shared/data/collation/dev"
for model in sm md; do
  score "parity $model" '.' "$shared/eval/parity.py" --stemma $stemma --model $model
done

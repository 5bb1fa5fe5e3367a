#!/usr/bin/env bash
# Builds the fuzz targets and runs each for SECONDS; fails when one crashes, hangs, leaks or grows.
#
#   tools/fuzz.sh SECONDS [TARGET...]
#
# FUZZ_SEED=N starts from a fixed seed, as `make test` does, so that the same machine tries the same inputs again;
# without it every run tries others.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:?usage: tools/fuzz.sh SECONDS [TARGET...]}
shift
build=build/fuzz
crashes=$PWD/$build/crashes

mkdir -p "$build" "$crashes"
cmake --preset fuzz -DSTEMMA_TESTS=OFF >"$build/configure.log" 2>&1 || { cat "$build/configure.log"; exit 1; }
if [ $# -eq 0 ]; then
  for source in fuzz/*.cpp; do set -- "$@" "$(basename "$source" .cpp)"; done
fi
cmake --build "$build" --parallel "$(nproc)" --target "${@/#/fuzz_}"

run_target() {
  local name=$1 corpus arguments
  corpus=$(mktemp -d)
  arguments=(-seed="${FUZZ_SEED:-0}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1
    -artifact_prefix="$crashes/$name-" "$corpus")
  [ -f "fuzz/dictionaries/$name.dict" ] && arguments+=(-dict="fuzz/dictionaries/$name.dict")
  [ -d "fuzz/seeds/$name" ] && arguments+=("fuzz/seeds/$name")
  local status=0
  "$build/fuzz/fuzz_$name" "${arguments[@]}" >"$build/$name.log" 2>&1 || status=$?
  rm -rf "$corpus"
  if [ $status -ne 0 ]; then
    echo "$name: FAILED, input under $crashes"
    tail -40 "$build/$name.log"
    return 1
  fi
  echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$name.log") inputs in $seconds s, nothing found"
}
export -f run_target
export build crashes seconds

printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} bash -c 'run_target {}'

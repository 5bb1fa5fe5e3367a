#!/usr/bin/env bash
# Installs what Stemma needs on Debian 12. Safe to run again: what is there is left alone.
#
#   tools/setup.sh build         compiler and libraries
#   tools/setup.sh build test    the same, and what the tests need
#
# Adds packages and nothing else: the machine's package sources, pins and lists of other suites stay
# as they are. Two libraries are not in Debian 12 (lexbor, yyjson); they are taken from Debian's next
# release through package lists in a temporary folder, and need no newer libc.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

build_packages=(
  g++ make cmake ninja-build pkg-config ccache mold git ca-certificates python3 python3-pip unzip
  libicu-dev libpcre2-dev libpugixml-dev libtomlplusplus-dev libcli11-dev libfmt-dev libexpected-dev
  libcld2-dev libpsl-dev publicsuffix zlib1g-dev libzstd-dev libbrotli-dev libxxhash-dev libboost1.81-dev
  libssl-dev libtbb-dev libhwy-dev libdeflate-dev libarchive-dev libcurl4-openssl-dev poppler-utils
)
test_packages=(
  libgtest-dev libgmock-dev librapidcheck-dev python3-jsonschema
  clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev llvm-19
)
next_release_packages=(liblexbor3 liblexbor-dev libyyjson0 libyyjson-dev)

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo --preserve-env=DEBIAN_FRONTEND,LC_ALL "$@"; fi
}

# Prints those of the named packages that are not installed.
missing_of() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) == "install ok installed" ]] || echo "$package"
  done
}

# The mirror is whatever this machine's own Debian sources name. (No early end of the reader: with pipefail, a writer
# that is cut off would be taken for a failure.)
debian_mirror() {
  { cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true; } |
    awk '(/^URIs:/ || $1 == "deb") && !found {
           for (i = 2; i <= NF; i++) if ($i ~ /:\/\/.*\/debian\/?$/ && !found) found = $i }
         END { if (found) print found }'
}

# Retries, waits for another run to end, prints only what goes wrong.
apt_get() {
  local log status=0
  log=$(mktemp)
  as_root apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >"$log" 2>&1 || status=$?
  if [[ $status -ne 0 ]]; then tail -n 20 "$log" >&2; fi
  rm -f "$log"
  return $status
}

# Packages of Debian's next release, by lists of their own in a folder that is thrown away.
install_from_next_release() {
  local mirror folder
  mirror=$(debian_mirror)
  [[ -n $mirror ]] || fail "no Debian mirror is named in /etc/apt, so these cannot be installed: $*"
  folder=$(mktemp -d)
  chmod 755 "$folder"
  # shellcheck disable=SC2064
  trap "as_root rm -rf '$folder'" EXIT
  mkdir -p "$folder"/{parts,preferences,lists/partial}
  [[ ! -d /etc/apt/sources.list.d ]] || find /etc/apt/sources.list.d -type f \( -name '*.list' -o -name '*.sources' \) -exec cp {} "$folder/parts/" \;
  if [[ -f /etc/apt/sources.list ]]; then cp /etc/apt/sources.list "$folder/parts/machine.list"; fi
  cat >"$folder/parts/stemma-next.sources" <<SOURCE
Types: deb
URIs: $mirror
Suites: forky
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
SOURCE
  cat >"$folder/preferences/stemma-next" <<'PINS'
Package: *
Pin: release n=forky
Pin-Priority: -1

Package: liblexbor* libyyjson*
Pin: release n=forky
Pin-Priority: 500
PINS
  local options=(
    -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$folder/parts"
    -o "Dir::Etc::preferencesparts=$folder/preferences" -o "Dir::State::lists=$folder/lists"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
  )
  if ! apt_get "${options[@]}" update 2>"$folder/complaint"; then
    # A mirror that lags has lists that are signed but past their date; they name the same packages.
    grep -q 'is expired' "$folder/complaint" || { cat "$folder/complaint" >&2; fail "the package lists could not be fetched"; }
    say "the mirror's lists of the next release are past their date; their signature is checked all the same"
    options+=(-o Acquire::Check-Valid-Until=false)
    apt_get "${options[@]}" update || fail "the package lists could not be fetched"
  fi
  apt_get "${options[@]}" install -y --no-install-recommends "$@" || fail "could not install: $*"
}

[[ -r /etc/debian_version ]] || fail "this is no Debian system; docs/dependencies.md names the libraries"
[[ $EUID -eq 0 ]] || command -v sudo >/dev/null || fail "run as root, or install sudo"

wanted=()
for group in "${@:-build}"; do
  case $group in
    build) wanted+=("${build_packages[@]}") ;;
    test) wanted+=("${test_packages[@]}") ;;
    *) fail "no such group: $group (build, test)" ;;
  esac
done

mapfile -t missing < <(missing_of "${wanted[@]}")
mapfile -t missing_next < <(missing_of "${next_release_packages[@]}")
if [[ ${#missing[@]} -eq 0 && ${#missing_next[@]} -eq 0 ]]; then
  say "all packages are installed"
  exit 0
fi
# A run that was stopped in the middle may have left packages unpacked but not configured.
as_root dpkg --configure -a >/dev/null 2>&1 || true
if [[ ${#missing[@]} -gt 0 ]]; then
  say "installing ${#missing[@]} packages: ${missing[*]}"
  apt_get update || fail "the package lists could not be fetched"
  apt_get install -y --no-install-recommends "${missing[@]}" ||
    fail "could not install the packages; run this again when the cause above is mended"
fi
if [[ ${#missing_next[@]} -gt 0 ]]; then
  say "installing from Debian's next release: ${missing_next[*]}"
  install_from_next_release "${missing_next[@]}"
fi
mapfile -t missing < <(missing_of "${wanted[@]}" "${next_release_packages[@]}")
[[ ${#missing[@]} -eq 0 ]] || fail "still missing: ${missing[*]}"
say "done; apt-get remove takes away the packages named above"

#!/usr/bin/env bash
# Compiles the kernels of src/nn for 64-bit ARM (NEON) with Debian's cross compiler, with every warning an error, and for x86-64 with
# AVX2. Where qemu-user is installed both are run: each must equal the plain loop, and both must print one checksum.
# Needs g++-aarch64-linux-gnu; for the run qemu-user.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() { printf 'neon: %s\n' "$*" >&2; exit 1; }
command -v aarch64-linux-gnu-g++ >/dev/null || fail "g++-aarch64-linux-gnu is not installed"
out=build/neon
mkdir -p $out/include
ln -sfn /usr/include/hwy $out/include/hwy  # headers alone: nothing else of this machine is seen by the cross compiler
# One target and no choice at run time, so Highway's library is not needed.
flags=(-std=c++20 -O2 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -ffp-contract=off -DHWY_COMPILE_ONLY_STATIC -Isrc -isystem $out/include)
sources=(tools/neon/check.cpp src/nn/gemm.cpp src/nn/convolution.cpp src/nn/panels.cpp src/nn/rows.cpp)

# The choice at run time needs Highway's library, which is not there for the other processor: it is compiled alone.
aarch64-linux-gnu-g++ "${flags[@]}" -c src/nn/kernels.cpp -o $out/kernels-neon.o
aarch64-linux-gnu-g++ "${flags[@]}" -static "${sources[@]}" -o $out/check-neon
g++ "${flags[@]}" -mavx2 -mfma -mbmi -mbmi2 -mf16c -mlzcnt -mpclmul -maes "${sources[@]}" -o $out/check-avx2
printf 'neon: the kernels compile\n'
command -v qemu-aarch64 >/dev/null || { printf 'neon: qemu-user is not installed, nothing was run\n'; exit 0; }
neon=$(qemu-aarch64 $out/check-neon) || fail "$neon"
printf 'neon: under emulation, %s\n' "$neon"
grep -q avx2 /proc/cpuinfo || exit 0
avx2=$($out/check-avx2) || fail "AVX2: $avx2"
[[ $neon == "$avx2" ]] || fail "AVX2 has other bits: $avx2"
printf 'neon: AVX2 has the same bits\n'

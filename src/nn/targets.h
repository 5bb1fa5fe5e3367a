// The instruction sets that kernels are built for; include it before hwy/foreach_target.h.
// Kept: AVX3 (AVX-512), AVX2 (implies FMA in Highway), NEON, and the baseline of the machine. What
// lies between has no fused multiply-add. Targets that newer versions of Highway add to AVX-512 and
// NEON are built too, and have the names of these (kernels.cpp). Vectors of SVE cannot stand in
// arrays; NEON serves there.
#pragma once

#ifndef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS \
  (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
#endif

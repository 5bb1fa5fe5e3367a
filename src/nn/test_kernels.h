#pragma once

#include <cmath>
#include <random>
#include <string>

#include "nn/kernels.h"

namespace stemma::nn {

/// Runs `check` once with each of this machine's kernels, for tests.
template <class Check>
void with_every_kernel(Check check) {
  for (const std::string& name : kernel_names()) {
    if (use_kernels(name)) check();
  }
  (void)use_kernels("");
}

inline float multiply_add(float a, float b, float c, bool fused) {
  return fused ? std::fma(a, b, c) : a * b + c;
}

/// Plain numbers, or few mantissa bits and far exponents: ties, cancellation, subnormals, zeros of
/// both signs.
inline float draw(std::mt19937& random, bool hard) {
  if (!hard) return std::normal_distribution<float>(0, 1)(random);
  const int exponent =
      std::uniform_int_distribution<int>(-1, 1)(random) * 12 + static_cast<int>(random() % 3);
  const float value = std::ldexp(1.0F + static_cast<float>(random() % 4) / 4096,
                                 exponent - (random() % 8 == 0 ? 60 : 0));
  if (random() % 16 == 0) return random() % 2 != 0U ? 0.0F : -0.0F;
  return random() % 2 != 0U ? value : -value;
}

}  // namespace stemma::nn

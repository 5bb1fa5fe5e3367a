#include "nn/rows.h"

#include <cmath>

// Plain loops over 16 lanes: each target's compiler flags turn them into its own vectors, and
// without contraction the bits are those of the scalar loop.
#ifndef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS \
  (HWY_SSSE3 | HWY_AVX3_DL | HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nn/rows.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {

constexpr std::size_t kLanes16 = 16;

HWY_INLINE float sum_of(const float (&lanes)[kLanes16]) {
  float eight[8], four[4];
  for (std::size_t i = 0; i < 8; ++i) eight[i] = lanes[i] + lanes[i + 8];
  for (std::size_t i = 0; i < 4; ++i) four[i] = eight[i] + eight[i + 4];
  return (four[0] + four[2]) + (four[1] + four[3]);
}

struct Moments {
  float mean, scale;
};

HWY_INLINE Moments moments_of(const float* HWY_RESTRICT x, std::size_t size) {
  float lanes[kLanes16] = {};
  for (std::size_t i = 0; i < size; i += kLanes16) {
    for (std::size_t l = 0; l < kLanes16; ++l) lanes[l] += x[i + l];
  }
  const auto count = static_cast<float>(size);
  const float mean = sum_of(lanes) / count;
  float squares[kLanes16] = {};
  for (std::size_t i = 0; i < size; i += kLanes16) {
    for (std::size_t l = 0; l < kLanes16; ++l) {
      const float d = x[i + l] - mean;
      squares[l] += d * d;
    }
  }
  const float variance = sum_of(squares) / count + 1e-8F;
  return {mean, 1.0F / std::sqrt(variance)};
}

void layer_norm(const float* x, std::size_t size, const float* HWY_RESTRICT gain,
                const float* HWY_RESTRICT bias, float* out) {
  const Moments m = moments_of(x, size);
  for (std::size_t i = 0; i < size; ++i) out[i] = (x[i] - m.mean) * m.scale * gain[i] + bias[i];
}

void add_layer_norm(const float* HWY_RESTRICT x, std::size_t size, const float* HWY_RESTRICT gain,
                    const float* HWY_RESTRICT bias, float* HWY_RESTRICT out) {
  const Moments m = moments_of(x, size);
  for (std::size_t i = 0; i < size; ++i) out[i] += (x[i] - m.mean) * m.scale * gain[i] + bias[i];
}

void add_row(const float* HWY_RESTRICT from, std::size_t size, float* HWY_RESTRICT to) {
  for (std::size_t i = 0; i < size; ++i) to[i] += from[i];
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma::nn {

HWY_EXPORT(layer_norm);
HWY_EXPORT(add_layer_norm);
HWY_EXPORT(add_row);

void layer_norm(std::span<const float> x, const float* gain, const float* bias, float* out) {
  HWY_DYNAMIC_DISPATCH(layer_norm)(x.data(), x.size(), gain, bias, out);
}

void add_layer_norm(std::span<const float> x, const float* gain, const float* bias, float* out) {
  HWY_DYNAMIC_DISPATCH(add_layer_norm)(x.data(), x.size(), gain, bias, out);
}

void add_row(std::span<const float> from, float* to) {
  HWY_DYNAMIC_DISPATCH(add_row)(from.data(), from.size(), to);
}

std::size_t argmax(const float* values, std::size_t begin, std::size_t end) {
  std::size_t best = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}

}  // namespace stemma::nn
#endif

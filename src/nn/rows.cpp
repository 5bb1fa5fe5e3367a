#include "nn/rows.h"

#include <algorithm>
#include <cmath>

// Plain loops over 16 lanes: each target's compiler flags turn them into its own vectors, and
// without contraction the bits are those of the scalar loop.
#include "nn/targets.h"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nn/rows.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"
#include "nn/vectors-inl.h"

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

void layer_norm(const float* x, std::size_t size, std::size_t count, const float* HWY_RESTRICT gain,
                const float* HWY_RESTRICT bias, float* out) {
  for (std::size_t row = 0; row < count; ++row, x += size, out += size) {
    const Moments m = moments_of(x, size);
    for (std::size_t i = 0; i < size; ++i) out[i] = (x[i] - m.mean) * m.scale * gain[i] + bias[i];
  }
}

void add_layer_norm(const float* HWY_RESTRICT x, std::size_t size, std::size_t count,
                    const float* HWY_RESTRICT gain, const float* HWY_RESTRICT bias,
                    float* HWY_RESTRICT out) {
  for (std::size_t row = 0; row < count; ++row, x += size, out += size) {
    const Moments m = moments_of(x, size);
    for (std::size_t i = 0; i < size; ++i) out[i] += (x[i] - m.mean) * m.scale * gain[i] + bias[i];
  }
}

void add_row(const float* HWY_RESTRICT from, std::size_t size, float* HWY_RESTRICT to) {
  for (std::size_t i = 0; i < size; ++i) to[i] += from[i];
}

// One vector of outputs at a time: its sums stay in registers.
void sum_and_maxout(std::span<const float* const> rows, const float* bias, std::size_t pieces,
                    std::size_t n, float* out) {
  for (std::size_t first = 0; first < n; first += kLanes) {
    Vector best = splat(0.0F);
    for (std::size_t piece = 0; piece < pieces; ++piece) {
      const std::size_t at = piece * n + first;
      Vector sum = splat(0.0F);
      for (const float* row : rows) sum = add(sum, load_any(row + at));
      sum = add(sum, load_any(bias + at));
      best = piece == 0 ? sum : max(best, sum);
    }
    store(best, out + first);
  }
}

std::size_t masked_argmax(const float* HWY_RESTRICT values, const float* HWY_RESTRICT mask,
                          std::size_t n) {
  Vector best = add(load_any(values), load_any(mask));
  for (std::size_t i = kLanes; i < n; i += kLanes) {
    best = max(best, add(load_any(values + i), load_any(mask + i)));
  }
  float lanes[kLanes];
  store(best, lanes);
  float top = lanes[0];
  for (const float lane : lanes) top = lane > top ? lane : top;
  for (std::size_t i = 0; i < n; ++i) {
    if (values[i] + mask[i] == top && mask[i] == 0) return i;
  }
  // Only values that are no numbers lead here.
  const auto allowed = std::find(mask, mask + n, 0.0F);
  return allowed == mask + n ? 0 : static_cast<std::size_t>(allowed - mask);
}

RowKernels::Table row_kernels() {
  return {&layer_norm, &add_layer_norm, &add_row, &sum_and_maxout, &masked_argmax};
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma::nn {

HWY_EXPORT(row_kernels);

RowKernels::RowKernels() : table_(HWY_DYNAMIC_DISPATCH(row_kernels)()) {}

std::size_t argmax(const float* values, std::size_t begin, std::size_t end) {
  std::size_t best = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (values[i] > values[best]) best = i;
  }
  return best;
}

}  // namespace stemma::nn
#endif

#include "nn/convolution.h"

#include <algorithm>
#include <utility>

#include "nn/targets.h"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nn/convolution.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"
#include "nn/vectors-inl.h"

namespace stemma::nn {
#ifndef STEMMA_NN_CONVOLUTION_PACKING
#define STEMMA_NN_CONVOLUTION_PACKING
// Lets the kernels of every target fill a PackedConvolution.
struct ConvolutionPacking {
  static constexpr std::size_t kProducts = 6;  // of a group of rows

  static float* allocate(PackedConvolution& packed, std::size_t width, std::size_t outputs,
                         std::size_t lanes, PackedConvolution::Kernel kernel) {
    const std::size_t columns = (outputs + lanes - 1) / lanes * lanes * PackedConvolution::kPieces;
    packed.width_ = width;
    packed.outputs_ = outputs;
    packed.kernel_ = kernel;
    packed.panels_ = allocate_panels(columns * (kProducts * width + 1));
    return packed.panels_.get();
  }
};
#endif
}  // namespace stemma::nn

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {

constexpr std::size_t kProducts = ConvolutionPacking::kProducts;
constexpr std::size_t kPieces = PackedConvolution::kPieces;
constexpr std::size_t kGroup = PackedConvolution::kGroup;
// Groups whose transformed rows stay in the cache beside the weights.
constexpr std::size_t kBlockGroups = 64;

// The left factors of m0 to m5 for one place of the six rows of a group.
HWY_INLINE void factors_of(const Vector (&d)[kProducts], Vector (&m)[kProducts]) {
  const Vector odd = subtract(d[3], d[1]), even = subtract(d[4], d[2]);
  m[0] = subtract(add(subtract(d[0], times(2, d[2])), d[4]), times(1.5F, odd));
  m[1] = add(subtract(d[1], d[4]), add(times(2.5F, d[2]), times(0.5F, d[3])));
  m[2] = add(add(d[1], d[4]), subtract(times(0.5F, d[2]), times(2.5F, d[3])));
  m[3] = add(odd, times(2, even));
  m[4] = subtract(times(2, odd), even);
  m[5] = subtract(add(subtract(d[1], times(2, d[3])), d[5]), times(1.5F, even));
}

// For each group one row of 6 * width floats: the left factors of m0 to m5. Reads and writes whole
// vectors where the width has them.
void transform(const float* rows, std::size_t width, std::size_t groups, float* HWY_RESTRICT to) {
  for (std::size_t g = 0; g < groups; ++g, to += kProducts * width) {
    const float* d0 = rows + kGroup * g * width - width;
    for (std::size_t i = 0; i < width; i += kLanes) {
      const std::size_t room = width - i;
      Vector d[kProducts], m[kProducts];
      for (std::size_t row = 0; row < kProducts; ++row) {
        d[row] = load_some(d0 + row * width + i, room);
      }
      factors_of(d, m);
      for (std::size_t product = 0; product < kProducts; ++product) {
        store_some(m[product], to + product * width + i, room);
      }
    }
  }
}

struct GroupJob {
  const float* panel;
  std::size_t width;
  const float* transformed;
  float* out;  // of the first group's first row, at the panel's first output
  std::size_t outputs;
  std::size_t room;  // outputs left from there on
};

// What one product gives: for each group a vector for each piece.
template <std::size_t kGroups>
using Sums = Vector[kGroups][kPieces];

template <std::size_t kGroups, class Change>
HWY_INLINE void each(Sums<kGroups>& sums, Change change) {
#pragma GCC unroll 16
  for (std::size_t g = 0; g < kGroups; ++g) {
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) change(sums[g][v], g, v);
  }
}

template <std::size_t kGroups>
HWY_INLINE void add_product(const GroupJob& job, std::size_t product, Sums<kGroups>& sums) {
  const std::size_t width = job.width, stride = kProducts * width;
  const float* HWY_RESTRICT w = job.panel + (1 + product * width) * kPieces * kLanes;
  const float* HWY_RESTRICT a = job.transformed + product * width;
#pragma GCC unroll 4
  for (std::size_t i = 0; i < width; ++i, w += kPieces * kLanes) {
    Vector b[kPieces];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) {
      b[v] = kGroups > 1 ? load_once(w + v * kLanes) : load(w + v * kLanes);
    }
#pragma GCC unroll 16
    for (std::size_t g = 0; g < kGroups; ++g) {
      const Vector x = splat(a[g * stride + i]);
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kPieces; ++v) sums[g][v] = fma(x, b[v], sums[g][v]);
    }
  }
}

template <std::size_t kGroups>
HWY_INLINE void make_product(const GroupJob& job, std::size_t product, Sums<kGroups>& sums) {
  each<kGroups>(sums, [](Vector& v, std::size_t, std::size_t) HWY_ATTR { v = splat(0.0F); });
  add_product<kGroups>(job, product, sums);
}

template <std::size_t kGroups>
HWY_INLINE void write_maxima(const GroupJob& job, const Sums<kGroups>& sums, std::size_t row) {
#pragma GCC unroll 16
  for (std::size_t g = 0; g < kGroups; ++g) {
    Vector best = add(sums[g][0], load(job.panel));
#pragma GCC unroll 16
    for (std::size_t v = 1; v < kPieces; ++v) {
      best = max(best, add(sums[g][v], load(job.panel + v * kLanes)));
    }
    store_some(best, job.out + (kGroup * g + row) * job.outputs, job.room);
  }
}

// One product at a time is in registers; what it is added to waits in the first cache. The factors
// are powers of two, so these sums have the same bits fused and apart.
template <std::size_t kGroups>
void group_tile(const GroupJob& job) {
  Sums<kGroups> sums;
  Vector row[kGroup][kGroups][kPieces];
  make_product<kGroups>(job, 1, row[0]);
  make_product<kGroups>(job, 2, sums);
  each<kGroups>(sums, [&](Vector& m2, std::size_t g, std::size_t v) HWY_ATTR {
    const Vector m1 = row[0][g][v];
    row[0][g][v] = add(m1, m2);
    row[1][g][v] = subtract(m1, m2);
  });
  make_product<kGroups>(job, 3, sums);
  each<kGroups>(sums, [&](Vector& m3, std::size_t g, std::size_t v) HWY_ATTR {
    const Vector s = row[0][g][v], t = row[1][g][v];
    row[0][g][v] = add(s, m3);
    row[1][g][v] = fma(splat(2.0F), m3, t);
    row[2][g][v] = fma(splat(4.0F), m3, s);
    row[3][g][v] = fma(splat(8.0F), m3, t);
  });
  make_product<kGroups>(job, 4, sums);
  each<kGroups>(sums, [&](Vector& m4, std::size_t g, std::size_t v) HWY_ATTR {
    row[1][g][v] = fma(splat(-0.5F), m4, row[1][g][v]);
    row[2][g][v] = fma(splat(0.25F), m4, row[2][g][v]);
    row[3][g][v] = fma(splat(-0.125F), m4, row[3][g][v]);
    m4 = add(row[0][g][v], m4);
  });
  add_product<kGroups>(job, 0, sums);
  write_maxima<kGroups>(job, sums, 0);
  write_maxima<kGroups>(job, row[1], 1);
  write_maxima<kGroups>(job, row[2], 2);
  each<kGroups>(sums,
                [&](Vector& last, std::size_t g, std::size_t v) HWY_ATTR { last = row[3][g][v]; });
  add_product<kGroups>(job, 5, sums);
  write_maxima<kGroups>(job, sums, 3);
}

template <std::size_t... kIndex>
void run_tile(std::size_t groups, const GroupJob& job, std::index_sequence<kIndex...>) {
  static constexpr void (*table[])(const GroupJob&) = {&group_tile<kIndex + 1>...};
  table[groups - 1](job);
}

void convolve(const PackedConvolution& w, const float* rows, std::size_t groups,
              std::vector<float>& scratch, float* out) {
  const std::size_t width = w.width(), outputs = w.outputs();
  scratch.resize(std::max(scratch.size(), kBlockGroups * kProducts * width));
  for (std::size_t begin = 0; begin < groups; begin += kBlockGroups) {
    const std::size_t count = std::min(kBlockGroups, groups - begin);
    const std::size_t tiles = (count + kRows - 1) / kRows;
    transform(rows + kGroup * begin * width, width, count, scratch.data());
    const float* panel = w.panels();
    for (std::size_t first = 0; first < outputs; first += kLanes) {
      GroupJob job{panel, width, scratch.data(), nullptr, outputs, outputs - first};
      for (std::size_t t = 0, group = 0; t < tiles; ++t) {
        const std::size_t height = (count - group + (tiles - t) - 1) / (tiles - t);  // even tiles
        job.transformed = scratch.data() + group * kProducts * width;
        job.out = out + kGroup * (begin + group) * outputs + first;
        run_tile(height, job, std::make_index_sequence<kRows>());
        group += height;
      }
      panel += (1 + kProducts * width) * kPieces * kLanes;
    }
  }
}

// Packed layout: a panel for each kLanes outputs, of 1 + 6 * width rows of kPieces * kLanes floats:
// the bias, then the weights of m0 to m5.
PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs) {
  PackedConvolution packed;
  float* to = ConvolutionPacking::allocate(packed, width, outputs, kLanes, &convolve);
  for (std::size_t first = 0; first < outputs; first += kLanes) {
    for (std::size_t row = 0; row <= kProducts * width; ++row) {
      for (std::size_t column = 0; column < kPieces * kLanes; ++column) {
        const std::size_t output = first + column % kLanes, piece = column / kLanes;
        if (output >= outputs) {
          *to++ = 0.0F;
          continue;
        }
        const std::size_t at = output * kPieces + piece;
        if (row == 0) {
          *to++ = bias[at];
          continue;
        }
        const std::size_t product = (row - 1) / width, i = (row - 1) % width;
        const float* g = weights + at * PackedConvolution::kWindow * width + i;
        const double g0 = g[0], g1 = g[width], g2 = g[2 * width];
        const double transformed[kProducts] = {g0,
                                               (g0 + g1 + g2) / 3,
                                               (g0 - g1 + g2) / 3,
                                               (g0 + 2 * g1 + 4 * g2) / 30,
                                               (4 * g0 - 2 * g1 + g2) * 4 / 15,
                                               g2};
        *to++ = static_cast<float>(transformed[product]);
      }
    }
  }
  return packed;
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma::nn {

HWY_EXPORT(pack_convolution);

PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs) {
  return HWY_DYNAMIC_DISPATCH(pack_convolution)(weights, bias, width, outputs);
}

}  // namespace stemma::nn
#endif

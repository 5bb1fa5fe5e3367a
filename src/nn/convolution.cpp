#include "nn/convolution.h"

#include <algorithm>
#include <new>
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
  static constexpr std::size_t kProducts = 4;  // of a pair of rows

  static float* allocate(PackedConvolution& packed, std::size_t width, std::size_t outputs,
                         std::size_t lanes) {
    const std::size_t columns = (outputs + lanes - 1) / lanes * lanes * PackedConvolution::kPieces;
    const std::size_t bytes = columns * (kProducts * width + 1) * sizeof(float);
    auto* panels = static_cast<float*>(std::aligned_alloc(64, (bytes + 63) / 64 * 64));
    if (panels == nullptr) throw std::bad_alloc();
    packed.width_ = width;
    packed.outputs_ = outputs;
    packed.lanes_ = lanes;
    packed.panels_.reset(panels);
    return panels;
  }
};
#endif
}  // namespace stemma::nn

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {

constexpr std::size_t kProducts = ConvolutionPacking::kProducts;
constexpr std::size_t kPieces = PackedConvolution::kPieces;
// Pairs whose transformed rows stay in the cache beside the weights.
constexpr std::size_t kBlockPairs = 64;

// Packed layout: a panel for each kLanes outputs, of 1 + 4 * width rows of kPieces * kLanes floats:
// the bias, then the weights of s, of t, of the even row and of the odd row.
PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs) {
  PackedConvolution packed;
  float* to = ConvolutionPacking::allocate(packed, width, outputs, kLanes);
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
        const double transformed[kProducts] = {(g0 + g1 + g2) / 2, (g0 - g1 + g2) / 2, g0, g2};
        *to++ = static_cast<float>(transformed[product]);
      }
    }
  }
  return packed;
}

// For each pair one row of 4 * width floats: d1 + d2, d2 - d1, d0 - d2, d3 - d1.
void transform(const float* rows, std::size_t width, std::size_t pairs, float* HWY_RESTRICT to) {
  for (std::size_t p = 0; p < pairs; ++p, to += kProducts * width) {
    const float* d1 = rows + 2 * p * width;
    const float *d0 = d1 - width, *d2 = d1 + width, *d3 = d2 + width;
    for (std::size_t i = 0; i < width; ++i) {
      to[i] = d1[i] + d2[i];
      to[width + i] = d2[i] - d1[i];
      to[2 * width + i] = d0[i] - d2[i];
      to[3 * width + i] = d3[i] - d1[i];
    }
  }
}

template <std::size_t kPairs>
using Sums = Vector[kPairs][kPieces];

struct PairJob {
  const float* panel;
  std::size_t width;
  const float* transformed;
  float* out;  // of the first pair's even row, at the panel's first output
  std::size_t outputs;
  std::size_t room;  // outputs left from there on
};

template <std::size_t kPairs>
HWY_INLINE void add_product(const PairJob& job, std::size_t product, Sums<kPairs>& sums) {
  const std::size_t width = job.width, stride = kProducts * width;
  const float* HWY_RESTRICT w = job.panel + (1 + product * width) * kPieces * kLanes;
  const float* HWY_RESTRICT a = job.transformed + product * width;
#pragma GCC unroll 4
  for (std::size_t i = 0; i < width; ++i, w += kPieces * kLanes) {
    Vector b[kPieces];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) {
      b[v] = kPairs > 1 ? load_once(w + v * kLanes) : load(w + v * kLanes);
    }
#pragma GCC unroll 16
    for (std::size_t p = 0; p < kPairs; ++p) {
      const Vector x = splat(a[p * stride + i]);
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kPieces; ++v) sums[p][v] = fma(x, b[v], sums[p][v]);
    }
  }
}

template <std::size_t kPairs>
HWY_INLINE void write_maxima(const PairJob& job, const Sums<kPairs>& sums, std::size_t odd) {
#pragma GCC unroll 16
  for (std::size_t p = 0; p < kPairs; ++p) {
    Vector best = add(sums[p][0], load(job.panel));
#pragma GCC unroll 16
    for (std::size_t v = 1; v < kPieces; ++v) {
      best = max(best, add(sums[p][v], load(job.panel + v * kLanes)));
    }
    store_some(best, job.out + (2 * p + odd) * job.outputs, job.room);
  }
}

template <std::size_t kPairs>
void pair_tile(const PairJob& job) {
  Sums<kPairs> sums, kept;
#pragma GCC unroll 16
  for (auto& row : sums) {
#pragma GCC unroll 16
    for (Vector& v : row) v = splat(0.0F);
  }
  add_product<kPairs>(job, 0, sums);
#pragma GCC unroll 16
  for (std::size_t p = 0; p < kPairs; ++p) {
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) {
      kept[p][v] = sums[p][v];
      sums[p][v] = splat(0.0F);
    }
  }
  add_product<kPairs>(job, 1, sums);
#pragma GCC unroll 16
  for (std::size_t p = 0; p < kPairs; ++p) {
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) {
      const Vector s = kept[p][v], t = sums[p][v];
      sums[p][v] = add(s, t);
      kept[p][v] = subtract(s, t);
    }
  }
  add_product<kPairs>(job, 2, sums);
  write_maxima<kPairs>(job, sums, 0);
#pragma GCC unroll 16
  for (std::size_t p = 0; p < kPairs; ++p) {
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kPieces; ++v) sums[p][v] = kept[p][v];
  }
  add_product<kPairs>(job, 3, sums);
  write_maxima<kPairs>(job, sums, 1);
}

template <std::size_t... kIndex>
void run_tile(std::size_t pairs, const PairJob& job, std::index_sequence<kIndex...>) {
  static constexpr void (*table[])(const PairJob&) = {&pair_tile<kIndex + 1>...};
  table[pairs - 1](job);
}

void convolve(const PackedConvolution& w, const float* rows, std::size_t pairs,
              std::vector<float>& scratch, float* out) {
  if (w.lanes() != kLanes) HWY_ABORT("weights were packed for another instruction set");
  const std::size_t width = w.width(), outputs = w.outputs();
  scratch.resize(std::max(scratch.size(), kBlockPairs * kProducts * width));
  for (std::size_t begin = 0; begin < pairs; begin += kBlockPairs) {
    const std::size_t count = std::min(kBlockPairs, pairs - begin);
    const std::size_t tiles = (count + kRows - 1) / kRows;
    transform(rows + 2 * begin * width, width, count, scratch.data());
    const float* panel = w.panels();
    for (std::size_t first = 0; first < outputs; first += kLanes) {
      PairJob job{panel, width, scratch.data(), nullptr, outputs, outputs - first};
      for (std::size_t t = 0, pair = 0; t < tiles; ++t) {
        const std::size_t height = (count - pair + (tiles - t) - 1) / (tiles - t);  // even tiles
        job.transformed = scratch.data() + pair * kProducts * width;
        job.out = out + 2 * (begin + pair) * outputs + first;
        run_tile(height, job, std::make_index_sequence<kRows>());
        pair += height;
      }
      panel += (1 + kProducts * width) * kPieces * kLanes;
    }
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma::nn {

HWY_EXPORT(pack_convolution);
HWY_EXPORT(convolve);

PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs) {
  return HWY_DYNAMIC_DISPATCH(pack_convolution)(weights, bias, width, outputs);
}

void convolve(const PackedConvolution& weights, const float* rows, std::size_t pairs,
              std::vector<float>& scratch, float* out) {
  HWY_DYNAMIC_DISPATCH(convolve)(weights, rows, pairs, scratch, out);
}

}  // namespace stemma::nn
#endif

#include "nn/gemm.h"

#include <algorithm>
#include <utility>

#include "nn/targets.h"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nn/gemm.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"
#include "nn/vectors-inl.h"

namespace stemma::nn {
#ifndef STEMMA_NN_PACKING
#define STEMMA_NN_PACKING
// Lets the kernels of every target fill a PackedMatrix.
struct Packing {
  static float* allocate(PackedMatrix& matrix, const WeightsView& weights,
                         PackedMatrix::Kernel kernel, std::size_t floats) {
    matrix.inputs_ = weights.inputs;
    matrix.outputs_ = weights.outputs;
    matrix.pieces_ = weights.pieces;
    matrix.kernel_ = kernel;
    matrix.panels_ = allocate_panels(floats);
    return matrix.panels_.get();
  }
};
#endif
}  // namespace stemma::nn

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {
// Rows that stay in the L2 cache beside W while every panel passes over them.
constexpr std::size_t kBlockRows = 128;

// Packed layout: panels of width 1 to 3 vectors. A panel is k + 1 rows of width * kLanes floats:
// the bias, then W's rows. The panel of vector v starts at v * kLanes * (k + 1). With maxout a
// panel holds the pieces of kLanes outputs side by side, otherwise width * kLanes neighbours.
struct Job {
  const float* panel;
  std::size_t panel_stride;  // floats to the next panel of the same width
  std::size_t inputs;
  const float* a;
  std::size_t a_stride;
  float* c;
  std::size_t c_stride;
  std::size_t room;  // columns of C left from c's column on
};

// kTileRows rows by kPanels panels of kWidth vectors. kMax: the vectors are maxout pieces.
template <std::size_t kTileRows, std::size_t kWidth, std::size_t kPanels, bool kMax>
void tile(const Job& job) {
  Vector acc[kTileRows][kPanels][kWidth];
  for (auto& row : acc) {
    for (auto& panel : row) {
      for (Vector& v : panel) v = splat(0.0F);
    }
  }

  const float* HWY_RESTRICT w = job.panel + kWidth * kLanes;  // skip the bias
  const float* HWY_RESTRICT a = job.a;
  const std::size_t a_stride = job.a_stride, stride = job.panel_stride;
#pragma GCC unroll 4
  for (std::size_t i = 0, inputs = job.inputs; i < inputs; ++i, w += kWidth * kLanes) {
#pragma GCC unroll 16
    for (std::size_t p = 0; p < kPanels; ++p) {
      Vector b[kWidth];
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kWidth; ++v) {
        const float* from = w + p * stride + v * kLanes;
        b[v] = kTileRows > 1 ? load_once(from) : load(from);
      }
#pragma GCC unroll 16
      for (std::size_t r = 0; r < kTileRows; ++r) {
        const Vector x = splat(a[r * a_stride + i]);
#pragma GCC unroll 16
        for (std::size_t v = 0; v < kWidth; ++v) acc[r][p][v] = fma(x, b[v], acc[r][p][v]);
      }
    }
  }

  constexpr std::size_t kColumns = kMax ? kLanes : kWidth * kLanes;  // of C, a panel
#pragma GCC unroll 16
  for (std::size_t r = 0; r < kTileRows; ++r) {
#pragma GCC unroll 16
    for (std::size_t p = 0; p < kPanels; ++p) {
      const float* bias = job.panel + p * stride;
      float* c = job.c + r * job.c_stride + p * kColumns;
      const std::size_t room = job.room - p * kColumns;
      if constexpr (kMax) {
        Vector best = add(acc[r][p][0], load(bias));
#pragma GCC unroll 16
        for (std::size_t v = 1; v < kWidth; ++v) {
          best = max(best, add(acc[r][p][v], load(bias + v * kLanes)));
        }
        store_some(best, c, room);
      } else {
#pragma GCC unroll 16
        for (std::size_t v = 0; v < kWidth; ++v) {
          if (v * kLanes < room) {
            store_some(add(acc[r][p][v], load(bias + v * kLanes)), c + v * kLanes,
                       room - v * kLanes);
          }
        }
      }
    }
  }
}

using Tile = void (*)(const Job&);

// Few rows need more panels at once, or the sums wait for one another: an fma takes 4 cycles and
// two start each cycle, so 8 independent sums or more.
template <std::size_t kTileRows>
constexpr std::size_t kPanelsAtOnce = kTileRows == 1                                       ? 3
                                      : kTileRows <= 3 && (kLanes == 16 || kTileRows == 2) ? 2
                                                                                           : 1;

template <std::size_t kWidth, bool kMax, bool kMany, std::size_t... kIndex>
Tile pick(std::size_t rows, std::index_sequence<kIndex...>) {
  static constexpr Tile table[] = {&tile < kIndex + 1, kWidth,
                                   kMany ? kPanelsAtOnce<kIndex + 1> : 1, kMax > ...};
  return table[rows - 1];
}

template <std::size_t kWidth, bool kMax>
Tile pick(std::size_t rows, bool many) {
  constexpr auto indices = std::make_index_sequence<kRows>();
  return many ? pick<kWidth, kMax, true>(rows, indices) : pick<kWidth, kMax, false>(rows, indices);
}

Tile pick(std::size_t pieces, std::size_t width, std::size_t rows, bool many) {
  if (pieces == 3) return pick<3, true>(rows, many);
  if (pieces == 2) return pick<2, true>(rows, many);
  if (width == 3) return pick<3, false>(rows, many);
  if (width == 2) return pick<2, false>(rows, many);
  return pick<1, false>(rows, false);
}

std::size_t panels_at_once(std::size_t rows) {
  return rows == 1   ? kPanelsAtOnce<1>
         : rows == 2 ? kPanelsAtOnce<2>
         : rows == 3 ? kPanelsAtOnce<3>
                     : 1;
}

// Panel widths for the column vectors that are left: threes, the remainder in twos where it can.
std::size_t panel_width(std::size_t left, std::size_t pieces) {
  if (pieces > 1) return pieces;
  return left == 1 ? 1 : left == 2 || left == 4 ? 2 : 3;
}

std::size_t vectors(std::size_t outputs, std::size_t pieces) {
  return (outputs + kLanes - 1) / kLanes * pieces;
}

void multiply(const PackedMatrix& w, const float* a, std::size_t a_stride, std::size_t rows,
              float* c, std::size_t c_stride) {
  const std::size_t total = vectors(w.outputs(), w.pieces());
  for (std::size_t begin = 0; begin < rows; begin += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, rows - begin);
    const std::size_t tiles = (count + kRows - 1) / kRows;
    for (std::size_t v = 0, width, panels; v < total; v += width * panels) {
      width = panel_width(total - v, w.pieces());
      // Panels of the same width that follow at once, for tiles of few rows.
      std::size_t same = 1;
      const std::size_t want = tiles == 1 ? panels_at_once(count) : 1;
      while (same < want && v + width * same < total &&
             panel_width(total - v - width * same, w.pieces()) == width) {
        ++same;
      }
      panels = same == want ? want : 1;
      const std::size_t column = v / w.pieces() * kLanes;
      Job job{w.panels() + v * kLanes * (w.inputs() + 1),
              width * kLanes * (w.inputs() + 1),
              w.inputs(),
              nullptr,
              a_stride,
              nullptr,
              c_stride,
              w.outputs() - column};
      for (std::size_t t = 0, row = 0; t < tiles; ++t) {
        const std::size_t height = (count - row + (tiles - t) - 1) / (tiles - t);  // even tiles
        job.a = a + (begin + row) * a_stride;
        job.c = c + (begin + row) * c_stride + column;
        pick(w.pieces(), width, height, panels > 1)(job);
        row += height;
      }
    }
  }
}

PackedMatrix pack(const WeightsView& from) {
  PackedMatrix packed;
  const std::size_t total = vectors(from.outputs, from.pieces);
  float* to = Packing::allocate(packed, from, &multiply, total * kLanes * (from.inputs + 1));
  for (std::size_t v = 0, width; v < total; v += width) {
    width = panel_width(total - v, from.pieces);
    for (std::size_t row = 0; row <= from.inputs; ++row) {
      for (std::size_t u = 0; u < width; ++u) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          const bool maxout = from.pieces > 1;
          const std::size_t output = (maxout ? v / from.pieces : v + u) * kLanes + lane;
          const std::size_t column = maxout ? output * from.pieces + u : output;
          const bool real = output < from.outputs;
          // Without bias, -0 is the value that leaves the bits of every sum alone.
          *to++ = row == 0 ? (real && from.bias != nullptr ? from.bias[column] : -0.0F)
                  : real ? from.floats[(row - 1) * from.input_stride + column * from.column_stride]
                         : 0.0F;
        }
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

HWY_EXPORT(pack);

PackedMatrix pack(const WeightsView& weights) { return HWY_DYNAMIC_DISPATCH(pack)(weights); }

}  // namespace stemma::nn
#endif

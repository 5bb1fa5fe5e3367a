#include "nn/convolution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "nn/test_kernels.h"

namespace stemma::nn {
namespace {

constexpr std::size_t kPieces = PackedConvolution::kPieces, kWindow = PackedConvolution::kWindow,
                      kGroup = PackedConvolution::kGroup;
constexpr float kMark = 7.5F;

struct Layer {
  std::size_t width, outputs;
  std::vector<float> weights, bias;

  Layer(std::size_t w, std::size_t o, bool hard) : width(w), outputs(o) {
    std::mt19937 random(11);
    weights.resize(outputs * kPieces * kWindow * width);
    bias.resize(outputs * kPieces);
    for (auto* part : {&weights, &bias}) {
      for (float& x : *part) x = draw(random, hard);
    }
  }

  const float* window(std::size_t column, std::size_t at) const {
    return weights.data() + (column * kWindow + at) * width;
  }

  /// One output as the header says it is made: `d0` is the row before the group.
  float by_groups(const float* d0, std::size_t output, std::size_t row, bool fused) const {
    float best = 0;
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
      const float sum = sum_by_groups(d0, output * kPieces + piece, row, fused);
      best = piece == 0 ? sum : std::max(best, sum);
    }
    return best;
  }

  float sum_by_groups(const float* d0, std::size_t column, std::size_t row, bool fused) const {
    const float *d1 = d0 + width, *d2 = d1 + width, *d3 = d2 + width, *d4 = d3 + width,
                *d5 = d4 + width;
    float m1 = 0, m2 = 0, m3 = 0, m4 = 0;
    const auto step = [&](float& sum, float left, double right) {
      sum = multiply_add(left, static_cast<float>(right), sum, fused);
    };
    const float *left = window(column, 0), *middle = window(column, 1), *right = window(column, 2);
    for (std::size_t i = 0; i < width; ++i) {
      const double g0 = left[i], g1 = middle[i], g2 = right[i];
      const float odd = d3[i] - d1[i], even = d4[i] - d2[i];
      step(m1, (d1[i] - d4[i]) + (2.5F * d2[i] + 0.5F * d3[i]), (g0 + g1 + g2) / 3);
      step(m2, (d1[i] + d4[i]) + (0.5F * d2[i] - 2.5F * d3[i]), (g0 - g1 + g2) / 3);
      step(m3, odd + 2 * even, (g0 + 2 * g1 + 4 * g2) / 30);
      step(m4, 2 * odd - even, (4 * g0 - 2 * g1 + g2) * 4 / 15);
    }
    const float s = m1 + m2, t = m1 - m2;
    float sum = row == 0   ? (s + m3) + m4
                : row == 1 ? (t + 2 * m3) - m4 / 2
                : row == 2 ? (s + 4 * m3) + m4 / 4
                           : (t + 8 * m3) - m4 / 8;
    for (std::size_t i = 0; i < width; ++i) {
      const float odd = d3[i] - d1[i], even = d4[i] - d2[i];
      if (row == 0) step(sum, (d0[i] - 2 * d2[i] + d4[i]) - 1.5F * odd, left[i]);
      if (row == 3) step(sum, (d1[i] - 2 * d3[i] + d5[i]) - 1.5F * even, right[i]);
    }
    return sum + bias[column];
  }

  /// The same without any trick, in double.
  double plain(const float* before, std::size_t output) const {
    double best = 0;
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
      const std::size_t column = output * kPieces + piece;
      double sum = bias[column];
      for (std::size_t i = 0; i < kWindow * width; ++i) {
        sum += static_cast<double>(before[i]) * weights[column * kWindow * width + i];
      }
      best = piece == 0 ? sum : std::max(best, sum);
    }
    return best;
  }
};

std::vector<float> rows_for(const Layer& layer, std::size_t groups, bool hard) {
  std::mt19937 random(12);
  std::vector<float> rows((kGroup * groups + 2) * layer.width);
  for (float& x : rows) x = draw(random, hard);
  return rows;
}

std::vector<float> convolved(const Layer& layer, const std::vector<float>& rows,
                             std::size_t groups) {
  const auto packed =
      pack_convolution(layer.weights.data(), layer.bias.data(), layer.width, layer.outputs);
  std::vector<float> scratch, out(kGroup * groups * layer.outputs + 1, kMark);
  convolve(packed, rows.data() + layer.width, groups, scratch, out.data());
  return out;
}

TEST(Convolution, EveryKernelGivesTheBitsOfItsDefinition) {
  for (const auto& [width, outputs] : {std::pair{96, 96}, {16, 5}, {7, 40}}) {
    for (const bool hard : {false, true}) {
      const Layer layer(static_cast<std::size_t>(width), static_cast<std::size_t>(outputs), hard);
      for (const std::size_t groups : {1U, 2U, 5U, 8U, 9U, width == 96 ? 10U : 67U}) {
        const auto rows = rows_for(layer, groups, hard);
        with_every_kernel([&] {
          const auto out = convolved(layer, rows, groups);
          std::size_t wrong = 0;
          for (std::size_t i = 0; i < kGroup * groups; ++i) {
            const float* before = rows.data() + i / kGroup * kGroup * layer.width;
            for (std::size_t o = 0; o < layer.outputs; ++o) {
              const float want = layer.by_groups(before, o, i % kGroup, kernels_are_fused());
              wrong += want == out[i * layer.outputs + o] ? 0U : 1U;
            }
          }
          EXPECT_EQ(wrong, 0U) << kernel_name() << ' ' << groups << " groups of " << width;
          EXPECT_EQ(out.back(), kMark) << "writes out of bounds";
        });
      }
    }
  }
}

TEST(Convolution, IsAConvolutionWithinTheErrorOfFloats) {
  const Layer layer(96, 96, false);
  const auto rows = rows_for(layer, 8, false);
  const auto out = convolved(layer, rows, 8);
  for (std::size_t i = 0; i < kGroup * 8; ++i) {
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      EXPECT_NEAR(out[i * layer.outputs + o], layer.plain(rows.data() + i * layer.width, o), 2e-4);
    }
  }
}

}  // namespace
}  // namespace stemma::nn

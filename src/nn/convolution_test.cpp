#include "nn/convolution.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "nn/test_kernels.h"

namespace stemma::nn {
namespace {

constexpr std::size_t kPieces = PackedConvolution::kPieces, kWindow = PackedConvolution::kWindow;

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

  /// One output as the header says it is made: `pair` points at the row before the pair.
  float by_pairs(const float* pair, std::size_t output, bool is_odd, bool fused) const {
    float best = 0;
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
      const std::size_t column = output * kPieces + piece;
      const float *g0 = window(column, 0), *g1 = window(column, 1), *g2 = window(column, 2);
      const float *d0 = pair, *d1 = d0 + width, *d2 = d1 + width, *d3 = d2 + width;
      float s = 0, t = 0;
      for (std::size_t i = 0; i < width; ++i) {
        const double left = g0[i], middle = g1[i], right = g2[i];
        s = multiply_add(d1[i] + d2[i], static_cast<float>((left + middle + right) / 2), s, fused);
        t = multiply_add(d2[i] - d1[i], static_cast<float>((left - middle + right) / 2), t, fused);
      }
      float sum = is_odd ? s - t : s + t;
      for (std::size_t i = 0; i < width; ++i) {
        sum = is_odd ? multiply_add(d3[i] - d1[i], g2[i], sum, fused)
                     : multiply_add(d0[i] - d2[i], g0[i], sum, fused);
      }
      sum += bias[column];
      best = piece == 0 ? sum : std::max(best, sum);
    }
    return best;
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

std::vector<float> rows_for(const Layer& layer, std::size_t pairs, bool hard) {
  std::mt19937 random(12);
  std::vector<float> rows((2 * pairs + 2) * layer.width);
  for (float& x : rows) x = draw(random, hard);
  return rows;
}

TEST(Convolution, EveryKernelGivesTheBitsOfItsDefinition) {
  for (const auto& [width, outputs] : {std::pair{96, 96}, {16, 5}, {7, 40}}) {
    for (const bool hard : {false, true}) {
      const Layer layer(static_cast<std::size_t>(width), static_cast<std::size_t>(outputs), hard);
      for (const std::size_t pairs : {1, 2, 5, 8, 9, 67}) {
        const auto rows = rows_for(layer, pairs, hard);
        with_every_kernel([&] {
          const auto packed =
              pack_convolution(layer.weights.data(), layer.bias.data(), layer.width, layer.outputs);
          std::vector<float> scratch, out(2 * pairs * layer.outputs + 1, 7.5F);
          convolve(packed, rows.data() + layer.width, pairs, scratch, out.data());
          std::size_t wrong = 0;
          for (std::size_t i = 0; i < 2 * pairs; ++i) {
            for (std::size_t o = 0; o < layer.outputs; ++o) {
              const float want = layer.by_pairs(rows.data() + i / 2 * 2 * layer.width, o,
                                                i % 2 == 1, kernels_are_fused());
              wrong += want == out[i * layer.outputs + o] ? 0U : 1U;
            }
          }
          EXPECT_EQ(wrong, 0U) << kernel_name() << ' ' << pairs << " pairs of " << width;
          EXPECT_EQ(out.back(), 7.5F) << "writes out of bounds";
        });
      }
    }
  }
}

TEST(Convolution, IsAConvolutionWithinTheErrorOfFloats) {
  const Layer layer(96, 96, false);
  const auto rows = rows_for(layer, 8, false);
  const auto packed =
      pack_convolution(layer.weights.data(), layer.bias.data(), layer.width, layer.outputs);
  std::vector<float> scratch, out(16 * layer.outputs);
  convolve(packed, rows.data() + layer.width, 8, scratch, out.data());
  for (std::size_t i = 0; i < 16; ++i) {
    for (std::size_t o = 0; o < layer.outputs; ++o) {
      EXPECT_NEAR(out[i * layer.outputs + o], layer.plain(rows.data() + i * layer.width, o), 1e-4);
    }
  }
}

}  // namespace
}  // namespace stemma::nn

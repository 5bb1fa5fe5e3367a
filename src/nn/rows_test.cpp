#include "nn/rows.h"

#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <limits>
#include <vector>

#include "nn/test_kernels.h"

namespace stemma::nn {
namespace {

constexpr std::size_t kWidth = 96;
constexpr float kNever = -std::numeric_limits<float>::infinity();

std::vector<float> numbers(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(count);
  for (float& x : out) x = draw(random, false);
  return out;
}

TEST(Rows, LayerNormGivesMeanZeroAndVarianceOne) {
  std::vector<float> x(2 * kWidth), ones(kWidth, 1.0F), zeros(kWidth, 0.0F), out(2 * kWidth);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * i % 37);
  RowKernels().layer_norm(x.data(), kWidth, 2, ones.data(), zeros.data(), out.data());
  for (std::size_t row = 0; row < 2; ++row) {
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < kWidth; ++i) {
      const double y = out[row * kWidth + i];
      sum += y;
      squares += y * y;
    }
    EXPECT_NEAR(sum, 0, 1e-4);
    EXPECT_NEAR(squares, kWidth, 1e-3);
  }
}

TEST(Rows, LayerNormHasTheSameBitsWithEveryKernel) {
  const auto x = numbers(kWidth, 3), gain = numbers(kWidth, 4), bias = numbers(kWidth, 5);
  std::vector<float> first;
  with_every_kernel([&] {
    std::vector<float> out(kWidth, 0.5F);
    RowKernels().add_layer_norm(x.data(), kWidth, 1, gain.data(), bias.data(), out.data());
    if (first.empty()) first = out;
    EXPECT_EQ(std::memcmp(out.data(), first.data(), out.size() * sizeof(float)), 0)
        << kernel_name();
  });
}

TEST(Rows, SumAndMaxoutIsThePlainLoopWithEveryKernel) {
  constexpr std::size_t kPieces = 3;
  const auto a = numbers(kPieces * kWidth, 6), b = numbers(kPieces * kWidth, 7),
             bias = numbers(kPieces * kWidth, 8);
  std::vector<float> want(kWidth);
  for (std::size_t i = 0; i < kWidth; ++i) {
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
      const std::size_t at = piece * kWidth + i;
      const float sum = (a[at] + b[at]) + bias[at];
      if (piece == 0 || sum > want[i]) want[i] = sum;
    }
  }
  with_every_kernel([&] {
    std::vector<float> out(kWidth);
    const std::array<const float*, 2> rows = {a.data(), b.data()};
    RowKernels().sum_and_maxout(rows, bias.data(), kPieces, kWidth, out.data());
    EXPECT_EQ(out, want) << kernel_name();
  });
}

TEST(Rows, TheFirstOfEqualMaximaWins) {
  const std::array<float, 5> values = {9, 1, 3, 3, 2};
  EXPECT_EQ(argmax(values.data(), 1, 5), 2U);
}

TEST(Rows, AMaskedIndexIsNeverChosen) {
  with_every_kernel([&] {
    std::vector<float> values(32, 1.0F), mask(32, 0.0F);
    values[3] = 9;
    values[20] = values[25] = 4;
    mask[3] = kNever;
    EXPECT_EQ(RowKernels().masked_argmax(values.data(), mask.data(), values.size()), 20U)
        << kernel_name();
    // Not even when nothing can be compared.
    for (const float worst : {kNever, std::numeric_limits<float>::quiet_NaN(),
                              std::numeric_limits<float>::infinity()}) {
      std::fill(values.begin(), values.end(), worst);
      std::fill(mask.begin(), mask.end(), kNever);
      mask[17] = 0;
      EXPECT_EQ(RowKernels().masked_argmax(values.data(), mask.data(), values.size()), 17U)
          << kernel_name();
    }
  });
}

}  // namespace
}  // namespace stemma::nn

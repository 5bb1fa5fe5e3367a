#include "nn/gemm.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "hwy/targets.h"
#include "nn/rows.h"

namespace stemma::nn {
namespace {

constexpr std::size_t kMaxRows = 130;
// Enough for every height of tile; the emulated targets are slow.
constexpr std::size_t kMaxEmulatedRows = 9;

struct Shape {
  std::size_t inputs, outputs, pieces, a_stride;
};

// a_stride != inputs: overlapping windows. The products of an English pipeline, then odd sizes.
constexpr std::array<Shape, 20> kShapes = {
    {{288, 96, 3, 96},  {288, 288, 1, 288}, {576, 96, 3, 576}, {384, 96, 3, 384}, {672, 96, 3, 672},
     {480, 96, 3, 480}, {288, 576, 1, 288}, {96, 1024, 1, 96}, {96, 384, 1, 96},  {64, 128, 1, 64},
     {64, 384, 1, 64},  {96, 64, 1, 96},    {96, 50, 1, 96},   {64, 106, 1, 64},  {64, 74, 1, 64},
     {1, 1, 1, 1},      {3, 5, 3, 7},       {17, 33, 2, 17},   {5, 47, 1, 5},     {2, 20, 3, 2}}};

// Plain numbers, or few mantissa bits and far exponents: ties, cancellation, subnormals, zeros of
// both signs.
float draw(std::mt19937& random, bool hard) {
  if (!hard) return std::normal_distribution<float>(0, 1)(random);
  const int exponent =
      std::uniform_int_distribution<int>(-1, 1)(random) * 12 + static_cast<int>(random() % 3);
  const float value = std::ldexp(1.0F + static_cast<float>(random() % 4) / 4096,
                                 exponent - (random() % 8 == 0 ? 60 : 0));
  if (random() % 16 == 0) return random() % 2 != 0U ? 0.0F : -0.0F;
  return random() % 2 != 0U ? value : -value;
}

struct Case {
  Shape shape;
  WeightsView weights;
  std::vector<float> w, a, bias, want;
  std::mt19937 random;

  Case(const Shape& s, bool hard, bool with_bias) : shape(s), random(hard ? 7 : 8) {
    const std::size_t columns = s.outputs * s.pieces;
    w.resize(s.inputs * columns);
    a.resize(kMaxRows * s.a_stride + s.inputs);
    bias.resize(columns);
    for (auto* part : {&w, &a, &bias}) {
      for (float& x : *part) x = draw(random, hard);
    }
    weights = with_bias
                  ? WeightsView{w.data(), s.inputs, s.outputs, s.pieces, columns, 1, bias.data()}
                  : rows_of(w.data(), s.inputs, s.outputs, nullptr, s.pieces);
    want.resize(kMaxRows * s.outputs);
    for (std::size_t row = 0; row < kMaxRows; ++row) {
      for (std::size_t output = 0; output < s.outputs; ++output) {
        want[row * s.outputs + output] = plain(row, output);
      }
    }
  }

  float plain(std::size_t row, std::size_t output) const {
    float best = 0;
    for (std::size_t piece = 0; piece < shape.pieces; ++piece) {
      const std::size_t column = output * shape.pieces + piece;
      float acc = 0;
      for (std::size_t i = 0; i < shape.inputs; ++i) {
        acc = std::fma(a[row * shape.a_stride + i],
                       w[i * weights.input_stride + column * weights.column_stride], acc);
      }
      if (weights.bias != nullptr) acc = acc + bias[column];
      best = piece == 0 ? acc : best > acc ? best : acc;
    }
    return best;
  }
};

// Runs `check` once for every instruction set of this machine.
template <class Check>
void on_every_target(Check check) {
  for (std::int64_t rest = hwy::SupportedTargets(); rest != 0; rest &= rest - 1) {
    const std::int64_t target = rest & -rest;
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().DeInit();  // dispatch again
    if (std::string(target_name()) == hwy::TargetName(target)) check();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

void expect_equal_bits(Case& c) {
  const Shape& s = c.shape;
  const PackedMatrix packed = pack(c.weights);
  constexpr float kMark = 12345.5F;
  std::size_t wrong = 0, strayed = 0;
  for (const std::size_t rows : {1, 2, 3, 4, 5, 7, 8, 9, 130}) {
    if (!has_fast_kernels() && rows > kMaxEmulatedRows) continue;
    const std::size_t first = c.random() % (kMaxRows - rows + 1);
    const std::size_t c_stride = s.outputs + c.random() % 3;
    std::vector<float> out(rows * c_stride + 64, kMark);
    multiply(packed, c.a.data() + first * s.a_stride, s.a_stride, rows, out.data(), c_stride);
    for (std::size_t row = 0; row < rows; ++row) {
      wrong += std::memcmp(&out[row * c_stride], &c.want[(first + row) * s.outputs],
                           s.outputs * sizeof(float)) != 0
                   ? 1U
                   : 0U;
      for (std::size_t i = s.outputs; i < c_stride; ++i) {
        strayed += out[row * c_stride + i] != kMark ? 1U : 0U;
      }
    }
    strayed += static_cast<std::size_t>(
        std::count_if(out.end() - 64, out.end(), [](float x) { return x != kMark; }));
  }
  EXPECT_EQ(wrong, 0U) << target_name() << ": rows differ, " << s.inputs << " x " << s.outputs
                       << " x " << s.pieces;
  EXPECT_EQ(strayed, 0U) << target_name() << ": writes out of bounds";
}

TEST(Gemm, EveryTargetGivesTheBitsOfThePlainLoop) {
  for (const Shape& shape : kShapes) {
    for (const bool hard : {false, true}) {
      for (const bool with_bias : {false, true}) {
        Case c(shape, hard, with_bias);
        on_every_target([&] { expect_equal_bits(c); });
      }
    }
  }
}

TEST(Rows, LayerNormGivesMeanZeroAndVarianceOne) {
  std::vector<float> x(96), ones(96, 1.0F), zeros(96, 0.0F), out(96);
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = static_cast<float>(i * i % 37);
  layer_norm(x, ones.data(), zeros.data(), out.data());
  double sum = 0, squares = 0;
  for (const float y : out) {
    sum += y;
    squares += static_cast<double>(y) * y;
  }
  EXPECT_NEAR(sum, 0, 1e-4);
  EXPECT_NEAR(squares, 96, 1e-3);
}

TEST(Rows, LayerNormHasTheSameBitsOnEveryTarget) {
  std::mt19937 random(3);
  std::vector<float> x(96), gain(96), bias(96);
  for (auto* part : {&x, &gain, &bias}) {
    for (float& value : *part) value = draw(random, false);
  }
  std::vector<float> first;
  on_every_target([&] {
    std::vector<float> out(96, 0.5F);
    add_layer_norm(x, gain.data(), bias.data(), out.data());
    if (first.empty()) first = out;
    EXPECT_EQ(std::memcmp(out.data(), first.data(), out.size() * sizeof(float)), 0)
        << target_name();
  });
}

TEST(Rows, TheFirstOfEqualMaximaWins) {
  const std::array<float, 5> values = {9, 1, 3, 3, 2};
  EXPECT_EQ(argmax(values.data(), 1, 5), 2U);
}

}  // namespace
}  // namespace stemma::nn

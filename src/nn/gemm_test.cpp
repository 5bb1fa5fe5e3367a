#include "nn/gemm.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "nn/convolution.h"
#include "nn/test_kernels.h"

namespace stemma::nn {
namespace {

// The largest product has more rows than a block; for the others every height of tile is enough.
constexpr std::size_t kMaxRows = 130, kFewRows = 12;

struct Shape {
  std::size_t inputs, outputs, pieces, a_stride;
};

// a_stride != inputs: overlapping windows. The products of an English pipeline, then odd sizes.
constexpr std::array<Shape, 20> kShapes = {
    {{288, 96, 3, 96},  {288, 288, 1, 288}, {576, 96, 3, 576}, {384, 96, 3, 384}, {672, 96, 3, 672},
     {480, 96, 3, 480}, {288, 576, 1, 288}, {96, 1024, 1, 96}, {96, 384, 1, 96},  {64, 128, 1, 64},
     {64, 384, 1, 64},  {96, 64, 1, 96},    {96, 50, 1, 96},   {64, 106, 1, 64},  {64, 74, 1, 64},
     {1, 1, 1, 1},      {3, 5, 3, 7},       {17, 33, 2, 17},   {5, 47, 1, 5},     {2, 20, 3, 2}}};

struct Case {
  Shape shape;
  std::size_t rows;
  WeightsView weights;
  std::vector<float> w, a, bias, want, want_unfused;
  std::mt19937 random;

  Case(const Shape& s, bool hard, bool with_bias)
      : shape(s),
        rows(s.pieces == 3 && s.inputs == 288 && !hard ? kMaxRows : kFewRows),
        random(hard ? 7 : 8) {
    const std::size_t columns = s.outputs * s.pieces;
    w.resize(s.inputs * columns);
    a.resize(rows * s.a_stride + s.inputs);
    bias.resize(columns);
    for (auto* part : {&w, &a, &bias}) {
      for (float& x : *part) x = draw(random, hard);
    }
    weights = with_bias
                  ? WeightsView{w.data(), s.inputs, s.outputs, s.pieces, columns, 1, bias.data()}
                  : rows_of(w.data(), s.inputs, s.outputs, nullptr, s.pieces);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t output = 0; output < s.outputs; ++output) {
        want.push_back(plain(row, output, true));
        want_unfused.push_back(plain(row, output, false));
      }
    }
  }

  float plain(std::size_t row, std::size_t output, bool fused) const {
    float best = 0;
    for (std::size_t piece = 0; piece < shape.pieces; ++piece) {
      const std::size_t column = output * shape.pieces + piece;
      float acc = 0;
      for (std::size_t i = 0; i < shape.inputs; ++i) {
        acc =
            multiply_add(a[row * shape.a_stride + i],
                         w[i * weights.input_stride + column * weights.column_stride], acc, fused);
      }
      if (weights.bias != nullptr) acc = acc + bias[column];
      best = piece == 0 ? acc : best > acc ? best : acc;
    }
    return best;
  }
};

void expect_equal_bits(Case& c) {
  const Shape& s = c.shape;
  const PackedMatrix packed = pack(c.weights);
  constexpr float kMark = 12345.5F;
  const std::vector<float>& want = kernels_are_fused() ? c.want : c.want_unfused;
  std::size_t wrong = 0, strayed = 0;
  for (const std::size_t rows : {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{4},
                                 std::size_t{5}, std::size_t{7}, std::size_t{8}, c.rows}) {
    const std::size_t first = c.random() % (c.rows - rows + 1);
    const std::size_t c_stride = s.outputs + c.random() % 3;
    std::vector<float> out(rows * c_stride + 64, kMark);
    multiply(packed, c.a.data() + first * s.a_stride, s.a_stride, rows, out.data(), c_stride);
    for (std::size_t row = 0; row < rows; ++row) {
      wrong += std::memcmp(&out[row * c_stride], &want[(first + row) * s.outputs],
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
  EXPECT_EQ(wrong, 0U) << kernel_name() << ": rows differ, " << s.inputs << " x " << s.outputs
                       << " x " << s.pieces;
  EXPECT_EQ(strayed, 0U) << kernel_name() << ": writes out of bounds";
}

TEST(Gemm, EveryKernelGivesTheBitsOfThePlainLoop) {
  for (const Shape& shape : kShapes) {
    for (const bool hard : {false, true}) {
      for (const bool with_bias : {false, true}) {
        Case c(shape, hard, with_bias);
        with_every_kernel([&] { expect_equal_bits(c); });
      }
    }
  }
}

TEST(Multiply, PackedWeightsKeepTheirKernelsWhenOthersAreChosen) {
  const std::vector<float> w(288 * 96, 0.5F), a(288, 2.0F), bias(96, 0.0F);
  for (const std::string& packed_for : kernel_names()) {
    ASSERT_TRUE(use_kernels(packed_for));
    const PackedMatrix packed = pack(rows_of(w.data(), 288, 96, nullptr));
    const PackedConvolution convolution = pack_convolution(w.data(), bias.data(), 96, 32);
    for (const std::string& chosen : kernel_names()) {
      ASSERT_TRUE(use_kernels(chosen));
      std::vector<float> out(96);
      multiply(packed, a.data(), 288, 1, out.data(), 96);
      EXPECT_EQ(out, std::vector<float>(96, 288.0F)) << packed_for << " under " << chosen;
      const std::vector<float> rows(6 * 96, 2.0F);
      std::vector<float> scratch, made(4 * 32);
      convolve(convolution, rows.data() + 96, 1, scratch, made.data());
      for (const float x : made) EXPECT_NEAR(x, 288.0F, 1e-3F);
    }
  }
  ASSERT_TRUE(use_kernels(""));
}

}  // namespace
}  // namespace stemma::nn

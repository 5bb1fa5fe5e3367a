// Runs the kernels that were compiled in on fixed numbers, compares them with the plain loop where
// that is short to say, and prints a checksum of all bits. tools/neon/check.sh builds it for two
// processors and compares what they print.
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "nn/convolution.h"
#include "nn/gemm.h"
#include "nn/rows.h"

namespace hwy {
// Highway's own lies in its library, which is not needed for anything else here.
[[noreturn]] void Abort(const char*, int, const char* format, ...) {
  std::fputs(format, stderr);
  std::abort();
}
}  // namespace hwy

namespace {

using namespace stemma::nn;

std::uint64_t state = 1;

float draw() {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return static_cast<float>(static_cast<std::int32_t>(state >> 32U)) / 1e9F;
}

std::vector<float> numbers(std::size_t count) {
  std::vector<float> out(count);
  for (float& x : out) x = draw();
  return out;
}

std::uint64_t sum = 0;

void note(const std::vector<float>& out) {
  for (const float x : out) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    sum = (sum ^ bits) * 0x9E3779B97F4A7C15U;
  }
}

// Rows that differ from the plain loop.
std::size_t check_product(std::size_t inputs, std::size_t outputs, std::size_t pieces) {
  std::size_t wrong = 0;
  const auto w = numbers(inputs * outputs * pieces), bias = numbers(outputs * pieces);
  const PackedMatrix packed = pack(rows_of(w.data(), inputs, outputs, bias.data(), pieces));
  for (std::size_t rows = 1; rows <= 19; ++rows) {
    const auto a = numbers(rows * inputs);
    std::vector<float> out(rows * outputs);
    multiply(packed, a.data(), inputs, rows, out.data(), outputs);
    note(out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      float best = 0;
      for (std::size_t p = 0; p < pieces; ++p) {
        const std::size_t column = i % outputs * pieces + p;
        float acc = 0;
        for (std::size_t k = 0; k < inputs; ++k) {
          acc = std::fma(a[i / outputs * inputs + k], w[column * inputs + k], acc);
        }
        acc += bias[column];
        best = p == 0 || acc > best ? acc : best;
      }
      wrong += best == out[i] ? 0U : 1U;
    }
  }
  return wrong;
}

// The convolution is made of other products than the plain loop, so its sums differ in their last
// bits: how many outputs differ by more.
std::size_t check_convolution(std::size_t width, std::size_t outputs) {
  constexpr double kRounding = 1e-4;
  std::size_t wrong = 0;
  const auto w = numbers(outputs * 9 * width), bias = numbers(outputs * 3);
  const auto packed = pack_convolution(w.data(), bias.data(), width, outputs);
  std::vector<float> scratch;
  for (std::size_t groups = 1; groups <= 19; ++groups) {
    const auto rows = numbers((4 * groups + 2) * width);
    std::vector<float> out(4 * groups * outputs);
    convolve(packed, rows.data() + width, groups, scratch, out.data());
    note(out);
    for (std::size_t i = 0; i < out.size(); ++i) {
      const float* before = rows.data() + i / outputs * width;
      double best = 0, size = 0;
      for (std::size_t piece = 0; piece < 3; ++piece) {
        const std::size_t column = i % outputs * 3 + piece;
        double total = bias[column];
        for (std::size_t k = 0; k < 3 * width; ++k) {
          const double product = static_cast<double>(before[k]) * w[column * 3 * width + k];
          total += product;
          size += std::abs(product);
        }
        best = piece == 0 || total > best ? total : best;
      }
      wrong += std::abs(best - out[i]) < kRounding * size ? 0U : 1U;
    }
  }
  return wrong;
}

void run_rows() {
  const auto x = numbers(5 * 96), gain = numbers(96), bias = numbers(3 * 96);
  auto out = numbers(5 * 96);
  RowKernels().add_layer_norm(x.data(), 96, 5, gain.data(), bias.data(), out.data());
  note(out);
  const float* rows[] = {x.data(), x.data() + 96, x.data() + 192};
  RowKernels().sum_and_maxout({rows, 3}, bias.data(), 3, 96, out.data());
  note(out);
  const std::vector<float> open(96, 0.0F);
  note({static_cast<float>(RowKernels().masked_argmax(x.data(), open.data(), 96))});
}

}  // namespace

int main() {
  std::size_t wrong = check_product(288, 96, 3) + check_product(64, 106, 1) +
                      check_product(96, 50, 1) + check_product(17, 33, 2) +
                      check_convolution(96, 96) + check_convolution(7, 40);
  run_rows();
  std::printf("%zu numbers differ from the plain loop; checksum %016llx\n", wrong,
              static_cast<unsigned long long>(sum));
  return wrong == 0 ? 0 : 1;
}

#pragma once

#include <cstddef>

#include "nn/panels.h"

namespace stemma::nn {

/// A weight matrix, with its bias, packed for the instruction set that is in use when `pack` runs,
/// which it is multiplied with ever after. Read-only after that: any number of threads may multiply
/// with it. Never save it: the layout differs between instruction sets.
class PackedMatrix {
 public:
  PackedMatrix() = default;

  std::size_t inputs() const { return inputs_; }    ///< k
  std::size_t outputs() const { return outputs_; }  ///< a row, after maxout
  std::size_t pieces() const { return pieces_; }    ///< of maxout: 1 is none, at most 3
  const float* panels() const { return panels_.get(); }

  /// The kernel of that instruction set: see `multiply`.
  using Kernel = void (*)(const PackedMatrix& weights, const float* a, std::size_t a_stride,
                          std::size_t rows, float* c, std::size_t c_stride);
  Kernel kernel() const { return kernel_; }

 private:
  friend struct Packing;
  std::size_t inputs_ = 0, outputs_ = 0, pieces_ = 1;
  Kernel kernel_ = nullptr;
  Panels panels_;
};

/// Weights as they lie in memory: element (i, column) is at `floats[i * input_stride + column *
/// column_stride]`, with column = output * pieces + piece.
struct WeightsView {
  const float* floats = nullptr;
  std::size_t inputs = 0, outputs = 0, pieces = 1;
  std::size_t input_stride = 1, column_stride = 0;
  const float* bias = nullptr;  ///< outputs * pieces values in column order; null is none
};

/// The row-major matrix [outputs * pieces][inputs], as linear and maxout layers keep it.
inline WeightsView rows_of(const float* floats, std::size_t inputs, std::size_t outputs,
                           const float* bias, std::size_t pieces = 1) {
  return {floats, inputs, outputs, pieces, 1, inputs, bias};
}

PackedMatrix pack(const WeightsView& weights);

/// c[rows][outputs] = maxout(a[rows][inputs] * W + bias). Rows start `a_stride` and `c_stride`
/// floats apart; a_stride < inputs is allowed: a window of three rows of 96 is a_stride = 96 with
/// 288 inputs. c must not overlap a.
///
/// Every output is acc = +0; for i ascending: acc = fma(a[i], w[i], acc); then acc + bias; then the
/// maximum of the pieces in order. So the bits of a row depend on that row and the weights alone,
/// not on the batch, the thread or the instruction set (kernels.h has the one exception). This
/// holds for finite values in the default floating-point environment. O(rows * inputs * outputs *
/// pieces), allocates nothing.
inline void multiply(const PackedMatrix& weights, const float* a, std::size_t a_stride,
                     std::size_t rows, float* c, std::size_t c_stride) {
  weights.kernel()(weights, a, a_stride, rows, c, c_stride);
}

}  // namespace stemma::nn

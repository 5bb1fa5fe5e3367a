#pragma once

#include <cstddef>
#include <span>

namespace stemma::nn {

/// Kernels over rows of floats, bound to the instruction set that is in use when it is made. Cheap
/// to copy.
class RowKernels {
 public:
  RowKernels();

  /// Layer normalization (Ba et al. 2016) of `count` rows that lie one after another: each becomes
  /// (x - mean) / sqrt(variance + 1e-8) * gain + bias, the variance over n. Sums run over 16
  /// interleaved partial sums that are added in one fixed order, so the bits are the same on every
  /// machine. `size`, the length of a row, is a multiple of 16. `out` may be `x`.
  void layer_norm(const float* x, std::size_t size, std::size_t count, const float* gain,
                  const float* bias, float* out) const {
    table_.layer_norm(x, size, count, gain, bias, out);
  }

  /// The same, and added to what `out` holds: a residual connection.
  void add_layer_norm(const float* x, std::size_t size, std::size_t count, const float* gain,
                      const float* bias, float* out) const {
    table_.add_layer_norm(x, size, count, gain, bias, out);
  }

  /// to[i] += from[i].
  void add_row(std::span<const float> from, float* to) const {
    table_.add_row(from.data(), from.size(), to);
  }

  /// out[i] = the largest of (((0 + rows[0][i]) + rows[1][i]) + ...) + bias[i] over `pieces`
  /// stretches of n that follow each other in every row: a sum of products that were made before,
  /// then maxout. n is a multiple of 16.
  void sum_and_maxout(std::span<const float* const> rows, const float* bias, std::size_t pieces,
                      std::size_t n, float* out) const {
    table_.sum_and_maxout(rows, bias, pieces, n, out);
  }

  /// Index of the largest of values[i] + mask[i], the first of equals; n > 0 is a multiple of 16. A
  /// mask holds 0 where an index may be taken and minus infinity elsewhere. Of values that are no
  /// numbers some index is chosen, but one that may be taken.
  std::size_t masked_argmax(const float* values, const float* mask, std::size_t n) const {
    return table_.masked_argmax(values, mask, n);
  }

  struct Table {
    void (*layer_norm)(const float*, std::size_t, std::size_t, const float*, const float*, float*);
    void (*add_layer_norm)(const float*, std::size_t, std::size_t, const float*, const float*,
                           float*);
    void (*add_row)(const float*, std::size_t, float*);
    void (*sum_and_maxout)(std::span<const float* const>, const float*, std::size_t, std::size_t,
                           float*);
    std::size_t (*masked_argmax)(const float*, const float*, std::size_t);
  };

 private:
  Table table_;
};

/// Index of the largest value in [begin, end), the first of equals; begin < end.
std::size_t argmax(const float* values, std::size_t begin, std::size_t end);

}  // namespace stemma::nn

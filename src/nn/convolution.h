#pragma once

#include <cstddef>
#include <vector>

#include "nn/panels.h"

namespace stemma::nn {

/// The weights of a convolution over three neighbouring rows with a maxout of three pieces,
/// transformed and packed for the kernels in use, which convolve with it ever after. Read-only
/// after that, and never to be saved.
class PackedConvolution {
 public:
  static constexpr std::size_t kWindow = 3, kPieces = 3;
  static constexpr std::size_t kGroup = 4;  ///< rows that are made together

  std::size_t width() const { return width_; }      ///< of a row that goes in
  std::size_t outputs() const { return outputs_; }  ///< of a row that comes out
  const float* panels() const { return panels_.get(); }

  /// The kernel of that instruction set: see `convolve`.
  using Kernel = void (*)(const PackedConvolution& weights, const float* rows, std::size_t groups,
                          std::vector<float>& scratch, float* out);
  Kernel kernel() const { return kernel_; }

 private:
  friend struct ConvolutionPacking;
  std::size_t width_ = 0, outputs_ = 0;
  Kernel kernel_ = nullptr;
  Panels panels_;
};

/// `weights` is the row-major matrix [outputs][pieces][window][width], `bias` [outputs][pieces].
PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs);

/// out[i] = max over pieces of (rows[i - 1], rows[i], rows[i + 1]) * W + bias, for rows 0 to
/// 4 * groups - 1; rows lie one after another, and those at -1 and 4 * groups are read too. `out`
/// must not overlap them; `scratch` is grown to what is needed.
///
/// Four outputs are made of six products where the plain way takes twelve: minimal filtering F(4,3)
/// (Winograd 1980, Lavin and Gray 2016) at the points 0, 1, -1, 2, -1/2 and infinity. With g the
/// window's weights and d the rows -1 to 4 about a group of four, the products are
///
///     m0 = (d0 - 2 d2 + d4 - 3/2 (d3 - d1)) * g0
///     m1 = (d1 - d4 + 5/2 d2 + 1/2 d3) * (g0 + g1 + g2) / 3
///     m2 = (d1 + d4 + 1/2 d2 - 5/2 d3) * (g0 - g1 + g2) / 3
///     m3 = (d3 - d1 + 2 (d4 - d2)) * (g0 + 2 g1 + 4 g2) / 30
///     m4 = (2 (d3 - d1) - (d4 - d2)) * (4 g0 - 2 g1 + g2) * 4 / 15
///     m5 = (d1 - 2 d3 + d5 - 3/2 (d4 - d2)) * g2
///
/// and the four rows, with s = m1 + m2 and t = m1 - m2,
///
///     ((s + m3) + m4) + m0
///     (t + 2 m3) - m4 / 2
///     (s + 4 m3) + m4 / 4
///     ((t + 8 m3) - m4 / 8) + m5
///
/// Products are sums over the width in ascending order, fused and one after another; m0 and m5 are
/// added term by term to what stands before them. Then the bias, then the maximum of the pieces in
/// order. So the bits of a row depend on the rows of its group, its place there, and nothing else.
/// Rounding errors are about those of the plain way. O(groups * width * outputs).
inline void convolve(const PackedConvolution& weights, const float* rows, std::size_t groups,
                     std::vector<float>& scratch, float* out) {
  weights.kernel()(weights, rows, groups, scratch, out);
}

}  // namespace stemma::nn

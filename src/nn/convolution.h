#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

namespace stemma::nn {

/// The weights of a convolution over three neighbouring rows with a maxout of three pieces,
/// transformed and packed for the kernels in use. Read-only after that, and never to be saved.
class PackedConvolution {
 public:
  static constexpr std::size_t kWindow = 3, kPieces = 3;

  std::size_t width() const { return width_; }      ///< of a row that goes in
  std::size_t outputs() const { return outputs_; }  ///< of a row that comes out
  std::size_t lanes() const { return lanes_; }      ///< floats in a vector when it was packed
  const float* panels() const { return panels_.get(); }

 private:
  friend struct ConvolutionPacking;
  struct Free {
    void operator()(float* floats) const { std::free(floats); }
  };
  std::size_t width_ = 0, outputs_ = 0, lanes_ = 0;
  std::unique_ptr<float[], Free> panels_;
};

/// `weights` is the row-major matrix [outputs][pieces][window][width], `bias` [outputs][pieces].
PackedConvolution pack_convolution(const float* weights, const float* bias, std::size_t width,
                                   std::size_t outputs);

/// out[i] = max over pieces of (rows[i - 1], rows[i], rows[i + 1]) * W + bias, for rows 0 to
/// 2 * pairs - 1; rows lie one after another, and those at -1 and 2 * pairs are read too. `out`
/// must not overlap them; `scratch` is grown to what is needed.
///
/// Two outputs are made of four products where the plain way takes six (minimal filtering F(2,3):
/// Winograd 1980, Lavin and Gray 2016). With g the window's weights and d the rows -1 to 2 about a
/// pair, products being sums over the width in ascending order, fused and one after another,
///
///     s = (d1 + d2) * (g0 + g1 + g2) / 2        t = (d2 - d1) * (g0 - g1 + g2) / 2
///     even row: (s + t) + (d0 - d2) * g0        odd row: (s - t) + (d3 - d1) * g2
///
/// where the last product is added term by term to what stands before it; then the bias, then the
/// maximum of the pieces in order. So the bits of a row depend on three rows, on its being the even
/// or the odd one of its pair, and on nothing else. Rounding errors are about twice those of the
/// plain way. O(pairs * width * outputs).
void convolve(const PackedConvolution& weights, const float* rows, std::size_t pairs,
              std::vector<float>& scratch, float* out);

}  // namespace stemma::nn

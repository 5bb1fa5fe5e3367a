#pragma once

#include <cstddef>
#include <span>

namespace stemma::nn {

/// Layer normalization of one row (Ba et al. 2016): out = (x - mean) / sqrt(variance + 1e-8) * gain
/// + bias, the variance over n. Sums run over 16 interleaved partial sums that are added in one
/// fixed order, so the bits are the same on every machine. The size is a multiple of 16. `out` may
/// be `x`.
void layer_norm(std::span<const float> x, const float* gain, const float* bias, float* out);

/// The same, and added to what `out` holds: a residual connection.
void add_layer_norm(std::span<const float> x, const float* gain, const float* bias, float* out);

/// to[i] += from[i].
void add_row(std::span<const float> from, float* to);

/// Index of the largest value in [begin, end), the first of equals; begin < end.
std::size_t argmax(const float* values, std::size_t begin, std::size_t end);

}  // namespace stemma::nn

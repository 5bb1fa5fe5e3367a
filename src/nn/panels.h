#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>

namespace stemma::nn {

/// Packed weights: floats that begin at a cache line, as the kernels load them.
struct FreePanels {
  void operator()(float* floats) const { std::free(floats); }
};
using Panels = std::unique_ptr<float[], FreePanels>;

/// Room for so many floats, their values not set. Throws std::bad_alloc.
Panels allocate_panels(std::size_t floats);

}  // namespace stemma::nn

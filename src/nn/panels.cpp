#include "nn/panels.h"

#include <new>

namespace stemma::nn {

Panels allocate_panels(std::size_t floats) {
  constexpr std::size_t kLine = 64;  // bytes, of the cache and of the widest vector
  const std::size_t bytes = (floats * sizeof(float) + kLine - 1) / kLine * kLine;
  Panels panels(static_cast<float*>(std::aligned_alloc(kLine, bytes)));
  if (panels == nullptr) throw std::bad_alloc();
  return panels;
}

}  // namespace stemma::nn

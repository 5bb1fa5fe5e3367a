#pragma once

#include <cstdio>
#include <cstdlib>

namespace stemma {

/// Ends a fuzz target where its answer breaks a promise; assert would be compiled out.
inline void expect(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace stemma

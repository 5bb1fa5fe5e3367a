#pragma once

#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "base/result.h"

namespace stemma {

/// What `work` answers, or one refusal that names the input when it throws: out of memory, or a
/// library's exception. `work` returns a Result.
template <class Work>
auto guarded(std::string_view input, const Work& work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return failure(Fault::too_large, std::string(input) + ": out of memory");
  } catch (const std::exception& error) {
    return failure(Fault::malformed, std::string(input) + ": " + error.what());
  }
}

}  // namespace stemma

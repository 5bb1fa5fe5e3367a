#pragma once

#include <string>

namespace stemma {

/// What a page says of a field, and which part of the page says it (model/article.h,
/// FieldSources).
template <class Value>
struct Said {
  Value value;
  std::string source;
};

}  // namespace stemma

#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace stemma {

constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }

/// The text with ASCII letters in lower case and all else as it is: no longer, no shorter.
inline std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace stemma

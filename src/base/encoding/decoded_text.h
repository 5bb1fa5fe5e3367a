#pragma once

#include <string>
#include <vector>

namespace stemma {

/// Text read from bytes of an unknown encoding.
struct DecodedText {
  std::string text;     ///< valid UTF-8, no byte-order mark at its start, no NUL
  std::string charset;  ///< what the bytes were read as, in lower case: "utf-8", "windows-1252"
  /// What could not be kept, each a sentence part with the byte it begins at, for the caller to
  /// prefix with the input's name: "3 bytes are not UTF-8, the first at byte 1042; …".
  std::vector<std::string> losses;
};

}  // namespace stemma

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// Characters past ASCII that a text must have before it is looked at for a second encoding.
inline constexpr std::size_t kLeastDoubled = 2;

/// The text that was encoded as UTF-8 twice ("â€™" for "’"), encoded once: every character past
/// ASCII must be a byte of windows-1252, and those bytes must be UTF-8 to the last one, with
/// `kLeastDoubled` characters among them. A text with one true "é" is none. O(n), and nearly every
/// text is told by its first character past ASCII.
std::optional<std::string> encoded_once(std::string_view text);

}  // namespace stemma

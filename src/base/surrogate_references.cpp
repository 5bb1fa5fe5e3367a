#include "base/surrogate_references.h"

#include <charconv>
#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace stemma {
namespace {

/// "&#x0000D83D;" is longer than anyone writes.
constexpr std::size_t kMaxReferenceBytes = 12;

// The number in a reference at the beginning of the text, and the reference's length; 0 for none.
struct Reference {
  std::uint32_t number = 0;
  std::size_t size = 0;
};

Reference numeric_reference(std::string_view text) {
  text = text.substr(0, kMaxReferenceBytes);
  const std::size_t end = text.find(';');
  if (!text.starts_with("&#") || end == std::string_view::npos) return {};
  std::string_view digits = text.substr(2, end - 2);
  int base = 10;
  if (digits.starts_with('x') || digits.starts_with('X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  Reference reference{0, end + 1};
  const auto [last, code] =
      std::from_chars(digits.data(), digits.data() + digits.size(), reference.number, base);
  const bool is_number = code == std::errc() && last == digits.data() + digits.size();
  return is_number && !digits.empty() ? reference : Reference{};
}

}  // namespace

void join_surrogate_references(std::string& markup) {
  std::string joined;
  std::size_t copied = 0;
  for (std::size_t at = markup.find("&#"); at != std::string::npos; at = markup.find("&#", at)) {
    const std::string_view rest = std::string_view(markup).substr(at);
    const Reference first = numeric_reference(rest);
    const bool is_lead = first.size != 0 && (first.number & ~0x3FFU) == 0xD800;
    const Reference second = is_lead ? numeric_reference(rest.substr(first.size)) : Reference{};
    if (second.size == 0 || (second.number & ~0x3FFU) != 0xDC00) {
      at += 2;
      continue;
    }
    joined.append(markup, copied, at - copied);
    append_utf8(joined, 0x10000 + ((first.number & 0x3FFU) << 10U) + (second.number & 0x3FFU));
    at += first.size + second.size;
    copied = at;
  }
  if (copied == 0) return;
  joined.append(markup, copied);
  markup = std::move(joined);
}

}  // namespace stemma

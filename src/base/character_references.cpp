#include "base/character_references.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>

#include "base/surrogate_references.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// Longest reference looked for: "&thetasym;" and numbers fit with room to spare.
constexpr std::size_t kMaxReferenceBytes = 16;

struct Entity {
  std::string_view name;
  std::uint16_t code_point;
};
constexpr Entity kEntities[] = {
#include "base/html_entities.inc"
};

std::optional<char32_t> number_of(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits[0] == 'x' || digits[0] == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t number = 0;
  const auto [end, code] =
      std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
  if (code != std::errc() || end != digits.data() + digits.size() || number == 0)
    return std::nullopt;
  return number;
}

// What stands between "&" and ";".
std::optional<char32_t> referred(std::string_view name) {
  if (name.starts_with('#')) return number_of(name.substr(1));
  const auto* found =
      std::lower_bound(std::begin(kEntities), std::end(kEntities), name,
                       [](const Entity& e, std::string_view n) { return e.name < n; });
  if (found == std::end(kEntities) || found->name != name) return std::nullopt;
  return found->code_point;
}

}  // namespace

CharacterReference character_reference_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kMaxReferenceBytes);
  const std::size_t end = rest.find(';');
  if (rest.empty() || rest[0] != '&' || end == std::string_view::npos) return {};
  const auto code_point = referred(rest.substr(1, end - 1));
  return code_point ? CharacterReference{*code_point, end + 1} : CharacterReference{};
}

std::string unescape(std::string_view escaped) {
  std::string text(escaped);
  join_surrogate_references(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    out.append(text, at, next - at);
    at = next;
    if (at == text.size()) break;
    const CharacterReference reference = character_reference_at(text, at);
    if (reference.size == 0) {
      out += text[at++];
    } else {
      append_utf8(out, reference.code_point);
      at += reference.size;
    }
  }
  return out;
}

}  // namespace stemma

#include "ingest/markup.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>

#include "base/surrogate_references.h"
#include "base/text.h"
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
#include "ingest/html_entities.inc"
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

struct Reference {
  char32_t code_point = 0;
  std::size_t size = 0;  // 0: there is none
};

Reference reference_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kMaxReferenceBytes);
  const std::size_t end = rest.find(';');
  if (rest.empty() || rest[0] != '&' || end == std::string_view::npos) return {};
  const auto code_point = referred(rest.substr(1, end - 1));
  return code_point ? Reference{*code_point, end + 1} : Reference{};
}

bool begins_tag(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  return is_ascii_letter(next) || next == '/' || next == '!';
}

// Every tag becomes a blank; a "<" that begins none stays.
std::string without_tags(std::string_view markup) {
  std::string text;
  const std::size_t last_end = markup.rfind('>');
  const std::size_t tags_end = last_end == std::string_view::npos ? 0 : last_end;
  for (std::size_t at = 0; at < markup.size();) {
    // Past the last ">" no tag ends: looking for one there again and again would be quadratic.
    const std::size_t end =
        at < tags_end && begins_tag(markup, at) ? markup.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += markup[at++];
    } else {
      text += ' ';
      at = end + 1;
    }
  }
  return text;
}

}  // namespace

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
    const Reference reference = reference_at(text, at);
    if (reference.size == 0) {
      out += text[at++];
    } else {
      append_utf8(out, reference.code_point);
      at += reference.size;
    }
  }
  return out;
}

std::string plain_line(std::string_view markup) {
  std::string text = unescape(without_tags(markup));
  if (text.find('&') != std::string::npos) text = unescape(text);
  return collapse_space(text);
}

bool has_markup(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&' && reference_at(text, at).size != 0) return true;
    if (text[at] == '<' && begins_tag(text, at)) return true;
  }
  return false;
}

}  // namespace stemma

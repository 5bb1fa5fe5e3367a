#include "base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "base/encoding/charset_label.h"
#include "base/encoding/charset_reader.h"
#include "base/encoding/utf16.h"
#include "base/encoding/utf8_count.h"
#include "base/encoding/utf8_reader.h"
#include "base/surrogate_references.h"

namespace stemma {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

std::optional<DecodedText> read_by_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  constexpr ByteOrder kLittle = ByteOrder::little_endian, kBig = ByteOrder::big_endian;
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return read_utf32(bytes.substr(4), kLittle);
  if (bytes.starts_with("\0\0\xFE\xFF"sv)) return read_utf32(bytes.substr(4), kBig);
  if (bytes.starts_with("\xFF\xFE")) return read_utf16(bytes.substr(2), kLittle);
  if (bytes.starts_with("\xFE\xFF")) return read_utf16(bytes.substr(2), kBig);
  return std::nullopt;
}

bool is_mostly_utf8(const Utf8Count& count, const std::string& declared) {
  if (count.malformed == 0) return true;
  // Two-byte encodings of Japanese, Korean and Chinese hold up to one chance sequence for two other
  // bytes; a label that names one makes it likelier still.
  const bool says_other = !declared.empty() && declared != "utf-8";
  return count.sequences >= count.malformed * (says_other ? 10 : 2);
}

// A label under which the text has much that no text has is a false one, if detection finds an
// encoding under which it has nearly none.
DecodedText doubt_label(std::string_view bytes, bool is_html, DecodedText read) {
  constexpr std::size_t kLeastDamage = 3, kTimesLess = 10, kOneIn = 200;
  const std::size_t damage = count_damage(read.text);
  if (damage < kLeastDamage) return read;
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (damage * kOneIn < high) return read;
  const std::string charset = detected_charset(bytes, is_html);
  if (charset == read.charset) return read;
  auto other = read_as(charset, bytes);
  if (!other || count_damage(other->text) * kTimesLess > damage) return read;
  other->losses.push_back(fmt::format("declared as {}, which it is not; it was read as {}",
                                      read.charset, other->charset));
  return std::move(*other);
}

DecodedText read(std::string_view bytes, std::string_view outer_label, bool is_html) {
  if (auto marked = read_by_mark(bytes)) return std::move(*marked);
  if (const auto order = utf16_without_mark(bytes)) return read_utf16(bytes, *order);
  const std::string outer = charset_meant_by(outer_label);
  std::string inner =
      charset_meant_by(charset_in_text(bytes.substr(0, kDeclarationBytes), is_html));
  const std::string& declared = outer.empty() || outer == "utf-8" ? inner : outer;
  // Seven-bit Japanese mail and pages are valid ASCII by accident.
  if (declared == "iso-2022-jp" && bytes.find('\x1B') != std::string_view::npos) {
    if (auto text = read_as(declared, bytes)) return std::move(*text);
  }
  const Utf8Count count = count_utf8(bytes);
  if (is_mostly_utf8(count, declared)) return read_utf8(bytes, count);
  // Some pages say what they are only behind long scripts.
  if (inner.empty()) inner = charset_meant_by(charset_in_text(bytes, is_html));
  for (const std::string& label : {outer, inner}) {
    if (auto text = read_as(label, bytes)) return doubt_label(bytes, is_html, std::move(*text));
  }
  auto text = read_as(detected_charset(bytes, is_html), bytes);
  if (!text) text = read_as("windows-1252", bytes);
  const bool says_utf8 = outer == "utf-8" || inner == "utf-8";
  text->losses.push_back(
      fmt::format("{} not UTF-8 at byte {}; it was read as {}",
                  says_utf8 ? "declared as UTF-8 but" : "no charset is declared and the text is",
                  count.first, text->charset));
  return std::move(*text);
}

void remove_nul(DecodedText& decoded) {
  const std::size_t first = decoded.text.find('\0');
  if (first == std::string::npos) return;
  const auto removed = std::erase(decoded.text, '\0');
  decoded.losses.push_back(
      fmt::format("{} NUL characters removed, the first at byte {}", removed, first));
}

}  // namespace

DecodedText decode_text(std::string_view bytes, std::string_view declared_charset, bool is_html) {
  DecodedText decoded;
  if (bytes.starts_with(kUtf8Mark)) {
    decoded = read_utf8(bytes, count_utf8(bytes));
    decoded.text.erase(0, kUtf8Mark.size());
  } else {
    decoded = read(bytes, declared_charset, is_html);
  }
  remove_nul(decoded);
  if (is_html) join_surrogate_references(decoded.text);
  return decoded;
}

}  // namespace stemma

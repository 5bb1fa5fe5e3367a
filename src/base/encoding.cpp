#include "base/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include "base/surrogate_references.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// How far into a text its NUL bytes are counted, and how much of it the detector sees.
constexpr std::size_t kUtf16SampleBytes = 4096;
constexpr std::size_t kDetectionBytes = std::size_t{64} << 10;
/// The detector's confidence (0 to 100) below which its guess is not used.
constexpr int kLeastConfidence = 30;
/// Characters that must have been encoded twice before a text is repaired.
constexpr std::size_t kLeastDoubled = 2;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// Windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252).
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

// Labels whose meaning on the web is not what their registration says (WHATWG Encoding Standard,
// section 4.2).
struct Label {
  std::string_view written, means;
};
constexpr Label kLabels[] = {
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"ksc5601", "windows-949"},
    {"x-sjis", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"big5", "big5-hkscs"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
};

std::string meaning_of(std::string_view label) {
  std::string lower = to_lower(trim(label));
  for (const Label& known : kLabels) {
    if (lower == known.written) return std::string(known.means);
  }
  return lower;
}

struct Utf8Count {
  std::size_t sequences = 0;  // characters of two bytes and more
  std::size_t malformed = 0;  // bytes that are no UTF-8
  std::size_t runs = 0;       // stretches of them
  std::size_t first = 0;      // where the first of them begins
};

// How many bytes at `at` are ASCII, counted eight at a time: all of a run but its last few.
std::size_t ascii_run(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  const std::size_t begin = at;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> block{};
    std::memcpy(block.data(), bytes.data() + at, sizeof block);
    if (((block[0] | block[1] | block[2] | block[3]) & kHigh) != 0) break;
  }
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t block = 0;
    std::memcpy(&block, bytes.data() + at, sizeof block);
    if ((block & kHigh) != 0) break;
  }
  return at - begin;
}

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  bool in_run = false;
  for (std::size_t i = 0; i < bytes.size();) {
    if (const std::size_t ascii = ascii_run(bytes, i); ascii != 0) {
      i += ascii;
      in_run = false;
      continue;
    }
    const Decoded decoded = decode_utf8(bytes, i);
    const bool malformed = decoded.code_point == 0xFFFD && decoded.size == 1;
    if (malformed && count.malformed++ == 0) count.first = i;
    if (malformed && !in_run) ++count.runs;
    if (!malformed && decoded.size > 1) ++count.sequences;
    in_run = malformed;
    i += decoded.size;
  }
  return count;
}

std::string read_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text.push_back(c);
    } else {
      append_utf8(text, byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte);
    }
  }
  return text;
}

// The byte that windows-1252, or the true ISO 8859-1, reads as this character.
std::optional<unsigned char> windows_1252_byte(char32_t c) {
  if (c <= 0xFF) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == c) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

// Whether the first character past ASCII can be the first of a sequence that was encoded twice. Of
// nearly every page it cannot, which spares the rest.
bool may_be_doubled(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    i += ascii_run(text, i);
    if (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80) break;
    ++i;
  }
  if (i >= text.size()) return false;
  const Decoded decoded = decode_utf8(text, i);
  const auto lead = windows_1252_byte(decoded.code_point);
  if (!lead || *lead < 0xC2 || *lead > 0xF4 || i + decoded.size >= text.size()) return false;
  const auto next = windows_1252_byte(decode_utf8(text, i + decoded.size).code_point);
  return next && *next >= 0x80 && *next < 0xC0;
}

// Undoes a second encoding: every character past ASCII must be a byte of windows-1252, and those
// bytes must be UTF-8 to the last one. A text with one true "é" is no such text and stays.
std::optional<std::string> decode_twice(std::string_view text) {
  if (!may_be_doubled(text)) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    const auto byte = windows_1252_byte(decoded.code_point);
    if (!byte) return std::nullopt;
    bytes.push_back(static_cast<char>(*byte));
    i += decoded.size;
  }
  const Utf8Count count = count_utf8(bytes);
  if (count.malformed != 0 || count.sequences < kLeastDoubled) return std::nullopt;
  return bytes;
}

// Whether the byte at `at` is punctuation of windows-1252 that strayed into UTF-8: an ellipsis, a
// quotation mark or a dash, alone between ASCII.
bool is_stray_punctuation(std::string_view bytes, std::size_t at) {
  const auto is_ascii = [&](std::size_t i) {
    return i >= bytes.size() || static_cast<unsigned char>(bytes[i]) < 0x80;
  };
  const auto byte = static_cast<unsigned char>(bytes[at]);
  const bool is_punctuation = byte == 0x85 || (byte >= 0x91 && byte <= 0x97);
  return is_punctuation && is_ascii(at + 1) && (at == 0 || is_ascii(at - 1));
}

// The text with its stray punctuation in UTF-8; how many there were goes to `read`.
std::string read_stray_punctuation(std::string_view bytes, std::size_t first, std::size_t& read) {
  std::string text(bytes.substr(0, first));
  text.reserve(bytes.size() + 16);
  for (std::size_t i = first; i < bytes.size(); ++i) {
    if (is_stray_punctuation(bytes, i)) {
      append_utf8(text, kWindows1252[static_cast<unsigned char>(bytes[i]) - 0x80U]);
      ++read;
    } else {
      text.push_back(bytes[i]);
    }
  }
  return text;
}

void read_damaged_utf8(std::string_view bytes, const Utf8Count& count, DecodedText& into) {
  std::size_t read = 0;
  into.text = repair_utf8(read_stray_punctuation(bytes, count.first, read));
  const std::size_t lost = count.runs - read;
  const auto runs = [](std::size_t n) { return n == 1 ? "1 run" : fmt::format("{} runs", n); };
  std::string became = read == 0   ? "each became U+FFFD"
                       : lost == 0 ? "read as punctuation of windows-1252"
                                   : fmt::format(
                                         "{} read as punctuation of windows-1252, each "
                                         "other became U+FFFD",
                                         read);
  into.losses.push_back(fmt::format("{} of bytes not UTF-8, the first at byte {}; {}",
                                    runs(count.runs), count.first, became));
}

void read_utf8(std::string_view bytes, const Utf8Count& count, DecodedText& into) {
  into.charset = "utf-8";
  if (count.malformed != 0) return read_damaged_utf8(bytes, count, into);
  if (count.sequences >= kLeastDoubled) {
    if (auto once = decode_twice(bytes)) {
      into.text = std::move(*once);
      into.losses.push_back("the text was encoded as UTF-8 twice; the second time was undone");
      return;
    }
  }
  into.text = bytes;
}

void read_utf16(std::string_view bytes, bool big_endian, DecodedText& into) {
  into.charset = big_endian ? "utf-16be" : "utf-16le";
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::size_t lost = 0, first = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit(i);
    if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.size() && (unit(i + 2) & 0xFC00U) == 0xDC00) {
      c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
      i += 2;
    } else if ((c & 0xF800U) == 0xD800 && lost++ == 0) {
      first = i;
    }
    append_utf8(into.text, c);
  }
  if (lost != 0) {
    into.losses.push_back(
        fmt::format("{} halves of characters in UTF-16, the first at byte {}; each became U+FFFD",
                    lost, first));
  }
  if (bytes.size() % 2 != 0) {
    into.losses.push_back(
        fmt::format("the last byte, {}, is half of a UTF-16 unit", bytes.size() - 1));
  }
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// A page that is read by its tags cannot be in an encoding that writes tags otherwise: this leaves
// out EBCDIC, UTF-7, UTF-16 and whatever else a false label may name.
bool keeps_ascii(UConverter* converter) {
  constexpr std::string_view kProbe = "AZaz09 <>&\"=/-";
  std::array<UChar, 64> out{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_toUChars(converter, out.data(), static_cast<std::int32_t>(out.size()), kProbe.data(),
                    static_cast<std::int32_t>(kProbe.size()), &status);
  if (U_FAILURE(status) || size != static_cast<std::int32_t>(kProbe.size())) return false;
  return std::equal(kProbe.begin(), kProbe.end(), out.begin(),
                    [](char a, UChar b) { return static_cast<UChar>(a) == b; });
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes options after a comma or other marks: only plain labels go in.
  const bool plain = !name.empty() && name.size() < 60 &&
                     std::all_of(
                         name.begin(), name.end(),
                         [](char c) {
                           return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' ||
                                  c == ':' || c == '.';
                         });
  if (!plain) return nullptr;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

struct Substitution {
  std::size_t count = 0;
};

// Counts what the encoding does not define and puts U+FFFD in its place.
void U_CALLCONV substitute(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                           std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++static_cast<Substitution*>(const_cast<void*>(context))->count;
  *status = U_ZERO_ERROR;
  constexpr UChar kReplacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &kReplacement, 1, 0, status);
}

void append_utf16(std::string& text, const UChar* begin, const UChar* end, UChar& lead) {
  for (const UChar* at = begin; at != end; ++at) {
    if ((*at & 0xFC00) == 0xD800) {
      lead = *at;
    } else if ((*at & 0xFC00) == 0xDC00 && lead != 0) {
      append_utf8(text, 0x10000U + ((lead - 0xD800U) << 10U) + (*at - 0xDC00U));
      lead = 0;
    } else {
      append_utf8(text, *at);
      lead = 0;
    }
  }
}

void read_by_converter(std::string_view bytes, UConverter* converter, DecodedText& into) {
  Substitution lost;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_reset(converter);
  ucnv_setToUCallBack(converter, substitute, &lost, nullptr, nullptr, &status);
  std::array<UChar, 4096> units{};
  const char* at = bytes.data();
  UChar lead = 0;
  do {
    status = U_ZERO_ERROR;
    UChar* out = units.data();
    ucnv_toUnicode(converter, &out, units.data() + units.size(), &at, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    append_utf16(into.text, units.data(), out, lead);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (lost.count != 0) {
    into.losses.push_back(fmt::format("{} characters that {} does not have; each became U+FFFD",
                                      lost.count, into.charset));
  }
}

// Reads the bytes as the label says; false when the label says nothing usable.
bool read_as(const std::string& charset, std::string_view bytes, DecodedText& into) {
  if (charset == "utf-8") return false;  // they are not, or they would have been read so
  into.charset = charset;
  if (charset == "windows-1252") {
    into.text = read_windows_1252(bytes);
    return true;
  }
  const Converter converter = open_converter(charset);
  if (!converter || !keeps_ascii(converter.get())) return false;
  read_by_converter(bytes, converter.get(), into);
  return true;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string detect(std::string_view bytes, bool is_html) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "windows-1252";
  // The first bytes past ASCII may stand far into a page.
  const auto high =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  auto begin = static_cast<std::size_t>(high - bytes.begin());
  begin = begin > kDetectionBytes / 2 ? begin - kDetectionBytes / 2 : 0;
  const std::string_view sample = bytes.substr(begin, kDetectionBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), static_cast<UBool>(is_html));
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) < kLeastConfidence) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? "windows-1252" : meaning_of(name);
}

bool read_by_mark(std::string_view bytes, DecodedText& into) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
    into.charset = bytes[0] == '\0' ? "utf-32be" : "utf-32le";
    const Converter converter = open_converter(into.charset);
    if (converter) read_by_converter(bytes.substr(4), converter.get(), into);
    return converter != nullptr;
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    read_utf16(bytes.substr(2), bytes[0] == '\xFE', into);
    return true;
  }
  return false;
}

bool is_mostly_utf8(const Utf8Count& count, const std::string& declared) {
  if (count.malformed == 0) return true;
  // Two-byte encodings of Japanese, Korean and Chinese hold up to one chance sequence for two other
  // bytes; a label that names one makes it likelier still.
  const bool says_other = !declared.empty() && declared != "utf-8";
  return count.sequences >= count.malformed * (says_other ? 10 : 2);
}

// Characters that no text has: C1 controls, and what became U+FFFD.
std::size_t count_damage(std::string_view text) {
  std::size_t damage = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t ascii = ascii_run(text, i); ascii != 0) {
      i += ascii;
      continue;
    }
    const Decoded decoded = decode_utf8(text, i);
    const char32_t c = decoded.code_point;
    // U+0085 is a line end that mainframes write.
    damage += c == 0xFFFD || (c >= 0x80 && c < 0xA0 && c != 0x85) ? 1 : 0;
    i += decoded.size;
  }
  return damage;
}

// A label under which the text has much that no text has is a false one, if detection finds an
// encoding under which it has nearly none.
void doubt_label(std::string_view bytes, bool is_html, DecodedText& into) {
  constexpr std::size_t kLeastDamage = 3, kTimesLess = 10, kOneIn = 200;
  const std::size_t damage = count_damage(into.text);
  if (damage < kLeastDamage) return;
  const auto high = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
  if (damage * kOneIn < high) return;
  DecodedText detected;
  const std::string charset = detect(bytes, is_html);
  if (charset == into.charset || !read_as(charset, bytes, detected)) return;
  if (count_damage(detected.text) * kTimesLess > damage) return;
  detected.losses.push_back(fmt::format("declared as {}, which it is not; it was read as {}",
                                        into.charset, detected.charset));
  into = std::move(detected);
}

std::string_view declaration_in(std::string_view text, bool is_html);

void read(std::string_view bytes, std::string_view declared_charset, bool is_html,
          DecodedText& into) {
  if (read_by_mark(bytes, into)) return;
  if (const auto order = utf16_without_mark(bytes)) {
    return read_utf16(bytes, *order == ByteOrder::big_endian, into);
  }
  const std::string outer = meaning_of(declared_charset);
  std::string inner = meaning_of(declared_in_text(bytes, is_html));
  const std::string& declared = outer.empty() || outer == "utf-8" ? inner : outer;
  // Seven-bit Japanese mail and pages are valid ASCII by accident.
  if (declared == "iso-2022-jp" && bytes.find('\x1B') != std::string_view::npos &&
      read_as(declared, bytes, into)) {
    return;
  }
  const Utf8Count count = count_utf8(bytes);
  if (is_mostly_utf8(count, declared)) return read_utf8(bytes, count, into);
  // Some pages say what they are only behind long scripts.
  if (inner.empty()) inner = meaning_of(declaration_in(bytes, is_html));
  if (read_as(outer, bytes, into) || read_as(inner, bytes, into)) {
    return doubt_label(bytes, is_html, into);
  }
  if (!read_as(detect(bytes, is_html), bytes, into)) read_as("windows-1252", bytes, into);
  const bool says_utf8 = outer == "utf-8" || inner == "utf-8";
  into.losses.push_back(
      fmt::format("{} not UTF-8 at byte {}; it was read as {}",
                  says_utf8 ? "declared as UTF-8 but" : "no charset is declared and the text is",
                  count.first, into.charset));
}

void remove_nul(DecodedText& decoded) {
  const std::size_t first = decoded.text.find('\0');
  if (first == std::string::npos) return;
  const auto removed = std::erase(decoded.text, '\0');
  decoded.losses.push_back(
      fmt::format("{} NUL characters removed, the first at byte {}", removed, first));
}

// The value of `name=` in a tag, quoted or not.
std::string_view value_after(std::string_view tag, std::string_view name) {
  for (std::size_t at = 0; at < tag.size(); ++at) {
    if (!starts_with_ignoring_case(tag.substr(at), name)) continue;
    std::string_view rest = trim(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) rest.remove_prefix(1);
    return trim(rest.substr(0, rest.find_first_of("\"'; \t\r\n/>?")));
  }
  return {};
}

// The charset that a text declares anywhere in it.
std::string_view declaration_in(std::string_view text, bool is_html) {
  if (trim(text.substr(0, kDeclarationBytes)).starts_with("<?xml")) {
    const auto value = value_after(text.substr(0, text.find("?>")), "encoding");
    if (!value.empty()) return value;
  }
  if (!is_html) return {};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at + 4);
      if (at == std::string_view::npos) break;
    } else if (starts_with_ignoring_case(text.substr(at), "<meta")) {
      const std::string_view tag = text.substr(at, text.find('>', at) - at);
      if (const auto value = value_after(tag, "charset"); !value.empty()) return value;
    }
  }
  return {};
}

// Units of scripts in use, as far as one unit writes a character of them.
bool is_in_use(char16_t c) {
  struct Range {
    char16_t first, last;
  };
  constexpr Range kRanges[] = {
      {0x0020, 0x007E}, {0x00A0, 0x017F}, {0x01A0, 0x01B0}, {0x02B9, 0x02DD}, {0x0300, 0x036F},
      {0x0386, 0x03CE}, {0x0400, 0x045F}, {0x0490, 0x0491}, {0x0531, 0x058A}, {0x05B0, 0x05F4},
      {0x060C, 0x06FF}, {0x0900, 0x0DF4}, {0x0E01, 0x0E5B}, {0x10D0, 0x10FC}, {0x1EA0, 0x1EF9},
      {0x2010, 0x2044}, {0x20A0, 0x20BF}, {0x2100, 0x2122}, {0x2190, 0x2199}, {0x25A0, 0x25CF},
      {0x3000, 0x303F}, {0x3041, 0x30FF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xD800, 0xDFFF},
      {0xFF01, 0xFFEE}};
  if (c == '\n' || c == '\r' || c == '\t') return true;
  return std::any_of(std::begin(kRanges), std::end(kRanges),
                     [&](Range range) { return c >= range.first && c <= range.last; });
}

// What stands between words and sentences; a wrong order of bytes has hardly any.
bool is_separator(char16_t c) {
  return c == ' ' || c == '\n' || c == '\r' || c == 0x3000 || c == 0x3001 || c == 0x3002;
}

struct UnitCount {
  std::size_t in_use = 0, separators = 0;
};

UnitCount count_units(std::string_view bytes, ByteOrder order) {
  UnitCount count;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    const auto unit =
        static_cast<char16_t>(order == ByteOrder::big_endian ? a << 8 | b : b << 8 | a);
    count.in_use += is_in_use(unit) ? 1 : 0;
    count.separators += is_separator(unit) ? 1 : 0;
  }
  return count;
}

// Whether more than one byte in twenty is none of a UTF-8 text: a control character, or malformed.
bool is_no_utf8(std::string_view bytes) {
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !is_ascii_space(c) && byte != 0x1B;
  });
  return (static_cast<std::size_t>(controls) + count_utf8(bytes).malformed) * 20 > bytes.size();
}

std::optional<ByteOrder> order_by_script(std::string_view sample) {
  constexpr std::size_t kFewestUnits = 8;
  const std::size_t units = sample.size() / 2;
  if (units < kFewestUnits || !is_no_utf8(sample)) return std::nullopt;
  std::optional<ByteOrder> best;
  std::size_t most = units / 100;
  for (const ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
    const UnitCount count = count_units(sample, order);
    const bool is_text = count.in_use * 50 >= units * 49;
    if (!is_text || count.separators <= most) continue;
    best = order;
    most = count.separators;
  }
  return best;
}

}  // namespace

std::optional<ByteOrder> utf16_without_mark(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kUtf16SampleBytes & ~std::size_t{1});
  // A blank, a line end or a digit is nearly always among them.
  if (sample.find('\0') == std::string_view::npos) return std::nullopt;
  std::array<std::size_t, 2> nul{};
  for (std::size_t i = 0; i < sample.size(); ++i) nul[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t units = sample.size() / 2;
  if (units < 2) return std::nullopt;
  if (nul[1] * 2 > units && nul[0] * 8 < units) return ByteOrder::little_endian;
  if (nul[0] * 2 > units && nul[1] * 8 < units) return ByteOrder::big_endian;
  return order_by_script(sample);
}

std::string_view declared_in_text(std::string_view bytes, bool is_html) {
  return declaration_in(bytes.substr(0, kDeclarationBytes), is_html);
}

DecodedText decode_text(std::string_view bytes, std::string_view declared_charset, bool is_html) {
  DecodedText decoded;
  if (bytes.starts_with(kUtf8Mark)) {
    read_utf8(bytes, count_utf8(bytes), decoded);
    decoded.text.erase(0, kUtf8Mark.size());
  } else {
    read(bytes, declared_charset, is_html, decoded);
  }
  remove_nul(decoded);
  if (is_html) join_surrogate_references(decoded.text);
  return decoded;
}

}  // namespace stemma

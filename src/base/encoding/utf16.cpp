#include "base/encoding/utf16.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/encoding/utf8_count.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// How far into a text its NUL bytes and units are counted.
constexpr std::size_t kSampleBytes = 4096;

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
  const std::string_view sample = bytes.substr(0, kSampleBytes & ~std::size_t{1});
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

DecodedText read_utf16(std::string_view bytes, ByteOrder order) {
  const bool big_endian = order == ByteOrder::big_endian;
  DecodedText read;
  read.charset = big_endian ? "utf-16be" : "utf-16le";
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
    append_utf8(read.text, c);
  }
  if (lost != 0) {
    read.losses.push_back(
        fmt::format("{} halves of characters in UTF-16, the first at byte {}; each became U+FFFD",
                    lost, first));
  }
  if (bytes.size() % 2 != 0) {
    read.losses.push_back(
        fmt::format("the last byte, {}, is half of a UTF-16 unit", bytes.size() - 1));
  }
  return read;
}

}  // namespace stemma

#include "base/encoding/utf8_reader.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/encoding/twice_encoded.h"
#include "base/encoding/windows_1252.h"
#include "base/utf8.h"

namespace stemma {
namespace {

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
      append_utf8(text, windows_1252(static_cast<unsigned char>(bytes[i])));
      ++read;
    } else {
      text.push_back(bytes[i]);
    }
  }
  return text;
}

DecodedText read_damaged_utf8(std::string_view bytes, const Utf8Count& count) {
  std::size_t read = 0;
  std::string text = repair_utf8(read_stray_punctuation(bytes, count.first, read));
  const std::size_t lost = count.runs - read;
  const auto runs = [](std::size_t n) { return n == 1 ? "1 run" : fmt::format("{} runs", n); };
  std::string became = read == 0   ? "each became U+FFFD"
                       : lost == 0 ? "read as punctuation of windows-1252"
                                   : fmt::format(
                                         "{} read as punctuation of windows-1252, each "
                                         "other became U+FFFD",
                                         read);
  std::string loss = fmt::format("{} of bytes not UTF-8, the first at byte {}; {}",
                                 runs(count.runs), count.first, became);
  return {std::move(text), "utf-8", {std::move(loss)}};
}

}  // namespace

DecodedText read_utf8(std::string_view bytes, const Utf8Count& count) {
  if (count.malformed != 0) return read_damaged_utf8(bytes, count);
  if (count.sequences >= kLeastDoubled) {
    if (auto once = encoded_once(bytes)) {
      return {std::move(*once),
              "utf-8",
              {"the text was encoded as UTF-8 twice; the second time was undone"}};
    }
  }
  return {std::string(bytes), "utf-8", {}};
}

}  // namespace stemma

#include "ingest/mime.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/encoding.h"
#include "base/text.h"

namespace stemma {
namespace {

std::optional<unsigned> hex_digit(char c) {
  if (is_ascii_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return std::nullopt;
}

// The byte that two hexadecimal digits at `at` write.
std::optional<char> hex_byte(std::string_view text, std::size_t at) {
  if (at + 2 > text.size()) return std::nullopt;
  const auto high = hex_digit(text[at]), low = hex_digit(text[at + 1]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

std::string decode_base64(std::string_view text) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  static const auto values = [&] {
    std::array<std::int8_t, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
      table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::int8_t>(i);
    }
    return table;
  }();
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') count = 0;  // the rest of this group is padding
    const std::int8_t value = values[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<char>(bits >> static_cast<unsigned>(count)));
    }
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '=') {
      bytes.push_back(text[at++]);
      continue;
    }
    if (const auto byte = hex_byte(text, at + 1)) {
      bytes.push_back(*byte);
      at += 3;
      continue;
    }
    // "=" at a line's end, blanks after it or not, joins it with the next.
    std::size_t end = at + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (text.substr(end).starts_with("\r\n")) {
      at = end + 2;
    } else if (text.substr(end).starts_with('\n')) {
      at = end + 1;
    } else {
      bytes.push_back(text[at++]);
    }
  }
  return bytes;
}

// Where a delimiter line ("--boundary" or, last, "--boundary--") stands at or after `from`.
struct Delimiter {
  std::size_t begin = std::string_view::npos, end = std::string_view::npos;
  bool is_last = false;
};

Delimiter find_delimiter(std::string_view body, std::string_view boundary, std::size_t from) {
  const std::string mark = "--" + std::string(boundary);
  for (std::size_t at = body.find(mark, from); at != std::string_view::npos;
       at = body.find(mark, at + 1)) {
    if (at != 0 && body[at - 1] != '\n') continue;
    const std::size_t line_end = std::min(body.find('\n', at), body.size());
    std::string_view rest = body.substr(at + mark.size(), line_end - at - mark.size());
    const bool is_last = rest.starts_with("--");
    if (is_last) rest.remove_prefix(2);
    if (!trim(rest).empty()) continue;  // a longer boundary that begins alike
    return {at, std::min(line_end + 1, body.size()), is_last};
  }
  return {};
}

// Without the line end that belongs to the delimiter after it.
std::string_view without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

class MimeReader {
 public:
  MimePartView read(std::string_view message, std::size_t depth,
                    std::string_view default_type = "text/plain") {
    MimePartView part;
    const std::size_t end = end_of_headers(message);
    const std::size_t body_begin = end == std::string_view::npos ? message.size() : end;
    part.headers = headers_of(message.substr(0, body_begin));
    part.body = message.substr(body_begin);
    const std::string_view content_type = header(part.headers, "Content-Type");
    part.media = media_type(content_type);
    if (part.media.type.empty()) part.media.type = default_type;
    const std::string boundary = parameter(content_type, "boundary");
    if (part.media.type.starts_with("multipart/") && !boundary.empty() && depth < kMaxMimeDepth) {
      read_parts(part, boundary, depth);
    }
    return part;
  }

 private:
  void read_parts(MimePartView& whole, std::string_view boundary, std::size_t depth) {
    const std::string_view default_type =
        whole.media.type == "multipart/digest" ? "message/rfc822" : "text/plain";
    Delimiter open = find_delimiter(whole.body, boundary, 0);
    while (open.begin != std::string_view::npos && !open.is_last && parts_ < kMaxMimeParts) {
      const Delimiter close = find_delimiter(whole.body, boundary, open.end);
      const std::size_t end = std::min(close.begin, whole.body.size());
      ++parts_;
      whole.parts.push_back(read(without_line_end(whole.body.substr(open.end, end - open.end)),
                                 depth + 1, default_type));
      open = close;
    }
  }

  std::size_t parts_ = 0;
};

// An encoded word "=?charset?Q?text?=" that begins at `at`: its text and where it ends.
struct EncodedWord {
  std::string text;
  std::size_t end = 0;  // 0: there is none
};

EncodedWord encoded_word(std::string_view value, std::size_t at) {
  if (!value.substr(at).starts_with("=?")) return {};
  const std::size_t charset_end = value.find('?', at + 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= value.size()) return {};
  const std::size_t text_begin = charset_end + 3;
  const std::size_t text_end = value.find("?=", text_begin);
  if (value[charset_end + 2] != '?' || text_end == std::string_view::npos) return {};
  const std::string_view charset = value.substr(at + 2, charset_end - at - 2);
  std::string written(value.substr(text_begin, text_end - text_begin));
  std::string bytes;
  switch (value[charset_end + 1]) {
    case 'B':
    case 'b':
      bytes = decode_base64(written);
      break;
    case 'Q':
    case 'q':
      std::replace(written.begin(), written.end(), '_', ' ');
      bytes = decode_quoted_printable(written);
      break;
    default:
      return {};
  }
  // RFC 2231 lets a language follow the charset.
  return {decode_text(bytes, charset.substr(0, charset.find('*')), false).text, text_end + 2};
}

}  // namespace

MimePartView read_mime(std::string_view message) { return MimeReader().read(message, 0); }

std::string body_of(const MimePartView& part) {
  const std::string_view encoding = trim(header(part.headers, "Content-Transfer-Encoding"));
  if (equal_ignoring_case(encoding, "base64")) return decode_base64(part.body);
  if (equal_ignoring_case(encoding, "quoted-printable")) return decode_quoted_printable(part.body);
  return std::string(part.body);
}

std::string decoded_words(std::string_view value) {
  std::string bytes;
  std::size_t word_end = 0;  // where the encoded word before ends in `bytes`
  for (std::size_t at = 0; at < value.size();) {
    const EncodedWord word = encoded_word(value, at);
    if (word.end == 0) {
      bytes.push_back(value[at++]);
      continue;
    }
    // Blanks between two encoded words are not part of the text.
    if (word_end != 0 && trim(std::string_view(bytes).substr(word_end)).empty()) {
      bytes.resize(word_end);
    }
    bytes += word.text;
    word_end = bytes.size();
    at = word.end;
  }
  return collapse_space(decode_text(bytes, "", false).text);
}

}  // namespace stemma

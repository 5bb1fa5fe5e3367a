#include "report/escape.h"

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs.
bool turns_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c <= 0xFFFD) ||
         c >= 0x10000;
}

template <class Write>
void each_code_point(std::string_view text, Write write) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    write(decoded.code_point, text.substr(i, decoded.size));
    i += decoded.size;
  }
}

bool opens_formula(char32_t c) {
  return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == 0xFF1D ||
         c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out.push_back(' ');
    } else if (is_control(c) || turns_direction(c)) {
      out += kReplacement;
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string escape_xml(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  each_code_point(text, [&](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += is_xml_character(c) ? bytes : kReplacement;
    }
  });
  return out;
}

std::string csv_field(std::string_view text) {
  std::string out;
  bool quoted = false;
  if (!text.empty() && opens_formula(decode_utf8(text, 0).code_point)) out.push_back('\'');
  each_code_point(text, [&](char32_t c, std::string_view bytes) {
    quoted |= c == ',' || c == '"' || c == '\n' || c == '\r';
    if (c == '"') out.push_back('"');
    out += c == 0 ? kReplacement : bytes;
  });
  return quoted ? '"' + out + '"' : out;
}

std::string escape_markdown(std::string_view text) {
  static constexpr std::string_view kMarks = "\\`*_{}[]()#+-.!|<>&~:=\"'$^@/";
  std::string out;
  for (const char c : printable(text)) {
    if (kMarks.find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : printable(text)) {
    if (c == '"' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + '"';
}

std::string web_address(std::string_view url) {
  if (!is_web_address(url)) return {};
  bool clean = true;
  each_code_point(url, [&](char32_t c, std::string_view) {
    clean = clean && !is_control(c) && !is_space(c) && !turns_direction(c);
  });
  return std::string(clean ? url : std::string_view{});
}

}  // namespace stemma

#include "base/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace stemma {
namespace {

// Bytes of white space that the text starts with: ASCII, U+00A0 or U+FEFF; 0 when there is none.
std::size_t leading_blank(std::string_view text) {
  const char first = text.front();
  if (is_ascii_space(first) || first == '\0') return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

std::size_t trailing_blank(std::string_view text) {
  const char last = text.back();
  if (is_ascii_space(last) || last == '\0') return 1;
  if (text.ends_with("\xC2\xA0")) return 2;
  if (text.ends_with("\xEF\xBB\xBF")) return 3;
  return 0;
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const std::size_t blank = leading_blank(text);
    if (blank == 0) break;
    text.remove_prefix(blank);
  }
  while (!text.empty()) {
    const std::size_t blank = trailing_blank(text);
    if (blank == 0) break;
    text.remove_suffix(blank);
  }
  return text;
}

Span trim(std::string_view text, Span span) {
  const std::string_view whole = cut(text, span);
  const std::string_view inner = trim(whole);
  const auto begin = span.begin + static_cast<std::uint32_t>(inner.data() - whole.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    if (is_space(decoded.code_point)) {
      pending = !out.empty();
    } else {
      if (pending) out.push_back(' ');
      pending = false;
      const std::size_t begin = i;
      i += decoded.size;
      while (i < text.size() && text[i] > ' ' && text[i] < 0x7F) ++i;
      out.append(text, begin, i - begin);
      continue;
    }
    i += decoded.size;
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::string fold_typography(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t plain = i;
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80 && text[i] != '`') ++i;
    out.append(text, plain, i - plain);
    if (i == text.size()) break;
    const Decoded decoded = decode_utf8(text, i);
    switch (decoded.code_point) {
      case 0x2018:
      case 0x2019:
      case 0x201A:
      case 0x201B:
      case 0x2032:
      case 0x02BC:
      case 0x00B4:
      case 0x0060:
        out.push_back('\'');
        break;
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0x2033:
      case 0x00AB:
      case 0x00BB:
        out.push_back('"');
        break;
      case 0x2010:
      case 0x2011:
      case 0x2012:
      case 0x2013:
      case 0x2014:
      case 0x2015:
      case 0x2212:
        out.push_back('-');
        break;
      case 0x00A0:
      case 0x2000:
      case 0x2001:
      case 0x2002:
      case 0x2003:
      case 0x2004:
      case 0x2005:
      case 0x2006:
      case 0x2007:
      case 0x2008:
      case 0x2009:
      case 0x200A:
      case 0x202F:
      case 0x205F:
      case 0x3000:
        out.push_back(' ');
        break;
      case 0x00AD:
      case 0x200B:
      case 0x200C:
      case 0x200D:
      case 0x2060:
      case 0xFEFF:
        break;
      default:
        out.append(text, i, decoded.size);
    }
    i += decoded.size;
  }
  return out;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  const auto at_end_or = [&](std::size_t at) {
    return at < text.size() ? decode_utf8(text, at) : Decoded{};
  };
  for (std::size_t i = 0; i < text.size();) {
    Decoded c = decode_utf8(text, i);
    if (!is_word_character(c.code_point)) {
      i += c.size;
      continue;
    }
    const std::size_t begin = i;
    bool ascii = true;
    char32_t last = 0;
    for (; i < text.size(); c = at_end_or(i)) {
      if (!is_word_character(c.code_point)) {
        const char32_t next = at_end_or(i + c.size).code_point;
        const bool apostrophe =
            (c.code_point == '\'' || c.code_point == 0x2019) && is_letter(last) && is_letter(next);
        const bool in_number =
            (c.code_point == '.' || c.code_point == ',') && is_digit(last) && is_digit(next);
        const bool invisible = c.code_point == 0x00AD || c.code_point == 0x200B;
        if (!apostrophe && !in_number && !invisible) break;
      }
      ascii = ascii && c.code_point < 0x80;
      last = c.code_point;
      i += c.size;
    }
    Word word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)};
    const std::string_view written = cut(text, word.span);
    word.folded = ascii ? to_lower(written) : to_lower(fold_typography(written));
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const Span line =
        trim(text, Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (!line.empty()) lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

std::vector<Span> paragraphs_of(std::string_view text) {
  std::vector<Span> paragraphs;
  std::size_t begin = 0;
  bool open = false;
  Span current;
  while (begin <= text.size()) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const Span line =
        trim(text, Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    if (line.empty()) {
      if (open) paragraphs.push_back(current);
      open = false;
    } else {
      current = open ? hull(current, line) : line;
      open = true;
    }
    begin = end + 1;
  }
  if (open) paragraphs.push_back(current);
  return paragraphs;
}

}  // namespace stemma

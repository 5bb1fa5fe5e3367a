#include "fingerprint/words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <xxhash.h>

#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

enum class Class : std::uint8_t { other, letter, digit, alone, invisible };

constexpr std::array<Class, 128> kAscii = [] {
  std::array<Class, 128> table{};
  for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = Class::digit;
  for (char c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = Class::letter;
  for (char c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = Class::letter;
  return table;
}();

// Scripts that put no blanks between words.
bool writes_no_blanks(UChar32 c) {
  if (c < 0x0E00) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

Class class_of(char32_t c) {
  if (c < 128) return kAscii[c];
  if (c == 0x00AD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF) {
    return Class::invisible;
  }
  const std::uint32_t mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) {
    return writes_no_blanks(static_cast<UChar32>(c)) && (mask & U_GC_L_MASK) != 0 ? Class::alone
                                                                                  : Class::letter;
  }
  return (mask & U_GC_N_MASK) != 0 ? Class::digit : Class::other;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC || c == 0x2018; }

bool ends_sentence(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case ':':
    case '"':
    case 0x2018:
    case 0x201C:
    case 0x201D:
    case 0x00AB:
    case 0x3002:
    case 0x2026:
      return true;
    default:
      return false;
  }
}

void append_folded(std::string& folded, char32_t c) {
  if (c < 128) {
    const char byte = static_cast<char>(c);
    folded.push_back(is_ascii_upper(byte) ? static_cast<char>(byte + 32) : byte);
  } else {
    append_utf8(folded, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
}

// Most text is ASCII: spare it the call.
inline Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 128 ? Decoded{byte, 1} : decode_utf8(text, at);
}

Class class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? class_of(decode(text, at).code_point) : Class::other;
}

}  // namespace

std::uint64_t WordReader::hash() const { return XXH3_64bits(folded_.data(), folded_.size()); }

bool WordReader::next() {
  const bool first = at_ == 0;
  begins_sentence_ = begins_line_ = first;
  while (at_ < text_.size()) {
    const Decoded decoded = decode(text_, at_);
    const Class kind = class_of(decoded.code_point);
    if (kind != Class::other && kind != Class::invisible) {
      read_word();
      return true;
    }
    if (decoded.code_point == '\n') begins_line_ = begins_sentence_ = true;
    if (ends_sentence(decoded.code_point)) begins_sentence_ = true;
    at_ += decoded.size;
  }
  return false;
}

// Takes the next character of a word when it belongs to it: a letter or mark that is not ASCII,
// something invisible, an apostrophe between letters, a point or comma between digits. A letter
// that stands alone keeps the vowel signs written over it.
bool WordReader::take_rest(bool alone) {
  const Decoded decoded = decode(text_, at_);
  const char32_t c = decoded.code_point;
  const Class kind = class_of(c);
  const auto follows = [&] { return class_at(text_, at_ + decoded.size); };
  if (kind == Class::invisible) {
    // Dropped.
  } else if (c >= 128 && kind == Class::letter && (!alone || is_mark(c))) {
    append_folded(folded_, c);
  } else if (!alone && kind == Class::digit) {
    append_folded(folded_, c);
  } else if (!alone && !number_ && is_apostrophe(c) && follows() == Class::letter) {
    folded_.push_back('\'');
  } else if (!alone && number_ && (c == '.' || c == ',') && follows() == Class::digit) {
    if (c == '.') folded_.push_back('.');
  } else {
    return false;
  }
  at_ += decoded.size;
  return true;
}

void WordReader::read_word() {
  folded_.clear();
  const std::size_t begin = at_;
  const Decoded head = decode_utf8(text_, at_);
  const Class kind = class_of(head.code_point);
  number_ = kind == Class::digit;
  capital_ = head.code_point < 128 ? is_ascii_upper(static_cast<char>(head.code_point))
                                   : is_upper(head.code_point);
  append_folded(folded_, head.code_point);
  at_ += head.size;
  while (at_ < text_.size() && at_ - begin < kMaxWordBytes) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (kind != Class::alone && byte < 128 && kAscii[byte] != Class::other) {
      folded_.push_back(ascii_lower(text_[at_++]));
    } else if (!take_rest(kind == Class::alone)) {
      break;
    }
  }
  span_ = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
}

std::string_view stem_of(std::string_view folded) {
  const auto ends = [&](std::string_view ending) { return folded.ends_with(ending); };
  if (ends("'s")) folded.remove_suffix(2);
  if (folded.size() < 4 || !ends("s")) return folded;
  if (ends("ss") || ends("us") || ends("is")) return folded;
  if (ends("sses") || ends("shes") || ends("ches") || ends("xes")) {
    folded.remove_suffix(2);
  } else if (!ends("ies")) {
    folded.remove_suffix(1);
  }
  return folded;
}

}  // namespace stemma

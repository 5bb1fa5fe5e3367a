#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// ASCII classes, independent of the locale.
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }
constexpr bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/// Without the ASCII white space and no-break spaces at both ends.
std::string_view trim(std::string_view text);
Span trim(std::string_view text, Span span);

/// Every run of white space (Unicode) becomes one blank; none at the ends.
std::string collapse_space(std::string_view text);

/// The parts between separators, empty ones included.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The text with ASCII letters in lower case and all else as it is: no longer, no shorter.
std::string ascii_lower(std::string_view text);

/// Without the case of ASCII letters.
inline bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}
inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && starts_with_ignoring_case(a, b);
}

/// Typography folded: curly quotation marks and primes to straight ones, dashes to '-', no-break
/// and thin spaces to a blank, soft hyphens and zero-width characters dropped. Changes nothing the
/// second time.
std::string fold_typography(std::string_view text);

/// One word of a text: a run of letters and digits, with apostrophes, and with points and commas
/// between digits ("1,000", "don't"). Punctuation is never a word.
struct Word {
  Span span;
  std::string folded;  ///< lower case, typography folded
};

/// All words of the text in order. O(n).
std::vector<Word> words_of(std::string_view text);

/// The paragraphs: stretches between blank lines, trimmed, none empty.
std::vector<Span> paragraphs_of(std::string_view text);

/// The lines that are not blank, trimmed.
std::vector<Span> lines_of(std::string_view text);

}  // namespace stemma

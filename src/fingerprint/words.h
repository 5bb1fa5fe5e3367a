#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// Reads a text word by word, folded so that copies with other typography give equal words: lower
/// case, one apostrophe, no commas inside numbers, nothing invisible. A word is a run of letters,
/// marks and digits of any script; a Han, Kana, Thai, Lao, Khmer or Burmese letter stands alone,
/// since these scripts write no blanks. A run longer than kMaxWordBytes is read in pieces. O(n).
class WordReader {
 public:
  static constexpr std::uint32_t kMaxWordBytes = 120;

  explicit WordReader(std::string_view text) : text_(text) {}

  /// Goes to the next word; false at the end of the text.
  bool next();

  Span span() const { return span_; }
  std::string_view folded() const { return folded_; }
  std::uint64_t hash() const;                       ///< XXH3 of `folded`
  bool is_capitalized() const { return capital_; }  ///< begins with an upper-case letter
  bool is_number() const { return number_; }        ///< begins with a digit
  /// A sentence, a paragraph or a quotation may begin here, so a capital letter means little.
  bool begins_sentence() const { return begins_sentence_; }
  /// White space with a line end lies between this word and the one before it.
  bool begins_line() const { return begins_line_; }

 private:
  void read_word();
  bool take_rest(bool alone);

  std::string_view text_;
  std::size_t at_ = 0;
  Span span_;
  std::string folded_;
  bool capital_ = false, number_ = false, begins_sentence_ = true, begins_line_ = true;
};

/// A word without its plural and possessive endings (the "S stemmer" of Harman 1991), so that
/// "troops'", "troop" and "troops" agree. Words of other languages lose at most two letters.
std::string_view stem_of(std::string_view folded);

}  // namespace stemma

#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/spacy/text_map.h"
#include "base/span.h"

namespace stemma::spacy {

/// A token as the tokenizer leaves it.
struct TokenSlice {
  Span span;
  std::uint64_t norm = 0;  ///< string id that an exception gives; 0: the word's own
  bool space = false;      ///< one blank follows that is no token
};

/// Exceptions that the affix patterns would cut: they are found again, as the sequences of pieces
/// they were cut into, and put together afterwards (spaCy's `_apply_special_cases`).
class SpecialCases {
 public:
  /// A sequence of token texts that stands for an exception.
  void add(const std::vector<std::string_view>& words);

  /// Tokens [first, last) that are to be replaced.
  struct Range {
    std::uint32_t first, last;
  };
  struct Scratch {
    std::vector<std::uint32_t> words;
    std::vector<Range> found;
    std::vector<bool> seen;
    std::vector<Range> accepted;
  };

  /// The stretches to replace in text order: longest first, none overlaps the ends of another.
  /// O(n).
  const std::vector<Range>& find(std::string_view text, const std::vector<TokenSlice>& tokens,
                                 Scratch& scratch) const;

 private:
  std::uint32_t word(std::string_view text) const;

  TextMap<std::uint32_t> words_;  // numbered from 1; 0 is every other word
  // A tree of sequences: (node, word) to node. Node 0 is the start; ends are marked.
  std::unordered_map<std::uint64_t, std::uint32_t> next_;
  std::vector<bool> is_end_ = {false};
  std::size_t longest_word_ = 0;
  std::uint32_t longest_ = 0;  // words of the longest sequence
};

}  // namespace stemma::spacy

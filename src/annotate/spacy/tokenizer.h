#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/pattern.h"
#include "annotate/spacy/special_cases.h"
#include "annotate/spacy/text_map.h"
#include "base/result.h"
#include "base/span.h"

namespace stemma::spacy {

/// spaCy's tokenizer, run from the tables of a package: text is split at white space, then
/// prefixes, suffixes and infixes are cut off each piece unless an exception ("don't", "U.S.") says
/// how. One blank between two words makes no token; any other white space does.
class Tokenizer {
 public:
  static Result<Tokenizer> load(const MsgpackView& tables);

  /// Scratch memory of one thread.
  struct Scratch {
    PatternScratch patterns;
    std::vector<TokenSlice> suffixes, joined;
    SpecialCases::Scratch special;
  };

  /// Replaces `tokens` by those of the text (valid UTF-8), which they cover but for single blanks.
  /// O(n) for any text: an affix is looked for in a window of bounded size.
  void split(std::string_view text, Scratch& scratch, std::vector<TokenSlice>& tokens) const;

 private:
  struct Piece {
    std::uint32_t size = 0;
    std::uint64_t norm = 0;
  };
  using Exceptions = TextMap<std::vector<Piece>>;

  Result<void> load_exceptions(const MsgpackView& exceptions);
  Result<void> find_special_cases();
  const std::vector<Piece>* exception(std::string_view piece) const;

  // One stretch without white space, or of nothing else, at `begin` in the text.
  class Cutter;

  Exceptions exceptions_;
  std::size_t longest_exception_ = 0;
  Pattern prefix_, suffix_, infix_, url_;
  SpecialCases special_;
};

}  // namespace stemma::spacy

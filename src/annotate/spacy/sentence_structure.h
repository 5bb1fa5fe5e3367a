#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/grammar.h"

namespace stemma::spacy {

/// A parsed document while its structure is worked out, one entry a token.
struct ParsedTokens {
  std::vector<std::uint32_t> heads;        ///< a root points at itself
  std::vector<std::uint32_t> left, right;  ///< edges of the subtree, inclusive
  std::vector<std::uint8_t> starts;        ///< 1: a sentence starts here
  std::vector<std::uint8_t> blanks;        ///< 1: a token of white space

  std::size_t size() const { return heads.size(); }
};

/// Sets left and right edges and sentence starts from the heads, in passes as spaCy does
/// (`set_children_from_heads`): at most 12, O(n) each.
void set_structure(ParsedTokens& tokens);

/// A label of the parser as it stands for pseudo-projective parsing: "dobj||ccomp" moves the token
/// to the nearest dependent labelled "ccomp" below its head (Nivre and Nilsson 2005).
struct DecoratedLabel {
  std::uint8_t label = 0;       ///< without decoration
  std::uint8_t head_label = 0;  ///< wanted of the new head
  bool is_decorated = false;
};

/// Moves the tokens with decorated labels to their new heads and takes the decoration off.
/// `decorated` is indexed by label. Work is bounded by a multiple of the document's size.
void deprojectivize(ParsedTokens& tokens, std::vector<std::uint8_t>& labels,
                    const std::vector<DecoratedLabel>& decorated);

/// Base noun phrases as [first token, last token], inclusive (spaCy's English syntax iterator).
/// O(n).
struct Chunk {
  std::uint32_t first, last;
};
std::vector<Chunk> noun_chunks(const ParsedTokens& tokens, const std::vector<Pos>& pos,
                               const std::vector<Dep>& dep);

}  // namespace stemma::spacy

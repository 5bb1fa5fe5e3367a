#pragma once

#include <string>
#include <vector>

#include "annotate/syntax.h"

namespace stemma {

/// A place where the article names an outlet: a known one, or one that its own words show to be an
/// outlet ("the Norlin newspaper", "KXYZ-TV", "Norlin state television").
struct OutletMention {
  Span span;           ///< without article and possessive
  std::string outlet;  ///< canonical name
  bool weak = false;   ///< believed only in a clear frame
  bool programme = false;
};

/// All of them in text order, disjoint. "The Times", "the paper", "the network" stand for the last
/// full name that they fit, else for the article's own outlet, else for the best known.
std::vector<OutletMention> find_outlet_mentions(const Article& article, const SyntaxView& syntax);

}  // namespace stemma

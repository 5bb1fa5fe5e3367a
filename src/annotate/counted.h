#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "annotate/lexemes.h"
#include "model/annotations.h"
#include "model/tree.h"

namespace stemma {

/// What a number counts, from the parse.
struct Counted {
  std::string noun;    ///< "U.S. troops"; empty when the sentence does not name it
  Index head = kNone;  ///< the head noun
};

/// The noun phrase that the numeral in tokens [first, last] counts: the noun it modifies ("2,000
/// U.S. troops"), through "of" ("dozens of homes", "four of the five aircraft"), across a hyphen
/// ("three-nation"), or people where only their fate is told ("17 killed"). Without articles,
/// numbers and clauses. Looks at a bounded number of tokens.
Counted counted_by(std::string_view text, const Annotations& annotations, const Children& children,
                   Index first, Index last);

}  // namespace stemma

#pragma once

#include <string_view>
#include <vector>

namespace stemma::byline {

/// One of the parts of a list that may be a name.
struct NamePiece {
  std::string_view text;
  bool after_mark = false;  ///< a comma, a stroke, a dot: what follows need not be a person
  bool after_bar = false;
};

/// Cuts a list at what separates names: commas, bars, "and" in several languages. What also stands
/// inside a name ("Ortega y Gasset") separates only two names of two words. O(length).
std::vector<NamePiece> split_names(std::string_view text);

}  // namespace stemma::byline

#pragma once

#include <string_view>

namespace stemma {

/// What a well-known name is: countries, capitals, large cities and states; regions and waters;
/// peoples, religions and parties. Own compilation of general knowledge (gazetteer.inc).
enum class Place : unsigned char { unknown, gpe, loc, norp };

/// Exact spelling. O(log n).
Place place_named(std::string_view name);

/// The longest number of words that a known place has.
inline constexpr int kLongestPlaceName = 6;

/// OntoNotes type by the last word of a name ("Airport" → FAC, "Ministry" → ORG, "Olympics" →
/// EVENT); empty when it tells nothing.
std::string_view type_of_last_word(std::string_view word);

/// The spelling that stands for several ("U.S.", "America" → "United States"); empty when there is
/// none.
std::string_view common_name(std::string_view name);

}  // namespace stemma

#pragma once

#include <string>
#include <string_view>

namespace stemma::byline {

/// A byline with a line for each of its parts: its dates and addresses are cut, a date ends a line,
/// and a label opens one ("Text: Ann Lee Foto: Bo Li"). O(length).
std::string divided(std::string_view byline);

/// Without words that have "@" or are addresses of the web.
std::string without_addresses(std::string_view text);

/// Without the month, the day of the week and the preposition at the end, which a number followed:
/// "Ann Lee on Tue".
std::string_view without_date_words(std::string_view text);

}  // namespace stemma::byline

#pragma once

#include <cstddef>
#include <string_view>

namespace stemma {

/// Whether some words can be the name of a person: a few, of letters, none of a job or of what
/// pages say ("Staff Writer", "Read More"). Where the page itself has `marked` them as an author, a
/// pen name in lower case will do, and a day of the week.
bool looks_like_name(std::string_view name, bool marked);

/// The name without marks around it, and without jobs and degrees after two words or more:
/// "— Ann Lee MD," → "Ann Lee".
std::string_view bare_name(std::string_view name);

/// "Jr.", "III".
bool is_generation(std::string_view piece);

std::size_t count_words(std::string_view text);

/// Whether an upper-case letter stands there.
bool is_capital(std::string_view text, std::size_t at);

}  // namespace stemma

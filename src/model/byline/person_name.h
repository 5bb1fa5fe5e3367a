#pragma once

#include <cstddef>
#include <string_view>

namespace stemma::byline {

/// Whether some words can be the name of a person: a few, of letters, none of a job or of what
/// pages say ("Staff Writer", "Read More"). Where the page itself has `marked` them as an author, a
/// pen name in lower case will do, and a day of the week; elsewhere all words but particles ("van")
/// need capitals, where the script has them.
bool looks_like_name(std::string_view name, bool marked);

/// The name without marks around it, and without jobs and degrees around two words or more:
/// "— Ann Lee MD," → "Ann Lee"; "Ann Lee Deputy Health Editor" → "Ann Lee"; "our reporter Ann Lee"
/// → "Ann Lee"; "박지훈 기자" → "박지훈".
std::string_view bare_name(std::string_view name);

/// Whether one person's job stands last: "Deputy Health Editor", not "Staff Writers".
bool ends_in_job(std::string_view piece);

/// Whether one stands anywhere: "Senior Staff Technologist".
bool has_job(std::string_view piece);

/// "Jr.", "III".
bool is_generation(std::string_view piece);

std::size_t count_words(std::string_view text);

/// Whether an upper-case letter stands there.
bool is_capital(std::string_view text, std::size_t at);

}  // namespace stemma::byline

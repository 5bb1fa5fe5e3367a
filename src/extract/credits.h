#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// Whether a line says who reported, edited or supplied a text ("Reporting by …; editing by …",
/// "The Associated Press contributed to this report").
bool is_credit_line(std::string_view line);

/// Where a text says whose report it is: credit lines, and agencies in a dateline ("NIAMEY
/// (Reuters)
/// -", "[CNN]"), in order. O(text).
std::vector<Span> credits_in(std::string_view text);

}  // namespace stemma

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// The names in what agencies and feeds write over a report: "By Ada Writer and Ben Reed", "Ada
/// Writer, Ben Reed", "Ada Writer in Oslo". Markup is read as text. A line is divided only where
/// what stands first is a person's name, so that "Lee, Ann" and "Trade and Industry Desk" stay one.
std::vector<std::string> names_in_by(std::string_view by);

}  // namespace stemma

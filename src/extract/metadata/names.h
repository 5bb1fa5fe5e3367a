#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// The names in a byline that readers see, without "By", job titles, outlets after "for", places,
/// addresses and dates: "By Ann Lee in Kyiv and Bo Li in Lviv, Staff Writers" → Ann Lee, Bo Li.
/// O(length).
std::vector<std::string> names_in_byline(std::string_view byline);

/// The names in a value that a page's author field holds. It is one name, whatever words of it may
/// also be a job or a month ("April Ryan", "José Ortega y Gasset"), unless it is clearly a list.
std::vector<std::string> names_in_field(std::string_view value);

}  // namespace stemma

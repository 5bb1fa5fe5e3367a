#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// The names in a byline that readers see, without "By", job titles, outlets after "for", places,
/// addresses and dates: "By Ann Lee in Kyiv and Bo Li in Lviv, Staff Writers" → Ann Lee, Bo Li;
/// "Posted on May 3, 2024 by Ann Lee" → Ann Lee. Line breaks are borders that no name spans: what
/// stands on the next line is another author's name only after "and", a comma or an opening of its
/// own. Those who took the pictures or edited are left out. O(length).
std::vector<std::string> names_in_byline(std::string_view byline);

/// The names in a value that a page or a feed holds as its author. It is one name, whatever words
/// of it may also be a job or a month ("April Ryan", "José Ortega y Gasset"), unless it is clearly
/// a list.
std::vector<std::string> names_in_field(std::string_view value);

/// An author field's value without what opens it: "By Trade and Industry Desk" → "Trade and
/// Industry Desk". Small words that also begin names stay: "Di Webster".
std::string_view without_field_opener(std::string_view value);

/// Whether a line opens as a byline does: "By ", "Author: ", "Von ". Words that also begin names
/// and titles, "Von Miller", "Door County", open one only in a text of their `language` (BCP 47),
/// where that is given.
bool opens_byline(std::string_view line, std::string_view language = {});

/// Whether a text is nothing but such an opening: "By", "Von:", "Author".
bool is_byline_opener(std::string_view text);

/// Whether a line is nothing but one name of a person of two to four words, each with a capital:
/// "Ann van der Lee", not "Ann Lee, Editor".
bool is_full_name(std::string_view line);

/// Whether a name is a newsroom's, "Redazione Cronaca": an author where no person is named.
bool is_newsroom(std::string_view name);

}  // namespace stemma

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace stemma::spacy {

/// Character classes as Python's `str` has them, by Unicode 14, the version of the reference. Text
/// is valid UTF-8.

/// The 29 code points for which `str.isspace` holds: wider than Unicode's White_Space.
bool is_blank(char32_t c);
/// Every character is a blank; false for the empty text.
bool is_blank(std::string_view text);
/// Every character is a letter (general category L); false for the empty text.
bool is_alphabetic(std::string_view text);

/// Full lower case with the final sigma: "ΟΔΟΣ" gives "οδος" with "ς" at the end.
std::string lower(std::string_view text);

/// The form of a word: "Xxxxx" for "Niamey", "d,ddd" for "1,000"; runs are cut at four, a word of
/// 100 characters or more is "LONG".
std::string shape_of(std::string_view text);

std::string_view first_character(std::string_view text);
/// The last `count` characters, or all of them.
std::string_view last_characters(std::string_view text, std::size_t count);

}  // namespace stemma::spacy

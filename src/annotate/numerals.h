#pragma once

#include <string_view>
#include <vector>

#include "annotate/lexemes.h"

namespace stemma {

/// Sets what a run of digits with its marks may be: number, year, day, clock, date, fraction.
void read_digits(std::string_view digits, Lexeme& lexeme);

/// Whether the letters right after digits belong to them ("th", "s"); then sets what both are.
bool read_suffix(std::string_view suffix, Lexeme& lexeme);

/// Joins the lexemes of one numeral into one: "twenty-five", "two hundred and six", "1.5 million",
/// "2 1/2", "nineteen ninety-six", "2024-05-03". O(n).
void merge_numerals(std::string_view text, std::vector<Lexeme>& lexemes);

}  // namespace stemma

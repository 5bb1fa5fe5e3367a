#pragma once

#include <string_view>

namespace stemma {

// The words that dates are written with. All are asked for in lower case.

/// The month, 1 to 12, whose name the word is or begins, in the languages that `read_date` knows; 0
/// for none. The word is in Latin letters without accents: "maerz", "okt", "dekabra".
int month_of(std::string_view word);

/// The month, 1 to 12, of an English name or its abbreviation ("january", "jan", "sept"); 0 for
/// none.
int english_month(std::string_view word);

/// The same of a day of the week, Monday being 1: "thursday", "thu", "thurs".
int english_weekday(std::string_view word);

/// "montag", "mo".
bool is_german_weekday(std::string_view word);

/// "minutes", "min", "week".
bool is_time_unit(std::string_view word);

/// Words that stand in a line with a date and say nothing else: "on", "at", "pm", "ago", "Uhr".
bool stands_beside_dates(std::string_view word);

}  // namespace stemma

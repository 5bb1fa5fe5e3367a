#include "model/date_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace stemma {
namespace {

struct MonthName {
  std::string_view start;  // what a month's name begins with: lower case, Latin, without accents
  int month;
};
// English, German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian languages; then
// Polish, Czech, Russian, Ukrainian, Romanian, Turkish, Arabic, Finnish, Hungarian and Greek where
// their names differ. The first that fits counts, so a longer name stands before its beginning.
constexpr std::array kMonths{
    MonthName{"tammik", 1},  MonthName{"helmik", 2},    MonthName{"maalisk", 3},
    MonthName{"huhtik", 4},  MonthName{"toukok", 5},    MonthName{"kesak", 6},
    MonthName{"heinak", 7},  MonthName{"elok", 8},      MonthName{"syysk", 9},
    MonthName{"lokak", 10},  MonthName{"marrask", 11},  MonthName{"jouluk", 12},
    MonthName{"szept", 9},   MonthName{"ian", 1},       MonthName{"ioun", 6},
    MonthName{"ioul", 7},    MonthName{"noem", 11},     MonthName{"dekem", 12},
    MonthName{"mrt", 3},     MonthName{"jan", 1},       MonthName{"ene", 1},
    MonthName{"gen", 1},     MonthName{"feb", 2},       MonthName{"fev", 2},
    MonthName{"mar", 3},     MonthName{"maart", 3},     MonthName{"mrz", 3},
    MonthName{"maerz", 3},   MonthName{"apr", 4},       MonthName{"avr", 4},
    MonthName{"abr", 4},     MonthName{"may", 5},       MonthName{"mai", 5},
    MonthName{"magg", 5},    MonthName{"mei", 5},       MonthName{"maj", 5},
    MonthName{"jun", 6},     MonthName{"juin", 6},      MonthName{"giu", 6},
    MonthName{"jul", 7},     MonthName{"juil", 7},      MonthName{"lug", 7},
    MonthName{"aug", 8},     MonthName{"aout", 8},      MonthName{"ago", 8},
    MonthName{"sep", 9},     MonthName{"set", 9},       MonthName{"oct", 10},
    MonthName{"okt", 10},    MonthName{"ott", 10},      MonthName{"out", 10},
    MonthName{"nov", 11},    MonthName{"dec", 12},      MonthName{"dez", 12},
    MonthName{"dic", 12},    MonthName{"desember", 12}, MonthName{"stycz", 1},
    MonthName{"lute", 2},    MonthName{"kwie", 4},      MonthName{"czerw", 6},
    MonthName{"lipc", 7},    MonthName{"sierp", 8},     MonthName{"wrze", 9},
    MonthName{"pazdz", 10},  MonthName{"listopad", 11}, MonthName{"grudn", 12},
    MonthName{"ledn", 1},    MonthName{"unor", 2},      MonthName{"brezn", 3},
    MonthName{"dubn", 4},    MonthName{"kvetn", 5},     MonthName{"cervenc", 7},
    MonthName{"cervn", 6},   MonthName{"srpn", 8},      MonthName{"zari", 9},
    MonthName{"rijn", 10},   MonthName{"prosin", 12},   MonthName{"anvar", 1},
    MonthName{"maa", 5},     MonthName{"iun", 6},       MonthName{"iul", 7},
    MonthName{"avgust", 8},  MonthName{"sentabr", 9},   MonthName{"noabr", 11},
    MonthName{"dekabr", 12}, MonthName{"sicn", 1},      MonthName{"lutogo", 2},
    MonthName{"berezn", 3},  MonthName{"kvitn", 4},     MonthName{"travn", 5},
    MonthName{"lipn", 7},    MonthName{"serpn", 8},     MonthName{"veresn", 9},
    MonthName{"zovtn", 10},  MonthName{"ianuar", 1},    MonthName{"noiembr", 11},
    MonthName{"ocak", 1},    MonthName{"subat", 2},     MonthName{"nisan", 4},
    MonthName{"haziran", 6}, MonthName{"temmuz", 7},    MonthName{"eylul", 9},
    MonthName{"ekim", 10},   MonthName{"kasim", 11},    MonthName{"aralik", 12},
    MonthName{"ynayr", 1},   MonthName{"fbrayr", 2},    MonthName{"ywnyw", 6},
    MonthName{"ywnyh", 6},   MonthName{"ywlyw", 7},     MonthName{"agsts", 8},
    MonthName{"sbtmbr", 9},  MonthName{"aktwbr", 10},   MonthName{"nwfmbr", 11},
    MonthName{"dysmbr", 12}, MonthName{"xbat", 2},      MonthName{"adar", 3},
    MonthName{"nysan", 4},   MonthName{"ayar", 5},      MonthName{"hzyran", 6},
    MonthName{"tmwz", 7},    MonthName{"aylwl", 9}};

constexpr std::size_t kLongestMonth = 12;

// A name, and the number of its month or day.
struct Named {
  std::string_view name;
  int number;
};
constexpr std::array kEnglishMonths{
    Named{"january", 1},   Named{"february", 2}, Named{"march", 3},     Named{"april", 4},
    Named{"may", 5},       Named{"june", 6},     Named{"july", 7},      Named{"august", 8},
    Named{"september", 9}, Named{"october", 10}, Named{"november", 11}, Named{"december", 12},
    Named{"jan", 1},       Named{"feb", 2},      Named{"mar", 3},       Named{"apr", 4},
    Named{"jun", 6},       Named{"jul", 7},      Named{"aug", 8},       Named{"sep", 9},
    Named{"sept", 9},      Named{"oct", 10},     Named{"nov", 11},      Named{"dec", 12}};
constexpr std::array kEnglishWeekdays{
    Named{"monday", 1}, Named{"tuesday", 2},  Named{"wednesday", 3}, Named{"thursday", 4},
    Named{"friday", 5}, Named{"saturday", 6}, Named{"sunday", 7},    Named{"mon", 1},
    Named{"tue", 2},    Named{"tues", 2},     Named{"wed", 3},       Named{"thu", 4},
    Named{"thur", 4},   Named{"thurs", 4},    Named{"fri", 5},       Named{"sat", 6},
    Named{"sun", 7}};
constexpr std::array<std::string_view, 14> kGermanWeekdays{
    "mo",     "di",       "mi",       "do",         "fr",      "sa",      "so",
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"};
constexpr std::array<std::string_view, 14> kTimeUnits{
    "min",  "mins", "minute", "minutes", "hour",   "hours", "day",
    "days", "week", "weeks",  "month",   "months", "year",  "years"};
constexpr std::array<std::string_view, 15> kBesideDates{"on", "at",  "am",   "pm",    "a",
                                                        "p",  "m",   "uhr",  "um",    "read",
                                                        "of", "the", "last", "first", "ago"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

template <std::size_t N>
int number_of(const std::array<Named, N>& names, std::string_view word) {
  for (const Named& named : names) {
    if (named.name == word) return named.number;
  }
  return 0;
}

}  // namespace

int month_of(std::string_view word) {
  if (word.size() > kLongestMonth || word.size() < 3) return 0;
  static const auto by_first_byte = [] {
    std::array<std::vector<MonthName>, 256> table;
    for (const MonthName& name : kMonths) {
      table[static_cast<unsigned char>(name.start.front())].push_back(name);
    }
    return table;
  }();
  for (const MonthName& name : by_first_byte[static_cast<unsigned char>(word.front())]) {
    if (word.starts_with(name.start)) return name.month;
  }
  return 0;
}

int english_month(std::string_view word) { return number_of(kEnglishMonths, word); }

int english_weekday(std::string_view word) { return number_of(kEnglishWeekdays, word); }

bool is_german_weekday(std::string_view word) { return is_among(kGermanWeekdays, word); }

bool is_time_unit(std::string_view word) { return is_among(kTimeUnits, word); }

bool stands_beside_dates(std::string_view word) { return is_among(kBesideDates, word); }

}  // namespace stemma

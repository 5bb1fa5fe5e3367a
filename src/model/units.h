#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace stemma {

/// What a measure measures. Two measures can be converted when they share it.
enum class Dimension : std::uint8_t {
  length,
  area,
  volume,
  mass,
  speed,
  temperature,
  energy,
  power,
  data,
  other,
};

/// A unit of measure: value in the dimension's base unit = value * factor + offset.
struct Measure {
  std::string_view name;  ///< as it is printed: "kilometers", "degrees Celsius"
  Dimension dimension = Dimension::other;
  double factor = 1, offset = 0;
};

/// The measure of a name, an abbreviation or its singular or plural ("km", "kilometre", "square
/// miles"), or null. Lower case, one blank between words; symbols as written. O(log n).
const Measure* measure_named(std::string_view name);

/// ISO 4217 code of a currency's name in lower case ("yen", "canadian dollars", "pounds sterling")
/// or its symbol ("$", "€", "C$", "US$"); empty when unknown.
std::string_view currency_named(std::string_view name);

/// Whether the text is an ISO 4217 code that currency_named can give.
bool is_currency_code(std::string_view text);

/// The singular of an English noun in lower case: "countries" → "country", "men" → "man".
std::string singular(std::string_view noun);

/// A noun that stands for people: a general word ("people") or a kind ("soldiers", "Nigeriens").
enum class People : std::uint8_t { none, kind, general };
People people_of(std::string_view singular_noun);

/// The name of a small class of nouns that reports use for one thing ("soldier", "service member" →
/// "troop"), or the noun itself.
std::string_view class_of_noun(std::string_view singular_noun);

}  // namespace stemma

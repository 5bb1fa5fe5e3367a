#include "model/units.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace stemma {
namespace {

struct MeasureForm {
  std::string_view form;
  Measure measure;
};

constexpr Measure kMeter{"meters", Dimension::length, 1};
constexpr Measure kKilometer{"kilometers", Dimension::length, 1000};
constexpr Measure kCentimeter{"centimeters", Dimension::length, 0.01};
constexpr Measure kMillimeter{"millimeters", Dimension::length, 0.001};
constexpr Measure kMile{"miles", Dimension::length, 1609.344};
constexpr Measure kNauticalMile{"nautical miles", Dimension::length, 1852};
constexpr Measure kYard{"yards", Dimension::length, 0.9144};
constexpr Measure kFoot{"feet", Dimension::length, 0.3048};
constexpr Measure kInch{"inches", Dimension::length, 0.0254};
constexpr Measure kLightYear{"light years", Dimension::length, 9.4607e15};
constexpr Measure kSquareMeter{"square meters", Dimension::area, 1};
constexpr Measure kSquareKilometer{"square kilometers", Dimension::area, 1e6};
constexpr Measure kSquareMile{"square miles", Dimension::area, 2589988.11};
constexpr Measure kSquareFoot{"square feet", Dimension::area, 0.09290304};
constexpr Measure kSquareYard{"square yards", Dimension::area, 0.83612736};
constexpr Measure kSquareInch{"square inches", Dimension::area, 0.00064516};
constexpr Measure kAcre{"acres", Dimension::area, 4046.8564};
constexpr Measure kHectare{"hectares", Dimension::area, 1e4};
constexpr Measure kLiter{"liters", Dimension::volume, 1};
constexpr Measure kMilliliter{"milliliters", Dimension::volume, 0.001};
constexpr Measure kGallon{"gallons", Dimension::volume, 3.785411784};
constexpr Measure kPint{"pints", Dimension::volume, 0.473176473};
constexpr Measure kQuart{"quarts", Dimension::volume, 0.946352946};
constexpr Measure kBarrel{"barrels", Dimension::volume, 158.987295};
constexpr Measure kCubicMeter{"cubic meters", Dimension::volume, 1000};
constexpr Measure kCubicFoot{"cubic feet", Dimension::volume, 28.316847};
constexpr Measure kCubicKilometer{"cubic kilometers", Dimension::volume, 1e12};
constexpr Measure kBushel{"bushels", Dimension::volume, 35.2391};
constexpr Measure kGram{"grams", Dimension::mass, 0.001};
constexpr Measure kMilligram{"milligrams", Dimension::mass, 1e-6};
constexpr Measure kKilogram{"kilograms", Dimension::mass, 1};
constexpr Measure kTon{"tons", Dimension::mass, 907.18474};
constexpr Measure kMetricTon{"metric tons", Dimension::mass, 1000};
constexpr Measure kPound{"pounds", Dimension::mass, 0.45359237};
constexpr Measure kOunce{"ounces", Dimension::mass, 0.028349523};
constexpr Measure kStone{"stone", Dimension::mass, 6.35029318};
constexpr Measure kCarat{"carats", Dimension::mass, 0.0002};
constexpr Measure kKilometerAnHour{"kilometers per hour", Dimension::speed, 1};
constexpr Measure kMileAnHour{"miles per hour", Dimension::speed, 1.609344};
constexpr Measure kMeterASecond{"meters per second", Dimension::speed, 3.6};
constexpr Measure kKnot{"knots", Dimension::speed, 1.852};
constexpr Measure kCelsius{"degrees Celsius", Dimension::temperature, 1, 0};
constexpr Measure kFahrenheit{"degrees Fahrenheit", Dimension::temperature, 5.0 / 9, -160.0 / 9};
constexpr Measure kDegree{"degrees", Dimension::other, 1};
constexpr Measure kKelvin{"kelvin", Dimension::temperature, 1, -273.15};
constexpr Measure kWatt{"watts", Dimension::power, 1};
constexpr Measure kKilowatt{"kilowatts", Dimension::power, 1e3};
constexpr Measure kMegawatt{"megawatts", Dimension::power, 1e6};
constexpr Measure kGigawatt{"gigawatts", Dimension::power, 1e9};
constexpr Measure kHorsepower{"horsepower", Dimension::power, 745.7};
constexpr Measure kKilowattHour{"kilowatt hours", Dimension::energy, 1};
constexpr Measure kMegawattHour{"megawatt hours", Dimension::energy, 1000};
constexpr Measure kByte{"bytes", Dimension::data, 1};
constexpr Measure kKilobyte{"kilobytes", Dimension::data, 1e3};
constexpr Measure kMegabyte{"megabytes", Dimension::data, 1e6};
constexpr Measure kGigabyte{"gigabytes", Dimension::data, 1e9};
constexpr Measure kTerabyte{"terabytes", Dimension::data, 1e12};
constexpr Measure kHertz{"hertz", Dimension::other, 1};
constexpr Measure kMegahertz{"megahertz", Dimension::other, 1};
constexpr Measure kGigahertz{"gigahertz", Dimension::other, 1};
constexpr Measure kVolt{"volts", Dimension::other, 1};
constexpr Measure kCalorie{"calories", Dimension::other, 1};
constexpr Measure kDecibel{"decibels", Dimension::other, 1};

/// Sorted by form. Names stand in the singular; `measure_named` tries the singular of its last
/// word.
constexpr std::array kMeasures{
    MeasureForm{"acre", kAcre},
    MeasureForm{"barrel", kBarrel},
    MeasureForm{"bushel", kBushel},
    MeasureForm{"byte", kByte},
    MeasureForm{"calorie", kCalorie},
    MeasureForm{"carat", kCarat},
    MeasureForm{"celsius", kCelsius},
    MeasureForm{"centigrade", kCelsius},
    MeasureForm{"centimeter", kCentimeter},
    MeasureForm{"centimetre", kCentimeter},
    MeasureForm{"cm", kCentimeter},
    MeasureForm{"cubic feet", kCubicFoot},
    MeasureForm{"cubic foot", kCubicFoot},
    MeasureForm{"cubic kilometer", kCubicKilometer},
    MeasureForm{"cubic kilometre", kCubicKilometer},
    MeasureForm{"cubic meter", kCubicMeter},
    MeasureForm{"cubic metre", kCubicMeter},
    MeasureForm{"decibel", kDecibel},
    MeasureForm{"degree", kDegree},
    MeasureForm{"degree celsius", kCelsius},
    MeasureForm{"degree centigrade", kCelsius},
    MeasureForm{"degree fahrenheit", kFahrenheit},
    MeasureForm{"degrees celsius", kCelsius},
    MeasureForm{"degrees centigrade", kCelsius},
    MeasureForm{"degrees fahrenheit", kFahrenheit},
    MeasureForm{"fahrenheit", kFahrenheit},
    MeasureForm{"feet", kFoot},
    MeasureForm{"foot", kFoot},
    MeasureForm{"ft", kFoot},
    MeasureForm{"gallon", kGallon},
    MeasureForm{"gb", kGigabyte},
    MeasureForm{"ghz", kGigahertz},
    MeasureForm{"gigabyte", kGigabyte},
    MeasureForm{"gigahertz", kGigahertz},
    MeasureForm{"gigawatt", kGigawatt},
    MeasureForm{"gram", kGram},
    MeasureForm{"gramme", kGram},
    MeasureForm{"gw", kGigawatt},
    MeasureForm{"ha", kHectare},
    MeasureForm{"hectare", kHectare},
    MeasureForm{"hertz", kHertz},
    MeasureForm{"horsepower", kHorsepower},
    MeasureForm{"inch", kInch},
    MeasureForm{"kb", kKilobyte},
    MeasureForm{"kelvin", kKelvin},
    MeasureForm{"kg", kKilogram},
    MeasureForm{"kilo", kKilogram},
    MeasureForm{"kilobyte", kKilobyte},
    MeasureForm{"kilogram", kKilogram},
    MeasureForm{"kilogramme", kKilogram},
    MeasureForm{"kilometer", kKilometer},
    MeasureForm{"kilometer an hour", kKilometerAnHour},
    MeasureForm{"kilometer per hour", kKilometerAnHour},
    MeasureForm{"kilometers an hour", kKilometerAnHour},
    MeasureForm{"kilometers per hour", kKilometerAnHour},
    MeasureForm{"kilometre", kKilometer},
    MeasureForm{"kilometre an hour", kKilometerAnHour},
    MeasureForm{"kilometre per hour", kKilometerAnHour},
    MeasureForm{"kilometres an hour", kKilometerAnHour},
    MeasureForm{"kilometres per hour", kKilometerAnHour},
    MeasureForm{"kilowatt", kKilowatt},
    MeasureForm{"kilowatt hour", kKilowattHour},
    MeasureForm{"kilowatt-hour", kKilowattHour},
    MeasureForm{"km", kKilometer},
    MeasureForm{"km/h", kKilometerAnHour},
    MeasureForm{"km2", kSquareKilometer},
    MeasureForm{"kmh", kKilometerAnHour},
    MeasureForm{"knot", kKnot},
    MeasureForm{"kph", kKilometerAnHour},
    MeasureForm{"kw", kKilowatt},
    MeasureForm{"kwh", kKilowattHour},
    MeasureForm{"lb", kPound},
    MeasureForm{"light year", kLightYear},
    MeasureForm{"light-year", kLightYear},
    MeasureForm{"liter", kLiter},
    MeasureForm{"litre", kLiter},
    MeasureForm{"mb", kMegabyte},
    MeasureForm{"megabyte", kMegabyte},
    MeasureForm{"megahertz", kMegahertz},
    MeasureForm{"megawatt", kMegawatt},
    MeasureForm{"megawatt hour", kMegawattHour},
    MeasureForm{"megawatt-hour", kMegawattHour},
    MeasureForm{"meter", kMeter},
    MeasureForm{"meter per second", kMeterASecond},
    MeasureForm{"meters per second", kMeterASecond},
    MeasureForm{"metre", kMeter},
    MeasureForm{"metre per second", kMeterASecond},
    MeasureForm{"metres per second", kMeterASecond},
    MeasureForm{"metric ton", kMetricTon},
    MeasureForm{"metric tonne", kMetricTon},
    MeasureForm{"mg", kMilligram},
    MeasureForm{"mhz", kMegahertz},
    MeasureForm{"mile", kMile},
    MeasureForm{"mile an hour", kMileAnHour},
    MeasureForm{"mile per hour", kMileAnHour},
    MeasureForm{"miles an hour", kMileAnHour},
    MeasureForm{"miles per hour", kMileAnHour},
    MeasureForm{"milligram", kMilligram},
    MeasureForm{"milliliter", kMilliliter},
    MeasureForm{"millilitre", kMilliliter},
    MeasureForm{"millimeter", kMillimeter},
    MeasureForm{"millimetre", kMillimeter},
    MeasureForm{"ml", kMilliliter},
    MeasureForm{"mm", kMillimeter},
    MeasureForm{"mph", kMileAnHour},
    MeasureForm{"mw", kMegawatt},
    MeasureForm{"mwh", kMegawattHour},
    MeasureForm{"nautical mile", kNauticalMile},
    MeasureForm{"ounce", kOunce},
    MeasureForm{"oz", kOunce},
    MeasureForm{"pint", kPint},
    MeasureForm{"pound", kPound},
    MeasureForm{"quart", kQuart},
    MeasureForm{"square feet", kSquareFoot},
    MeasureForm{"square foot", kSquareFoot},
    MeasureForm{"square inch", kSquareInch},
    MeasureForm{"square kilometer", kSquareKilometer},
    MeasureForm{"square kilometre", kSquareKilometer},
    MeasureForm{"square meter", kSquareMeter},
    MeasureForm{"square metre", kSquareMeter},
    MeasureForm{"square mile", kSquareMile},
    MeasureForm{"square yard", kSquareYard},
    MeasureForm{"stone", kStone},
    MeasureForm{"tb", kTerabyte},
    MeasureForm{"terabyte", kTerabyte},
    MeasureForm{"ton", kTon},
    MeasureForm{"tonne", kMetricTon},
    MeasureForm{"volt", kVolt},
    MeasureForm{"watt", kWatt},
    MeasureForm{"yard", kYard},
    MeasureForm{"°c", kCelsius},
    MeasureForm{"°f", kFahrenheit},
};

struct Pair {
  std::string_view form, name;
};

/// ISO 4217 by name (singular, lower case) or symbol. Sorted by form.
constexpr std::array kCurrencies{
    Pair{"$", "USD"},
    Pair{"a$", "AUD"},
    Pair{"afghani", "AFN"},
    Pair{"american dollar", "USD"},
    Pair{"argentine peso", "ARS"},
    Pair{"au$", "AUD"},
    Pair{"aud", "AUD"},
    Pair{"australian dollar", "AUD"},
    Pair{"baht", "THB"},
    Pair{"bitcoin", "XBT"},
    Pair{"bolivar", "VES"},
    Pair{"brazilian real", "BRL"},
    Pair{"british pound", "GBP"},
    Pair{"c$", "CAD"},
    Pair{"cad", "CAD"},
    Pair{"canadian dollar", "CAD"},
    Pair{"cfa franc", "XOF"},
    Pair{"chf", "CHF"},
    Pair{"chilean peso", "CLP"},
    Pair{"chinese yuan", "CNY"},
    Pair{"cny", "CNY"},
    Pair{"colombian peso", "COP"},
    Pair{"danish krone", "DKK"},
    Pair{"deutsche mark", "DEM"},
    Pair{"dollar", "USD"},
    Pair{"dong", "VND"},
    Pair{"egyptian pound", "EGP"},
    Pair{"eur", "EUR"},
    Pair{"euro", "EUR"},
    Pair{"forint", "HUF"},
    Pair{"french franc", "FRF"},
    Pair{"gbp", "GBP"},
    Pair{"german mark", "DEM"},
    Pair{"hk$", "HKD"},
    Pair{"hkd", "HKD"},
    Pair{"hong kong dollar", "HKD"},
    Pair{"hryvnia", "UAH"},
    Pair{"indian rupee", "INR"},
    Pair{"inr", "INR"},
    Pair{"iranian rial", "IRR"},
    Pair{"iraqi dinar", "IQD"},
    Pair{"japanese yen", "JPY"},
    Pair{"jordanian dinar", "JOD"},
    Pair{"jpy", "JPY"},
    Pair{"kenyan shilling", "KES"},
    Pair{"koruna", "CZK"},
    Pair{"krw", "KRW"},
    Pair{"kuwaiti dinar", "KWD"},
    Pair{"lira", "TRY"},
    Pair{"mexican peso", "MXN"},
    Pair{"mxn", "MXN"},
    Pair{"naira", "NGN"},
    Pair{"new zealand dollar", "NZD"},
    Pair{"norwegian krone", "NOK"},
    Pair{"nz$", "NZD"},
    Pair{"nzd", "NZD"},
    Pair{"pakistani rupee", "PKR"},
    Pair{"philippine peso", "PHP"},
    Pair{"pound sterling", "GBP"},
    Pair{"r$", "BRL"},
    Pair{"rand", "ZAR"},
    Pair{"renminbi", "CNY"},
    Pair{"ringgit", "MYR"},
    Pair{"riyal", "SAR"},
    Pair{"rmb", "CNY"},
    Pair{"rouble", "RUB"},
    Pair{"ruble", "RUB"},
    Pair{"rupee", "INR"},
    Pair{"rupiah", "IDR"},
    Pair{"russian ruble", "RUB"},
    Pair{"s$", "SGD"},
    Pair{"saudi riyal", "SAR"},
    Pair{"shekel", "ILS"},
    Pair{"singapore dollar", "SGD"},
    Pair{"south african rand", "ZAR"},
    Pair{"south korean won", "KRW"},
    Pair{"sterling", "GBP"},
    Pair{"swedish krona", "SEK"},
    Pair{"swedish kronor", "SEK"},
    Pair{"swiss franc", "CHF"},
    Pair{"taiwan dollar", "TWD"},
    Pair{"taka", "BDT"},
    Pair{"turkish lira", "TRY"},
    Pair{"u.s. dollar", "USD"},
    Pair{"us dollar", "USD"},
    Pair{"us$", "USD"},
    Pair{"usd", "USD"},
    Pair{"yen", "JPY"},
    Pair{"yuan", "CNY"},
    Pair{"zloty", "PLN"},
    Pair{"£", "GBP"},
    Pair{"¥", "JPY"},
    Pair{"₦", "NGN"},
    Pair{"₩", "KRW"},
    Pair{"₪", "ILS"},
    Pair{"€", "EUR"},
    Pair{"₱", "PHP"},
    Pair{"₴", "UAH"},
    Pair{"₹", "INR"},
    Pair{"₺", "TRY"},
    Pair{"₽", "RUB"},
    Pair{"₿", "XBT"},
};

/// Plurals that no rule gives. Sorted by form.
constexpr std::array kPlurals{
    Pair{"businessmen", "businessman"},
    Pair{"calves", "calf"},
    Pair{"children", "child"},
    Pair{"clergymen", "clergyman"},
    Pair{"congressmen", "congressman"},
    Pair{"congresswomen", "congresswoman"},
    Pair{"crises", "crisis"},
    Pair{"criteria", "criterion"},
    Pair{"feet", "foot"},
    Pair{"firemen", "fireman"},
    Pair{"fishermen", "fisherman"},
    Pair{"geese", "goose"},
    Pair{"gunmen", "gunman"},
    Pair{"halves", "half"},
    Pair{"knives", "knife"},
    Pair{"lawmen", "lawman"},
    Pair{"leaves", "leaf"},
    Pair{"lives", "life"},
    Pair{"men", "man"},
    Pair{"mice", "mouse"},
    Pair{"militiamen", "militiaman"},
    Pair{"movies", "movie"},
    Pair{"people", "person"},
    Pair{"policemen", "policeman"},
    Pair{"policewomen", "policewoman"},
    Pair{"salesmen", "salesman"},
    Pair{"servicemen", "serviceman"},
    Pair{"servicewomen", "servicewoman"},
    Pair{"shelves", "shelf"},
    Pair{"teeth", "tooth"},
    Pair{"thieves", "thief"},
    Pair{"tribesmen", "tribesman"},
    Pair{"wives", "wife"},
    Pair{"wolves", "wolf"},
    Pair{"women", "woman"},
};

/// Nouns whose singular ends in s. Sorted.
constexpr std::array kSingulars{
    std::string_view{"aircraft"}, std::string_view{"campus"}, std::string_view{"census"},
    std::string_view{"corps"},    std::string_view{"gas"},    std::string_view{"headquarters"},
    std::string_view{"news"},     std::string_view{"series"}, std::string_view{"species"},
    std::string_view{"virus"},
};

/// Words of one thing in reports. Sorted by form.
constexpr std::array kNounClasses{
    Pair{"aeroplane", "plane"},
    Pair{"aircraft", "plane"},
    Pair{"airplane", "plane"},
    Pair{"automobile", "car"},
    Pair{"building", "building"},
    Pair{"company", "company"},
    Pair{"employee", "worker"},
    Pair{"fighter", "fighter"},
    Pair{"firm", "company"},
    Pair{"gunman", "fighter"},
    Pair{"home", "building"},
    Pair{"house", "building"},
    Pair{"individual", "person"},
    Pair{"insurgent", "fighter"},
    Pair{"job", "job"},
    Pair{"kid", "child"},
    Pair{"life", "person"},
    Pair{"lorry", "truck"},
    Pair{"militant", "fighter"},
    Pair{"military personnel", "troop"},
    Pair{"nation", "country"},
    Pair{"personnel", "troop"},
    Pair{"police officer", "policeman"},
    Pair{"policeman", "policeman"},
    Pair{"policewoman", "policeman"},
    Pair{"residence", "building"},
    Pair{"service member", "troop"},
    Pair{"serviceman", "troop"},
    Pair{"servicewoman", "troop"},
    Pair{"soldier", "troop"},
    Pair{"soul", "person"},
    Pair{"staffer", "worker"},
    Pair{"structure", "building"},
    Pair{"trooper", "troop"},
    Pair{"vehicle", "vehicle"},
};

/// Words for people in general. Sorted.
constexpr std::array kPeople{
    std::string_view{"casualty"}, std::string_view{"dead"},    std::string_view{"fatality"},
    std::string_view{"human"},    std::string_view{"injured"}, std::string_view{"member"},
    std::string_view{"person"},   std::string_view{"victim"},  std::string_view{"wounded"},
};

/// Kinds of people that counts in reports name. Sorted.
constexpr std::array kKindsOfPeople{
    std::string_view{"activist"},    std::string_view{"adult"},
    std::string_view{"attacker"},    std::string_view{"boy"},
    std::string_view{"child"},       std::string_view{"citizen"},
    std::string_view{"civilian"},    std::string_view{"contractor"},
    std::string_view{"customer"},    std::string_view{"demonstrator"},
    std::string_view{"detainee"},    std::string_view{"doctor"},
    std::string_view{"driver"},      std::string_view{"fan"},
    std::string_view{"fighter"},     std::string_view{"firefighter"},
    std::string_view{"fisherman"},   std::string_view{"girl"},
    std::string_view{"guard"},       std::string_view{"hostage"},
    std::string_view{"immigrant"},   std::string_view{"inmate"},
    std::string_view{"journalist"},  std::string_view{"lawmaker"},
    std::string_view{"leader"},      std::string_view{"man"},
    std::string_view{"marine"},      std::string_view{"migrant"},
    std::string_view{"minister"},    std::string_view{"nurse"},
    std::string_view{"officer"},     std::string_view{"official"},
    std::string_view{"participant"}, std::string_view{"passenger"},
    std::string_view{"patient"},     std::string_view{"pilgrim"},
    std::string_view{"police"},      std::string_view{"policeman"},
    std::string_view{"prisoner"},    std::string_view{"protester"},
    std::string_view{"rebel"},       std::string_view{"refugee"},
    std::string_view{"rescuer"},     std::string_view{"resident"},
    std::string_view{"sailor"},      std::string_view{"settler"},
    std::string_view{"student"},     std::string_view{"supporter"},
    std::string_view{"survivor"},    std::string_view{"suspect"},
    std::string_view{"teacher"},     std::string_view{"teenager"},
    std::string_view{"tourist"},     std::string_view{"troop"},
    std::string_view{"villager"},    std::string_view{"volunteer"},
    std::string_view{"voter"},       std::string_view{"woman"},
    std::string_view{"worker"},      std::string_view{"youth"},
};

static_assert(std::ranges::is_sorted(kMeasures, {}, &MeasureForm::form));
static_assert(std::ranges::is_sorted(kCurrencies, {}, &Pair::form));
static_assert(std::ranges::is_sorted(kPlurals, {}, &Pair::form));
static_assert(std::ranges::is_sorted(kSingulars));
static_assert(std::ranges::is_sorted(kNounClasses, {}, &Pair::form));
static_assert(std::ranges::is_sorted(kPeople));
static_assert(std::ranges::is_sorted(kKindsOfPeople));

std::string_view found(std::span<const Pair> sorted, std::string_view form) {
  const auto at = std::ranges::lower_bound(sorted, form, {}, &Pair::form);
  return at != sorted.end() && at->form == form ? at->name : std::string_view{};
}

const Measure* found_measure(std::string_view form) {
  const auto at = std::ranges::lower_bound(kMeasures, form, {}, &MeasureForm::form);
  return at != kMeasures.end() && at->form == form ? &at->measure : nullptr;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// The last word in the singular, the words before it as they are.
std::string with_singular_end(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  const std::size_t last = blank == std::string_view::npos ? 0 : blank + 1;
  return std::string(name.substr(0, last)) + singular(name.substr(last));
}

}  // namespace

const Measure* measure_named(std::string_view name) {
  if (const Measure* measure = found_measure(name)) return measure;
  return found_measure(with_singular_end(name));
}

std::string_view currency_named(std::string_view name) {
  if (const auto code = found(kCurrencies, name); !code.empty()) return code;
  return found(kCurrencies, with_singular_end(name));
}

bool is_currency_code(std::string_view text) {
  return text.size() == 3 && std::ranges::find(kCurrencies, text, &Pair::name) != kCurrencies.end();
}

std::string singular(std::string_view noun) {
  if (const auto known = found(kPlurals, noun); !known.empty()) return std::string(known);
  if (std::ranges::binary_search(kSingulars, noun)) return std::string(noun);
  const std::size_t size = noun.size();
  if (size > 4 && noun.ends_with("ies") && !is_vowel(noun[size - 4])) {
    return std::string(noun.substr(0, size - 3)) + "y";
  }
  if (size > 4 && (noun.ends_with("xes") || noun.ends_with("zes") || noun.ends_with("ches") ||
                   noun.ends_with("shes") || noun.ends_with("sses"))) {
    return std::string(noun.substr(0, size - 2));
  }
  if (size > 3 && noun.ends_with('s') && noun[size - 2] != 's' && noun[size - 2] != 'u') {
    return std::string(noun.substr(0, size - 1));
  }
  if (size == 3 && noun.ends_with('s') && measure_named(noun.substr(0, 2))) {
    return std::string(noun.substr(0, 2));
  }
  return std::string(noun);
}

People people_of(std::string_view singular_noun) {
  if (std::ranges::binary_search(kPeople, singular_noun)) return People::general;
  return std::ranges::binary_search(kKindsOfPeople, singular_noun) ? People::kind : People::none;
}

std::string_view class_of_noun(std::string_view singular_noun) {
  const auto name = found(kNounClasses, singular_noun);
  return name.empty() ? singular_noun : name;
}

}  // namespace stemma

#include "annotate/gazetteer.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace stemma {
namespace {

struct Known {
  std::string_view name;
  Place place;
};
constexpr Known kPlaces[] = {
#include "annotate/gazetteer.inc"
};

struct Pair {
  std::string_view name, value;
};

/// Sorted by word.
constexpr std::array kLastWords{
    Pair{"Academy", "ORG"},
    Pair{"Agency", "ORG"},
    Pair{"Airbase", "FAC"},
    Pair{"Airlines", "ORG"},
    Pair{"Airport", "FAC"},
    Pair{"Airways", "ORG"},
    Pair{"Alliance", "ORG"},
    Pair{"Army", "ORG"},
    Pair{"Association", "ORG"},
    Pair{"Authority", "ORG"},
    Pair{"Avenue", "FAC"},
    Pair{"Bank", "ORG"},
    Pair{"Base", "FAC"},
    Pair{"Board", "ORG"},
    Pair{"Boulevard", "FAC"},
    Pair{"Bridge", "FAC"},
    Pair{"Bureau", "ORG"},
    Pair{"Caucus", "ORG"},
    Pair{"Center", "FAC"},
    Pair{"Championship", "EVENT"},
    Pair{"Championships", "EVENT"},
    Pair{"Church", "ORG"},
    Pair{"Club", "ORG"},
    Pair{"Coalition", "ORG"},
    Pair{"College", "ORG"},
    Pair{"Command", "ORG"},
    Pair{"Commission", "ORG"},
    Pair{"Committee", "ORG"},
    Pair{"Company", "ORG"},
    Pair{"Congress", "ORG"},
    Pair{"Corp", "ORG"},
    Pair{"Corp.", "ORG"},
    Pair{"Corporation", "ORG"},
    Pair{"Council", "ORG"},
    Pair{"Court", "ORG"},
    Pair{"Department", "ORG"},
    Pair{"Embassy", "ORG"},
    Pair{"Federation", "ORG"},
    Pair{"Festival", "EVENT"},
    Pair{"Forces", "ORG"},
    Pair{"Foundation", "ORG"},
    Pair{"Fund", "ORG"},
    Pair{"Games", "EVENT"},
    Pair{"Group", "ORG"},
    Pair{"Hall", "FAC"},
    Pair{"Herald", "ORG"},
    Pair{"Highway", "FAC"},
    Pair{"Hospital", "ORG"},
    Pair{"Hotel", "FAC"},
    Pair{"Inc", "ORG"},
    Pair{"Inc.", "ORG"},
    Pair{"Institute", "ORG"},
    Pair{"Journal", "ORG"},
    Pair{"League", "ORG"},
    Pair{"Ltd", "ORG"},
    Pair{"Ltd.", "ORG"},
    Pair{"Ministry", "ORG"},
    Pair{"Mosque", "FAC"},
    Pair{"Museum", "ORG"},
    Pair{"Navy", "ORG"},
    Pair{"Office", "ORG"},
    Pair{"Olympics", "EVENT"},
    Pair{"Organization", "ORG"},
    Pair{"Palace", "FAC"},
    Pair{"Parliament", "ORG"},
    Pair{"Party", "ORG"},
    Pair{"Post", "ORG"},
    Pair{"Prison", "FAC"},
    Pair{"Road", "FAC"},
    Pair{"School", "ORG"},
    Pair{"Senate", "ORG"},
    Pair{"Society", "ORG"},
    Pair{"Square", "FAC"},
    Pair{"Stadium", "FAC"},
    Pair{"Station", "FAC"},
    Pair{"Street", "FAC"},
    Pair{"Times", "ORG"},
    Pair{"Tower", "FAC"},
    Pair{"Towers", "FAC"},
    Pair{"Tribune", "ORG"},
    Pair{"Union", "ORG"},
    Pair{"University", "ORG"},
};

/// Sorted by name. Points of abbreviations are dropped before the look-up.
constexpr std::array kCommonNames{
    Pair{"America", "United States"},
    Pair{"Britain", "United Kingdom"},
    Pair{"Burma", "Myanmar"},
    Pair{"DRC", "Democratic Republic of the Congo"},
    Pair{"Democratic Republic of Congo", "Democratic Republic of the Congo"},
    Pair{"EU", "European Union"},
    Pair{"Great Britain", "United Kingdom"},
    Pair{"UAE", "United Arab Emirates"},
    Pair{"UK", "United Kingdom"},
    Pair{"UN", "United Nations"},
    Pair{"US", "United States"},
    Pair{"USA", "United States"},
    Pair{"United States of America", "United States"},
    Pair{"Washington DC", "Washington"},
};

static_assert(std::ranges::is_sorted(kPlaces, {}, &Known::name));
static_assert(std::ranges::is_sorted(kLastWords, {}, &Pair::name));
static_assert(std::ranges::is_sorted(kCommonNames, {}, &Pair::name));

template <class Table>
std::string_view looked_up(const Table& table, std::string_view name) {
  const auto at = std::ranges::lower_bound(table, name, {}, &Pair::name);
  return at != table.end() && at->name == name ? at->value : std::string_view{};
}

}  // namespace

Place place_named(std::string_view name) {
  const auto at = std::ranges::lower_bound(kPlaces, name, {}, &Known::name);
  return at != std::end(kPlaces) && at->name == name ? at->place : Place::unknown;
}

std::string_view type_of_last_word(std::string_view word) { return looked_up(kLastWords, word); }

std::string_view common_name(std::string_view name) { return looked_up(kCommonNames, name); }

}  // namespace stemma

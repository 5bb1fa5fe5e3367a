#include "extract/credits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "extract/phrases.h"
#include "model/outlets.h"

namespace stemma {
namespace {

enum LineKind : std::uint8_t { kCredit = 1, kContribution = 2 };
constexpr std::array<PhraseRow, 2> kCredits{
    {{0,
      "^reporting=by= ^reporting=contributed ^additional=reporting ^editing=by= ^with=reporting "
      "^writing=by= ^compiled=by= ^the=associated=press=contributed =contributed=to=this "
      "=contributed=reporting ^this=article=was=originally=published ^this=article=originally= "
      "^this=story=was=originally=published ^this=story=originally= ^originally=published=by= "
      "^originally=published=in= ^originally=published=on= ^originally=appeared= "
      "^first=published=by= ^first=appeared= ^republished=from ^republished=with "
      "^this=story=was=produced=by= ^this=article=was=first=published "
      "^this=story=was=first=published "
      "^this=article=first=appeared ^this=story=first=appeared ^this=post=originally= "
      "^with=files=from= ^with=inputs=from= ^with=input=from= ^with=agency=input "
      "^with=agencies= ^with=information=from="},
     {1, "=contributed="}}};

// "AP", "AP/Reuters", "dpa, AFP": nothing but known outlets.
bool are_outlets(std::string_view names) {
  bool any = false;
  while (!names.empty()) {
    const auto end = std::min(names.find_first_of("/,+&"), names.size());
    if (known_outlet(trim(names.substr(0, end))) == nullptr) return false;
    any = true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return any;
}

// "(Reuters)", "[CNN]", "(AP/Reuters)"; "(AP Photo)" is none: outlets alone in brackets near the
// start.
std::optional<Span> agency_in_brackets(std::string_view line) {
  constexpr std::size_t kReach = 80;
  const std::size_t open = line.substr(0, kReach).find_first_of("([");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = line.find(line[open] == '(' ? ')' : ']', open);
  if (close > 2 * kReach) return std::nullopt;  // or is nowhere
  // A dash or a colon after it, or nothing before it, makes it a dateline and no aside.
  const std::string_view rest = trim(line.substr(close + 1)).substr(0, 4);
  const bool dash = rest.starts_with("-") || rest.starts_with("–") || rest.starts_with("—") ||
                    rest.starts_with(":");
  if ((open != 0 && !dash) || !are_outlets(line.substr(open + 1, close - open - 1))) {
    return std::nullopt;
  }
  return Span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
}

// "CNN — The ferry": an outlet's name, a dash and what it reports.
std::optional<Span> outlet_before_dash(std::string_view line) {
  constexpr std::size_t kLongestName = 40;
  for (const std::string_view dash : {" — ", " – ", " -- "}) {
    const auto at = line.substr(0, kLongestName).find(dash);
    if (at == std::string_view::npos || at + dash.size() == line.size()) continue;
    const std::vector<OutletName> names = find_outlet_names(line.substr(0, at));
    const bool is_alone =
        names.size() == 1 && names[0].span.begin == 0 && names[0].span.end == at && !names[0].weak;
    if (is_alone) return names[0].span;
  }
  return std::nullopt;
}

// "Source: Reuters", "— Reuters", "© 2024 AFP", "dpa/AFP", "Le Monde avec AFP": a line that names
// an agency and says nothing else.
bool is_agency_line(std::string_view line) {
  constexpr std::size_t kLongest = 60;
  if (line.size() > kLongest) return false;
  bool marked = false;
  for (const std::string_view mark :
       {"—", "–", "-", "©", "(", "[",
        "Source:", "Sources:", "Quelle:", "Quellen:", "Fuente:", "Fonte:", "Bron:", "Kilde:"}) {
    if (!line.starts_with(mark)) continue;
    line.remove_prefix(mark.size());
    marked = true;
    break;
  }
  if (marked) line = line.substr(std::min(line.find_first_not_of(" 0123456789"), line.size()));
  while (!line.empty() && (line.back() == ')' || line.back() == ']' || line.back() == '.')) {
    line.remove_suffix(1);
  }
  for (const std::string_view with : {" avec ", " con ", " mit ", " with ", " com ", " met "}) {
    const auto at = line.find(with);
    if (at == std::string_view::npos || words_of(line.substr(0, at)).size() > 4) continue;
    const std::string_view rest = line.substr(at + with.size());
    const Outlet* outlet = known_outlet(trim(rest));
    return outlet != nullptr && outlet->is_agency;
  }
  if (!are_outlets(line)) return false;
  const Outlet* alone = known_outlet(trim(line));
  return marked || alone == nullptr || alone->is_agency;
}

// "Associated Press writer Ann Lee contributed."
bool begins_with_outlet(std::string_view line) {
  constexpr std::size_t kReach = 60;
  if (starts_with_ignoring_case(line, "the ")) line.remove_prefix(4);
  const std::vector<OutletName> names = find_outlet_names(line.substr(0, kReach));
  return !names.empty() && names[0].span.begin == 0;
}

}  // namespace

bool is_credit_line(std::string_view line) {
  static const PhraseSet credits(kCredits);
  constexpr std::size_t kLongest = 600;
  if (line.size() > kLongest) return false;
  const std::uint32_t kinds = credits.kinds_in(line);
  return (kinds & kCredit) != 0 || ((kinds & kContribution) != 0 && begins_with_outlet(line)) ||
         is_agency_line(line);
}

std::vector<Span> credits_in(std::string_view text) {
  std::vector<Span> credits;
  for (const Span line : lines_of(text)) {
    if (is_credit_line(cut(text, line))) {
      credits.push_back(line);
      continue;
    }
    auto agency = agency_in_brackets(cut(text, line));
    if (!agency) agency = outlet_before_dash(cut(text, line));
    if (agency) credits.push_back({line.begin + agency->begin, line.begin + agency->end});
  }
  return credits;
}

}  // namespace stemma

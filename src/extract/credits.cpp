#include "extract/credits.h"

#include <array>
#include <optional>

#include "base/text.h"
#include "extract/phrases.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr std::array<PhraseRow, 1> kCredits{
    {{0,
      "^reporting=by= ^reporting=contributed ^additional=reporting ^editing=by= ^with=reporting "
      "^writing=by= ^compiled=by= ^the=associated=press=contributed =contributed=to=this "
      "=contributed=reporting ^this=article=was=originally=published ^this=article=originally "
      "^this=story=was=originally=published ^originally=published=by= ^first=published=by= "
      "^republished=from ^this=story=was=produced=by="}}};

// "(Reuters)", "[CNN]", "(AP Photo)" is none: an agency alone in brackets near the start.
std::optional<Span> agency_at_start(std::string_view line) {
  constexpr std::size_t kReach = 80;
  const std::size_t open = line.substr(0, kReach).find_first_of("([");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = line.find(line[open] == '(' ? ')' : ']', open);
  if (close == std::string_view::npos) return std::nullopt;
  const Outlet* outlet = known_outlet(line.substr(open + 1, close - open - 1));
  // A dash after it, or nothing before it, makes it a dateline and no aside.
  const std::string_view rest = trim(line.substr(close + 1)).substr(0, 4);
  const bool dash = rest.starts_with("-") || rest.starts_with("–") || rest.starts_with("—");
  if (outlet == nullptr || (open != 0 && !dash)) return std::nullopt;
  return Span{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close + 1)};
}

}  // namespace

bool is_credit_line(std::string_view line) {
  static const PhraseSet credits(kCredits);
  constexpr std::size_t kLongest = 600;
  return line.size() <= kLongest && credits.kinds_in(line) != 0;
}

std::vector<Span> credits_in(std::string_view text) {
  std::vector<Span> credits;
  for (const Span line : lines_of(text)) {
    if (is_credit_line(cut(text, line))) {
      credits.push_back(line);
    } else if (const auto agency = agency_at_start(cut(text, line))) {
      credits.push_back({line.begin + agency->begin, line.begin + agency->end});
    }
  }
  return credits;
}

}  // namespace stemma

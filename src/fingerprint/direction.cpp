#include "fingerprint/direction.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/outlets.h"
#include "model/published.h"

namespace stemma {
namespace {

constexpr std::int64_t kDay = 86400;

// A credit stands in the dateline, "ORSK (Reuters) -", or in the last lines.
constexpr std::size_t kDatelineBytes = 120, kLastLinesBytes = 240;

// The text from about `at` on, cut where a character begins.
std::string_view from(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return text.substr(std::min(at, text.size()));
}

bool names(std::string_view text, const Outlet& outlet, bool in_brackets) {
  const std::vector<OutletName> found = find_outlet_names(text);
  return std::any_of(found.begin(), found.end(), [&](const OutletName& name) {
    const bool brackets = name.span.begin > 0 && text[name.span.begin - 1] == '(' &&
                          name.span.end < text.size() && text[name.span.end] == ')';
    return name.outlet != nullptr && !name.ambiguous && name.outlet->name == outlet.name &&
           (brackets || !in_brackets);
  });
}

// The article says that what it prints is that outlet's: in its byline, dateline or last lines.
bool credits(const Article& article, const Outlet& outlet) {
  if (article.outlet && canonical_outlet(*article.outlet) == outlet.name) return false;
  for (const std::string& author : article.authors) {
    if (names(author, outlet, false)) return true;
  }
  const std::string_view text = article.text;
  const std::string_view rest = from(text, std::min(text.size(), kDatelineBytes));
  if (names(text.substr(0, text.size() - rest.size()), outlet, true)) return true;
  if (!outlet.is_agency || text.size() < kLastLinesBytes + kDatelineBytes) return false;
  const std::string_view last = from(text, text.size() - kLastLinesBytes);
  const std::size_t line = last.rfind('\n');
  return line != std::string_view::npos && names(last.substr(line), outlet, false);
}

bool credits(const Article& article, const Article& other) {
  const Outlet* outlet = other.outlet ? known_outlet(*other.outlet) : nullptr;
  return outlet != nullptr && credits(article, *outlet);
}

SharedPassage::Earlier earlier_by_time(const Article& a, const Article& b) {
  if (!a.published || !b.published) return SharedPassage::Earlier::unknown;
  const auto first = published_time(*a.published), second = published_time(*b.published);
  if (!first || !second) return SharedPassage::Earlier::unknown;
  // Of a bare day the hour is open, so only another day decides.
  const std::int64_t apart = first->has_time && second->has_time ? 1 : kDay;
  if (second->seconds - first->seconds >= apart) return SharedPassage::Earlier::a;
  if (first->seconds - second->seconds >= apart) return SharedPassage::Earlier::b;
  return SharedPassage::Earlier::unknown;
}

}  // namespace

std::string outlet_key(const Article& article) {
  return article.outlet ? to_lower(canonical_outlet(*article.outlet)) : std::string();
}

SharedPassage::Earlier earlier_of(const Article& a, const Article& b) {
  const bool a_is_copy = credits(a, b), b_is_copy = credits(b, a);
  if (a_is_copy != b_is_copy) {
    return a_is_copy ? SharedPassage::Earlier::b : SharedPassage::Earlier::a;
  }
  return earlier_by_time(a, b);
}

}  // namespace stemma

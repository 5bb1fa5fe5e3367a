#include "fingerprint/direction.h"

#include "base/utf8.h"
#include "fingerprint/published.h"

namespace stemma {
namespace {

constexpr std::int64_t kDay = 86400;

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
  return article.outlet ? to_lower(*article.outlet) : std::string();
}

SharedPassage::Earlier earlier_of(const Article& a, const Article& b) {
  return earlier_by_time(a, b);
}

}  // namespace stemma

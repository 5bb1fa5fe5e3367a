#include "fingerprint/series.h"

#include <algorithm>

namespace stemma {
namespace {

// Of neighbours that are copies, this share of the smaller one's prints is shared.
constexpr double kCopyShare = 0.3;

std::uint64_t pair_of(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} << 32 | b; }

// How far apart two copies may stand in the list of a print: between them stand others that have it
// too, such as a rewritten version.
constexpr std::size_t kNear = 3;

std::vector<std::uint32_t> articles_of(std::span<const Posting> group) {
  std::vector<std::uint32_t> articles;
  for (const Posting& posting : group) {
    if (articles.empty() || articles.back() != posting.article) articles.push_back(posting.article);
  }
  return articles;
}

}  // namespace

std::size_t count_articles(std::span<const Posting> group) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (i == 0 || group[i].article != group[i - 1].article) ++count;
  }
  return count;
}

Series::Series(std::span<const Posting> postings, std::span<const SeriesMember> members)
    : members_(members) {
  for (std::size_t begin = 0; begin < postings.size();) {
    const std::span<const Posting> group = group_at(postings, begin);
    begin += group.size();
    if (count_articles(group) < kMinSeries) continue;
    const std::vector<std::uint32_t> articles = articles_of(group);
    for (std::size_t i = 1; i < articles.size(); ++i) {
      for (std::size_t k = 1; k <= std::min(i, kNear); ++k) {
        near_.push_back(pair_of(articles[i - k], articles[i]));
      }
    }
  }
  std::sort(near_.begin(), near_.end());
}

bool Series::share_much(std::uint32_t a, std::uint32_t b) const {
  const auto [first, last] = std::equal_range(near_.begin(), near_.end(), pair_of(a, b));
  const std::uint32_t smaller = std::min(members_[a].prints, members_[b].prints);
  return static_cast<double>(last - first) >= kCopyShare * smaller;
}

bool Series::are_copies(std::span<const Posting> group) const {
  const std::vector<std::uint32_t> articles = articles_of(group);
  std::vector<bool> copied(articles.size());
  for (std::size_t i = 1; i < articles.size(); ++i) {
    for (std::size_t k = 1; k <= std::min(i, kNear); ++k) {
      if ((copied[i] && copied[i - k]) || !share_much(articles[i - k], articles[i])) continue;
      copied[i] = copied[i - k] = true;
    }
  }
  return std::count(copied.begin(), copied.end(), true) * 2 >
         static_cast<std::ptrdiff_t>(articles.size());
}

bool Series::is_one_outlets(std::span<const Posting> group) const {
  const std::vector<std::uint32_t> articles = articles_of(group);
  std::vector<std::uint32_t> outlets;
  for (const std::uint32_t article : articles) {
    if (const std::uint32_t outlet = members_[article].outlet; outlet != 0) {
      outlets.push_back(outlet);
    }
  }
  std::sort(outlets.begin(), outlets.end());
  std::size_t most = 0;
  for (std::size_t i = 0; i < outlets.size();) {
    const auto end = static_cast<std::size_t>(
        std::upper_bound(outlets.begin(), outlets.end(), outlets[i]) - outlets.begin());
    most = std::max(most, end - i);
    i = end;
  }
  return most >= kMinSeries && most * 3 >= articles.size() * 2;
}

bool Series::is_at_edges(std::span<const Posting> group) const {
  const auto inside = std::count_if(group.begin(), group.end(), [&](const Posting& posting) {
    const std::uint32_t words = members_[posting.article].words;
    return posting.place >= kEdgeWords && posting.place + kEdgeWords < words;
  });
  return inside * 5 <= static_cast<std::ptrdiff_t>(group.size());
}

PrintUse Series::judge(std::span<const Posting> group) const {
  const std::size_t articles = count_articles(group);
  if (articles < kMinSeries) return PrintUse::evidence;
  const bool one_outlets = is_one_outlets(group);
  const bool many = articles >= kManyArticles && is_at_edges(group);
  if (!one_outlets && !many && articles <= kMaxPostings) return PrintUse::evidence;
  if (are_copies(group)) return PrintUse::evidence;
  return one_outlets || many ? PrintUse::furniture : PrintUse::common;
}

}  // namespace stemma

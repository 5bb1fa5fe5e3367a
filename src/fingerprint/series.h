#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace stemma {

/// A print at a place of an article. An inverted index is a vector of them sorted by hash, article
/// and place.
struct Posting {
  std::uint32_t hash = 0;
  std::uint32_t article = 0;
  std::uint32_t place = 0;
  friend auto operator<=>(const Posting&, const Posting&) = default;
};

/// What the judgement of a print needs to know of each article.
struct SeriesMember {
  std::uint32_t outlet = 0;  ///< equal numbers, equal outlets; 0: not known
  std::uint32_t words = 0;
  std::uint32_t prints = 0;
};

enum class PrintUse : std::uint8_t {
  evidence,   ///< two articles that have it may share a passage
  common,     ///< a phrase that many have: it finds nobody, but may lie in a passage
  furniture,  ///< what a series of pages repeats: no passage goes through it
};

/// Judges each print by the articles that have it. A print that mostly one outlet uses is that
/// outlet's furniture (the "pboiler" of passim), and so is one that many articles have at their
/// start or end. Copies of one report share most of their prints, so where most of the articles
/// have a copy near them in the list, neither holds.
class Series {
 public:
  static constexpr std::uint32_t kMinSeries = 3;      ///< pages of one outlet that make a series
  static constexpr std::uint32_t kMaxPostings = 64;   ///< articles of a print that is evidence
  static constexpr std::uint32_t kManyArticles = 16;  ///< from here on an edge is furniture
  static constexpr std::uint32_t kEdgeWords = 80;     ///< how far the start and end reach

  /// `postings` must be sorted and, like `members`, outlive this.
  Series(std::span<const Posting> postings, std::span<const SeriesMember> members);

  /// `group` are all postings of one print.
  PrintUse judge(std::span<const Posting> group) const;

 private:
  bool are_copies(std::span<const Posting> group) const;
  bool share_much(std::uint32_t a, std::uint32_t b) const;
  bool is_one_outlets(std::span<const Posting> group) const;
  bool is_at_edges(std::span<const Posting> group) const;

  std::span<const SeriesMember> members_;
  std::vector<std::uint64_t> near_;  // articles that stand near each other in a list, sorted
};

/// The postings of the print that starts at `begin`.
inline std::span<const Posting> group_at(std::span<const Posting> postings, std::size_t begin) {
  std::size_t end = begin + 1;
  while (end < postings.size() && postings[end].hash == postings[begin].hash) ++end;
  return postings.subspan(begin, end - begin);
}

/// Different articles in one group.
std::size_t count_articles(std::span<const Posting> group);

}  // namespace stemma

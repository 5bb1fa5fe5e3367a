#include "fingerprint/reuse.h"

#include <algorithm>
#include <map>
#include <string>

#include "fingerprint/alignment.h"
#include "fingerprint/direction.h"
#include "fingerprint/passages.h"
#include "fingerprint/series.h"
#include "fingerprint/winnowing.h"

namespace stemma {
namespace {

// A pair is aligned when a print that it shares lies in a run of this many equal words, or when it
// shares prints in two different runs.
constexpr std::uint32_t kTellingRun = 7;

// Of a print that many copies of one report share, each copy is compared with as many before it.
constexpr std::size_t kMaxCopies = 512;

// English has about six, with the blank.
constexpr std::size_t kMinBytesPerWord = 4;

// A print that two articles have, and where.
struct Hit {
  std::uint32_t a = 0, a_place = 0, b_place = 0;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

// The words of all articles, one after the other, and an index of the prints that tell.
class ReuseSearch {
 public:
  explicit ReuseSearch(std::span<const Article* const> articles) : articles_(articles) {}

  std::vector<SharedPassage> run() {
    read_words();
    index_prints();
    std::vector<SharedPassage> passages;
    for (std::uint32_t b = 0; b < articles_.size(); ++b) compare_with_earlier(b, passages);
    std::sort(passages.begin(), passages.end(), [](const SharedPassage& x, const SharedPassage& y) {
      return std::tie(x.a, x.b, x.a_span, x.b_span) < std::tie(y.a, y.b, y.a_span, y.b_span);
    });
    return passages;
  }

 private:
  std::span<const WordId> words(std::uint32_t article) const {
    return std::span(words_).subspan(begins_[article], begins_[article + 1] - begins_[article]);
  }

  void read_words();
  void index_prints();
  void cut_furniture(std::span<const Posting> group);
  void compare_with_earlier(std::uint32_t b, std::vector<SharedPassage>& passages);
  bool is_worth_aligning(std::uint32_t b, std::span<const Hit> hits) const;

  std::span<const Article* const> articles_;
  std::vector<WordId> words_;
  std::vector<std::size_t> begins_{0};
  std::vector<std::uint32_t> lengths_;                        // words that are no page furniture
  std::vector<Posting> postings_;                             // of the prints that are evidence
  std::vector<std::pair<std::uint32_t, std::uint32_t>> own_;  // (article, posting), sorted
  std::vector<std::size_t> own_begins_;
  Aligner aligner_;
};

// The memory reserved is more than is used; what is never written takes no room.
void ReuseSearch::read_words() {
  std::size_t bytes = 0;
  for (const Article* article : articles_) bytes += article->text.size();
  words_.reserve(bytes / kMinBytesPerWord);
  for (const Article* article : articles_) {
    const std::vector<WordId> own = comparable_words(*article);
    words_.insert(words_.end(), own.begin(), own.end());
    begins_.push_back(words_.size());
    const auto gone = std::count(own.begin(), own.end(), kNoWord);
    lengths_.push_back(static_cast<std::uint32_t>(own.size() - static_cast<std::size_t>(gone)));
  }
}

// No passage goes through what is furniture.
void ReuseSearch::cut_furniture(std::span<const Posting> group) {
  for (const Posting& posting : group) {
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(begins_[posting.article]);
    std::fill_n(begin + posting.place, kGram, kNoWord);
  }
}

void ReuseSearch::index_prints() {
  std::map<std::string, std::uint32_t> outlets;
  std::vector<SeriesMember> members;
  postings_.reserve(words_.size() / 2);
  for (std::uint32_t i = 0; i < articles_.size(); ++i) {
    const std::vector<Print> prints = winnow(words(i));
    for (const Print& print : prints) postings_.push_back({print.hash, i, print.place});
    SeriesMember member;
    if (const std::string outlet = outlet_key(*articles_[i]); !outlet.empty()) {
      member.outlet = outlets.try_emplace(outlet, outlets.size() + 1).first->second;
    }
    member.words = static_cast<std::uint32_t>(words(i).size());
    member.prints = static_cast<std::uint32_t>(prints.size());
    members.push_back(member);
  }
  std::sort(postings_.begin(), postings_.end());
  const Series series(postings_, members);
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < postings_.size();) {
    const std::span<const Posting> group = group_at(postings_, begin);
    begin += group.size();
    if (count_articles(group) < 2) continue;
    const PrintUse use = series.judge(group);
    if (use == PrintUse::furniture) cut_furniture(group);
    if (use != PrintUse::evidence) continue;
    for (const Posting& posting : group) postings_[kept++] = posting;
  }
  postings_.resize(kept);
  postings_.shrink_to_fit();
  for (std::uint32_t i = 0; i < kept; ++i) own_.emplace_back(postings_[i].article, i);
  std::sort(own_.begin(), own_.end());
  own_begins_.assign(articles_.size() + 1, own_.size());
  for (std::size_t i = own_.size(); i-- > 0;) own_begins_[own_[i].first] = i;
  for (std::size_t i = articles_.size(); i-- > 0;) {
    own_begins_[i] = std::min(own_begins_[i], own_begins_[i + 1]);
  }
}

bool ReuseSearch::is_worth_aligning(std::uint32_t b, std::span<const Hit> hits) const {
  const std::span<const WordId> words_a = words(hits.front().a), words_b = words(b);
  std::uint32_t run_end = 0;
  std::int64_t diagonal = 0;
  std::size_t runs = 0;
  for (const Hit& hit : hits) {
    const std::int64_t own = std::int64_t{hit.a_place} - hit.b_place;
    if (runs > 0 && own == diagonal && hit.a_place < run_end) continue;
    std::uint32_t left = 0, right = 0;
    while (left < hit.a_place && left < hit.b_place &&
           equal_words(words_a[hit.a_place - left - 1], words_b[hit.b_place - left - 1])) {
      ++left;
    }
    while (hit.a_place + right < words_a.size() && hit.b_place + right < words_b.size() &&
           equal_words(words_a[hit.a_place + right], words_b[hit.b_place + right])) {
      ++right;
    }
    if (left + right < kGram) continue;  // furniture, or two words of one hash
    if (left + right >= kTellingRun || ++runs >= 2) return true;
    run_end = hit.a_place + right;
    diagonal = own;
  }
  return false;
}

void ReuseSearch::compare_with_earlier(std::uint32_t b, std::vector<SharedPassage>& passages) {
  std::vector<Hit> hits;
  for (std::size_t i = own_begins_[b]; i < own_begins_[b + 1]; ++i) {
    const std::size_t own = own_[i].second;
    const std::size_t first = own - std::min(own, kMaxCopies);
    for (std::size_t j = own; j > first;) {
      --j;
      if (postings_[j].hash != postings_[own].hash) break;
      if (postings_[j].article == b) continue;
      hits.push_back({postings_[j].article, postings_[j].place, postings_[own].place});
    }
  }
  std::sort(hits.begin(), hits.end());
  bool prepared = false;
  for (std::size_t begin = 0; begin < hits.size();) {
    std::size_t end = begin;
    while (end < hits.size() && hits[end].a == hits[begin].a) ++end;
    const std::span<const Hit> own = std::span(hits).subspan(begin, end - begin);
    begin = end;
    if (!is_worth_aligning(b, own)) continue;
    if (!prepared) aligner_.set_text(words(b));
    prepared = true;
    const std::uint32_t a = own.front().a;
    const std::vector<Alignment> shared = choose_passages(aligner_.align(words(a)));
    if (shared.empty()) continue;
    const PairOfArticles pair{*articles_[a], *articles_[b], std::max(lengths_[a], lengths_[b])};
    for (SharedPassage& passage : passages_of(pair, shared)) {
      passage.a = a;
      passage.b = b;
      passages.push_back(passage);
    }
  }
}

}  // namespace

std::vector<SharedPassage> find_shared_passages(std::span<const Article* const> articles) {
  return ReuseSearch(articles).run();
}

}  // namespace stemma

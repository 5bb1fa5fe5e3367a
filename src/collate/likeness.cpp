#include "collate/likeness.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace stemma {
namespace {

constexpr std::size_t kGram = 4;
constexpr std::size_t kMaxWords = 400;  // a longer stretch is compared by its beginning

std::vector<std::uint32_t> grams_of(const StoryView& story,
                                    const std::vector<std::uint32_t>& words) {
  std::string text;
  for (const std::uint32_t word : words) {
    if (!text.empty()) text.push_back(' ');
    text += story.words[word];
  }
  std::vector<std::uint32_t> grams;
  for (std::size_t i = 0; i + kGram <= text.size(); ++i) {
    std::uint32_t gram = 0;
    for (std::size_t k = 0; k < kGram; ++k) {
      gram = gram << 8 | static_cast<unsigned char>(text[i + k]);
    }
    grams.push_back(gram);
  }
  return grams;
}

void read_values(const ArticleView& view, Span span, Traits& traits) {
  for (const Quantity& quantity : items_in(view.notes->quantities, span)) {
    if (quantity.value) traits.values.push_back(*quantity.value);
  }
  for (const Time& time : items_in(view.notes->times, span)) {
    if (!time.value.empty() && is_ascii_digit(time.value[0])) traits.times.push_back(time.value);
  }
  std::sort(traits.values.begin(), traits.values.end());
  std::sort(traits.times.begin(), traits.times.end());
}

Traits traits_of_tokens(const StoryView& story, const ArticleView& view,
                        std::span<const Index> tokens, std::span<const Index> lent, Index head,
                        Span span) {
  Traits traits;
  std::vector<std::uint32_t> lemmas, names;
  for (const Index i : tokens) {
    if (traits.words.size() == kMaxWords) break;
    if (view.words[i] != kNoStem) traits.words.push_back(view.words[i]);
    if (view.stems[i] == kNoStem) continue;
    lemmas.push_back(view.stems[i]);
    if (view.token(i).pos == Pos::propn) names.push_back(view.stems[i]);
  }
  traits.grams = count_terms(grams_of(story, traits.words));
  traits.lemmas = count_terms(lemmas);
  for (const Index i : lent) {
    if (view.stems[i] == kNoStem) continue;
    if (std::find(lemmas.begin(), lemmas.end(), view.stems[i]) == lemmas.end()) {
      lemmas.push_back(view.stems[i]);
    }
    if (view.token(i).pos == Pos::propn) names.push_back(view.stems[i]);
  }
  traits.lemmas_with_subject = count_terms(std::move(lemmas));
  traits.names = count_terms(std::move(names));
  traits.predicate = view.stems[head];
  read_values(view, span, traits);
  return traits;
}

}  // namespace

double cosine(const Bag& a, const Bag& b) {
  double sum = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->first == j->first) {
      sum += static_cast<double>(i++->second) * static_cast<double>(j++->second);
    } else if (i->first < j->first) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

Counts count_terms(std::vector<std::uint32_t> terms) {
  std::sort(terms.begin(), terms.end());
  Counts counts;
  for (const std::uint32_t term : terms) {
    if (counts.empty() || counts.back().first != term) {
      counts.emplace_back(term, 1);
    } else {
      ++counts.back().second;
    }
  }
  return counts;
}

Rarity::Rarity(std::span<const Counts> documents)
    : documents_(static_cast<double>(documents.size())) {
  std::vector<std::uint32_t> all;
  for (const Counts& counts : documents) {
    for (const auto& [term, count] : counts) all.push_back(term);
  }
  frequencies_ = count_terms(std::move(all));
}

double Rarity::operator()(std::uint32_t term) const {
  const auto found =
      std::lower_bound(frequencies_.begin(), frequencies_.end(), std::pair{term, std::uint32_t{0}});
  const bool known = found != frequencies_.end() && found->first == term;
  return std::log1p(documents_ / (known ? found->second : 1));
}

Bag Rarity::bag(const Counts& counts) const {
  Bag bag;
  bag.reserve(counts.size());
  double squares = 0;
  for (const auto& [term, count] : counts) {
    const double weight = (1 + std::log(count)) * (*this)(term);
    squares += weight * weight;
    bag.emplace_back(term, static_cast<float>(weight));
  }
  const auto scale = static_cast<float>(squares > 0 ? 1 / std::sqrt(squares) : 0);
  for (auto& [term, weight] : bag) weight *= scale;
  return bag;
}

Traits traits_of(const StoryView& story, const Sentence& sentence) {
  const ArticleView& view = story.article_of(sentence);
  std::vector<Index> tokens;
  Index head = sentence.first;
  for (Index i = sentence.first; i < sentence.last; ++i) {
    tokens.push_back(i);
    if (view.token(i).dep == Dep::root) head = i;
  }
  Traits traits = traits_of_tokens(story, view, tokens, {}, head, sentence.span);
  traits.position = sentence.position;
  return traits;
}

Traits traits_of(const StoryView& story, const Unit& unit) {
  const ArticleView& view = story.articles[unit.article];
  Traits traits = traits_of_tokens(story, view, unit.tokens, unit.lent, unit.head, unit.span);
  traits.position = story.sentences[unit.sentence].position;
  return traits;
}

std::size_t longest_shared_run(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::vector<std::uint32_t> runs(b.size() + 1, 0);
  std::size_t longest = 0;
  for (const std::uint32_t word : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      runs[j] = word == b[j - 1] ? runs[j - 1] + 1 : 0;
      longest = std::max<std::size_t>(longest, runs[j]);
    }
  }
  return longest;
}

}  // namespace stemma

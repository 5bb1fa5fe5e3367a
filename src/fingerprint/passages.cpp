#include "fingerprint/passages.h"

#include <algorithm>

#include "base/utf8.h"
#include "fingerprint/direction.h"
#include "fingerprint/words.h"
#include "model/quotations.h"

namespace stemma {
namespace {

// Design: a run is reuse only if twelve words outside quotations are shared; a few words may
// differ, as where a scanner misread them.
constexpr std::uint32_t kMinUnquoted = 12;
constexpr double kNearlyAll = 0.84;
// A rewritten report shares no such run, but many stretches of half-equal words.
constexpr std::uint32_t kMinRewritten = 40;
// What a stretch must have to count for a rewritten report, or to be told beside a passage.
constexpr std::uint32_t kMinBeside = 5;
constexpr double kMinDensity = 0.5;
// Beside a passage of few words only stretches of so many are told.
constexpr std::uint32_t kMinBesideFew = 10;

// A sentence is taken whole when so many of its words at most, or this part of it, stick out.
constexpr std::uint32_t kMaxSnap = 5;
constexpr double kSnapShare = 0.5;

// From this share of the longer article on, two articles are nearly the same, or the same.
constexpr double kNearDuplicate = 0.5, kDuplicate = 0.98;

double density(const Alignment& alignment) {
  return static_cast<double>(alignment.equal) / std::max(alignment.a.size(), alignment.b.size());
}

bool stands_alone(const Alignment& alignment) {
  if (alignment.longest_run >= kMinUnquoted) return true;
  return alignment.unquoted >= kMinUnquoted && density(alignment) >= kNearlyAll;
}

bool stands_beside(const Alignment& alignment) {
  return alignment.equal >= kMinBeside && density(alignment) >= kMinDensity;
}

// Where each word of a text lies, and where its sentences begin.
struct Places {
  std::vector<Span> words;
  std::vector<std::uint32_t> sentences;  // first word of each

  explicit Places(const Article& article) {
    for (WordReader reader(article.text); reader.next();) {
      if (reader.begins_sentence()) sentences.push_back(static_cast<std::uint32_t>(words.size()));
      words.push_back(reader.span());
    }
  }

  std::uint32_t sentence_begin(std::uint32_t word) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), word);
    return after == sentences.begin() ? 0 : *(after - 1);
  }
  std::uint32_t sentence_end(std::uint32_t word) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), word);
    return after == sentences.end() ? static_cast<std::uint32_t>(words.size()) : *after;
  }
};

bool closes_sentence(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case ')':
    case ']':
    case '"':
    case '\'':
    case 0x2019:
    case 0x201D:
    case 0x00BB:
    case 0x2026:
      return true;
    default:
      return false;
  }
}

// The passage out to the ends of its first and last sentence, where little of them is missing.
WordRange to_sentences(const Places& places, WordRange range) {
  const auto takes = [](std::uint32_t missing, std::uint32_t sentence) {
    return missing <= kMaxSnap || missing <= kSnapShare * sentence;
  };
  const std::uint32_t begin = places.sentence_begin(range.begin);
  const std::uint32_t end = places.sentence_end(range.end - 1);
  const std::uint32_t first = places.sentence_end(range.begin) - begin;
  const std::uint32_t last = end - places.sentence_begin(range.end - 1);
  if (takes(range.begin - begin, first)) range.begin = begin;
  if (takes(end - range.end, last)) range.end = end;
  return range;
}

// The words' place in the text, with the marks that close the last sentence.
Span span_of(const Article& article, const Places& places, WordRange range) {
  Span span{places.words[range.begin].begin, places.words[range.end - 1].end};
  if (places.sentence_end(range.end - 1) != range.end) return span;
  const std::uint32_t limit = range.end < places.words.size()
                                  ? places.words[range.end].begin
                                  : static_cast<std::uint32_t>(article.text.size());
  while (span.end < limit) {
    const Decoded decoded = decode_utf8(article.text, span.end);
    if (!closes_sentence(decoded.code_point)) break;
    span.end += decoded.size;
  }
  return span;
}

// How many words the ranges hold together.
std::uint32_t covered(std::vector<WordRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](WordRange x, WordRange y) { return x.begin < y.begin; });
  std::uint32_t words = 0, end = 0;
  for (const WordRange& range : ranges) {
    if (range.end > end) words += range.end - std::max(end, range.begin);
    end = std::max(end, range.end);
  }
  return words;
}

SharedPassage::Kind kind_of(const PairOfArticles& pair, std::span<const Alignment> alignments,
                            std::uint32_t a, std::uint32_t b) {
  const bool exact = std::all_of(alignments.begin(), alignments.end(),
                                 [](const Alignment& each) { return each.is_exact(); });
  const double share = static_cast<double>(std::max(a, b)) / std::max(1U, pair.words);
  if (share < kNearDuplicate) return SharedPassage::Kind::passage;
  return exact && share > kDuplicate ? SharedPassage::Kind::duplicate
                                     : SharedPassage::Kind::near_duplicate;
}

}  // namespace

std::vector<WordId> comparable_words(const Article& article) {
  const std::vector<Span> quoted = quoted_spans(article.text);
  auto quotation = quoted.begin();
  std::vector<WordId> words;
  words.reserve(article.text.size() / 6);
  for (WordReader reader(article.text); reader.next();) {
    const Span span = reader.span();
    while (quotation != quoted.end() && quotation->end <= span.begin) ++quotation;
    const bool inside = quotation != quoted.end() && quotation->contains(span.begin);
    words.push_back(article.in_furniture(span) ? kNoWord : word_id(reader.hash(), inside));
  }
  return words;
}

std::vector<Alignment> choose_passages(std::vector<Alignment> alignments) {
  const bool copied = std::any_of(alignments.begin(), alignments.end(), stands_alone);
  std::erase_if(alignments,
                [](const Alignment& each) { return !stands_alone(each) && !stands_beside(each); });
  std::uint32_t unquoted = 0;
  for (const Alignment& each : alignments) unquoted += each.unquoted;
  const bool rewritten = unquoted >= kMinRewritten;
  if (!copied && !rewritten) return {};
  std::erase_if(alignments, [&](const Alignment& each) {
    return !rewritten && !stands_alone(each) && each.equal < kMinBesideFew;
  });
  return alignments;
}

std::vector<SharedPassage> passages_of(const PairOfArticles& pair,
                                       std::span<const Alignment> alignments) {
  const Places a(pair.a), b(pair.b);
  std::vector<WordRange> a_ranges, b_ranges;
  std::vector<SharedPassage> passages;
  for (const Alignment& each : alignments) {
    a_ranges.push_back(to_sentences(a, each.a));
    b_ranges.push_back(to_sentences(b, each.b));
    SharedPassage passage;
    passage.a_span = span_of(pair.a, a, a_ranges.back());
    passage.b_span = span_of(pair.b, b, b_ranges.back());
    passage.similarity = density(each);
    passages.push_back(passage);
  }
  const auto kind = kind_of(pair, alignments, covered(a_ranges), covered(b_ranges));
  const auto earlier = earlier_of(pair.a, pair.b);
  for (SharedPassage& passage : passages) {
    passage.kind = kind;
    passage.earlier = earlier;
  }
  return passages;
}

}  // namespace stemma

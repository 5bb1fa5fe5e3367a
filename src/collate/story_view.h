#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/annotations.h"
#include "model/tree.h"

namespace stemma {

/// Marks a token that is no content word.
inline constexpr std::uint32_t kNoStem = 0xFFFFFFFFu;

/// A line's part of a sentence: what a reader takes in at once. Sentences are cut at line ends,
/// because the language model joins headlines with what follows them.
struct Sentence {
  Index article = 0;
  Span span;
  Index first = 0, last = 0;  ///< tokens [first, last)
  double position = 0;        ///< 0 for the first sentence of the article, 1 for the last
  bool headline = false;      ///< a line without a sentence's end: title, link line, caption
};

/// One article as collation reads it. Views the article, its annotations and the story's words.
struct ArticleView {
  const Article* article = nullptr;
  const Annotations* notes = nullptr;
  Children children{std::vector<Token>{}};
  std::vector<std::uint32_t> words;  ///< of each token: its lower-case form in the story's words
  std::vector<std::uint32_t> stems;  ///< of each token: its lemma, or kNoStem
  Index first_sentence = 0, last_sentence = 0;  ///< in StoryView::sentences, half-open
  std::string outlet;                           ///< canonical name; may be empty

  const Token& token(Index i) const { return notes->tokens[i]; }
  std::string_view text(Span span) const { return cut(article->text, span); }
  std::string_view text(Index i) const { return text(token(i).span); }
  std::string_view lemma(Index i) const { return notes->lemma(token(i)); }
};

/// The reports of a story with one vocabulary. Furniture has no sentences here, so nothing that is
/// made from sentences says anything about it.
struct StoryView {
  std::vector<ArticleView> articles;
  std::vector<Sentence> sentences;  ///< by article, then place
  std::vector<std::string> words;   ///< lower-case words and lemmas by their number

  const ArticleView& article_of(const Sentence& sentence) const {
    return articles[sentence.article];
  }
  /// The sentence of the article that holds the byte, or kNone. O(log n).
  Index sentence_at(Index article, std::uint32_t byte) const;
  /// The article's first sentence that ends after the byte, or its `last_sentence`. O(log n).
  Index sentence_from(Index article, std::uint32_t byte) const;
};

/// The items of a layer (sorted, disjoint) that begin inside the span. O(log n).
template <class Item>
std::span<const Item> items_in(const std::vector<Item>& layer, Span span) {
  const auto first = std::partition_point(
      layer.begin(), layer.end(), [&](const Item& item) { return item.span.begin < span.begin; });
  const auto last = std::partition_point(
      first, layer.end(), [&](const Item& item) { return item.span.begin < span.end; });
  return {first, last};
}

/// Sorts and drops what is there twice.
template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// O(text). The articles must outlive the view.
StoryView view_of(std::span<const AnnotatedArticle* const> story);

}  // namespace stemma

#include "collate/story_view.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr std::size_t kHeadlineWords = 22;  // a longer line without a full stop is a broken text

// Verbs and titles that every report has: they say nothing about what is told.
constexpr std::array<std::string_view, 25> kWeakLemmas = {
    "add",  "also",  "be",   "come", "could", "do",   "get",  "go",   "have",
    "make", "mr",    "mr.",  "mrs",  "mrs.",  "ms",   "ms.",  "rep.", "say",
    "sen.", "shall", "take", "tell", "use",   "will", "would"};

class Vocabulary {
 public:
  explicit Vocabulary(std::vector<std::string>& words) : words_(words) {}

  std::uint32_t id(std::string&& word) {
    const auto [entry, is_new] =
        ids_.try_emplace(std::move(word), static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(entry->first);
    return entry->second;
  }

 private:
  std::vector<std::string>& words_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    if (is_letter(decoded.code_point) || is_digit(decoded.code_point)) return true;
    i += decoded.size;
  }
  return false;
}

bool is_content(Pos pos) {
  switch (pos) {
    case Pos::noun:
    case Pos::propn:
    case Pos::verb:
    case Pos::adj:
    case Pos::adv:
    case Pos::num:
    case Pos::x:
    case Pos::intj:
      return true;
    default:
      return false;
  }
}

// "president's" and "U.S." lose what the tokenizer may or may not have split off.
std::string bare(std::string_view lemma) {
  std::string folded = to_lower(fold_typography(lemma));
  while (!folded.empty() && (folded.back() == '.' || folded.back() == '\'')) folded.pop_back();
  std::size_t begin = 0;
  while (begin < folded.size() && folded[begin] == '\'') ++begin;
  return folded.substr(begin);
}

void read_words(ArticleView& view, Vocabulary& vocabulary) {
  const std::vector<Token>& tokens = view.notes->tokens;
  view.words.reserve(tokens.size());
  view.stems.reserve(tokens.size());
  for (Index i = 0; i < tokens.size(); ++i) {
    const bool spoken = tokens[i].pos != Pos::punct && tokens[i].pos != Pos::space &&
                        has_letter_or_digit(view.text(i));
    view.words.push_back(spoken ? vocabulary.id(to_lower(fold_typography(view.text(i)))) : kNoStem);
    std::string lemma = spoken && is_content(tokens[i].pos) ? bare(view.lemma(i)) : std::string();
    const bool weak =
        lemma.empty() || std::binary_search(kWeakLemmas.begin(), kWeakLemmas.end(), lemma);
    view.stems.push_back(weak ? kNoStem : vocabulary.id(std::move(lemma)));
  }
}

bool ends_a_sentence(std::string_view text) {
  const std::string folded = fold_typography(text);
  std::size_t end = folded.size();
  while (end > 0 && (folded[end - 1] == '"' || folded[end - 1] == '\'' || folded[end - 1] == ')')) {
    --end;
  }
  return end > 0 && (folded[end - 1] == '.' || folded[end - 1] == '!' || folded[end - 1] == '?' ||
                     folded[end - 1] == ':' || folded[end - 1] == ';' || folded[end - 1] == ',');
}

bool is_headline(const ArticleView& view, Span span, std::size_t words) {
  const std::string& text = view.article->text;
  if (words > kHeadlineWords) return false;
  const auto is_blank = [&](std::size_t i) {
    return text[i] == ' ' || text[i] == '\t' || text[i] == '\r';
  };
  std::size_t before = span.begin, after = span.end;
  while (before > 0 && is_blank(before - 1)) --before;
  while (after < text.size() && is_blank(after)) ++after;
  const bool whole_line =
      (before == 0 || text[before - 1] == '\n') && (after == text.size() || text[after] == '\n');
  return whole_line && !ends_a_sentence(view.text(span));
}

void add_sentence(StoryView& story, ArticleView& view, Index article, Span span) {
  if (view.article->in_furniture(span)) return;
  const Annotations::Range range = view.notes->tokens_in(span);
  std::size_t words = 0;
  for (Index i = range.first; i < range.last; ++i) words += view.words[i] != kNoStem;
  if (words == 0) return;
  story.sentences.push_back(
      {article, span, range.first, range.last, 0.0, is_headline(view, span, words)});
}

void read_sentences(StoryView& story, ArticleView& view, Index article) {
  view.first_sentence = static_cast<Index>(story.sentences.size());
  const std::string& text = view.article->text;
  for (const Span& sentence : view.notes->sentences) {
    std::uint32_t begin = sentence.begin;
    while (begin < sentence.end) {
      auto end =
          static_cast<std::uint32_t>(std::min<std::size_t>(text.find('\n', begin), sentence.end));
      const Span line = trim(text, Span{begin, end});
      if (!line.empty()) add_sentence(story, view, article, line);
      begin = end + 1;
    }
  }
  view.last_sentence = static_cast<Index>(story.sentences.size());
  const double count = view.last_sentence - view.first_sentence;
  for (Index i = view.first_sentence; i < view.last_sentence; ++i) {
    story.sentences[i].position = (i - view.first_sentence) / std::max(1.0, count - 1);
  }
}

}  // namespace

Index StoryView::sentence_from(Index article, std::uint32_t byte) const {
  const auto first = sentences.begin() + articles[article].first_sentence;
  const auto last = sentences.begin() + articles[article].last_sentence;
  const auto found =
      std::partition_point(first, last, [&](const Sentence& s) { return s.span.end <= byte; });
  return static_cast<Index>(found - sentences.begin());
}

Index StoryView::sentence_at(Index article, std::uint32_t byte) const {
  const Index found = sentence_from(article, byte);
  if (found == articles[article].last_sentence || !sentences[found].span.contains(byte)) {
    return kNone;
  }
  return found;
}

StoryView view_of(std::span<const AnnotatedArticle* const> story) {
  StoryView view;
  Vocabulary vocabulary(view.words);
  for (const AnnotatedArticle* each : story) {
    ArticleView one;
    one.article = &each->article;
    one.notes = &each->annotations;
    one.children = Children(each->annotations.tokens);
    if (each->article.outlet) one.outlet = canonical_outlet(*each->article.outlet);
    read_words(one, vocabulary);
    read_sentences(view, one, static_cast<Index>(view.articles.size()));
    view.articles.push_back(std::move(one));
  }
  return view;
}

}  // namespace stemma

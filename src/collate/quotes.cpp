#include "collate/quotes.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "model/quotations.h"

namespace stemma {
namespace {

constexpr std::size_t kMaxPieces = 4000;         // quoted sentences of a story that are compared
constexpr std::uint32_t kMaxQuotedBytes = 4000;  // a longer one lost its closing mark
constexpr std::size_t kMaxAlignedWords = 400;
constexpr double kLeastShared = 0.6;  // weight of the shorter piece's words that both have in order
constexpr std::size_t kLeastCommon = 4, kLeastRun = 3;
constexpr std::size_t kFragmentWords = 4;  // a shorter piece must lie whole in the other
constexpr double kFunctionWord = 0.3;

constexpr std::array<std::string_view, 44> kFunctionWords = {
    "a",   "about", "all",  "an",   "and", "are", "as",   "at",   "be",   "been", "but",
    "by",  "do",    "for",  "from", "had", "has", "have", "he",   "his",  "i",    "in",
    "is",  "it",    "its",  "my",   "of",  "on",  "or",   "our",  "she",  "so",   "that",
    "the", "their", "they", "this", "to",  "was", "we",   "were", "will", "with", "you"};

bool is_function_word(std::string_view word) {
  return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

// One quoted sentence, or what of it is quoted.
struct Piece {
  Mention mention;
  std::vector<std::string> words;
  double weight = 0;
  std::size_t content_words = 0;
  std::string speaker;
};

double weight_of(std::string_view word) { return is_function_word(word) ? kFunctionWord : 1.0; }

// Whom the article names for a quotation: the attribution that covers most of it.
std::string speaker_of(const ArticleView& view, Span span) {
  std::uint32_t most = 0;
  std::string speaker;
  for (const Attribution& attribution : view.notes->attributions) {
    std::uint32_t covered = 0;
    for (const Span& piece : attribution.content) covered += overlap(piece, span);
    if (covered > most && !attribution.speaker.empty()) {
      most = covered;
      speaker = attribution.speaker;
    }
  }
  return speaker;
}

void add_piece(const ArticleView& view, Index article, Span span, std::vector<Piece>& pieces) {
  span = trim(view.article->text, span);
  if (span.empty() || view.article->in_furniture(span)) return;
  Piece piece;
  piece.mention = {article, span};
  for (Word& word : words_of(view.text(span))) piece.words.push_back(std::move(word.folded));
  for (const std::string& word : piece.words) {
    piece.weight += weight_of(word);
    piece.content_words += is_function_word(word) ? 0 : 1;
  }
  if (piece.content_words == 0) return;
  piece.speaker = speaker_of(view, span);
  pieces.push_back(std::move(piece));
}

// A quotation of several sentences is several pieces: each is an utterance that may stand alone.
void add_quotation(const StoryView& story, Index article, Span quoted, std::vector<Piece>& pieces) {
  const ArticleView& view = story.articles[article];
  std::uint32_t begin = quoted.begin;
  for (Index s = story.sentence_from(article, quoted.begin);
       s < view.last_sentence && story.sentences[s].span.begin < quoted.end; ++s) {
    const std::uint32_t end = std::min(story.sentences[s].span.end, quoted.end);
    add_piece(view, article, {begin, end}, pieces);
    begin = std::max(begin, end);
  }
  if (begin < quoted.end) add_piece(view, article, {begin, quoted.end}, pieces);
}

std::vector<Piece> pieces_of(const StoryView& story) {
  std::vector<Piece> pieces;
  for (Index article = 0; article < story.articles.size(); ++article) {
    for (const Span quoted : quoted_spans(story.articles[article].article->text)) {
      const bool whole = quoted.size() <= kMaxQuotedBytes;
      if (whole && pieces.size() < kMaxPieces) add_quotation(story, article, quoted, pieces);
    }
  }
  return pieces;
}

struct Common {
  double weight = 0;
  std::size_t words = 0, run = 0;
};

// Longest common subsequence by weight, and the longest run of words in a row.
Common common_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<double> weight(b.size() + 1, 0);
  std::vector<std::size_t> count(b.size() + 1, 0), run(b.size() + 1, 0);
  Common common;
  for (const std::string& word : a) {
    double diagonal = 0;
    std::size_t diagonal_count = 0, diagonal_run = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double above = weight[j];
      const std::size_t above_count = count[j], above_run = run[j];
      run[j] = word == b[j - 1] ? diagonal_run + 1 : 0;
      common.run = std::max(common.run, run[j]);
      if (word == b[j - 1] && diagonal + weight_of(word) > std::max(above, weight[j - 1])) {
        weight[j] = diagonal + weight_of(word);
        count[j] = diagonal_count + 1;
      } else if (weight[j - 1] > above) {
        weight[j] = weight[j - 1];
        count[j] = count[j - 1];
      }
      diagonal = above;
      diagonal_count = above_count;
      diagonal_run = above_run;
    }
  }
  common.weight = weight.back();
  common.words = count.back();
  return common;
}

bool speakers_fit(const Piece& a, const Piece& b) {
  if (a.speaker.empty() || b.speaker.empty()) return true;
  const auto x = words_of(a.speaker), y = words_of(b.speaker);
  return std::any_of(x.begin(), x.end(), [&](const Word& word) {
    return !is_function_word(word.folded) &&
           std::any_of(y.begin(), y.end(), [&](const Word& w) { return w.folded == word.folded; });
  });
}

// How sure it is that two pieces render one utterance; 0 when they do not.
double sameness(const Piece& a, const Piece& b) {
  const Piece &shorter = a.words.size() <= b.words.size() ? a : b,
              &longer = a.words.size() <= b.words.size() ? b : a;
  if (shorter.words.size() > kMaxAlignedWords || longer.words.size() > kMaxAlignedWords) return 0;
  const Common common = common_words(shorter.words, longer.words);
  const double share = common.weight / shorter.weight;
  if (common.run == shorter.words.size()) {
    // A word or two may be anyone's: then the speaker must be the same.
    const bool telling = shorter.content_words >= 2 || shorter.words.size() >= kFragmentWords;
    const bool named = !a.speaker.empty() && !b.speaker.empty() && speakers_fit(a, b);
    return telling ? (speakers_fit(a, b) ? 1 : 0.7) : (named ? 0.65 : 0);
  }
  if (shorter.words.size() < kFragmentWords) return 0;
  if (share < kLeastShared || common.words < kLeastCommon || common.run < kLeastRun) return 0;
  return share * (speakers_fit(a, b) ? 1 : 0.8);
}

std::vector<std::vector<Index>> groups_of(const std::vector<Piece>& pieces) {
  struct Link {
    double sameness;
    Index a, b;
  };
  std::map<std::string_view, std::vector<Index>> by_word;
  for (Index i = 0; i < pieces.size(); ++i) {
    const std::set<std::string_view> words(pieces[i].words.begin(), pieces[i].words.end());
    for (const std::string_view word : words) {
      if (!is_function_word(word)) by_word[word].push_back(i);
    }
  }
  std::set<std::pair<Index, Index>> compared;
  std::vector<Link> links;
  constexpr std::size_t kCommonWord = 64;  // a word of more pieces finds none
  for (const auto& [word, holders] : by_word) {
    if (holders.size() > kCommonWord) continue;
    for (std::size_t m = 0; m < holders.size(); ++m) {
      for (std::size_t n = m + 1; n < holders.size(); ++n) {
        const Index a = holders[m], b = holders[n];
        if (pieces[a].mention.article == pieces[b].mention.article) continue;
        if (!compared.emplace(a, b).second) continue;
        const double same = sameness(pieces[a], pieces[b]);
        if (same > 0) links.push_back({same, a, b});
      }
    }
  }
  std::stable_sort(links.begin(), links.end(),
                   [](const Link& x, const Link& y) { return x.sameness > y.sameness; });
  std::vector<Index> root(pieces.size());
  std::iota(root.begin(), root.end(), Index{0});
  const auto find = [&](Index i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (const Link& link : links) {
    const Index a = find(link.a), b = find(link.b);
    root[std::max(a, b)] = std::min(a, b);
  }
  std::map<Index, std::vector<Index>> groups;
  for (Index i = 0; i < pieces.size(); ++i) groups[find(i)].push_back(i);
  std::vector<std::vector<Index>> result;
  for (auto& [first, members] : groups) {
    const Index article = pieces[members.front()].mention.article;
    const bool several = std::any_of(members.begin(), members.end(),
                                     [&](Index i) { return pieces[i].mention.article != article; });
    if (several) result.push_back(std::move(members));
  }
  return result;
}

// The name that most articles give, in its fullest form.
std::string common_speaker(const std::vector<Piece>& pieces, const std::vector<Index>& group) {
  std::string best;
  std::size_t most = 0;
  for (const Index i : group) {
    if (pieces[i].speaker.empty()) continue;
    std::size_t support = 0;
    for (const Index j : group) {
      support += !pieces[j].speaker.empty() && speakers_fit(pieces[i], pieces[j]) ? 1 : 0;
    }
    const bool fuller = support == most && pieces[i].speaker.size() > best.size();
    if (support > most || fuller) {
      most = support;
      best = pieces[i].speaker;
    }
  }
  return best;
}

bool is_full_name(std::string_view name) {
  std::size_t words = 0;
  for (const std::string_view word : split(name, ' ')) {
    if (word.empty() || !is_ascii_upper(word[0])) return false;
    ++words;
  }
  return words >= 2;
}

// People with a full name of whom the common speaker's name has no word.
std::vector<std::string> other_speakers(const std::vector<Piece>& pieces,
                                        const std::vector<Index>& group,
                                        const std::string& speaker) {
  std::vector<std::string> others;
  Piece common;
  common.speaker = speaker;
  for (const Index i : group) {
    const std::string& name = pieces[i].speaker;
    const bool known = std::find(others.begin(), others.end(), name) != others.end();
    if (!known && is_full_name(name) && is_full_name(speaker) && !speakers_fit(pieces[i], common)) {
      others.push_back(name);
    }
  }
  return others;
}

// The letters and digits without blanks and marks, but for decimal points: what two renderings must
// share to be one reading. "air base" and "airbase" are a matter of typography, 1.5 and 15 are not.
std::string plain_letters(const Piece& piece) {
  std::string plain;
  for (const std::string& word : piece.words) {
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool in_number = i > 0 && i + 1 < word.size() && is_ascii_digit(word[i - 1]) &&
                             is_ascii_digit(word[i + 1]);
      const bool mark = word[i] == '\'' || word[i] == ',' || word[i] == '.';
      if (!mark || (in_number && word[i] == '.')) plain += word[i];
    }
  }
  return plain;
}

Quote quote_of(const StoryView& story, const std::vector<Piece>& pieces,
               const std::vector<Index>& group) {
  Quote quote;
  quote.speaker = common_speaker(pieces, group);
  quote.also_given_to = other_speakers(pieces, group, quote.speaker);
  std::map<std::string, QuoteReading> readings;
  for (const Index i : group) {
    QuoteReading& reading = readings[plain_letters(pieces[i])];
    const Mention mention = pieces[i].mention;
    if (reading.mentions.empty()) {
      reading.text = story.articles[mention.article].text(mention.span);
    }
    reading.mentions.push_back(mention);
  }
  for (auto& [words, reading] : readings) quote.readings.push_back(std::move(reading));
  std::stable_sort(quote.readings.begin(), quote.readings.end(),
                   [](const QuoteReading& a, const QuoteReading& b) {
                     if (a.text.size() != b.text.size()) return a.text.size() > b.text.size();
                     return a.mentions.front() < b.mentions.front();
                   });
  quote.verbatim = quote.readings.size() == 1;
  for (QuoteReading& reading : quote.readings) {
    reading.edits = align_words(quote.readings.front().text, reading.text);
  }
  return quote;
}

// Longest common subsequence of two word lists as flags, O(a · b).
void mark_common(const std::vector<Word>& a, const std::vector<Word>& b, std::vector<bool>& in_a,
                 std::vector<bool>& in_b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> best((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      best[i * width + j] = a[i].folded == b[j].folded
                                ? best[(i + 1) * width + j + 1] + 1
                                : std::max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].folded == b[j].folded) {
      in_a[i++] = in_b[j++] = true;
    } else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
}

// A run of words of one kind, as it stands in the text it is from.
struct Run {
  QuoteEdit::Kind kind;
  std::string_view text;
  Span span;
};

void add_word(std::vector<Run>& runs, QuoteEdit::Kind kind, std::string_view text, Span word) {
  if (!runs.empty() && runs.back().kind == kind) {
    runs.back().span.end = word.end;
  } else {
    runs.push_back({kind, text, word});
  }
}

}  // namespace

std::vector<QuoteEdit> align_words(std::string_view base, std::string_view reading) {
  const std::vector<Word> a = words_of(base), b = words_of(reading);
  std::vector<QuoteEdit> edits;
  if (a.size() > kMaxAlignedWords || b.size() > kMaxAlignedWords) {
    return {{QuoteEdit::Kind::changed, std::string(reading)}};
  }
  std::vector<bool> in_a(a.size(), false), in_b(b.size(), false);
  mark_common(a, b, in_a, in_b);
  std::vector<Run> runs;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && !in_a[i]) {
      add_word(runs, QuoteEdit::Kind::omitted, base, a[i++].span);
    } else if (j < b.size() && !in_b[j]) {
      add_word(runs, QuoteEdit::Kind::added, reading, b[j++].span);
    } else {
      add_word(runs, QuoteEdit::Kind::same, reading, b[j].span);
      ++i;
      ++j;
    }
  }
  // The reading's own marks at its end belong to it.
  if (!runs.empty() && runs.back().kind != QuoteEdit::Kind::omitted) {
    runs.back().span.end = static_cast<std::uint32_t>(reading.size());
  }
  for (const Run& run : runs) edits.push_back({run.kind, std::string(cut(run.text, run.span))});
  return edits;
}

std::vector<Quote> group_quotes(const StoryView& story) {
  const std::vector<Piece> pieces = pieces_of(story);
  std::vector<Quote> quotes;
  for (const auto& group : groups_of(pieces)) quotes.push_back(quote_of(story, pieces, group));
  for (std::size_t i = 0; i < quotes.size(); ++i) quotes[i].id = "q" + std::to_string(i + 1);
  return quotes;
}

}  // namespace stemma

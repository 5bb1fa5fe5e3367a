#include "fingerprint/fingerprint.h"

#include <xxhash.h>

#include <algorithm>
#include <limits>

#include "fingerprint/winnowing.h"
#include "fingerprint/words.h"
#include "model/published.h"

namespace stemma {
namespace {

enum class Part : std::uint8_t { title, lead, rest };

void count(std::uint16_t& counter) {
  if (counter < std::numeric_limits<std::uint16_t>::max()) ++counter;
}

// A word of one letter tells nothing, but a Han or Thai letter is a word.
bool is_term(const WordReader& word) {
  return word.is_number() || word.folded().size() >= 3 ||
         static_cast<unsigned char>(word.folded()[0]) >= 0x80U;
}

class TermCounter {
 public:
  void add(const WordReader& word, Part part, bool in_sentence) {
    if (!is_term(word)) return;
    const std::string_view stem = stem_of(word.folded());
    TermCount term;
    term.term = XXH3_64bits(stem.data(), stem.size());
    (part == Part::title ? term.title : part == Part::lead ? term.lead : term.rest) = 1;
    term.names = in_sentence && word.is_capitalized() && !word.begins_sentence() ? 1 : 0;
    term.is_number = word.is_number();
    terms_.push_back(term);
  }

  // Equal terms as one, sorted.
  std::vector<TermCount> take() {
    std::sort(terms_.begin(), terms_.end(),
              [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (kept > 0 && terms_[kept - 1].term == terms_[i].term) {
        TermCount& same = terms_[kept - 1];
        if (terms_[i].title != 0) count(same.title);
        if (terms_[i].lead != 0) count(same.lead);
        if (terms_[i].rest != 0) count(same.rest);
        if (terms_[i].names != 0) count(same.names);
      } else {
        terms_[kept++] = terms_[i];
      }
    }
    terms_.resize(kept);
    terms_.shrink_to_fit();
    return std::move(terms_);
  }

 private:
  std::vector<TermCount> terms_;
};

std::vector<std::uint32_t> hashes_of(const std::vector<WordId>& words) {
  std::vector<std::uint32_t> hashes;
  for (const Print& print : winnow(words)) hashes.push_back(print.hash);
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace

Fingerprint fingerprint(const Article& article) {
  Fingerprint out;
  TermCounter terms;
  const bool titled = article.title && !article.title->empty();
  if (titled) {
    for (WordReader word(*article.title); word.next();) terms.add(word, Part::title, false);
  }
  // Quotations count here: two reports of one speech are one story.
  std::vector<WordId> words;
  for (WordReader word(article.text); words.size() < kMaxWords && word.next();) {
    if (!article.furniture.empty() && article.in_furniture(word.span())) continue;
    if (!titled && words.size() < kTitleWords) terms.add(word, Part::title, false);
    terms.add(word, words.size() < kLeadWords ? Part::lead : Part::rest, true);
    words.push_back(word_id(word.hash(), false));
  }
  out.terms = terms.take();
  out.prints = hashes_of(words);
  if (article.published) {
    if (const auto time = published_time(*article.published)) out.seconds = time->seconds;
  }
  return out;
}

}  // namespace stemma

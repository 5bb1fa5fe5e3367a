#include "collate/units.h"

#include <algorithm>
#include <array>
#include <map>

namespace stemma {
namespace {

constexpr int kMaxHops = 4;               // along heads, looking for a subject
constexpr std::size_t kLeastWords = 2;    // content words of a clause that stands alone
constexpr std::size_t kLongTokens = 400;  // a longer sentence is a table: one unit

bool is_verbal(Pos pos) { return pos == Pos::verb || pos == Pos::aux; }

bool heads_clause(const ArticleView& view, Index i) {
  const Token& token = view.token(i);
  if (token.head == i || token.dep == Dep::root) return true;
  if (!is_verbal(token.pos)) return false;
  if (token.dep == Dep::ccomp) return true;
  const Pos above = view.token(token.head).pos;
  return token.dep == Dep::conj &&
         (is_verbal(above) || above == Pos::noun || above == Pos::adj || above == Pos::adv);
}

bool is_subject(Dep dep) { return dep == Dep::nsubj || dep == Dep::nsubjpass; }

Index subject_of(const ArticleView& view, Index verb) {
  for (int hop = 0; hop <= kMaxHops; ++hop) {
    for (const Index child : view.children[verb]) {
      if (is_subject(view.token(child).dep)) return child;
    }
    const Token& token = view.token(verb);
    if (token.head == verb) return kNone;
    if (token.dep == Dep::relcl || token.dep == Dep::acl || token.dep == Dep::appos) {
      return token.head;
    }
    if (token.dep != Dep::conj && token.dep != Dep::advcl && token.dep != Dep::xcomp &&
        token.dep != Dep::ccomp) {
      return kNone;
    }
    verb = token.head;
  }
  return kNone;
}

bool is_negated(const ArticleView& view, Index head) {
  if (is_denial(view.lemma(head))) return true;
  const auto has_negation = [&](Index i) {
    for (const Index child : view.children[i]) {
      const std::string_view lemma = view.lemma(child);
      if (view.token(child).dep == Dep::neg || lemma == "no" || lemma == "never") return true;
    }
    return false;
  };
  if (has_negation(head)) return true;
  for (const Index child : view.children[head]) {
    const Dep dep = view.token(child).dep;
    if ((is_subject(dep) || dep == Dep::dobj || dep == Dep::attr || dep == Dep::acomp ||
         dep == Dep::xcomp) &&
        has_negation(child)) {
      return true;
    }
  }
  return false;
}

// The clauses of one sentence while they are cut: which token heads the clause of each token.
class Cutter {
 public:
  Cutter(const ArticleView& view, const Sentence& sentence) : view_(view), sentence_(sentence) {}

  std::map<Index, std::vector<Index>> clauses() {
    for (Index i = sentence_.first; i < sentence_.last; ++i) {
      if (view_.token(i).pos != Pos::space) owned_[clause_of(i)].push_back(i);
    }
    give_back_stubs();
    return std::move(owned_);
  }

 private:
  bool inside(Index i) const { return i >= sentence_.first && i < sentence_.last; }

  // The nearest governor that heads a clause. A line's end may cut a sentence from its root: then
  // the last governor inside the line stands for it.
  Index clause_of(Index i) const {
    for (Index steps = sentence_.first; steps < sentence_.last; ++steps) {
      const Index head = view_.token(i).head;
      if (heads_clause(view_, i) || !inside(head)) break;
      i = head;
    }
    return i;
  }

  std::size_t content_words(const std::vector<Index>& tokens) const {
    return static_cast<std::size_t>(std::count_if(
        tokens.begin(), tokens.end(), [&](Index i) { return view_.stems[i] != kNoStem; }));
  }

  void give_back_stubs() {
    std::vector<Index> heads;
    for (const auto& [head, tokens] : owned_) heads.push_back(head);
    std::stable_sort(heads.begin(), heads.end(),
                     [&](Index a, Index b) { return owned_[a].size() < owned_[b].size(); });
    for (const Index head : heads) {
      const Index above = view_.token(head).head;
      if (above == head || !inside(above) || content_words(owned_[head]) >= kLeastWords) continue;
      Index governor = clause_of(above);
      for (int hop = 0; hop < kMaxHops && !owned_.contains(governor); ++hop) {
        const Index next = view_.token(governor).head;
        if (!inside(next) || next == governor) break;
        governor = clause_of(next);
      }
      if (governor == head || !owned_.contains(governor)) continue;
      auto stub = owned_.extract(head);
      std::vector<Index>& tokens = owned_[governor];
      tokens.insert(tokens.end(), stub.mapped().begin(), stub.mapped().end());
      std::sort(tokens.begin(), tokens.end());
    }
  }

  const ArticleView& view_;
  const Sentence& sentence_;
  std::map<Index, std::vector<Index>> owned_;
};

bool is_mark(const ArticleView& view, Index i) { return view.token(i).pos == Pos::punct; }

bool is_quotation_mark(std::string_view text) {
  return text == "\"" || text == "“" || text == "”" || text == "''" || text == "``";
}

// The longest run of own tokens with nothing but punctuation between, trimmed of marks.
Span longest_run(const ArticleView& view, const std::vector<Index>& tokens) {
  struct Run {
    std::size_t first, last, words;
  };
  std::vector<Run> runs;
  for (std::size_t n = 0; n < tokens.size(); ++n) {
    bool joins = !runs.empty();
    if (joins) {
      for (Index i = tokens[n - 1] + 1; i < tokens[n] && joins; ++i) {
        joins = is_mark(view, i) || view.token(i).pos == Pos::space;
      }
    }
    if (!joins) runs.push_back({n, n, 0});
    runs.back().last = n;
    runs.back().words += view.stems[tokens[n]] != kNoStem ? 100 : 1;
  }
  if (runs.empty()) return {};
  Run best = *std::max_element(runs.begin(), runs.end(),
                               [](const Run& a, const Run& b) { return a.words < b.words; });
  const auto trimmed = [&](std::size_t n) {
    return is_mark(view, tokens[n]) && !is_quotation_mark(view.text(tokens[n]));
  };
  while (best.first < best.last && trimmed(best.first)) ++best.first;
  const auto joins_what_follows = [&](std::size_t n) {  // "…, and"
    return view.token(tokens[n]).pos == Pos::cconj;
  };
  while (best.last > best.first && (trimmed(best.last) || joins_what_follows(best.last)))
    --best.last;
  return {view.token(tokens[best.first]).span.begin, view.token(tokens[best.last]).span.end};
}

std::vector<Index> lent_subject(const ArticleView& view, Index head,
                                const std::vector<Index>& own) {
  const Index subject = subject_of(view, head);
  if (subject == kNone || std::binary_search(own.begin(), own.end(), subject)) return {};
  std::vector<Index> lent = {subject};
  for (const Index child : view.children[subject]) {
    const Dep dep = view.token(child).dep;
    if (dep == Dep::compound || dep == Dep::amod || dep == Dep::poss || dep == Dep::nummod) {
      lent.push_back(child);
    }
  }
  std::sort(lent.begin(), lent.end());
  return lent;
}

Unit whole_sentence(const ArticleView& view, const Sentence& sentence, Index number) {
  Unit unit;
  unit.article = sentence.article;
  unit.sentence = number;
  unit.span = sentence.span;
  unit.head = sentence.first;
  for (Index i = sentence.first; i < sentence.last; ++i) unit.tokens.push_back(i);
  for (const Index i : unit.tokens) {
    if (view.token(i).dep == Dep::root) unit.head = i;
  }
  return unit;
}

void cut_sentence(const StoryView& story, Index number, std::vector<Unit>& units) {
  const Sentence& sentence = story.sentences[number];
  const ArticleView& view = story.article_of(sentence);
  if (sentence.last - sentence.first > kLongTokens) {
    units.push_back(whole_sentence(view, sentence, number));
    return;
  }
  const auto clauses = Cutter(view, sentence).clauses();
  const std::size_t first = units.size();
  for (const auto& [head, tokens] : clauses) {
    const bool bare_verb = std::none_of(tokens.begin(), tokens.end(), [&, own = head](Index i) {
      return i != own && view.stems[i] != kNoStem;
    });
    if (bare_verb && clauses.size() > 1) continue;
    Unit unit;
    unit.article = sentence.article;
    unit.sentence = number;
    unit.span = longest_run(view, tokens);
    unit.head = head;
    unit.lent = lent_subject(view, head, tokens);
    unit.negated = is_negated(view, head);
    unit.tokens = tokens;
    if (!unit.span.empty()) units.push_back(std::move(unit));
  }
  std::sort(units.begin() + static_cast<std::ptrdiff_t>(first), units.end(),
            [](const Unit& a, const Unit& b) { return a.span < b.span; });
}

}  // namespace

bool is_denial(std::string_view lemma) {
  static constexpr std::array<std::string_view, 7> kDenials = {
      "contradict", "deny", "dispute", "rebut", "refute", "reject", "repudiate"};
  return std::binary_search(kDenials.begin(), kDenials.end(), lemma);
}

std::vector<Unit> units_of(const StoryView& story) {
  std::vector<Unit> units;
  for (Index i = 0; i < story.sentences.size(); ++i) cut_sentence(story, i, units);
  return units;
}

}  // namespace stemma

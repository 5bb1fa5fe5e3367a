#include "annotate/quoted_speech.h"

#include <algorithm>

namespace stemma {
namespace {

using Range = Annotations::Range;

// How far from a quotation its cue may stand, in tokens.
constexpr Index kMaxGapTokens = 40;

// How much text may lie between two quotations of which the second has no speaker of its own.
constexpr std::uint32_t kMaxSilence = 600;

bool ends_sentence(std::string_view word) {
  return word == "." || word == "?" || word == "!" || word == ";";
}

bool is_sayer(const SyntaxView& s, Index verb) {
  const std::string_view lemma = s.lemma(verb);
  return is_manner_of_speech(lemma) || verb_cue(lemma) == CueClass::speak ||
         verb_cue(lemma) == CueClass::ask || verb_cue(lemma) == CueClass::order;
}

class Reader {
 public:
  Reader(const SyntaxView& syntax, const std::vector<QuoteRun>& runs) : s_(syntax), runs_(runs) {}
  std::vector<QuotedSpeech> read();

 private:
  struct Cue {
    Index verb = kNone;
    Source source;
  };

  void read_paragraph(std::size_t first, std::size_t last);
  Range gap_before(std::size_t run) const;
  Range gap_after(std::size_t run) const;
  Cue cue_after(std::size_t run) const;
  Cue cue_before(std::size_t run) const;
  Cue colon_before(std::size_t run, Range gap) const;
  Cue with_source(Index verb, Range gap) const;
  Source phrase_in(Range range, Index verb) const;
  bool is_utterance(std::size_t run) const;
  char last_char(const QuoteRun& run) const {
    const std::string_view inner = cut(s_.text(), run.inner);
    return inner.empty() ? ' ' : inner.back();
  }

  const SyntaxView& s_;
  const std::vector<QuoteRun>& runs_;
  std::vector<QuotedSpeech> found_;
};

// Tokens between the run before (or the paragraph's start) and this run.
Range Reader::gap_before(std::size_t run) const {
  std::uint32_t begin = runs_[run].paragraph.begin;
  if (run > 0 && runs_[run - 1].paragraph == runs_[run].paragraph) begin = runs_[run - 1].span.end;
  if (begin >= runs_[run].span.begin) return {};
  Range gap = s_.annotations().tokens_in({begin, runs_[run].span.begin});
  if (gap.last - gap.first > kMaxGapTokens) gap.first = gap.last - kMaxGapTokens;
  return gap;
}

Range Reader::gap_after(std::size_t run) const {
  std::uint32_t end = runs_[run].paragraph.end;
  if (run + 1 < runs_.size() && runs_[run + 1].paragraph == runs_[run].paragraph) {
    end = runs_[run + 1].span.begin;
  }
  if (end <= runs_[run].span.end) return {};
  Range gap = s_.annotations().tokens_in({runs_[run].span.end, end});
  if (gap.last - gap.first > kMaxGapTokens) gap.last = gap.first + kMaxGapTokens;
  return gap;
}

// The noun phrase that fills a range up to the verb, where the parse gives no subject.
Source Reader::phrase_in(Range range, Index verb) const {
  range = trimmed(s_, range);
  for (Index t = range.first; t < range.last; ++t) {
    if (t == verb || !s_.is_nominal(t) || s_.in_long_tree(t)) continue;
    Index head = t;
    while (s_.head(head) != head && s_.head(head) >= range.first && s_.head(head) < range.last &&
           s_.head(head) != verb && s_.is_nominal(s_.head(head))) {
      head = s_.head(head);
    }
    return {head, range};
  }
  return {};
}

Reader::Cue Reader::with_source(Index verb, Range gap) const {
  Source source = source_of(s_, verb);
  const auto inside = [&](Range r) { return r.first >= gap.first && r.last <= gap.last; };
  const Index own = s_.child(verb, {Dep::nsubj});
  if (source.head != kNone && (own == kNone || inside(source.tokens))) return {verb, source};
  const Range group = verb_group(s_, verb);
  if (source = phrase_in({gap.first, group.first}, verb); source.head != kNone) {
    return {verb, source};
  }
  Index last = group.last;
  while (last < gap.last && !s_.is_punct(last) && !s_.is_verbal(last)) ++last;
  return {verb, phrase_in({group.last, last}, verb)};
}

Reader::Cue Reader::cue_after(std::size_t run) const {
  const Range gap = gap_after(run);
  const char stop = last_char(runs_[run]);
  Index first = gap.first;
  while (first < gap.last && s_.is_space(first)) ++first;
  const bool comma_follows = first < gap.last && s_.word(first) == ",";
  Index main = kNone;
  for (Index t = first; t < gap.last; ++t) {
    if (ends_sentence(s_.word(t))) break;
    if (s_.in_long_tree(t)) return {};
    if (!s_.is_verbal(t) || s_.is(t, {Dep::aux, Dep::auxpass})) continue;
    const bool aside = s_.is(t, {Dep::relcl, Dep::acl, Dep::advcl, Dep::pcomp}) && t != first;
    if (aside && !(is_sayer(s_, t) && s_.lemma(t) == "say")) continue;
    main = t;
    break;
  }
  if (main == kNone || !is_sayer(s_, main)) return {};
  const Range group = verb_group(s_, main);
  const Cue cue = with_source(main, gap);
  // The cue's clause must begin where the quotation ends.
  Index begin = group.first;
  if (cue.source.head != kNone && cue.source.tokens.first >= gap.first) {
    begin = std::min(begin, cue.source.tokens.first);
  }
  for (Index t = first; t < begin; ++t) {
    if (!s_.is_punct(t) && s_.pos(t) != Pos::adv && s_.pos(t) != Pos::det) return {};
  }
  if (stop != ',' && !comma_follows) {
    // After a full stop a new sentence starts, unless it is only the cue.
    const bool lower = begin < s_.size() && is_ascii_lower(s_.word(begin).front());
    if (!lower && (stop == '.' || s_.child(main, {Dep::ccomp, Dep::xcomp}) != kNone)) return {};
    if (stop != '?' && stop != '!' && !lower && stop != '-') return {};
  }
  return cue;
}

// "Lind: “No deal”"
Reader::Cue Reader::colon_before(std::size_t run, Range gap) const {
  if (s_.is_punct(gap.last - 1) && gap.last - gap.first <= 8) {
    Source source = phrase_in({gap.first, gap.last - 1}, kNone);
    if (source.head != kNone && s_.pos(source.head) == Pos::propn &&
        gap.first == s_.annotations().tokens_in(runs_[run].paragraph).first) {
      return {gap.last - 1, source};
    }
  }
  return {};
}

Reader::Cue Reader::cue_before(std::size_t run) const {
  const Range gap = gap_before(run);
  if (gap.empty()) return {};
  Index last = gap.last;
  while (last > gap.first && s_.is_space(last - 1)) --last;
  if (last == gap.first) return {};
  const std::string_view end = s_.word(last - 1);
  const bool led = end == "," || end == ":" || end == "—" || end == "-" || end == "–";
  for (Index t = last; t-- > gap.first;) {
    if (ends_sentence(s_.word(t))) break;
    if (s_.in_long_tree(t)) return {};
    if (!s_.is_verbal(t) || s_.is(t, {Dep::aux, Dep::auxpass})) continue;
    if (!is_sayer(s_, t)) {
      if (led && s_.is(t, {Dep::relcl, Dep::acl, Dep::advcl, Dep::pcomp, Dep::xcomp})) continue;
      break;
    }
    if (!led && t + 1 != last) return {};
    return with_source(t, gap);
  }
  if (end == ":") return colon_before(run, {gap.first, last});
  return {};
}

bool Reader::is_utterance(std::size_t run) const {
  return use_of(s_.text(), runs_[run]) == QuoteUse::speech;
}

void Reader::read_paragraph(std::size_t first, std::size_t last) {
  Index current = kNone;      // the speech of this paragraph that quotations join
  std::vector<Span> waiting;  // utterances before the first cue
  for (std::size_t run = first; run < last; ++run) {
    if (!is_utterance(run)) continue;
    Cue cue = cue_after(run);
    const char* rule = "quotation, cue after it";
    if (cue.verb == kNone) {
      cue = cue_before(run);
      rule = "quotation, cue before it";
    }
    // A cue between two runs serves both: “We waited,” Osei said, “and no one came.”
    if (cue.verb != kNone && current != kNone && found_[current].cue == cue.verb) {
      found_[current].runs.push_back(runs_[run].span);
      continue;
    }
    if (cue.verb != kNone) {
      QuotedSpeech speech;
      speech.cue = cue.verb;
      speech.cue_tokens =
          s_.is_verbal(cue.verb) ? verb_group(s_, cue.verb) : Range{cue.verb, cue.verb + 1};
      speech.source = cue.source.head;
      speech.source_tokens = cue.source.tokens;
      speech.rule = rule;
      speech.runs = std::move(waiting);
      waiting.clear();
      speech.runs.push_back(runs_[run].span);
      current = static_cast<Index>(found_.size());
      found_.push_back(std::move(speech));
      continue;
    }
    // Part of a clause ("called it “a complete and total farce” …") unless it is a sentence.
    const Range gap = gap_before(run);
    Index before = gap.last;
    while (before > gap.first && s_.is_space(before - 1)) --before;
    const bool starts_sentence =
        before == gap.first || ends_sentence(s_.word(before - 1)) || gap.empty();
    if (!starts_sentence) continue;
    if (current != kNone) {
      found_[current].runs.push_back(runs_[run].span);
    } else {
      waiting.push_back(runs_[run].span);
    }
  }
  if (waiting.empty()) return;
  QuotedSpeech speech;
  speech.rule = "quotation, speaker of the one before";
  if (!found_.empty() && waiting.front().begin - found_.back().runs.back().end < kMaxSilence) {
    const Index before = found_.back().inherits;
    speech.inherits = before != kNone ? before : static_cast<Index>(found_.size() - 1);
  }
  speech.runs = std::move(waiting);
  found_.push_back(std::move(speech));
}

std::vector<QuotedSpeech> Reader::read() {
  for (std::size_t first = 0; first < runs_.size();) {
    std::size_t last = first;
    while (last < runs_.size() && runs_[last].paragraph == runs_[first].paragraph) ++last;
    read_paragraph(first, last);
    first = last;
  }
  return std::move(found_);
}

}  // namespace

std::vector<QuotedSpeech> find_quoted_speech(const SyntaxView& syntax,
                                             const std::vector<QuoteRun>& runs) {
  return Reader(syntax, runs).read();
}

}  // namespace stemma

#include "annotate/spacy/attribute_ruler.h"

#include <fmt/format.h>

#include <algorithm>

namespace stemma::spacy {
namespace {

constexpr std::size_t kMaxRegexes = 32;

std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << i; }

tl::unexpected<Error> unknown(std::string_view what) {
  return failure(Fault::model, fmt::format("the attribute ruler has {}", what));
}

std::uint32_t number_of(std::vector<std::string>& texts, std::string_view text) {
  const auto found = std::find(texts.begin(), texts.end(), text);
  if (found == texts.end()) texts.emplace_back(text);
  return static_cast<std::uint32_t>(std::find(texts.begin(), texts.end(), text) - texts.begin());
}

}  // namespace

std::optional<std::uint8_t> Names::add(std::string_view name) {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found != names_.end()) return static_cast<std::uint8_t>(found - names_.begin());
  if (names_.size() == kMaxNames) return std::nullopt;
  names_.emplace_back(name);
  return static_cast<std::uint8_t>(names_.size() - 1);
}

/// Reads the rules. An operator or a key that is not known here is refused by its name.
class AttributeRuler::Loader {
 public:
  Loader(AttributeRuler& ruler, Names& tags, Names& deps)
      : ruler_(ruler), tags_(tags), deps_(deps) {}

  Result<void> rule(const MsgpackView& rule) {
    const MsgpackView* patterns = rule.find("patterns");
    const MsgpackView* attributes = rule.find("attrs");
    const auto target = rule.number("index");
    if (patterns == nullptr || attributes == nullptr || !target) return unknown("a broken rule");
    const auto number = static_cast<std::uint32_t>(ruler_.effects_.size());
    auto effect = effect_of(*attributes);
    if (!effect) return tl::unexpected(effect.error());
    ruler_.effects_.push_back(*effect);
    for (const MsgpackView& pattern : patterns->items) {
      Sequence sequence{number, static_cast<std::uint32_t>(*target), {}};
      for (const MsgpackView& token : pattern.items) {
        auto condition = condition_of(token);
        if (!condition) return tl::unexpected(condition.error());
        sequence.conditions.push_back(std::move(*condition));
      }
      if (*target >= sequence.conditions.size()) return unknown("a rule without a target");
      ruler_.sequences_.push_back(std::move(sequence));
    }
    return {};
  }

 private:
  Result<Effect> effect_of(const MsgpackView& attributes) {
    Effect effect;
    for (const auto& [key, value] : attributes.members) {
      const std::string_view text = value.bytes;
      if (key.bytes == "TAG") {
        effect.tag = tags_.add(text);
        if (!effect.tag) return unknown("too many tags");
      } else if (key.bytes == "DEP") {
        effect.dep = deps_.add(text);
        if (!effect.dep) return unknown("too many labels");
      } else if (key.bytes == "POS") {
        effect.pos = pos_named(text);
        if (!effect.pos) return unknown(fmt::format("the part of speech '{}'", text));
      } else if (key.bytes == "MORPH") {
        effect.morph = number_of(ruler_.morphs_, text == "_" ? "" : text);
      } else if (key.bytes == "LEMMA") {
        effect.lemma = number_of(ruler_.lemmas_, text);
      } else {
        return unknown(fmt::format("the attribute '{}'", key.bytes));
      }
    }
    return effect;
  }

  Result<Condition> condition_of(const MsgpackView& token) {
    Condition condition;
    for (const auto& [key, value] : token.members) {
      Result<void> read;
      if (key.bytes == "TAG") {
        read = names(value, tags_, condition.tags);
      } else if (key.bytes == "DEP") {
        read = names(value, deps_, condition.deps);
      } else if (key.bytes == "LOWER") {
        read = words(value, condition);
      } else if (key.bytes == "IS_SPACE" && value.is(MsgpackView::Kind::boolean)) {
        condition.on_blanks = value.boolean;
        condition.on_words = !value.boolean;
      } else {
        return unknown(fmt::format("a condition on '{}'", key.bytes));
      }
      if (!read) return tl::unexpected(read.error());
    }
    return condition;
  }

  // A name, {"IN": [names]} or {"NOT_IN": [names]}.
  static Result<void> names(const MsgpackView& value, Names& known, std::uint64_t& set) {
    const MsgpackView* in = value.find("IN");
    const MsgpackView* not_in = value.find("NOT_IN");
    std::uint64_t named = 0;
    const auto add = [&](std::string_view name) {
      if (name.empty()) return true;  // every token has a tag and a label
      const auto number = known.add(name);
      if (number) named |= bit(*number);
      return number.has_value();
    };
    bool room = true;
    if (value.is(MsgpackView::Kind::text)) {
      room = add(value.bytes);
    } else if (value.members.size() == 1 && (in != nullptr || not_in != nullptr)) {
      for (const MsgpackView& name : (in != nullptr ? in : not_in)->items) {
        room = room && add(name.bytes);
      }
    } else {
      return unknown("an operator on tags or labels");
    }
    if (!room) return unknown("too many names");
    set = not_in != nullptr ? ~named : named;
    return {};
  }

  // A word, {"IN": [words]} or {"REGEX": pattern}.
  Result<void> words(const MsgpackView& value, Condition& condition) {
    if (value.is(MsgpackView::Kind::text)) {
      condition.literals.push_back(literal(value.bytes));
      return {};
    }
    const MsgpackView* in = value.find("IN");
    const auto regex = value.text("REGEX");
    if (value.members.size() != 1 || (in == nullptr && !regex)) {
      return unknown("an operator on words");
    }
    if (regex) {
      auto pattern = Pattern::compile(*regex);
      if (!pattern) return tl::unexpected(pattern.error());
      if (ruler_.regexes_.size() == kMaxRegexes) return unknown("too many regular expressions");
      condition.regexes = static_cast<std::uint32_t>(bit(ruler_.regexes_.size()));
      ruler_.regexes_.push_back(std::move(*pattern));
      return {};
    }
    for (const MsgpackView& word : in->items) condition.literals.push_back(literal(word.bytes));
    return {};
  }

  std::uint32_t literal(std::string_view word) {
    return ruler_.literals_
        .try_emplace(std::string(word), static_cast<std::uint32_t>(ruler_.literals_.size() + 1))
        .first->second;
  }

  AttributeRuler& ruler_;
  Names& tags_;
  Names& deps_;
};

bool AttributeRuler::Condition::accepts(const RuledToken& token) const {
  return (tags & bit(token.tag)) != 0 && (deps & bit(token.dep)) != 0 &&
         (token.blank ? on_blanks : on_words) && (token.word.regexes & regexes) == regexes &&
         (literals.empty() ||
          std::find(literals.begin(), literals.end(), token.word.literal) != literals.end());
}

void AttributeRuler::index(std::uint32_t number) {
  const Sequence& sequence = sequences_[number];
  const Condition& target = sequence.conditions[sequence.target];
  for (const std::uint32_t literal : target.literals) by_literal_[literal].push_back(number);
  if (!target.literals.empty()) return;
  for (std::size_t i = 0; i < regexes_.size(); ++i) {
    if ((target.regexes & bit(i)) != 0) by_regex_[i].push_back(number);
  }
  if (target.regexes != 0) return;
  for (std::size_t tag = 0; tag < by_tag_.size(); ++tag) {
    if ((target.tags & bit(tag)) != 0) by_tag_[tag].push_back(number);
  }
}

Result<AttributeRuler> AttributeRuler::load(const MsgpackView& rules, Names& tags, Names& deps) {
  AttributeRuler ruler;
  Loader loader(ruler, tags, deps);
  for (const MsgpackView& rule : rules.items) {
    if (auto loaded = loader.rule(rule); !loaded) return tl::unexpected(loaded.error());
  }
  ruler.by_literal_.resize(ruler.literals_.size() + 1);
  ruler.by_regex_.resize(ruler.regexes_.size());
  ruler.by_tag_.resize(Names::kMaxNames);
  for (std::uint32_t i = 0; i < ruler.sequences_.size(); ++i) ruler.index(i);
  return ruler;
}

WordClass AttributeRuler::classify(std::string_view lower, PatternScratch& scratch) const {
  WordClass word;
  if (const auto found = literals_.find(lower); found != literals_.end()) {
    word.literal = found->second;
  }
  for (std::size_t i = 0; i < regexes_.size(); ++i) {
    if (regexes_[i].search(lower, scratch)) word.regexes |= static_cast<std::uint32_t>(bit(i));
  }
  return word;
}

Analysis AttributeRuler::analyse(std::span<const RuledToken> tokens, std::size_t at,
                                 Scratch& scratch) const {
  const RuledToken& token = tokens[at];
  auto& hits = scratch.hits;
  hits.clear();
  const auto try_all = [&](const std::vector<std::uint32_t>& candidates) {
    for (const std::uint32_t i : candidates) {
      const Sequence& sequence = sequences_[i];
      const std::size_t size = sequence.conditions.size();
      if (sequence.target > at || at - sequence.target + size > tokens.size()) continue;
      bool holds = true;
      for (std::size_t k = 0; k < size && holds; ++k) {
        holds = sequence.conditions[k].accepts(tokens[at - sequence.target + k]);
      }
      if (holds) hits.push_back(sequence.rule);
    }
  };
  try_all(by_tag_[token.tag]);
  if (token.word.literal != 0) try_all(by_literal_[token.word.literal]);
  for (std::uint32_t rest = token.word.regexes; rest != 0; rest &= rest - 1) {
    try_all(by_regex_[static_cast<std::size_t>(__builtin_ctz(rest))]);
  }
  std::sort(hits.begin(), hits.end());

  Analysis analysis{token.tag, token.dep, Pos::none, 0, std::nullopt};
  for (const std::uint32_t rule : hits) {
    const Effect& effect = effects_[rule];
    if (effect.tag) analysis.tag = *effect.tag;
    if (effect.dep) analysis.dep = *effect.dep;
    if (effect.pos) analysis.pos = *effect.pos;
    if (effect.morph) analysis.morph = *effect.morph;
    if (effect.lemma) analysis.lemma = effect.lemma;
  }
  return analysis;
}

AttributeRuler::Outcomes AttributeRuler::outcomes() const {
  Outcomes outcomes;
  for (const Effect& effect : effects_) {
    if (effect.tag) outcomes.tags |= bit(*effect.tag);
    if (effect.dep) outcomes.deps |= bit(*effect.dep);
    if (effect.pos) outcomes.pos.push_back(*effect.pos);
  }
  std::sort(outcomes.pos.begin(), outcomes.pos.end());
  outcomes.pos.erase(std::unique(outcomes.pos.begin(), outcomes.pos.end()), outcomes.pos.end());
  return outcomes;
}

}  // namespace stemma::spacy

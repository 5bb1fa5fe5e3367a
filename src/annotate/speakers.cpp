#include "annotate/speakers.h"

#include <algorithm>

#include "annotate/cue_frames.h"
#include "annotate/cue_lexicon.h"
#include "annotate/names.h"

namespace stemma {
namespace {

constexpr std::size_t kMemory = 40;  // sources looked back over for a pronoun

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

std::string_view without_possessive(std::string_view name) {
  if (name.ends_with("'s")) name.remove_suffix(2);
  if (name.ends_with("’s")) name.remove_suffix(4);
  return name;
}

std::size_t words_in(std::string_view name) {
  return 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
}

bool is_fuller(std::string_view a, std::string_view b) {
  return words_in(a) != words_in(b) ? words_in(a) > words_in(b) : a.size() > b.size();
}

// A body that speaks is known by its description: "the country's ruling junta".
bool is_body(std::string_view lemma) {
  for (const std::string_view body :
       {"government",   "ministry",     "agency",     "department", "company",  "firm",
        "organization", "organisation", "campaign",   "committee",  "party",    "administration",
        "union",        "court",        "junta",      "police",     "military", "army",
        "television",   "media",        "team",       "council",    "board",    "university",
        "association",  "federation",   "commission", "parliament", "regime",   "office",
        "bank"}) {
    if (lemma == body) return true;
  }
  return false;
}

bool may_speak(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "NORP" || type == "FAC" ||
         type == "LOC" || type == "PRODUCT" || type == "WORK_OF_ART";
}

}  // namespace

SpeakerResolver::SpeakerResolver(const SyntaxView& syntax) : s_(syntax) {
  const Annotations& a = s_.annotations();
  entity_of_token_.assign(s_.size(), kNone);
  for (Index e = 0; e < a.entities.size(); ++e) {
    const Entity& entity = a.entities[e];
    if (!may_speak(entity.type) || entity.span.size() > kLongestName) continue;
    const auto range = a.tokens_in(entity.span);
    for (Index t = range.first; t < range.last; ++t) entity_of_token_[t] = e;
    const std::string_view name = without_possessive(s_.text(entity.span));
    if (entity.chain != kNone) {
      std::string& best = chain_names_[entity.chain];
      if (best.empty() || is_fuller(name, best)) best = name;
    }
    if (entity.type != "PERSON") continue;
    persons_.push_back(e);
    std::string& best = surname_names_[std::string(last_word(name))];
    if (best.empty() || is_fuller(name, best)) best = name;
  }
}

Index SpeakerResolver::entity_at(Index token) const { return entity_of_token_[token]; }

std::string SpeakerResolver::fullest_of_surname(std::string_view name) const {
  const auto found = surname_names_.find(std::string(last_word(name)));
  // Two people may share a surname: a first name that is given must be the same.
  if (found == surname_names_.end()) return std::string(name);
  if (words_in(name) > 1 && found->second.find(name.substr(0, name.find(' '))) == std::string::npos)
    return std::string(name);
  return found->second;
}

std::string SpeakerResolver::fullest_name(Index entity) const {
  const Entity& e = s_.annotations().entities[entity];
  const std::string name(without_possessive(s_.text(e.span)));
  const auto chained = chain_names_.find(e.chain);
  if (chained != chain_names_.end() && is_fuller(chained->second, name)) return chained->second;
  return e.type == "PERSON" ? fullest_of_surname(name) : name;
}

SpeakerResolver::Gender SpeakerResolver::gender_of(Index source, Index entity) const {
  const auto of_word = [](std::string_view word) {
    for (const char* she : {"Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Lady", "Queen", "Sister",
                            "spokeswoman", "congresswoman", "chairwoman", "woman", "mother",
                            "daughter", "wife", "girl", "actress", "policewoman"}) {
      if (word == she) return Gender::she;
    }
    for (const char* he : {"Mr.", "Mr", "Sir", "King", "Father", "spokesman", "congressman",
                           "chairman", "man", "father", "son", "husband", "boy", "actor"}) {
      if (word == he) return Gender::he;
    }
    return Gender::unknown;
  };
  if (entity != kNone) {
    const auto range = s_.annotations().tokens_in(s_.annotations().entities[entity].span);
    for (Index t = range.first > 0 ? range.first - 1 : 0; t < range.last; ++t) {
      if (const Gender g = of_word(s_.word(t)); g != Gender::unknown) return g;
    }
  }
  return of_word(s_.lemma(source));
}

SpeakerResolver::Known SpeakerResolver::named(Index entity, Index source) const {
  Known known;
  const Entity& e = s_.annotations().entities[entity];
  known.speaker.name = fullest_name(entity);
  known.person = e.type == "PERSON";
  known.gender = gender_of(source, entity);
  known.head = if_short(s_.lemma(source));
  known.at = source;
  return known;
}

// The latest source before the token that agrees, else null.
const SpeakerResolver::Known* SpeakerResolver::latest(Index before, Gender gender, bool person,
                                                      bool plural) const {
  std::size_t looked = 0;
  for (auto k = known_.rbegin(); k != known_.rend() && looked < kMemory; ++k, ++looked) {
    if (k->at >= before || k->plural != plural) continue;
    if (person && !k->person) continue;
    if (gender != Gender::unknown && k->gender != Gender::unknown && k->gender != gender) continue;
    return &*k;
  }
  return nullptr;
}

SpeakerResolver::Known SpeakerResolver::last_person_before(Index token) const {
  const auto& entities = s_.annotations().entities;
  const std::uint32_t byte = s_[token].span.begin;
  const auto after = std::partition_point(persons_.begin(), persons_.end(),
                                          [&](Index e) { return entities[e].span.begin < byte; });
  // A subject of the last sentences is likelier meant than the last name.
  std::size_t looked = 0;
  Index best = kNone;
  for (auto e = after; e != persons_.begin() && looked < 6; ++looked) {
    --e;
    const auto range = s_.annotations().tokens_in(entities[*e].span);
    if (best == kNone) best = *e;
    if (!range.empty() && s_.is(range.last - 1, {Dep::nsubj, Dep::nsubjpass})) {
      best = *e;
      break;
    }
  }
  if (best == kNone) return {};
  const auto range = s_.annotations().tokens_in(entities[best].span);
  return named(best, range.empty() ? token : range.last - 1);
}

SpeakerResolver::Known SpeakerResolver::pronoun(Index source, Annotations::Range tokens) const {
  const bool he = s_.is_word(source, "he"), she = s_.is_word(source, "she");
  if (he || she) {
    const Gender gender = he ? Gender::he : Gender::she;
    Known named_before = last_person_before(source);
    const Known* spoke = latest(source, gender, true, false);
    const bool agrees = !named_before.speaker.name.empty() &&
                        (named_before.gender == Gender::unknown || named_before.gender == gender);
    // A source of this gender, unless another person has been the subject since.
    Known result = spoke != nullptr && (!agrees || spoke->at >= named_before.at)
                       ? *spoke
                       : (agrees ? named_before : Known{});
    if (result.speaker.name.empty() && spoke != nullptr) result = *spoke;
    result.gender = gender;
    result.person = true;
    result.at = source;
    return result;
  }
  if (s_.is_word(source, "they") || s_.is_word(source, "it")) {
    const bool plural = s_.is_word(source, "they");
    if (const Known* spoke = latest(source, Gender::unknown, false, plural);
        spoke != nullptr && (plural || !spoke->person)) {
      Known result = *spoke;
      result.at = source;
      return result;
    }
  }
  if (s_.is_word(source, "who") || s_.is_word(source, "which")) {
    // The relative clause hangs on its antecedent.
    Index at = source;
    for (int step = 0; step < 4 && !s_.is_root(at); ++step) {
      if (s_.dep(at) == Dep::relcl) {
        const Index noun = s_.head(at);
        if (entity_at(noun) != kNone) return named(entity_at(noun), noun);
        return description(noun, {s_[noun].left_edge, noun + 1});
      }
      at = s_.head(at);
    }
  }
  Known known;
  known.speaker.name = if_short(s_.text(s_.span_of(tokens)));
  known.at = source;
  return known;
}

SpeakerResolver::Known SpeakerResolver::description(Index source, Annotations::Range tokens) const {
  Known known;
  known.at = source;
  known.head = if_short(s_.lemma(source));
  known.plural = s_.tag(source) == "NNS" || s_.tag(source) == "NNPS";
  known.person = is_speaker_noun(known.head) && !known.plural;
  known.gender = gender_of(source, kNone);
  const bool definite = !tokens.empty() && s_.is_word(tokens.first, "the");
  if (definite && tokens.last - tokens.first <= 3) {
    std::size_t looked = 0;
    for (auto k = known_.rbegin(); k != known_.rend() && looked < kMemory; ++k, ++looked) {
      if (k->head == known.head && k->plural == known.plural) {
        known.speaker = k->speaker;
        return known;
      }
    }
  }
  // "officials who saw the plan" and "the officials" are the same people.
  Annotations::Range words = short_phrase(s_, source);
  words.first = std::max(words.first, tokens.first);
  words.last = std::min(words.last, tokens.last);
  known.speaker.name = if_short(s_.text(s_.span_of(words.empty() ? tokens : words)));
  known.speaker.anonymous =
      s_.pos(source) != Pos::propn && !is_document_noun(known.head) && !is_body(known.head);
  return known;
}

Speaker SpeakerResolver::resolve(Index source, Annotations::Range tokens) {
  if (source == kNone || tokens.empty()) return {};
  Index entity = entity_at(source);
  Index head = source;
  if (entity == kNone) {
    // "the aide, Ana Ruiz": the name stands in apposition.
    const Index apposed = s_.child(source, {Dep::appos});
    if (apposed != kNone && entity_at(apposed) != kNone &&
        s_.annotations().entities[entity_at(apposed)].type == "PERSON") {
      entity = entity_at(apposed);
      head = apposed;
    }
  }
  Known known = entity != kNone               ? named(entity, head)
                : s_.pos(source) == Pos::pron ? pronoun(source, tokens)
                                              : description(source, tokens);
  if (entity != kNone) {
    known.head = if_short(s_.lemma(source));
    // Remember a role beside the name, so that "the spokesman" finds it.
    if (const Index role = s_.child(head, {Dep::appos}); role != kNone) {
      known.head = if_short(s_.lemma(role));
    }
  }
  known_.push_back(known);
  return known.speaker;
}

}  // namespace stemma

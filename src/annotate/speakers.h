#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "annotate/syntax.h"

namespace stemma {

/// Who a source is: the fullest name the article has for it, or its own words.
struct Speaker {
  std::string name;
  bool anonymous = false;  ///< a description without a name
};

/// Resolves the sources of one article, which must be given in text order: names by the entity
/// chains (else by surname), pronouns by the latest source that agrees in gender and number, "the
/// official" by the latest source of that head, "who" by its antecedent.
class SpeakerResolver {
 public:
  explicit SpeakerResolver(const SyntaxView& syntax);

  /// `source` is the head of the source and `tokens` its words.
  Speaker resolve(Index source, Annotations::Range tokens);

 private:
  enum class Gender : std::uint8_t { unknown, he, she };
  struct Known {
    Speaker speaker;
    Gender gender = Gender::unknown;
    bool person = false, plural = false;
    std::string head;  // lemma of its head
    Index at = 0;      // token
  };

  Index entity_at(Index token) const;
  std::string fullest_name(Index entity) const;
  std::string fullest_of_surname(std::string_view name) const;
  const Known* latest(Index before, Gender gender, bool person, bool plural) const;
  Known pronoun(Index source, Annotations::Range tokens) const;
  Known description(Index source, Annotations::Range tokens) const;
  Known named(Index entity, Index source) const;
  Known last_person_before(Index token) const;
  Gender gender_of(Index source, Index entity) const;

  const SyntaxView& s_;
  std::vector<Index> entity_of_token_;
  // Both are looked up only, never walked. Chains that came with an article are any numbers.
  std::unordered_map<Index, std::string> chain_names_;
  std::unordered_map<std::string, std::string> surname_names_;
  std::vector<Index> persons_;  // entities of type PERSON in order
  std::vector<Known> known_;
};

}  // namespace stemma

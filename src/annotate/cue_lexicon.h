#pragma once

#include <cstdint>
#include <string_view>

namespace stemma {

/// What a cue does to its content.
enum class CueClass : std::uint8_t {
  none,
  speak,    ///< states it: say, report, according to
  deny,     ///< rejects it: deny, dispute, dismiss
  ask,      ///< asks it: ask whether, wonder
  believe,  ///< holds it: think, expect, know, fear
  intend,   ///< will do it: plan, vow, refuse
  order,    ///< wants it done by others: urge, call on, ban
  praise,   ///< judges it well: support, welcome
  blame,    ///< judges it badly: condemn, accuse
  show,     ///< gives it as evidence: show, suggest, reveal
};
inline constexpr int kCueClasses = 10;

/// Class of a verb's, a noun's, an adjective's lemma as a cue; none where it is not one. O(1).
CueClass verb_cue(std::string_view lemma);
CueClass noun_cue(std::string_view lemma);
CueClass adjective_cue(std::string_view lemma);

/// Reporting words that may stand beside a quotation as its cue although they are no verbs of
/// saying elsewhere: "snap", "laugh", "continue".
bool is_manner_of_speech(std::string_view lemma);

/// Adverbs of hearsay: "reportedly", "allegedly".
bool is_hearsay_adverb(std::string_view lower);

/// Nouns that carry words and are no person: "report", "statement", "email", "lawsuit".
bool is_document_noun(std::string_view lemma);

/// Nouns for people who speak without a name: "official", "spokesman", "resident", "aide".
bool is_speaker_noun(std::string_view lemma);

}  // namespace stemma

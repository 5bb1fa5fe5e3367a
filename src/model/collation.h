#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/annotations.h"

namespace stemma {

/// One place in one article.
struct Mention {
  Index article = 0;  ///< position in the story
  Span span;
  friend auto operator<=>(const Mention&, const Mention&) = default;
};

/// Where a claim's information comes from: a person, a document, an outlet's own reporting.
struct Origin {
  std::string name;               ///< "a senior U.S. defense official", "CBS News (own reporting)"
  std::vector<std::string> via;   ///< the outlets that relay it: "Reuters"
  std::vector<Index> mentions;    ///< indices in the claim's mentions
  std::vector<Mention> evidence;  ///< the words that attribute it, where there are any
  bool attributed = true;         ///< false: an outlet's own reporting
  bool anonymous = false;         ///< a description without a name
};

/// What is stated, and every place that states it.
struct CollatedClaim {
  enum class Status : std::uint8_t { corroborated, single_origin, disputed };
  std::string id;
  std::string text;  ///< the clearest wording, cut from `mentions[clearest]`
  Index clearest = 0;
  Status status = Status::single_origin;
  std::vector<Mention> mentions;  ///< sorted by article, then place
  std::vector<Span> focus;        ///< of each mention, the clause inside it that states the claim
  std::vector<Origin> origins;
  /// How many origins there are: one newsroom's unnamed sources are one where their descriptions
  /// fit, those of different outlets count apart. `unnamed_low` to `unnamed_high` says how many
  /// people that may be.
  std::uint32_t independent_origins = 1;
  std::uint32_t on_record = 0;                      ///< origins with a name
  std::uint32_t unnamed_low = 0, unnamed_high = 0;  ///< anonymous people behind the others
  std::vector<Mention> disputed_by;                 ///< the denial or the incompatible statement
  double weight = 0;                                ///< order of importance: outlets and position
};

/// One value of a fact, and who has it.
struct Reading {
  std::string value;
  std::vector<Mention> mentions;
};

/// One fact told with different values.
struct Variant {
  enum class Kind : std::uint8_t { number, time, name, place, wording };
  enum class Relation : std::uint8_t { agree, differ, conflict };
  std::string id;
  Kind kind = Kind::number;
  std::string about;
  Relation relation = Relation::differ;
  std::vector<Reading> readings;
};

/// A stretch of a quotation's text and how it stands to the fullest reading.
struct QuoteEdit {
  enum class Kind : std::uint8_t { same, added, omitted, changed };
  Kind kind = Kind::same;
  std::string text;  ///< the reading's words; of an omission, the base's words
};

struct QuoteReading {
  std::string text;
  std::vector<Mention> mentions;
  std::vector<QuoteEdit> edits;  ///< against the first reading, word by word
};

/// The renderings of one utterance.
struct Quote {
  std::string id;
  std::string speaker;
  bool verbatim = true;
  std::vector<QuoteReading> readings;        ///< the fullest first
  std::vector<std::string> also_given_to{};  ///< other people to whom reports give the same words
};

struct TimelineEntry {
  std::string time;               ///< ISO 8601, as precise as the texts allow: "2023-07"
  std::string claim;              ///< id, may be empty
  std::vector<Mention> mentions;  ///< on the time expressions
};

/// Who took what from whom.
struct ProvenanceEdge {
  enum class Kind : std::uint8_t { cites, copies, same_outlet };
  std::string
      from;  ///< outlet name; for copies an article id or an agency; for same-outlet an article id
  Index to = 0;  ///< article
  Kind kind = Kind::cites;
  std::vector<Mention> evidence;  ///< for same-outlet without a shared passage none: outlets tell
  bool is_first_known = true;     ///< of copies: whether the texts tell who had the passage first
};

/// A publication date that the story contradicts.
struct DoubtfulDate {
  Index article = 0;
  std::string stated;     ///< what the page says
  std::string stated_by;  ///< which evidence says it
  std::string story;      ///< the day or span that the story speaks for; may be empty
  std::string reason;     ///< one sentence
  std::vector<Mention> evidence;
};

/// What a story's articles say, by whom, and where they differ. Everything is sorted: same input,
/// same collation.
struct Collation {
  std::vector<CollatedClaim> claims;
  std::vector<Variant> variants;
  std::vector<Quote> quotes;
  std::vector<TimelineEntry> timeline;
  std::vector<ProvenanceEdge> provenance;
  std::vector<DoubtfulDate> doubtful_dates;
};

std::string_view name_of(CollatedClaim::Status status);  ///< "single-origin"
std::string_view name_of(Variant::Kind kind);
std::string_view name_of(Variant::Relation relation);
/// The edge in words between its two ends: "cites", "copies", "shares its text with".
std::string_view verb_of(const ProvenanceEdge& edge);
/// "Ana Ruiz, elsewhere given to Boris Kamp"; "speaker unknown".
std::string speakers_of(const Quote& quote);
std::string_view name_of(ProvenanceEdge::Kind kind);  ///< "same-outlet"
std::string_view name_of(QuoteEdit::Kind kind);

}  // namespace stemma

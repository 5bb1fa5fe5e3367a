#pragma once

#include <cstdint>
#include <string_view>

namespace stemma::byline {

/// What a word says in a byline, one bit a kind. A word may have several: "published" opens "by
/// Ann Lee" and "on 3 May".
enum WordKind : std::uint32_t {
  kBy = 1U << 0,         ///< "by", "von", "par"
  kOnlyBy = 1U << 1,     ///< of these, those that begin no name
  kWriting = 1U << 2,    ///< what an author did or is: "written", "text", "Autor"
  kLabel = 1U << 3,      ///< of these, those that a name follows without more: "Author Ann Lee"
  kOther = 1U << 4,      ///< what others did: "photos", "edited", "translation"
  kDating = 1U << 5,     ///< what a date follows: "updated", "publié"
  kSmall = 1U << 6,      ///< what stands between those: "and", "all", "eine"
  kJob = 1U << 7,        ///< "editor", "Redakteurin"
  kJobs = 1U << 8,       ///< several persons': "writers"
  kBeat = 1U << 9,       ///< what stands before a job: "deputy", "political"
  kParticle = 1U << 10,  ///< what is small inside a name: "van", "de"
  kNever = 1U << 11,     ///< what pages say and no name has: "subscribe"
  kRarely = 1U << 12,    ///< what few names have: "more", "guest"
  kLeading = 1U << 13,   ///< small words that lead from a name to something else: "for", "at"
  kCredit = 1U << 14,    ///< of kWriting, those that a colon and a name follow: "text", "Autor"
  kNewsroom = 1U << 15,  ///< those who sign for an outlet: "Redazione"
};

/// The kinds of a word in lower case; 0 for most words, names among them. Looks at the words that
/// begin with the same byte.
std::uint32_t kinds_of(std::string_view word);

}  // namespace stemma::byline

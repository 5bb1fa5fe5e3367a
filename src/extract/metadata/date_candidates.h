#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"
#include "model/article.h"
#include "model/written_date.h"

namespace stemma {

/// How well founded a date is by its place and its labels; lower is better. What a rank starts
/// from, what is added to it, and from where on a date is another kind of witness.
namespace date_rank {
// What is written for machines.
inline constexpr int kLinkedData = 10, kMeta = 12, kProperty = 14, kAddress = 15;
inline constexpr int kPublishedTime = 16,
                     kLesserMeta = 18;  // <time> in an element whose class says "published"
inline constexpr int kMachine = 20;     // below it, all of the above
// What readers see. A meta element called "date" alone is often that of the template.
inline constexpr int kTime = 20, kVagueMeta = 22, kPublishedElement = 24, kDatedElement = 26;
inline constexpr int kLine = 32;
inline constexpr int kFar = 40;  // from here on it stands far from the headline: no witness
inline constexpr int kUnknownElement = 40, kLineBeforeHeadline = 44;
inline constexpr int kNowhere = 60;  // from here on it is not believed where nothing else is either
// Added.
inline constexpr int kLabelled = -6;       // "Published:" beside a line
inline constexpr int kLongLine = 6;        // more than a date line has
inline constexpr int kBeforeHeadline = 6;  // an element
inline constexpr int kAside = 20;          // in a side bar, comments, a list of other reports
inline constexpr int kNotDating = 20;      // in what is called an event, a comment, a teaser
}  // namespace date_rank

/// One date that a part of a page gives.
struct DateCandidate {
  enum class Source : std::uint8_t { linked_data, meta, element, line, url };
  static constexpr std::size_t kSources = 5;

  WrittenDate date;
  Source source = Source::line;
  int rank = 0;                    ///< date_rank
  bool is_above_headline = false;  ///< without a label, so perhaps the day the page was shown
  bool is_aside = false;           ///< in a side bar, comments, a list of other reports

  std::string source_name() const;  ///< as DateEvidence has it
  bool is_shown() const { return source == Source::element || source == Source::line; }
};

/// All dates of a page, in document order, at most a few hundred of each kind.
struct DateCandidates {
  std::vector<DateCandidate> published, modified;
  std::vector<DateEvidence> unreal;  ///< what is written as a date and is none
  std::optional<Day> url_day;        ///< the day in the address
};

/// Linked data, meta elements, marked-up times, dated lines and the address. Where 03/05/2024 may
/// be either of two days, it is read in the order of the page's country, or as another date of the
/// page has it; where nothing tells, it keeps its other reading. O(page).
DateCandidates date_candidates(const html::Page& page, const Head& head, const LinkedData& data,
                               const std::optional<std::string>& url);

}  // namespace stemma

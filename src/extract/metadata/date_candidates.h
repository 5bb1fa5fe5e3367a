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

/// One date that a part of a page gives.
struct DateCandidate {
  enum class Source : std::uint8_t { linked_data, meta, element, line, url };
  static constexpr std::size_t kSources = 5;
  /// Ranks below are written for machines.
  static constexpr int kMachine = 20;

  WrittenDate date;
  Source source = Source::line;
  int rank = 0;  ///< how well founded it is by its place and its labels; lower is better

  std::string source_name() const;  ///< as DateEvidence has it
  bool is_machine() const { return source == Source::linked_data || source == Source::meta; }
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

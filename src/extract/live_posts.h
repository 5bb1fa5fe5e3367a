#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/body/body.h"
#include "model/article.h"

namespace stemma {

/// A line with nothing but the time of what stands under it.
struct TimeLine {
  std::uint32_t block = 0;  ///< index into Blocks::items
  std::string time;         ///< ISO 8601, or "T20:15" where the line has no day
};

/// The times over a live blog's posts, in the page's order; empty for a page that is none. Three
/// that stand over lines of the article and run one way make a live blog. O(page).
std::vector<TimeLine> time_lines_of(const html::Page& page, const Blocks& blocks, const Body& body);

/// A live blog's posts with their times, in text order: those of the linked data that the text has,
/// else those that stand under a time. `day` (ISO 8601) is the day of a time that has none; with an
/// empty one such posts are left out. O(page).
std::vector<Post> posts_of(const Blocks& blocks, const Body& body, std::string_view text,
                           const LinkedData& data, const std::vector<TimeLine>& times,
                           std::string_view day);

}  // namespace stemma

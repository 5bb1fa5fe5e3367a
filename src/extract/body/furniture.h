#pragma once

#include <cstdint>
#include <string_view>

namespace stemma {

/// What lines that are no article text say. The numbers are those of the labeller's columns.
enum class Furniture : std::uint8_t {
  elsewhere,      ///< "Read more", "Related": other reports
  share,          ///< "Share this", "Follow us"
  appeal,         ///< for a subscription, a registration or money
  advertisement,  ///< "Advertisement", "Story continues below"
  picture,        ///< credits of pictures
  byline,         ///< who wrote it and when
  comments,
  notice,  ///< corrections, credits, where it appeared first
  biography,
  topics,   ///< lists of tags
  consent,  ///< cookies, scripts, privacy
  count_
};
inline constexpr int kFurnitureKinds = static_cast<int>(Furniture::count_);

/// What stands beside the kinds: the line is a label of the page's own and nothing else
/// ("Advertisement", "Partager").
inline constexpr int kFurnitureAlone = kFurnitureKinds;

/// The kinds that a line's first 400 bytes speak of, and whether it is such a label, one bit each,
/// in English most of all. O(length).
std::uint32_t furniture_in(std::string_view line);

}  // namespace stemma

#pragma once

#include "model/article.h"
#include "model/fingerprint.h"

namespace stemma {

/// Terms, prints and time of one article; depends on that article alone. A report tells its event
/// at the top, so only the first kMaxWords words are read. O(words read).
Fingerprint fingerprint(const Article& article);

inline constexpr std::uint32_t kTitleWords = 15;  ///< that stand for a missing title
inline constexpr std::uint32_t kLeadWords = 60;
inline constexpr std::uint32_t kMaxWords = 400;

}  // namespace stemma

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stemma {

/// When an article was published, as far as its ISO 8601 text tells.
struct Published {
  std::int64_t seconds = 0;  ///< since 1970-01-01 UTC; of a bare day, its start
  bool has_time = false;     ///< the text has an hour, not only a day
};

/// "2024-05-03", "2024-05-03T10:08:00Z", "2024-05-03 10:08+02:00"; a time without a zone is UTC.
/// Nothing when it is no such date.
std::optional<Published> published_time(std::string_view iso);

}  // namespace stemma

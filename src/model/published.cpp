#include "model/published.h"

#include "base/text.h"
#include "model/calendar.h"

namespace stemma {
namespace {

constexpr std::size_t kDayBytes = 10;  // "2024-05-03"

// Two digits at the front, taken away; nothing when there are none or they pass the limit.
std::optional<int> take_two(std::string_view& text, int limit) {
  if (text.size() < 2 || !is_ascii_digit(text[0]) || !is_ascii_digit(text[1])) return {};
  const int value = (text[0] - '0') * 10 + (text[1] - '0');
  if (value > limit) return {};
  text.remove_prefix(2);
  return value;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

// "+02:00", "-0500", "Z" or nothing, in seconds east of Greenwich.
std::int64_t zone_of(std::string_view text) {
  const bool east = text.starts_with('+');
  if (!east && !text.starts_with('-')) return 0;
  text.remove_prefix(1);
  const int hours = take_two(text, 14).value_or(0);
  take(text, ':');
  const int minutes = take_two(text, 59).value_or(0);
  return std::int64_t{east ? 1 : -1} * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<Published> published_time(std::string_view iso) {
  const std::optional<Day> day = day_of(iso);
  if (!day || iso.size() < kDayBytes) return {};
  Published out;
  out.seconds = std::int64_t{day->time_since_epoch().count()} * 86400;
  std::string_view rest = iso.substr(kDayBytes);
  if (!take(rest, 'T') && !take(rest, ' ')) return out;
  const std::optional<int> hours = take_two(rest, 24);
  if (!hours) return out;
  out.has_time = true;
  out.seconds += std::int64_t{*hours} * 3600;
  if (take(rest, ':')) out.seconds += std::int64_t{take_two(rest, 59).value_or(0)} * 60;
  if (take(rest, ':')) out.seconds += take_two(rest, 60).value_or(0);
  while (!rest.empty() && (rest[0] == '.' || is_ascii_digit(rest[0]))) rest.remove_prefix(1);
  out.seconds -= zone_of(rest);
  return out;
}

}  // namespace stemma

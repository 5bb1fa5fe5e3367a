#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/metadata/head.h"
#include "model/calendar.h"

namespace stemma {

/// Whether 03/05/2024 begins with the month, and whether anything tells.
struct DayOrder {
  bool month_first = true;
  bool is_known = false;
};

/// By the country that the page's language or og:locale names, or the one its address ends with.
DayOrder day_order_of(const Head& head, const std::optional<std::string>& url);

/// When a web archive took the page that its address shows ("/web/20240503101500/").
std::optional<Day> archived_on(std::string_view url);

/// Why what is written as ISO 8601 writes a date is none; empty for everything else.
std::string why_unreal(std::string_view text);

}  // namespace stemma

#include "extract/metadata/date_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/written_date.h"

namespace stemma {

DayOrder day_order_of(const Head& head, const std::optional<std::string>& url) {
  std::string locale = to_lower(head.language);
  if (locale.size() <= 3) {
    if (const auto stated = head.first({"og:locale"}); stated.size() > 3) locale = to_lower(stated);
  }
  std::replace(locale.begin(), locale.end(), '_', '-');
  if (locale == "en-us" || locale == "en-ph") return {true, true};
  if (!locale.empty() && locale != "en") return {false, true};
  const std::string host = host_of(url.value_or(""));
  const std::string_view top = std::string_view(host).substr(host.rfind('.') + 1);
  for (const std::string_view american : {"us", "gov", "mil", "edu"}) {
    if (top == american) return {true, true};
  }
  // Ends of two letters that outlets of all countries use.
  for (const std::string_view anywhere :
       {"io", "co", "tv", "me", "ai", "fm", "ly", "to", "cc", "ws", "la", "gg", "am", "ca", "ph"}) {
    if (top == anywhere) return {};
  }
  return top.size() == 2 ? DayOrder{false, true} : DayOrder{};
}

std::optional<Day> archived_on(std::string_view url) {
  constexpr std::string_view kMark = "/web/";
  constexpr std::size_t kDayDigits = 8, kDigits = 14;
  if (host_of(url) != "web.archive.org") return std::nullopt;
  const auto at = url.find(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view stamp = url.substr(at + kMark.size(), kDigits);
  if (stamp.size() < kDigits || !std::all_of(stamp.begin(), stamp.end(), is_ascii_digit)) {
    return std::nullopt;
  }
  const auto date = read_date(stamp.substr(0, kDayDigits));
  return date ? std::optional(date->day) : std::nullopt;
}

std::string why_unreal(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  text = trim(text);
  if (text.size() < kShape.size()) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == '-' ? text[i] != '-' : !is_ascii_digit(text[i])) return {};
  }
  const std::string_view year = text.substr(0, 4);
  if (year >= "1990" && year <= "2100") return "there is no such day";
  return fmt::format("no page of the web is of the year {}", year);
}

}  // namespace stemma

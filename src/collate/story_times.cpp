#include "collate/story_times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "base/text.h"
#include "base/utf8.h"
#include "model/calendar.h"

namespace stemma {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

// The fields of a value that are known.
struct Parts {
  std::optional<int> year, month, day, weekday;  // Monday is 1
};

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

int weekday_of(Day day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()); }

Parts parts_of(std::string_view value) {
  Parts parts;
  const std::string_view date = value.substr(0, value.find('T'));
  if (const auto day = day_of(date)) parts.weekday = weekday_of(*day);
  const auto fields = split(date, '-');
  parts.year = number_in(fields[0]);
  if (fields.size() > 1 && fields[1].starts_with('W')) {
    if (fields.size() > 2) parts.weekday = number_in(fields[2]);
    return parts;
  }
  if (fields.size() > 1) parts.month = number_in(fields[1]);
  if (fields.size() > 2) parts.day = number_in(fields[2]);
  return parts;
}

// What the words themselves say of a time whose value rests on a day in doubt.
std::string worded_value(std::string_view words, const std::string& value) {
  const std::string lower = to_lower(words);
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (lower.find(kWeekdays[i]) != std::string::npos) return "XXXX-WXX-" + std::to_string(i + 1);
  }
  for (const Word& word : words_of(words)) {
    const bool is_month = std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
      return word.folded.starts_with(month);
    });
    const std::size_t year = value.find('-');
    if (is_month && year == 4) return "XXXX" + value.substr(year, value.find('T') - year);
  }
  return "";
}

bool is_calendar_value(const std::string& value) {
  if (range_of(value)) return true;
  if (!value.starts_with("XXXX-")) return false;
  const Parts parts = parts_of(value);
  return parts.month || parts.weekday;
}

// The only year that the story's whole values give each month.
std::map<int, int> years_of_months(const std::vector<std::vector<StoryTime>>& times) {
  std::map<int, std::set<int>> years;
  for (const auto& of_article : times) {
    for (const StoryTime& time : of_article) {
      const Parts parts = parts_of(time.value);
      if (parts.year && parts.month) years[*parts.month].insert(*parts.year);
    }
  }
  std::map<int, int> only;
  for (const auto& [month, found] : years) {
    if (found.size() == 1) only[month] = *found.begin();
  }
  return only;
}

}  // namespace

std::vector<std::vector<StoryTime>> story_times(const StoryView& story,
                                                std::span<const DoubtfulDate> doubts) {
  std::vector<std::vector<StoryTime>> all(story.articles.size());
  for (Index article = 0; article < story.articles.size(); ++article) {
    const ArticleView& view = story.articles[article];
    const bool doubted = std::any_of(doubts.begin(), doubts.end(), [&](const DoubtfulDate& doubt) {
      return doubt.article == article && doubt.stated == view.article->published;
    });
    for (Index i = 0; i < view.notes->times.size(); ++i) {
      const Time& time = view.notes->times[i];
      if (time.type != "DATE" && time.type != "TIME") continue;
      if (story.sentence_at(article, time.span.begin) == kNone) continue;
      const std::string value =
          time.doubtful || doubted ? worded_value(view.text(time.span), time.value) : time.value;
      if (is_calendar_value(value)) all[article].push_back({time.span, i, value, time.mod});
    }
  }
  const std::map<int, int> years = years_of_months(all);
  for (auto& of_article : all) {
    for (StoryTime& time : of_article) {
      const Parts parts = parts_of(time.value);
      if (parts.year || !parts.month || !years.contains(*parts.month)) continue;
      time.value.replace(0, 4, std::to_string(years.at(*parts.month)));
    }
  }
  return all;
}

Fit compare(const StoryTime& a, const StoryTime& b) {
  if (is_whole(a) && is_whole(b)) {
    return compare(Time{a.span, "DATE", a.value, a.mod, false},
                   Time{b.span, "DATE", b.value, b.mod, false});
  }
  const Parts x = parts_of(a.value), y = parts_of(b.value);
  bool any = false, clash = false;
  const auto meet = [&](std::optional<int> p, std::optional<int> q) {
    if (!p || !q) return;
    any = true;
    clash = clash || *p != *q;
  };
  meet(x.year, y.year);
  meet(x.month, y.month);
  meet(x.day, y.day);
  meet(x.weekday, y.weekday);
  if (!any) return Fit::incomparable;
  if (clash) return Fit::conflict;
  return a.value == b.value && a.mod == b.mod ? Fit::agree : Fit::differ;
}

}  // namespace stemma

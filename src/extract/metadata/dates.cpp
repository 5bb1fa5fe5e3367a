#include "extract/metadata/dates.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/calendar.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr int kFirstYear = 1990, kLastYear = 2100;
constexpr std::size_t kLongestDateLine = 120;  // bytes of a line that is a date line
constexpr std::size_t kBlocksBefore = 12, kBlocksAfter = 3;

class Collector {
 public:
  explicit Collector(PageDates& dates) : dates_(dates) {}

  void published(std::string_view written, std::string_view source) {
    add(written, source, dates_.published);
  }
  void modified(std::string_view written, std::string_view source) {
    add(written, source, dates_.modified);
  }

 private:
  void add(std::string_view written, std::string_view source, std::optional<std::string>& into) {
    const auto iso = read_written_date(written);
    if (!iso) return;
    const std::string why = implausible(*iso);
    const bool modification = &into == &dates_.modified;
    dates_.evidence.push_back(
        {*iso, std::string(source) + (modification ? " (modified)" : ""), !why.empty(), why});
    if (why.empty() && !into) into = *iso;
  }

  PageDates& dates_;
};

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

}  // namespace

std::string implausible(std::string_view iso) {
  const auto day = day_of(iso);
  if (!day) return "no day of the calendar";
  const int year = static_cast<int>(std::chrono::year_month_day(*day).year());
  if (year < kFirstYear) return "before news was published on the web";
  if (year > kLastYear) return "far in the future";
  return "";
}

std::optional<std::string> date_in_url(std::string_view url) {
  for (std::size_t i = 0; i + 1 < url.size(); ++i) {
    if (url[i] != '/' && url[i] != '-' && url[i] != '_' && url[i] != '.') continue;
    const std::string_view rest = url.substr(i + 1);
    const auto separated = [](char c) { return c == '/' || c == '-' || c == '_'; };
    if (rest.size() >= 10 && is_digits(rest.substr(0, 4)) && separated(rest[4]) &&
        is_digits(rest.substr(5, 2)) && separated(rest[7]) && is_digits(rest.substr(8, 2)) &&
        (rest.size() == 10 || !is_ascii_digit(rest[10]))) {
      const std::string iso =
          fmt::format("{}-{}-{}", rest.substr(0, 4), rest.substr(5, 2), rest.substr(8, 2));
      if (implausible(iso).empty()) return iso;
    }
    if (rest.size() >= 8 && is_digits(rest.substr(0, 8)) &&
        (rest.size() == 8 || !is_ascii_digit(rest[8]))) {
      const auto iso = read_written_date(rest.substr(0, 8));
      if (iso && implausible(*iso).empty()) return iso;
    }
  }
  return std::nullopt;
}

PageDates read_dates(const Head& head, const LinkedData& data, const Blocks& blocks,
                     std::size_t first_body_block, std::string_view url) {
  PageDates dates;
  Collector collect(dates);
  collect.published(data.published, "json-ld");
  collect.modified(data.modified, "json-ld");
  for (const std::string_view key : {"article:published_time",
                                     "og:article:published_time",
                                     "og:published_time",
                                     "datepublished",
                                     "date.published",
                                     "published_time",
                                     "article.published",
                                     "pubdate",
                                     "publishdate",
                                     "publish_date",
                                     "publish-date",
                                     "publication_date",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "cxenseparse:recs:publishtime",
                                     "article_date_original",
                                     "dc.date.issued",
                                     "dcterms.created",
                                     "dc.date.created",
                                     "dcterms.date",
                                     "dc.date",
                                     "originalpublicationdate",
                                     "displaydate",
                                     "article:create_at",
                                     "date",
                                     "timestamp",
                                     "datecreated",
                                     "created",
                                     "rnews:datepublished",
                                     "ptime",
                                     "bt:pubdate"}) {
    collect.published(head.first({key}), "meta");
  }
  for (const std::string_view key :
       {"article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified",
        "dcterms.modified", "dc.date.modified", "article.updated", "modified_time"}) {
    collect.modified(head.first({key}), "meta");
  }
  for (const Head::Time& time : head.times) {
    if (time.is_publication) collect.published(time.value, "time element");
    if (time.is_modification) collect.modified(time.value, "time element");
  }
  if (const auto day = date_in_url(url)) collect.published(*day, "url");
  for (const Head::Time& time : head.times) {
    if (!time.is_publication && !time.is_modification)
      collect.published(time.value, "time element");
    if (dates.evidence.size() > 40) break;
  }
  const std::size_t begin = first_body_block > kBlocksBefore ? first_body_block - kBlocksBefore : 0;
  const std::size_t end = std::min(blocks.items.size(), first_body_block + kBlocksAfter);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view line = blocks.of(blocks.items[i]);
    if (line.size() > kLongestDateLine) continue;
    if (starts_with_ignoring_case(line, "updated")) {
      collect.modified(line, "visible line");
    } else {
      collect.published(line, "visible line");
    }
  }
  if (!dates.published && dates.modified) dates.published = dates.modified;
  return dates;
}

}  // namespace stemma

#include "extract/metadata/date_candidates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "extract/metadata/date_rules.h"
#include "extract/metadata/dated_line.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Role;
using html::Tag;
using Source = DateCandidate::Source;

constexpr std::array<std::string_view, 26> kPublishedMeta{"article:published_time",
                                                          "og:article:published_time",
                                                          "article:published",
                                                          "datepublished",
                                                          "date_published",
                                                          "publish-date",
                                                          "publish_date",
                                                          "publishdate",
                                                          "published_time",
                                                          "pubdate",
                                                          "parsely-pub-date",
                                                          "sailthru.date",
                                                          "article.published",
                                                          "cxenseparse:recs:publishtime",
                                                          "dc.date.issued",
                                                          "dcterms.created",
                                                          "dc.date",
                                                          "dcterms.date",
                                                          "dc.date.created",
                                                          "article_date_original",
                                                          "originalpublicationdate",
                                                          "citation_publication_date",
                                                          "citation_date",
                                                          "og:published_time",
                                                          "date",
                                                          "rnews:datepublished"};
constexpr std::array<std::string_view, 8> kModifiedMeta{
    "article:modified_time", "og:updated_time",  "datemodified", "og:article:modified_time",
    "last-modified",         "article:modified", "lastmod",      "dcterms.modified"};

constexpr std::array<std::string_view, DateCandidate::kSources> kSourceNames{
    "json-ld", "meta", "time element", "visible line", "url"};

bool has(html::Roles roles, html::Role role) { return (roles & bit(role)) != 0; }

using Candidates = std::vector<DateCandidate>;

// What is done with them later compares each with each.
void keep(Candidates& candidates, DateCandidate candidate) {
  constexpr std::size_t kMost = 256;
  if (candidates.size() < kMost) candidates.push_back(std::move(candidate));
}

class Reader {
 public:
  Reader(const Page& page, const Head& head, const LinkedData& data,
         const std::optional<std::string>& url)
      : page_(page), head_(head), order_(day_order_of(head, url)) {
    add(data.published, Source::linked_data, 10, found_.published);
    add(data.modified, Source::linked_data, 10, found_.modified);
    read_meta();
    if (url) {
      if (const auto date = date_in_url(*url)) {
        found_.url_day = date->day;
        keep(found_.published, {*date, Source::url, 15});
      }
    }
    read_elements();
    settle_order();
  }

  DateCandidates found() { return std::move(found_); }

 private:
  void add(std::string_view text, Source source, int rank, Candidates& to);
  void add_line(std::string_view text, Source source, int rank, Candidates& to, DateLabel label);
  void read_meta();
  void read_elements();
  void read_element(std::uint32_t node, html::Roles roles, bool after_headline);
  void read_line(std::uint32_t node, bool after_headline);
  void settle_order();

  const Page& page_;
  const Head& head_;
  DayOrder order_;
  std::string_view before_;        // the short text before this node, which may be a label
  std::uint32_t aside_until_ = 0;  // nodes before it belong to comments, other reports, a side bar
  DateCandidates found_;
};

// A date that a machine wrote, or was meant to.
void Reader::add(std::string_view text, Source source, int rank, Candidates& to) {
  auto date = read_posix_time(text);
  if (!date) date = read_date(text, order_.month_first);
  if (date) {
    keep(to, {*date, source, rank});
    return;
  }
  constexpr std::size_t kMostUnreal = 8;
  std::string why = why_unreal(text);
  if (why.empty() || &to != &found_.published || found_.unreal.size() >= kMostUnreal) return;
  text = trim(text);
  text = text.substr(0, text.find_first_not_of("0123456789-:.+TZ "));
  found_.unreal.push_back({std::string(trim(text)), DateCandidate{{}, source, rank}.source_name(),
                           true, std::move(why)});
}

void Reader::read_meta() {
  for (std::size_t i = 0; i < kPublishedMeta.size(); ++i) {
    for (const auto& [key, content] : head_.meta) {
      if (key == kPublishedMeta[i]) add(content, Source::meta, i == 24 ? 22 : 12, found_.published);
    }
  }
  for (const std::string_view name : kModifiedMeta) {
    for (const auto& [key, content] : head_.meta) {
      if (key == name) add(content, Source::meta, 12, found_.modified);
    }
  }
}

bool is_aside(html::Roles roles) {
  constexpr html::Roles kAside = bit(Role::comment) | bit(Role::related) | bit(Role::side) |
                                 bit(Role::footer) | bit(Role::navigation);
  constexpr html::Roles kBody = bit(Role::content) | bit(Role::title);
  return (roles & kAside) != 0 && (roles & kBody) == 0;
}

// A marked-up date: its machine form when it has one, else its text.
void Reader::read_element(std::uint32_t node, html::Roles roles, bool after_headline) {
  constexpr std::uint32_t kWidestSubtree = 24;
  constexpr std::size_t kLongestLine = 120;
  const Tag tag = page_.nodes[node].tag;
  const bool is_time = tag == Tag::time || tag == Tag::abbr;
  const std::string_view property = page_.attribute(node, Attribute::itemprop);
  const bool is_property = property == "datePublished" || property == "dateCreated";
  const bool is_modified = property == "dateModified" || has(roles, Role::modified) ||
                           (is_time && label_of(before_) == DateLabel::modified);
  int rank = 40;
  if (is_property || page_.has(node, Attribute::pubdate)) {
    rank = 14;
  } else if (has(roles, Role::published)) {
    rank = is_time ? 16 : 24;
  } else if (is_time) {
    rank = 20;
  } else if (has(roles, Role::dated)) {
    rank = 26;
  }
  if (has(roles, Role::not_dating)) rank += 20;
  if (!after_headline && !is_property) rank += 6;
  if (node < aside_until_ && !is_property) rank += 20;
  Candidates& to = is_modified && !is_property ? found_.modified : found_.published;
  const Source source = is_time || is_property ? Source::element : Source::line;
  for (const Attribute attribute : {Attribute::datetime, Attribute::content, Attribute::title}) {
    const std::string_view value = page_.attribute(node, attribute);
    if (value.empty() || (attribute == Attribute::title && tag != Tag::abbr && !is_time)) continue;
    const std::size_t before = to.size();
    add(value, source, rank, to);
    if (to.size() > before) return;
  }
  if (page_.nodes[node].end - node > kWidestSubtree) return;
  const std::string text = html::text_of(page_, node);
  if (text.size() <= kLongestLine) add_line(text, source, rank, to, label_of(before_));
}

// The dates of a line by their labels; those without go where the line's element says.
void Reader::add_line(std::string_view text, Source source, int rank, Candidates& to,
                      DateLabel label) {
  const std::vector<LabelledDate> dates = labelled_dates(text, order_.month_first, label);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].label == DateLabel::modified) {
      keep(found_.modified, {dates[i].date, source, rank});
    } else if (dates[i].label == DateLabel::published) {
      keep(found_.published, {dates[i].date, source, rank});
    } else if (i == 0) {
      keep(to, {dates[i].date, source, rank});
    }
  }
}

// A short line of text with a date in it.
void Reader::read_line(std::uint32_t node, bool after_headline) {
  constexpr std::size_t kLongestLine = 120, kLongestLabel = 40;
  const std::string_view text = trim(page_.text(node));
  if (text.empty()) return;
  const std::string_view before = std::exchange(before_, {});
  if (text.size() > kLongestLine) return;
  // A day and a year have three digits at least: most short lines end here.
  constexpr std::ptrdiff_t kFewestDigits = 3;
  const auto digits = std::count_if(text.begin(), text.end(), is_ascii_digit);
  if (digits == 0 && text.size() <= kLongestLabel) before_ = text;
  if (text.size() < 6 || digits < kFewestDigits) return;
  const std::vector<LabelledDate> dates =
      labelled_dates(text, order_.month_first, label_of(before));
  for (const LabelledDate& date : dates) {
    int rank = after_headline ? 32 : 44;
    if (date.label == DateLabel::published) rank -= 6;
    if (text.size() > 45 && dates.size() == 1) rank += 6;
    if (node < aside_until_) rank += 20;
    if (date.label == DateLabel::none && &date != &dates.front()) continue;
    keep(date.label == DateLabel::modified ? found_.modified : found_.published,
         {date.date, Source::line, rank});
  }
}

// Where another date of the page is clear and is the other reading of one that is not, that is
// meant.
void Reader::settle_order() {
  for (Candidates* candidates : {&found_.published, &found_.modified}) {
    for (DateCandidate& candidate : *candidates) {
      if (!candidate.date.other) continue;
      bool same = order_.is_known, swapped = false;
      for (const Candidates* others : {&found_.published, &found_.modified}) {
        for (const DateCandidate& other : *others) {
          if (other.date.other) continue;
          same = same || other.date.day == candidate.date.day;
          swapped = swapped || other.date.day == *candidate.date.other;
        }
      }
      if (swapped && !same) candidate.date = in_other_order(candidate.date);
      if (swapped || same) candidate.date.other.reset();
    }
  }
}

void Reader::read_elements() {
  bool after_headline = false;
  for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
    const html::Node& node = page_.nodes[i];
    if (node.tag == Tag::head || node.tag == Tag::script) {
      i = node.end - 1;
      continue;
    }
    if (node.tag == Tag::h1) after_headline = true;
    if (node.tag == Tag::text) {
      read_line(i, after_headline);
      continue;
    }
    const bool is_time = node.tag == Tag::time;
    if (node.attribute_count == 0 && !is_time) continue;
    const std::string_view property = page_.attribute(i, Attribute::itemprop);
    const html::Roles roles = page_.roles(i);
    if (i >= aside_until_ && after_headline && is_aside(roles)) aside_until_ = node.end;
    const bool dated =
        property.starts_with("date") || is_time ||
        (roles & (bit(Role::published) | bit(Role::dated) | bit(Role::modified))) != 0 ||
        (node.tag == Tag::abbr && page_.has(i, Attribute::title));
    if (dated) read_element(i, roles, after_headline);
  }
}

}  // namespace

std::string DateCandidate::source_name() const {
  return std::string(kSourceNames[static_cast<std::size_t>(source)]);
}

DateCandidates date_candidates(const Page& page, const Head& head, const LinkedData& data,
                               const std::optional<std::string>& url) {
  return Reader(page, head, data, url).found();
}

}  // namespace stemma

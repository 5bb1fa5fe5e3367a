#include "extract/metadata/date_candidates.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "extract/metadata/date_rules.h"
#include "extract/metadata/dated_line.h"
#include "extract/metadata/headings.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Role;
using html::Tag;
using Source = DateCandidate::Source;

// Names of meta elements, in lower case: those of htmldate (Barbaresi 2020) that have a date as a
// rule. "date" alone is kVagueMeta.
constexpr std::string_view kVagueName = "date";
constexpr std::array<std::string_view, 25> kPublishedMeta{"article:published_time",
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
                                                          "rnews:datepublished"};
// Names of single systems, often without a clock or its zone.
constexpr std::array<std::string_view, 28> kLesserMeta{"bt:pubdate",
                                                       "vr:published_time",
                                                       "article.created",
                                                       "article:post_date",
                                                       "article:published_date",
                                                       "article:publicationdate",
                                                       "datecreated",
                                                       "dateposted",
                                                       "dc.created",
                                                       "dc.date.publication",
                                                       "dcsext.articlefirstpublished",
                                                       "dcterms.issued",
                                                       "dc:created",
                                                       "dc:date",
                                                       "displaydate",
                                                       "mediator_published_time",
                                                       "og:article:published",
                                                       "og:datepublished",
                                                       "og:pubdate",
                                                       "og:publish_date",
                                                       "publication_date",
                                                       "publication-date",
                                                       "publish_time",
                                                       "published-date",
                                                       "published_date",
                                                       "publisheddate",
                                                       "rbpubdate",
                                                       "shareaholic:article_published_time"};
constexpr std::array<std::string_view, 15> kModifiedMeta{"article:modified_time",
                                                         "og:updated_time",
                                                         "datemodified",
                                                         "og:article:modified_time",
                                                         "last-modified",
                                                         "article:modified",
                                                         "lastmod",
                                                         "dcterms.modified",
                                                         "bt:moddate",
                                                         "article:modified_date",
                                                         "dc.modified",
                                                         "lastmodified",
                                                         "modified_time",
                                                         "og:modified_time",
                                                         "shareaholic:article_modified_time"};

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
    // A video beside the text was not published with it, as a rule.
    const int rank = data.is_of_media ? date_rank::kLesserMeta : date_rank::kLinkedData;
    add(data.published, Source::linked_data, rank, found_.published);
    add(data.modified, Source::linked_data, rank, found_.modified);
    read_meta();
    if (url) {
      if (const auto date = date_in_url(*url)) {
        found_.url_day = date->day;
        keep(found_.published, {*date, Source::url, date_rank::kAddress});
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
  void note_above_headline(std::size_t from);
  void settle_order();

  const Page& page_;
  const Head& head_;
  DayOrder order_;
  std::string_view before_;        // the short text before this node, which may be a label
  std::uint32_t aside_until_ = 0;  // nodes before it belong to comments, other reports, a side bar
  std::uint32_t above_headline_ = 0;
  bool is_aside_ = false;  // of the element being read
  bool is_foot_ = false;   // what stands until then is of this page all the same
  DateCandidates found_;
};

// A date that a machine wrote, or was meant to.
void Reader::add(std::string_view text, Source source, int rank, Candidates& to) {
  auto date = read_posix_time(text);
  if (!date) date = read_date(text, order_.month_first);
  if (date) {
    keep(to, {*date, source, rank, false, is_aside_});
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
  const auto read = [&](const auto& names, int rank, Candidates& to) {
    for (const std::string_view name : names) {
      for (const auto& [key, content] : head_.meta) {
        if (key == name) add(content, Source::meta, rank, to);
      }
    }
  };
  read(kPublishedMeta, date_rank::kMeta, found_.published);
  read(kLesserMeta, date_rank::kLesserMeta, found_.published);
  read(std::array{kVagueName}, date_rank::kVagueMeta, found_.published);
  read(kModifiedMeta, date_rank::kMeta, found_.modified);
  // What Parse.ly reads: an object in a meta element.
  for (const auto& [key, content] : head_.meta) {
    if (key != "parsely-page") continue;
    if (const auto page = Json::parse(content)) {
      const auto date = page->root()["pub_date"].text();
      add(date.value_or(""), Source::meta, date_rank::kMeta, found_.published);
    }
  }
}

bool is_aside(html::Roles roles) {
  constexpr html::Roles kAside = bit(Role::comment) | bit(Role::related) | bit(Role::side) |
                                 bit(Role::footer) | bit(Role::navigation);
  constexpr html::Roles kBody = bit(Role::content) | bit(Role::title);
  return (roles & kAside) != 0 && (roles & kBody) == 0;
}

// What is called modified and holds several times has that of publication too: it speaks by them.
bool holds_times(const Page& page, std::uint32_t node) {
  int times = 0;
  for (std::uint32_t i = node + 1; i < page.nodes[node].end && times < 2; ++i) {
    times += page.nodes[i].tag == Tag::time ? 1 : 0;
  }
  return times == 2;
}

// Where the headline stands by its tag: the first heading of the first level that is no link to the
// site's first page. Where there is none nothing is after it, and only what stands before the first
// heading of the second level is above it.
struct Headline {
  std::uint32_t begin = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t above = 0;
};

Headline headline_in(const Page& page) {
  Headline headline;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    const Tag tag = page.nodes[i].tag;
    if (tag == Tag::h1 && !leads_home(page, i)) return {i, i};
    if (tag == Tag::h2 && headline.above == 0) headline.above = i;
  }
  return headline;
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
  if (has(roles, Role::modified) && !is_time && holds_times(page_, node)) return;
  int rank = date_rank::kUnknownElement;
  if (is_property || page_.has(node, Attribute::pubdate)) {
    rank = date_rank::kProperty;
  } else if (has(roles, Role::published)) {
    rank = is_time ? date_rank::kPublishedTime : date_rank::kPublishedElement;
  } else if (is_time) {
    rank = date_rank::kTime;
  } else if (has(roles, Role::dated)) {
    rank = date_rank::kDatedElement;
  }
  if (has(roles, Role::not_dating)) rank += date_rank::kNotDating;
  if (!after_headline && !is_property) rank += date_rank::kBeforeHeadline;
  is_aside_ = node < aside_until_ && !is_foot_ && !is_property;
  if (node < aside_until_ && !is_property) rank += date_rank::kAside;
  Candidates& to = is_modified && !is_property ? found_.modified : found_.published;
  const Source source = is_time || is_property ? Source::element : Source::line;
  const bool is_unlabelled = !after_headline && !is_property && !has(roles, Role::published) &&
                             label_of(before_) == DateLabel::none;
  const std::size_t first = found_.published.size();
  for (const Attribute attribute : {Attribute::datetime, Attribute::content, Attribute::title}) {
    const std::string_view value = page_.attribute(node, attribute);
    if (value.empty() || (attribute == Attribute::title && tag != Tag::abbr && !is_time)) continue;
    const std::size_t before = to.size();
    add(value, source, rank, to);
    if (to.size() > before) {
      if (is_unlabelled) note_above_headline(first);
      return;
    }
  }
  if (page_.nodes[node].end - node > kWidestSubtree) return;
  const std::string text = html::text_of(page_, node);
  if (text.size() <= kLongestLine) add_line(text, source, rank, to, label_of(before_));
  if (is_unlabelled && label_of(text) == DateLabel::none) note_above_headline(first);
}

void Reader::note_above_headline(std::size_t from) {
  for (std::size_t i = from; i < found_.published.size(); ++i) {
    found_.published[i].is_above_headline = true;
  }
}

// The dates of a line by their labels; those without go where the line's element says.
void Reader::add_line(std::string_view text, Source source, int rank, Candidates& to,
                      DateLabel label) {
  const std::vector<LabelledDate> dates = labelled_dates(text, order_.month_first, label);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].label == DateLabel::modified) {
      keep(found_.modified, {dates[i].date, source, rank, false, is_aside_});
    } else if (dates[i].label == DateLabel::published) {
      keep(found_.published, {dates[i].date, source, rank, false, is_aside_});
    } else if (i == 0) {
      keep(to, {dates[i].date, source, rank, false, is_aside_});
    }
  }
}

// A short line of text with a date in it.
void Reader::read_line(std::uint32_t node, bool after_headline) {
  constexpr std::size_t kLongestLine = 120, kLongestLabel = 40, kLongDateLine = 45;
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
    int rank = after_headline ? date_rank::kLine : date_rank::kLineBeforeHeadline;
    if (date.label == DateLabel::published) rank += date_rank::kLabelled;
    if (text.size() > kLongDateLine && dates.size() == 1) rank += date_rank::kLongLine;
    if (node < aside_until_) rank += date_rank::kAside;
    const bool is_unlabelled = node < above_headline_ && date.label == DateLabel::none;
    if (date.label == DateLabel::none && &date != &dates.front()) continue;
    keep(date.label == DateLabel::modified ? found_.modified : found_.published,
         {date.date, Source::line, rank, is_unlabelled, node < aside_until_ && !is_foot_});
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
  const Headline headline = headline_in(page_);
  above_headline_ = headline.above;
  for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
    const html::Node& node = page_.nodes[i];
    if (node.tag == Tag::head || node.tag == Tag::script) {
      i = node.end - 1;
      continue;
    }
    const bool after_headline = i >= headline.begin;
    if (node.tag == Tag::text) {
      read_line(i, after_headline);
      continue;
    }
    const bool is_time = node.tag == Tag::time;
    if (node.attribute_count == 0 && !is_time) continue;
    const std::string_view property = page_.attribute(i, Attribute::itemprop);
    const html::Roles roles = page_.roles(i);
    if (i >= aside_until_ && after_headline && is_aside(roles)) {
      aside_until_ = node.end;
      is_foot_ = has(roles, Role::footer);
    }
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

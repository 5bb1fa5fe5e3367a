#include "extract/metadata/published.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/text.h"
#include "model/written_date.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Role;
using html::Tag;

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

bool has(html::Roles roles, html::Role role) { return (roles & bit(role)) != 0; }

enum class Source { linked_data, meta, element, line, url, count_ };
constexpr std::array<std::string_view, 5> kSourceNames{"json-ld", "meta", "time element",
                                                       "visible line", "url"};

struct Candidate {
  WrittenDate date;
  Source source = Source::line;
  int rank = 0;  // lower is better

  std::string name() const { return std::string(kSourceNames[static_cast<std::size_t>(source)]); }
  Said<std::string> said() const { return {date.iso, name()}; }
};

// Ranks from here on stand far from the headline or beside other reports: they are no witnesses.
constexpr int kFar = 40;
// Ranks below are written for machines.
constexpr int kMachine = 20;

// What a source says for its day. Fitted by hand on the development pages: any weights near these
// choose the same days.
int weight_of(const Candidate& candidate) {
  switch (candidate.source) {
    case Source::linked_data:
    case Source::meta:
      return 6;
    case Source::element:
      return candidate.rank <= kMachine ? 6 : candidate.rank <= 32 ? 4 : 0;
    case Source::line:
      return candidate.rank <= 32 ? 4 : candidate.rank < kFar ? 2 : 0;
    default:
      return 6;
  }
}

class DateVote {
 public:
  DateVote(const Page& page, const Head& head, const LinkedData& data,
           const std::optional<std::string>& url)
      : page_(page), head_(head), data_(data) {
    month_first_ = head.language.empty() || head.language == "en" ||
                   equal_ignoring_case(head.language, "en-us");
    read_linked_data();
    read_meta();
    read_elements();
    if (url) {
      if (const auto date = date_in_url(*url)) {
        url_day_ = date->day;
        published_.push_back({*date, Source::url, 15});
      }
    }
    std::stable_sort(published_.begin(), published_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  }

  PublicationDates result() const;

 private:
  void add(std::string_view text, Source source, int rank, std::vector<Candidate>& to) {
    if (const auto date = read_date(text, month_first_)) to.push_back({*date, source, rank});
  }
  void read_linked_data() {
    add(data_.published, Source::linked_data, 10, published_);
    add(data_.modified, Source::linked_data, 10, modified_);
  }
  void read_meta();
  void read_elements();
  void read_element(std::uint32_t node, html::Roles roles, bool after_headline);
  void read_line(std::uint32_t node, bool after_headline);
  std::string doubt_of(const Candidate& candidate) const;
  const Candidate* best(const std::vector<Candidate>& plausible) const;
  static const Candidate& local_day(const Candidate& best, const std::vector<Candidate>& plausible);

  const Page& page_;
  const Head& head_;
  const LinkedData& data_;
  bool month_first_ = false;
  std::uint32_t aside_until_ = 0;  // nodes before it belong to comments, other reports, a side bar
  std::optional<Day> url_day_;
  std::vector<Candidate> published_, modified_;
};

void DateVote::read_meta() {
  for (std::size_t i = 0; i < kPublishedMeta.size(); ++i) {
    for (const auto& [key, content] : head_.meta) {
      if (key == kPublishedMeta[i]) add(content, Source::meta, i == 24 ? 22 : 12, published_);
    }
  }
  for (const std::string_view name : kModifiedMeta) {
    for (const auto& [key, content] : head_.meta) {
      if (key == name) add(content, Source::meta, 12, modified_);
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
void DateVote::read_element(std::uint32_t node, html::Roles roles, bool after_headline) {
  constexpr std::uint32_t kWidestSubtree = 24;
  constexpr std::size_t kLongestLine = 120;
  const Tag tag = page_.nodes[node].tag;
  const bool is_time = tag == Tag::time || tag == Tag::abbr;
  const std::string_view property = page_.attribute(node, Attribute::itemprop);
  const bool is_property = property == "datePublished" || property == "dateCreated";
  const bool is_modified = property == "dateModified" || has(roles, Role::modified);
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
  std::vector<Candidate>& to = is_modified && !is_property ? modified_ : published_;
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
  if (text.size() > kLongestLine) return;
  const html::Roles said = html::roles_of(text);
  const bool says_modified = has(said, Role::modified) && !has(said, Role::published);
  add(text, source, rank, says_modified ? modified_ : to);
}

// A short line of text with a date in it.
void DateVote::read_line(std::uint32_t node, bool after_headline) {
  constexpr std::size_t kLongestLine = 100;
  const std::string_view text = trim(page_.text(node));
  if (text.size() < 6 || text.size() > kLongestLine) return;
  // A day and a year have three digits at least: most short lines end here.
  constexpr std::ptrdiff_t kFewestDigits = 3;
  if (std::count_if(text.begin(), text.end(), is_ascii_digit) < kFewestDigits) return;
  if (text.find("©") != std::string_view::npos) return;
  const auto date = read_date(text, month_first_);
  if (!date) return;
  const html::Roles said = html::roles_of(text);
  int rank = after_headline ? 32 : 44;
  if (has(said, Role::published)) rank -= 6;
  if (text.size() > 45) rank += 6;
  if (node < aside_until_) rank += 20;
  const bool says_modified = has(said, Role::modified) && !has(said, Role::published);
  (says_modified ? modified_ : published_).push_back({*date, Source::line, rank});
}

void DateVote::read_elements() {
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

// Why a candidate cannot be. Only machine-written modification days are precise enough to refute
// another, and they refute no other machine: what is published later than it is written has been
// planned. One that the address refutes is none itself.
std::string DateVote::doubt_of(const Candidate& candidate) const {
  if (modified_.empty() || modified_.front().rank >= kMachine || candidate.rank < kMachine)
    return "";
  const WrittenDate& modified = modified_.front().date;
  if (url_day_ && *url_day_ > modified.day + std::chrono::days(1)) return "";
  if (candidate.date.day <= modified.day + std::chrono::days(1)) return "";
  return "later than the page's own modification date " + modified.iso;
}

// The best-ranked candidate of the day that most speaks for; each source speaks once for a day.
const Candidate* DateVote::best(const std::vector<Candidate>& plausible) const {
  const Candidate* best = nullptr;
  int most = -1;
  for (const Candidate& candidate : plausible) {
    std::array<int, static_cast<std::size_t>(Source::count_)> voices{};
    for (const Candidate& other : plausible) {
      int& voice = voices[static_cast<std::size_t>(other.source)];
      if (other.date.day == candidate.date.day) voice = std::max(voice, weight_of(other));
    }
    const int sum = std::accumulate(voices.begin(), voices.end(), 0);
    if (sum > most) {
      most = sum;
      best = &candidate;
    }
  }
  return best;
}

// An instant near midnight in UTC is the day before or after for the outlet's readers. Where the
// page shows them that day first, it is the day of publication.
const Candidate& DateVote::local_day(const Candidate& best,
                                     const std::vector<Candidate>& plausible) {
  const std::string& instant = best.date.iso;
  constexpr std::size_t kHourAt = 11;
  if (!instant.ends_with('Z') || instant.size() < kHourAt + 2) return best;
  const int hour = (instant[kHourAt] - '0') * 10 + instant[kHourAt + 1] - '0';
  const auto shown = std::find_if(plausible.begin(), plausible.end(), [](const Candidate& other) {
    return !other.date.iso.ends_with('Z') && other.rank < kFar;
  });
  if (shown == plausible.end()) return best;
  const auto later = shown->date.day - best.date.day;
  const bool is_neighbour = (later == std::chrono::days(-1) && hour < 14) ||
                            (later == std::chrono::days(1) && hour >= 10);
  return is_neighbour ? *shown : best;
}

PublicationDates DateVote::result() const {
  PublicationDates dates;
  if (!modified_.empty()) dates.modified = modified_.front().said();
  std::vector<Candidate> plausible;
  for (const Candidate& candidate : published_) {
    DateEvidence evidence{candidate.date.iso, candidate.name(), false, doubt_of(candidate)};
    evidence.doubtful = !evidence.reason.empty();
    if (!evidence.doubtful && candidate.rank < 60) plausible.push_back(candidate);
    const auto same = [&](const DateEvidence& e) {
      return e.value == evidence.value && e.source == evidence.source;
    };
    constexpr std::size_t kMostEvidence = 12;
    if (dates.evidence.size() < kMostEvidence &&
        std::none_of(dates.evidence.begin(), dates.evidence.end(), same)) {
      dates.evidence.push_back(std::move(evidence));
    }
  }
  if (const Candidate* chosen = best(plausible)) {
    dates.published = local_day(*chosen, plausible).said();
  }
  if (!dates.published && !modified_.empty()) {
    dates.published = dates.modified;
    dates.evidence.push_back({dates.modified->value, dates.modified->source, false, {}});
  }
  return dates;
}

}  // namespace

PublicationDates dates_of(const Page& page, const Head& head, const LinkedData& data,
                          const std::optional<std::string>& url) {
  return DateVote(page, head, data, url).result();
}

}  // namespace stemma

#include "extract/metadata/published.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/metadata/dates.h"

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

struct Candidate {
  WrittenDate date;
  std::string_view source;
  int rank = 0;  // lower is better
};

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
      if (const auto date = date_in_url(*url)) published_.push_back({*date, "url", 50});
    }
    std::stable_sort(published_.begin(), published_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
  }

  PublicationDates result() const;

 private:
  void add(std::string_view text, std::string_view source, int rank, std::vector<Candidate>& to) {
    if (const auto date = read_date(text, month_first_)) to.push_back({*date, source, rank});
  }
  void read_linked_data() {
    add(data_.published, "json-ld", 10, published_);
    add(data_.modified, "json-ld", 10, modified_);
  }
  void read_meta();
  void read_elements();
  void read_element(std::uint32_t node, html::Roles roles, bool after_headline);
  void read_line(std::uint32_t node, bool after_headline);

  const Page& page_;
  const Head& head_;
  const LinkedData& data_;
  bool month_first_ = false;
  std::vector<Candidate> published_, modified_;
};

void DateVote::read_meta() {
  for (std::size_t i = 0; i < kPublishedMeta.size(); ++i) {
    for (const auto& [key, content] : head_.meta) {
      if (key == kPublishedMeta[i]) add(content, "meta", i == 24 ? 22 : 12, published_);
    }
  }
  for (const std::string_view name : kModifiedMeta) {
    for (const auto& [key, content] : head_.meta) {
      if (key == name) add(content, "meta", 12, modified_);
    }
  }
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
  std::vector<Candidate>& to = is_modified && !is_property ? modified_ : published_;
  const std::string_view source = is_time || is_property ? "time element" : "visible line";
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
  if (text.find_first_of("0123456789") == std::string_view::npos) return;
  if (text.find("©") != std::string_view::npos) return;
  const auto date = read_date(text, month_first_);
  if (!date) return;
  const html::Roles said = html::roles_of(text);
  int rank = after_headline ? 32 : 44;
  if (has(said, Role::published)) rank -= 6;
  if (text.size() > 45) rank += 6;
  const bool says_modified = has(said, Role::modified) && !has(said, Role::published);
  (says_modified ? modified_ : published_).push_back({*date, "visible line", rank});
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
    const bool dated =
        property.starts_with("date") || is_time ||
        (roles & (bit(Role::published) | bit(Role::dated) | bit(Role::modified))) != 0 ||
        (node.tag == Tag::abbr && page_.has(i, Attribute::title));
    if (dated) read_element(i, roles, after_headline);
  }
}

PublicationDates DateVote::result() const {
  PublicationDates dates;
  if (!modified_.empty()) dates.modified = modified_.front().date.iso;
  for (const Candidate& candidate : published_) {
    DateEvidence evidence{candidate.date.iso, std::string(candidate.source), false, {}};
    const auto same = [&](const DateEvidence& e) {
      return e.value == evidence.value && e.source == evidence.source;
    };
    if (std::any_of(dates.evidence.begin(), dates.evidence.end(), same)) continue;
    // Only machine-written modification days are precise enough to refute another.
    if (!modified_.empty() && modified_.front().rank < 20 &&
        candidate.date.day > modified_.front().date.day + std::chrono::days(1)) {
      evidence.doubtful = true;
      evidence.reason = "later than the page's own modification date " + *dates.modified;
    }
    if (!dates.published && !evidence.doubtful && candidate.rank < 60) {
      dates.published = evidence.value;
    }
    constexpr std::size_t kMostEvidence = 12;
    if (dates.evidence.size() < kMostEvidence) dates.evidence.push_back(std::move(evidence));
  }
  if (!dates.published && !modified_.empty()) {
    dates.published = dates.modified;
    dates.evidence.push_back({*dates.modified, std::string(modified_.front().source), false, {}});
  }
  return dates;
}

}  // namespace

PublicationDates dates_of(const Page& page, const Head& head, const LinkedData& data,
                          const std::optional<std::string>& url) {
  return DateVote(page, head, data, url).result();
}

}  // namespace stemma

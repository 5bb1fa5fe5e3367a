#include "ingest/feed_item.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "base/utf8.h"
#include "ingest/markup.h"
#include "model/byline/names.h"
#include "model/outlets.h"
#include "model/written_date.h"

namespace stemma {
namespace {

/// Bytes of text below which a summary is a teaser. News in brief is longer.
constexpr std::size_t kTeaserBytes = 400;
/// The longest name of a section; longer ones are descriptions.
constexpr std::size_t kSectionBytes = 40;

// How a teaser says that more follows.
constexpr std::string_view kMoreFollows[] = {"…",
                                             "...",
                                             "[…]",
                                             "[...]",
                                             "(more)",
                                             "read more",
                                             "read more.",
                                             "read more »",
                                             "read more →",
                                             "read more >",
                                             "continue reading",
                                             "full story",
                                             "read the full story",
                                             "read full story"};

std::optional<std::string> unless_empty(std::string text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string> date(std::string_view written, std::string_view place,
                                Document& document) {
  if (trim(written).empty()) return std::nullopt;
  auto read = read_written_date(written);
  if (!read) {
    document.warnings.push_back(
        fmt::format("{}: date '{}' is not RFC 822 or ISO 8601", place, collapse_space(written)));
  }
  return read;
}

bool is_teaser(std::string_view markup) {
  const std::string text = plain_line(markup);
  const auto ends = [&](std::string_view end) {
    return text.size() >= end.size() &&
           equal_ignoring_case(std::string_view(text).substr(text.size() - end.size()), end);
  };
  return text.size() < kTeaserBytes ||
         std::any_of(std::begin(kMoreFollows), std::end(kMoreFollows), ends);
}

std::string section_name(std::string_view written) {
  std::string name = plain_line(written);
  const bool is_name = name.size() <= kSectionBytes && name.find("//") == std::string::npos;
  return is_name ? name : std::string();
}

// Whether most items lie on domains that are not the owner's, and these are several.
bool is_aggregator(const std::string& home, const std::map<std::string, std::size_t>& domains) {
  std::size_t elsewhere = 0, all = 0, others = 0;
  for (const auto& [domain, count] : domains) {
    all += count;
    if (domain == home) continue;
    elsewhere += count;
    ++others;
  }
  return others >= 2 && elsewhere * 2 > all;
}

// The domain that most items have, if more than half of them do.
std::string main_domain(const std::map<std::string, std::size_t>& domains) {
  std::size_t all = 0;
  for (const auto& each : domains) all += each.second;
  for (const auto& [domain, count] : domains) {
    if (count * 2 > all) return domain;
  }
  return {};
}

// What keeps an item from being published; empty for most.
std::string_view why_withheld(const FeedItem& item) {
  for (const std::string_view status : {"canceled", "cancelled", "withheld"}) {
    if (equal_ignoring_case(item.status, status)) return status;
  }
  const bool has_no_end = item.is_embargoed && trim(item.embargo).empty();
  return has_no_end ? "embargoed until further notice" : "";
}

// The domain where one is known, and the name beside it.
void set_outlet(std::string domain, std::string name, FeedItem& item) {
  item.outlet = domain.empty() ? std::exchange(name, {}) : std::move(domain);
  item.outlet_name = std::move(name);
}

// "Ann Lee, Norrhavn Courier": where a person is named the outlet is no author.
void drop_outlets(Article& given) {
  const auto is_outlet = [&](const std::string& author) {
    return known_outlet(author) != nullptr ||
           (given.outlet_name && equal_ignoring_case(author, *given.outlet_name));
  };
  std::vector<std::string>& authors = given.authors;
  if (std::all_of(authors.begin(), authors.end(), is_outlet)) return;
  std::erase_if(authors, is_outlet);
}

}  // namespace

std::string incomplete_link(std::string_view written) {
  const std::string shown = collapse_space(written);
  const std::size_t end = shown.find_first_of(":/?#");
  const bool has_scheme = end != std::string::npos && shown[end] == ':';
  return has_scheme
             ? fmt::format("'{}' is no address of the web", shown)
             : fmt::format(
                   "'{}' is no whole address, and the feed does not say of what it is a part",
                   shown);
}

void name_outlets(const FeedOwner& owner, std::vector<FeedItem>& items) {
  std::map<std::string, std::size_t> domains;
  for (const FeedItem& item : items) {
    if (auto domain = registrable_domain(item.url); !domain.empty()) ++domains[domain];
  }
  std::string home = registrable_domain(owner.home);
  const bool aggregates = is_aggregator(home, domains);
  if (home.empty()) home = main_domain(domains);
  for (FeedItem& item : items) {
    const std::string source = plain_line(item.source);
    if (!source.empty()) {
      set_outlet(registrable_domain(item.source_url), source, item);
    } else if (auto domain = registrable_domain(item.url); aggregates && !domain.empty()) {
      set_outlet(std::move(domain), "", item);
    } else {
      set_outlet(home, plain_line(owner.title), item);
    }
  }
}

std::vector<std::string> authors_named_in(std::string_view by) {
  const std::string plain = plain_line(by);
  const std::string_view line = without_field_opener(plain);
  if (line.empty() || equal_ignoring_case(line, "by")) return {};
  std::vector<std::string> names = names_in_field(line);
  if (names.empty() && line.find('@') != std::string_view::npos) return {};
  // "Trade and Industry Desk" is no list.
  const bool divides = names.size() == 1 || (names.size() > 1 && is_full_name(names.front()));
  return divides ? names : std::vector{std::string(line)};
}

Result<Document> feed_document(FeedItem item, std::string_view place) {
  if (const std::string_view reason = why_withheld(item); !reason.empty()) {
    return failure(Fault::unsupported,
                   fmt::format("{}: its provider says that it is {}", place, reason));
  }
  Document document;
  document.path = place;
  document.charset = "utf-8";
  const bool has_html = !trim(item.html).empty();
  document.bytes = std::move(has_html ? item.html : item.text);
  if (trim(document.bytes).empty()) {
    return failure(Fault::empty, fmt::format("{}: the item has no text", place));
  }
  document.kind =
      has_html && has_markup(document.bytes) ? Document::Kind::html : Document::Kind::text;
  if (item.is_embargoed) {
    document.warnings.push_back(
        fmt::format("{}: its provider embargoes it until {}", place, collapse_space(item.embargo)));
  }
  for (const std::string& warning : item.warnings) {
    document.warnings.push_back(fmt::format("{}: {}", place, warning));
  }
  Article& given = document.given;
  given.title = unless_empty(plain_line(item.title));
  given.url = unless_empty(collapse_space(item.url));
  given.outlet = unless_empty(plain_line(item.outlet));
  given.outlet_name = unless_empty(plain_line(item.outlet_name));
  given.language = unless_empty(collapse_space(item.language));
  given.section = unless_empty(section_name(item.section));
  for (const std::string& author : item.authors) {
    for (std::string& name : authors_named_in(author)) {
      const bool known =
          std::find(given.authors.begin(), given.authors.end(), name) != given.authors.end();
      if (!known) given.authors.push_back(std::move(name));
    }
  }
  drop_outlets(given);
  given.published = date(item.published, place, document);
  given.modified = date(item.modified, place, document);
  if (given.published) given.date_evidence.push_back({*given.published, "feed", false, ""});
  given.partial = item.is_summary && is_teaser(document.bytes);
  note_sources(given, "feed");
  return document;
}

}  // namespace stemma

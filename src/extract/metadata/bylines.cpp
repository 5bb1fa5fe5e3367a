#include "extract/metadata/bylines.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/html/class_words.h"
#include "extract/metadata/element_lines.h"
#include "extract/metadata/headings.h"
#include "model/byline/names.h"
#include "model/byline/person_name.h"
#include "model/written_date.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;
using Names = std::vector<std::string>;

constexpr std::size_t kLongestByline = 160;
// Elements and lines looked into before the search for a byline is given up; nodes of each.
constexpr std::size_t kMostTries = 12, kWidestSubtree = 40;
// Those that may be passed over because of where they stand.
constexpr std::size_t kMostLookedAt = 400;

void add_once(Names& names, std::string name) {
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

bool is_marked(const Page& page, std::uint32_t i, bool by_class) {
  if (by_class) return (page.class_roles(i) & bit(html::Role::author)) != 0;
  return page.attribute(i, Attribute::rel).find("author") != std::string_view::npos ||
         starts_with_ignoring_case(page.attribute(i, Attribute::itemprop), "author");
}

// The first h1 that is not the outlet's name; else the first.
std::uint32_t headline_of(const Page& page) {
  const auto size = static_cast<std::uint32_t>(page.nodes.size());
  std::uint32_t first = size;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (page.nodes[i].tag != Tag::h1) continue;
    if (!leads_home(page, i)) return i;
    first = std::min(first, i);
  }
  return first;
}

// Whether nothing but a comma or a word stands between two elements set alike.
bool follows_in_list(const Page& page, std::uint32_t before, std::uint32_t i) {
  constexpr std::size_t kLongestJoint = 5;
  if (!are_set_alike(page, before, i)) return false;
  std::size_t between = 0;
  for (std::uint32_t n = page.nodes[before].end; n < i; ++n) {
    if (page.nodes[n].tag == Tag::text) between += trim(page.text(n)).size();
  }
  return between <= kLongestJoint;
}

bool leads_to_author(const Page& page, std::uint32_t link) {
  constexpr std::array<std::string_view, 6> kFolders{"/author/", "/autor/", "/authors/",
                                                     "/auteur/", "/staff/", "/autori/"};
  const std::string_view href = page.attribute(link, Attribute::href);
  return std::any_of(kFolders.begin(), kFolders.end(), [&](std::string_view folder) {
    return href.find(folder) != std::string_view::npos;
  });
}

// The nearest element around a text that holds more text.
std::uint32_t holder_of_more(const Page& page, std::uint32_t text) {
  constexpr int kHighest = 3;
  std::uint32_t holder = page.nodes[text].parent;
  for (int up = 0; up < kHighest; ++up, holder = page.nodes[holder].parent) {
    if (page.nodes[holder].end - holder > kWidestSubtree) break;
    for (std::uint32_t i = holder; i < page.nodes[holder].end; ++i) {
      if (i != text && page.nodes[i].tag == Tag::text && !trim(page.text(i)).empty()) return holder;
    }
  }
  return holder;
}

// The link around a node; 0 is none.
std::uint32_t link_around(const Page& page, std::uint32_t node) {
  constexpr int kHighest = 4;
  for (int up = 0; up < kHighest && node != 0; ++up, node = page.nodes[node].parent) {
    if (page.nodes[node].tag == Tag::a) return node;
  }
  return 0;
}

// Whether the element or one close around it is called an author's.
bool is_called_author(const Page& page, std::uint32_t node) {
  constexpr int kHighest = 3;
  for (int up = 0; up < kHighest && node != 0; ++up, node = page.nodes[node].parent) {
    if (is_marked(page, node, true) || is_marked(page, node, false)) return true;
  }
  return false;
}

// "Ann Lee", "王晓梅"; not "Country" and "The Numbers".
bool is_full(std::string_view name) {
  const char32_t first = decode_utf8(name, 0).code_point;
  if (!is_upper(first) && !is_lower(first)) return true;
  return byline::count_words(name) > 1 && !starts_with_ignoring_case(name, "the ");
}

// "Ann Lee is a reporter at …": the beginning of a text on a person.
bool is_biography(std::string_view text, std::string_view name) {
  constexpr std::size_t kReach = 80, kLongestVerb = 5;
  if (text.size() <= name.size() + 1 || !text.starts_with(name)) return false;
  const std::string_view rest = text.substr(name.size(), kReach);
  const std::vector<Word> words = words_of(rest);
  return !words.empty() && rest.front() == ' ' && words[0].span.end <= kLongestVerb + 1 &&
         !byline::is_capital(rest, words[0].span.begin) && byline::has_job(rest);
}

}  // namespace

Bylines::Bylines(const Page& page, const Head& head)
    : page_(page), head_(head), headline_(headline_of(page)) {}

std::vector<Bylines::Reach> Bylines::reaches() const {
  const auto size = static_cast<std::uint32_t>(page_.nodes.size());
  if (!has_headline()) return {{0, size, false}};
  return {{headline_, size, false}, {0, headline_, true}};
}

// Of the elements around it those that hold the headline too say nothing: "comments-open".
bool Bylines::is_in_comment(std::uint32_t i) const {
  constexpr int kHighest = 8;
  for (int up = 0; up < kHighest && i != 0; ++up, i = page_.nodes[i].parent) {
    if (up > 0 && i <= headline_ && headline_ < page_.nodes[i].end) return false;
    if ((page_.class_roles(i) & bit(html::Role::comment)) != 0) return true;
  }
  return false;
}

// A heading of the second level or lower that is a link, and not the title of the page.
bool Bylines::is_other_heading(std::uint32_t i) const {
  const Tag tag = page_.nodes[i].tag;
  if (!html::is_heading(tag) || tag == Tag::h1 || tag == Tag::h6) return false;
  if (page_.nodes[i].end - i > kWidestSubtree) return false;
  bool is_link = link_around(page_, i) != 0;
  for (std::uint32_t n = i; n < page_.nodes[i].end && !is_link; ++n) {
    is_link = page_.nodes[n].tag == Tag::a;
  }
  if (!is_link) return false;
  const std::string text = html::text_of(page_, i);
  return !text.empty() && collapse_space(head_.title).find(text) == std::string::npos &&
         collapse_space(head_.first({"og:title"})).find(text) == std::string::npos;
}

// Whether an element close around holds the linked heading of another report.
bool Bylines::is_in_teaser(std::uint32_t node) const {
  constexpr int kHighest = 4;
  constexpr std::uint32_t kWidest = 60;
  for (int up = 0; up < kHighest && node != 0; ++up, node = page_.nodes[node].parent) {
    const std::uint32_t end = page_.nodes[node].end;
    if (end - node > kWidest || (node <= headline_ && headline_ < end)) return false;
    for (std::uint32_t i = node; i < end; ++i) {
      if (is_other_heading(i)) return true;
    }
  }
  return false;
}

bool Bylines::is_of_others(std::uint32_t node) const {
  return is_aside(page_, node, headline_) || is_in_teaser(node);
}

Names Bylines::marked_in(const Reach& reach, bool by_class) const {
  Names names;
  std::size_t seen = 0, looked_at = 0;
  std::uint32_t end = reach.end, first = 0;
  for (std::uint32_t i = reach.begin; i < end && seen < kMostTries; ++i) {
    const html::Node& node = page_.nodes[i];
    if (node.attribute_count == 0 || node.end - i > kWidestSubtree || node.tag == Tag::meta)
      continue;
    if (!is_marked(page_, i, by_class)) continue;
    if (node.tag == Tag::link || node.tag == Tag::label || node.tag == Tag::form) continue;
    if (++looked_at > kMostLookedAt) break;
    if (is_in_comment(i) || is_of_others(i)) continue;
    if (first != 0 && !follows_in_list(page_, first, i)) break;
    const std::string text = lines_of(page_, i);
    if (text.empty() || text.size() > kLongestByline) continue;
    ++seen;
    Names found = names_in_byline(text);
    if (found.empty() && !by_class && words_of(text).size() == 1) found = names_in_field(text);
    for (std::string& name : found) add_once(names, std::move(name));
    if (by_class && first == 0 && !names.empty()) {
      end = page_.nodes[node.parent].end;
    }
    if (by_class && !names.empty()) first = i;
    i = node.end - 1;
  }
  return names;
}

Names Bylines::marked() const {
  for (const Reach& reach : reaches()) {
    if (Names names = marked_in(reach, false); !names.empty()) return names;
  }
  return {};
}

Names Bylines::classed() const {
  for (const Reach& reach : reaches()) {
    if (Names names = marked_in(reach, true); !names.empty()) return names;
  }
  return {};
}

Names Bylines::linked() const {
  constexpr std::uint32_t kReach = 400;
  Names names;
  std::uint32_t parent = 0;
  const auto end = std::min<std::size_t>(std::size_t{headline_} + kReach, page_.nodes.size());
  for (std::uint32_t i = headline_; i < end; ++i) {
    const html::Node& node = page_.nodes[i];
    if (node.tag != Tag::a || !leads_to_author(page_, i)) continue;
    if (!names.empty() && node.parent != parent) break;
    if (is_of_others(i)) continue;
    for (std::string& name : names_in_byline(lines_of(page_, i))) {
      if (name.find(' ') == std::string::npos) continue;
      add_once(names, std::move(name));
      parent = node.parent;
    }
  }
  return names;
}

// In some languages "by" also begins names and titles: there the page must be in one of them, or
// the word be written small right under the headline.
bool Bylines::may_open(std::string_view line, std::uint32_t node) const {
  constexpr std::uint32_t kNear = 80;
  if (opens_byline(line, head_.language)) return true;
  const bool near = has_headline() && node > headline_ && node < headline_ + kNear;
  return near && (head_.language.empty() || !byline::is_capital(line, 0)) && opens_byline(line);
}

Names Bylines::lines_in(const Reach& reach) const {
  constexpr std::string_view kMarks = "|-/ ";
  std::size_t tried = 0, looked_at = 0;
  for (std::uint32_t i = reach.begin; i < reach.end && tried < kMostTries; ++i) {
    const html::Node& node = page_.nodes[i];
    if (node.tag != Tag::text || node.text.size() > kLongestByline) continue;
    std::string_view text = trim(page_.text(i));
    text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
    if (text.size() < 2) continue;
    const bool alone = is_byline_opener(text);
    if (!alone && !may_open(text, i)) continue;
    const std::uint32_t holder = alone ? holder_of_more(page_, i) : node.parent;
    if (page_.nodes[holder].end - holder > kWidestSubtree) continue;
    if (++looked_at > kMostLookedAt) break;
    if (reach.before_headline && link_around(page_, i) != 0) continue;
    if (is_of_others(node.parent)) continue;
    const std::string line = lines_of(page_, holder);
    if (line.size() > kLongestByline) continue;
    ++tried;
    Names names = names_in_byline(line);
    // "Di" is also Tuesday, and "By Country" a menu's.
    const bool is_sure = !alone && !reach.before_headline &&
                         (is_called_author(page_, holder) || !read_dates(line).empty());
    std::erase_if(names, [&](const std::string& name) {
      return alone ? !is_full_name(name) : !is_sure && !is_full(name);
    });
    if (!names.empty()) return names;
  }
  return {};
}

Names Bylines::in_lines() const {
  for (const Reach& reach : reaches()) {
    if (Names names = lines_in(reach); !names.empty()) return names;
  }
  return {};
}

bool Bylines::is_person(std::uint32_t text, std::string_view name) const {
  if (const std::uint32_t link = link_around(page_, text); link != 0) {
    return leads_to_author(page_, link) || is_marked(page_, link, false);
  }
  const std::uint32_t holder = holder_of_more(page_, text);
  if (page_.nodes[holder].end - holder <= kWidestSubtree) {
    for (std::uint32_t i = holder; i < page_.nodes[holder].end; ++i) {
      if (page_.attribute(i, Attribute::href).starts_with("mailto:")) return true;
    }
  }
  for (auto i = text + 1; i < page_.nodes.size(); ++i) {
    if (page_.nodes[i].tag == Tag::text && is_biography(trim(page_.text(i)), name)) return true;
  }
  return false;
}

Names Bylines::beside_date() const {
  constexpr std::uint32_t kReach = 60;
  constexpr std::size_t kLongestLine = 60;
  if (!has_headline()) return {};
  const std::uint32_t begin = page_.nodes[headline_].end;
  std::uint32_t before = 0;  // the line before, where it may be a name
  bool after_date = false;
  const auto last = std::min<std::size_t>(begin + kReach, page_.nodes.size());
  for (std::uint32_t i = begin; i < last; ++i) {
    if (page_.nodes[i].tag != Tag::text) continue;
    const std::string_view text = trim(page_.text(i));
    if (words_of(text).empty()) continue;
    if (text.size() > kLongestLine) return {};  // the text begins
    if (!read_dates(text).empty()) {
      if (before != 0) return {std::string(trim(page_.text(before)))};
      Names names = names_in_byline(text);
      if (names.size() == 1 && is_full_name(names[0]) && is_person(i, names[0])) return names;
      after_date = true;
      continue;
    }
    const bool is_name = is_full_name(text) && is_person(i, text);
    if (after_date && is_name) return {std::string(text)};
    before = is_name ? i : 0;
    after_date = false;
  }
  return {};
}

}  // namespace stemma

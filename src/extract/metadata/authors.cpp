#include "extract/metadata/authors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/html/class_words.h"
#include "extract/metadata/element_lines.h"
#include "extract/metadata/letters.h"
#include "model/byline/names.h"
#include "model/outlets.h"
#include "model/written_date.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;

constexpr std::size_t kLongestByline = 160;
// A longer list is of the outlet's writers, not of the article's.
constexpr std::size_t kMostAuthors = 8;
// Elements and lines looked into before the search for a byline is given up; nodes of each.
constexpr std::size_t kMostTries = 12, kWidestSubtree = 40;

// A list over kMostAuthors is not believed, whatever else it holds.
void add_once(std::vector<std::string>& names, std::string name) {
  if (names.size() > kMostAuthors) return;
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

// "USA TODAY", "Reuters"; not "Post" and "Sun", which are also names of persons.
bool is_clearly_outlet(std::string_view text) {
  const std::vector<OutletName> names = find_outlet_names(text);
  return names.size() == 1 && names[0].span.end - names[0].span.begin == text.size() &&
         !names[0].ambiguous && !names[0].weak;
}

// What the outlet is called, to tell it from its authors.
class OutletNames {
 public:
  OutletNames(const Head& head, const LinkedData& data, const std::optional<std::string>& outlet) {
    for (const std::string_view name :
         {head.first({"og:site_name"}), head.first({"application-name"}),
          std::string_view(data.publisher)}) {
      if (std::string letters = letters_of(name); letters.size() >= kShortest) {
        names_.push_back(std::move(letters));
      }
    }
    const std::string_view domain = outlet ? std::string_view(*outlet) : std::string_view();
    label_ = letters_of(domain.substr(0, domain.find('.')));
  }

  // "The Courier", "courierstaff", "Courier.example" on courier.example. A person's site may have
  // its name: two words that only the domain has are the person.
  bool has(std::string_view name) const {
    if (known_outlet(name) != nullptr || has_article(name)) return true;
    const std::string letters = letters_of(name);
    if (!letters.empty() && letters == label_) return true;
    for (const std::string& own : names_) {
      if (letters == own) return true;
      if (letters.find(own) != std::string::npos && letters.size() <= own.size() + kFewMore)
        return true;
    }
    return label_.size() >= kShortest && name.find(' ') == std::string_view::npos &&
           letters.find(label_) != std::string::npos;
  }

  // "Ann Lee USA TODAY" → "Ann Lee": an outlet that follows a name of two words or more.
  std::string without(const std::string& name) const {
    constexpr std::string_view kArticle = " the";
    if (has_article(name)) return name;
    const std::vector<Word> words = words_of(name);
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::string_view rest = std::string_view(name).substr(words[i].span.begin);
      const std::string letters = letters_of(rest);
      const bool own =
          letters == label_ || std::find(names_.begin(), names_.end(), letters) != names_.end();
      // "van der Post" is a name, and so is "Post" as long as nothing says which one.
      if (is_lower(decode_utf8(name, words[i - 1].span.begin).code_point)) continue;
      if (!own && !is_clearly_outlet(rest)) continue;
      std::string_view person = trim(std::string_view(name).substr(0, words[i].span.begin));
      if (i > 2 && person.size() > kArticle.size() &&
          equal_ignoring_case(person.substr(person.size() - kArticle.size()), kArticle)) {
        person.remove_suffix(kArticle.size());
      }
      return std::string(person);
    }
    return name;
  }

 private:
  static constexpr std::size_t kShortest = 4, kFewMore = 10;
  static bool has_article(std::string_view name) { return starts_with_ignoring_case(name, "the "); }

  std::vector<std::string> names_;
  std::string label_;
};

// "sarah-indra", "cstadtfeld": how a person logs in. Other scripts have no capitals, or no blanks.
bool is_login(std::string_view name) {
  return std::none_of(name.begin(), name.end(), [](char c) {
    return c == ' ' || is_ascii_upper(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

// "EFE", "CSP": an agency, or no author at all.
bool is_abbreviation(std::string_view name) {
  constexpr std::size_t kLongest = 5;
  return name.size() <= kLongest && std::all_of(name.begin(), name.end(), is_ascii_upper);
}

// Outlets, newsrooms, logins and abbreviations are authors only where no person is.
std::vector<std::string> persons_among(const std::vector<std::string>& names,
                                       const OutletNames& outlet) {
  std::vector<std::string> persons;
  for (const std::string& name : names) {
    std::string person = outlet.without(name);
    const bool cut = person.size() < name.size();
    if (is_login(name) || is_abbreviation(name) || is_newsroom(name)) continue;
    if (cut || !outlet.has(name)) add_once(persons, std::move(person));
  }
  return persons;
}

// Weighs one list of names after another.
class Choice {
 public:
  explicit Choice(const OutletNames& outlet) : outlet_(outlet) {}

  // Whether the list names a person. One that does not waits until no other does.
  bool settles(Said<std::vector<std::string>> names) {
    if (names.value.empty() || names.value.size() > kMostAuthors) return false;
    std::vector<std::string> persons = persons_among(names.value, outlet_);
    if (!persons.empty()) {
      chosen_ = {std::move(persons), std::move(names.source)};
      return true;
    }
    if (chosen_.value.empty()) chosen_ = std::move(names);
    return false;
  }

  // Takes a list that names all persons of the chosen one and more: linked data often has the first
  // alone.
  void widen(Said<std::vector<std::string>> names) {
    if (names.value.size() > kMostAuthors) return;
    std::vector<std::string> persons = persons_among(names.value, outlet_);
    const auto is_there = [&](const std::string& name) {
      return std::any_of(persons.begin(), persons.end(), [&](const std::string& other) {
        return equal_ignoring_case(name, other);
      });
    };
    const std::vector<std::string>& chosen = chosen_.value;
    if (persons.size() > chosen.size() && std::all_of(chosen.begin(), chosen.end(), is_there)) {
      chosen_ = {std::move(persons), std::move(names.source)};
    }
  }

  Said<std::vector<std::string>> take() { return std::move(chosen_); }

 private:
  const OutletNames& outlet_;
  Said<std::vector<std::string>> chosen_;
};

std::vector<std::string> names_in_all(const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const std::string& text : texts) {
    std::string_view bare = trim(text);
    while (!bare.empty() && (bare.front() == ',' || bare.front() == ' ')) bare.remove_prefix(1);
    // "The Courier & Gazette" is one.
    if (starts_with_ignoring_case(bare, "the ")) {
      add_once(names, std::string(bare));
      continue;
    }
    for (std::string& name : names_in_field(bare)) add_once(names, std::move(name));
  }
  return names;
}

Said<std::vector<std::string>> names_in_meta(const Head& head) {
  std::vector<std::string> names;
  for (const std::string_view wanted :
       {"author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator",
        "dcterms.creator", "article:author_name", "citation_author", "cxenseparse:author",
        "article.author"}) {
    for (const auto& [key, content] : head.meta) {
      if (key != wanted) continue;
      for (std::string& name : names_in_field(content)) add_once(names, std::move(name));
    }
    if (!names.empty()) return {std::move(names), fmt::format("meta {}", wanted)};
  }
  return {};
}

// Elements that say they hold an author.
bool is_marked(const Page& page, std::uint32_t i, bool by_class) {
  if (by_class) return (page.class_roles(i) & bit(html::Role::author)) != 0;
  return page.attribute(i, Attribute::rel).find("author") != std::string_view::npos ||
         starts_with_ignoring_case(page.attribute(i, Attribute::itemprop), "author");
}

// The first h1; none is past the end.
std::uint32_t first_headline(const Page& page) {
  const auto is_h1 = [](const html::Node& node) { return node.tag == Tag::h1; };
  const auto found = std::find_if(page.nodes.begin(), page.nodes.end(), is_h1);
  return static_cast<std::uint32_t>(found - page.nodes.begin());
}

// Of the elements around it those that hold the headline too say nothing: "comments-open".
bool is_in_comment(const Page& page, std::uint32_t i, std::uint32_t headline) {
  constexpr int kHighest = 8;
  for (int up = 0; up < kHighest && i != 0; ++up, i = page.nodes[i].parent) {
    if (up > 0 && i <= headline && headline < page.nodes[i].end) return false;
    if ((page.class_roles(i) & bit(html::Role::comment)) != 0) return true;
  }
  return false;
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

// By rel or itemprop, or else by a class word; then the first, and those set beside it in the same
// way.
std::vector<std::string> names_marked(const Page& page, bool by_class) {
  std::vector<std::string> names;
  std::size_t seen = 0;
  const std::uint32_t headline = first_headline(page);
  auto end = static_cast<std::uint32_t>(page.nodes.size());
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i < end && seen < kMostTries; ++i) {
    const html::Node& node = page.nodes[i];
    if (node.attribute_count == 0 || node.end - i > kWidestSubtree || node.tag == Tag::meta)
      continue;
    if (!is_marked(page, i, by_class)) continue;
    if (node.tag == Tag::link || node.tag == Tag::label || node.tag == Tag::form) continue;
    if (is_in_comment(page, i, headline)) continue;
    if (first != 0 && !follows_in_list(page, first, i)) break;
    const std::string text = lines_of(page, i);
    if (text.empty() || text.size() > kLongestByline) continue;
    ++seen;
    std::vector<std::string> found = names_in_byline(text);
    if (found.empty() && !by_class && words_of(text).size() == 1) found = names_in_field(text);
    for (std::string& name : found) add_once(names, std::move(name));
    if (by_class && first == 0 && !names.empty()) {
      end = page.nodes[node.parent].end;
    }
    if (by_class && !names.empty()) first = i;
    i = node.end - 1;
  }
  return names;
}

std::vector<std::string> names_marked_as_such(const Page& page) {
  return names_marked(page, false);
}
std::vector<std::string> names_classed(const Page& page) { return names_marked(page, true); }

// Links to an author's page beside one another: the first after the headline.
std::vector<std::string> names_linked(const Page& page) {
  constexpr std::uint32_t kReach = 400;
  std::vector<std::string> names;
  std::uint32_t headline = 0, parent = 0;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    const html::Node& node = page.nodes[i];
    if (node.tag == Tag::h1) headline = i;
    if (headline == 0 || node.tag != Tag::a) continue;
    if (i > headline + kReach) break;
    const std::string_view href = page.attribute(i, Attribute::href);
    if (href.find("/author/") == std::string_view::npos &&
        href.find("/autor/") == std::string_view::npos &&
        href.find("/authors/") == std::string_view::npos &&
        href.find("/staff/") == std::string_view::npos) {
      continue;
    }
    if (!names.empty() && node.parent != parent) break;
    for (std::string& name : names_in_byline(lines_of(page, i))) {
      if (name.find(' ') == std::string::npos) continue;
      add_once(names, std::move(name));
      parent = node.parent;
    }
  }
  return names;
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

// A line of its own that opens with "By".
std::vector<std::string> names_in_lines(const Page& page) {
  constexpr std::string_view kMarks = "|-/ ";
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < page.nodes.size() && tried < kMostTries; ++i) {
    const html::Node& node = page.nodes[i];
    if (node.tag != Tag::text || node.text.size() > kLongestByline) continue;
    std::string_view text = trim(page.text(i));
    text.remove_prefix(std::min(text.find_first_not_of(kMarks), text.size()));
    if (text.size() < 2) continue;
    const bool alone = is_byline_opener(text);
    if (!alone && !opens_byline(text)) continue;
    const std::uint32_t holder = alone ? holder_of_more(page, i) : node.parent;
    if (page.nodes[holder].end - holder > kWidestSubtree) continue;
    const std::string line = lines_of(page, holder);
    if (line.size() > kLongestByline) continue;
    ++tried;
    std::vector<std::string> names = names_in_byline(line);
    // "Di" is also Tuesday.
    if (alone) std::erase_if(names, [](const std::string& name) { return !is_full_name(name); });
    if (!names.empty()) return names;
  }
  return {};
}

// Whether the page says the same in the menus before: a section's name.
bool is_said_before(const Page& page, std::uint32_t end, std::string_view text) {
  for (std::uint32_t i = 0; i < end; ++i) {
    if (page.nodes[i].tag == Tag::text && trim(page.text(i)) == text) return true;
  }
  return false;
}

// A full name and nothing else on the line of the date under the headline, before or after it.
std::vector<std::string> names_beside_date(const Page& page) {
  constexpr std::uint32_t kReach = 60;
  constexpr std::size_t kLongestLine = 60;
  const std::uint32_t headline = first_headline(page);
  if (headline == page.nodes.size()) return {};
  const std::uint32_t begin = page.nodes[headline].end;
  std::string_view name;  // the line before
  bool after_date = false;
  const auto last = std::min<std::size_t>(begin + kReach, page.nodes.size());
  for (std::uint32_t i = begin; i < last; ++i) {
    if (page.nodes[i].tag != Tag::text) continue;
    const std::string_view text = trim(page.text(i));
    if (words_of(text).empty()) continue;
    if (text.size() > kLongestLine) return {};  // the text begins
    const std::vector<DateInText> dates = read_dates(text);
    if (!dates.empty()) {
      if (!name.empty()) return {std::string(name)};
      const std::vector<std::string> names = names_in_byline(text);
      if (names.size() == 1 && is_full_name(names[0])) return names;
      after_date = true;
      continue;
    }
    const bool is_name = is_full_name(text) && !is_said_before(page, headline, text);
    name = is_name ? text : std::string_view();
    if (after_date && !name.empty()) return {std::string(name)};
    after_date = false;
  }
  return {};
}

}  // namespace

Said<std::vector<std::string>> authors_of(const Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& outlet) {
  // Where a page's authors may stand, the surest first.
  struct Place {
    std::vector<std::string> (*names)(const Page&);
    std::string_view source;
  };
  constexpr std::array<Place, 5> kPlaces{{{names_marked_as_such, "marked element"},
                                          {names_classed, "byline class"},
                                          {names_linked, "author link"},
                                          {names_in_lines, "visible line"},
                                          {names_beside_date, "beside the date"}}};
  const OutletNames own(head, data, outlet);
  Choice choice(own);
  if (choice.settles({names_in_all(data.authors), "json-ld"}) ||
      choice.settles({names_in_all(data.more_authors), "json-ld"})) {
    choice.widen(names_in_meta(head));
    return choice.take();
  }
  if (choice.settles(names_in_meta(head))) return choice.take();
  for (const Place& place : kPlaces) {
    if (choice.settles({place.names(page), std::string(place.source)})) break;
  }
  return choice.take();
}

}  // namespace stemma

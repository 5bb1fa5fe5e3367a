#include "extract/metadata/authors.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/html/class_words.h"
#include "extract/metadata/byline_opener.h"
#include "extract/metadata/names.h"
#include "model/outlets.h"

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

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : to_lower(text)) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      letters += c;
  }
  return letters;
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
    if (known_outlet(name) != nullptr || starts_with_ignoring_case(name, "the ")) return true;
    const std::string letters = letters_of(name);
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
    const std::vector<Word> words = words_of(name);
    for (std::size_t i = 2; i < words.size(); ++i) {
      const std::string_view rest = std::string_view(name).substr(words[i].span.begin);
      const std::string letters = letters_of(rest);
      const bool own =
          letters == label_ || std::find(names_.begin(), names_.end(), letters) != names_.end();
      // "van der Post" is a name, and so is "Post" as long as nothing says which one.
      if (is_lower(decode_utf8(name, words[i - 1].span.begin).code_point)) continue;
      if (!own && !is_clearly_outlet(rest)) continue;
      return std::string(trim(std::string_view(name).substr(0, words[i].span.begin)));
    }
    return name;
  }

 private:
  static constexpr std::size_t kShortest = 4, kFewMore = 10;
  std::vector<std::string> names_;
  std::string label_;
};

// "sarah-indra", "cstadtfeld": how a person logs in.
bool is_login(std::string_view name) {
  return name.find(' ') == std::string_view::npos &&
         std::none_of(name.begin(), name.end(), is_ascii_upper);
}

// Outlets and logins are authors only where no person is.
std::vector<std::string> persons_among(const std::vector<std::string>& names,
                                       const OutletNames& outlet) {
  std::vector<std::string> persons;
  for (const std::string& name : names) {
    if (!outlet.has(name) && !is_login(name)) add_once(persons, outlet.without(name));
  }
  return persons;
}

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

// Elements that say they hold an author: rel, itemprop, or a class word.
std::vector<std::string> names_marked(const Page& page, bool by_class) {
  std::vector<std::string> names;
  std::size_t seen = 0;
  for (std::uint32_t i = 0; i < page.nodes.size() && seen < kMostTries; ++i) {
    const html::Node& node = page.nodes[i];
    if (node.attribute_count == 0 || node.end - i > kWidestSubtree || node.tag == Tag::meta)
      continue;
    const bool marked =
        by_class ? (page.class_roles(i) & bit(html::Role::author)) != 0
                 : page.attribute(i, Attribute::rel).find("author") != std::string_view::npos ||
                       page.attribute(i, Attribute::itemprop) == "author";
    if (!marked || node.tag == Tag::link || node.tag == Tag::label || node.tag == Tag::form)
      continue;
    if ((page.class_roles(i) & bit(html::Role::comment)) != 0) continue;
    const std::string text = html::text_of(page, i);
    if (text.empty() || text.size() > kLongestByline) continue;
    ++seen;
    std::vector<std::string> found = names_in_byline(text);
    if (found.empty() && !by_class && words_of(text).size() == 1) found = names_in_field(text);
    for (std::string& name : found) add_once(names, std::move(name));
    if (by_class && !names.empty()) break;
    i = node.end - 1;
  }
  return names;
}

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
    for (std::string& name : names_in_byline(html::text_of(page, i))) {
      if (name.find(' ') == std::string::npos) continue;
      add_once(names, std::move(name));
      parent = node.parent;
    }
  }
  return names;
}

// A line of its own that opens with "By".
std::vector<std::string> names_in_lines(const Page& page) {
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < page.nodes.size() && tried < kMostTries; ++i) {
    const html::Node& node = page.nodes[i];
    if (node.tag != Tag::text || node.text.size() > kLongestByline) continue;
    const std::string_view text = trim(page.text(i));
    if (text.size() < 2) continue;
    const bool alone = equal_ignoring_case(text, "by") || equal_ignoring_case(text, "by:") ||
                       equal_ignoring_case(text, "von");
    if (!alone && !opens_byline(text)) continue;
    const std::uint32_t holder = alone ? page.nodes[node.parent].parent : node.parent;
    if (page.nodes[holder].end - holder > kWidestSubtree) continue;
    const std::string line = html::text_of(page, holder);
    if (line.size() > kLongestByline) continue;
    ++tried;
    if (auto names = names_in_byline(line); !names.empty()) return names;
  }
  return {};
}

}  // namespace

Said<std::vector<std::string>> authors_of(const Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& outlet) {
  const OutletNames own(head, data, outlet);
  // A list without a person waits until no other has one.
  Said<std::vector<std::string>> desk;
  constexpr int kLists = 7;
  for (int list = 0; list < kLists; ++list) {
    Said<std::vector<std::string>> names =
        list == 0   ? Said{names_in_all(data.authors), "json-ld"}
        : list == 1 ? Said{names_in_all(data.more_authors), "json-ld"}
        : list == 2 ? names_in_meta(head)
        : list == 3 ? Said{names_marked(page, false), "marked element"}
        : list == 4 ? Said{names_marked(page, true), "byline class"}
        : list == 5 ? Said{names_linked(page), "author link"}
                    : Said{names_in_lines(page), "visible line"};
    if (names.value.empty() || names.value.size() > kMostAuthors) continue;
    std::vector<std::string> persons = persons_among(names.value, own);
    if (!persons.empty()) return {std::move(persons), std::move(names.source)};
    if (desk.value.empty()) desk = std::move(names);
  }
  return desk;
}

}  // namespace stemma

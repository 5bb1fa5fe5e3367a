#include "extract/metadata/authors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/bylines.h"
#include "extract/metadata/letters.h"
#include "model/byline/names.h"
#include "model/outlets.h"

namespace stemma {
namespace {

// A longer list is of the outlet's writers, not of the article's.
constexpr std::size_t kMostAuthors = 8;

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

}  // namespace

Said<std::vector<std::string>> authors_of(const html::Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& outlet) {
  // Where a page's authors may stand, the surest first.
  struct Place {
    std::vector<std::string> (Bylines::*names)() const;
    std::string_view source;
  };
  constexpr std::array<Place, 5> kPlaces{{{&Bylines::marked, "marked element"},
                                          {&Bylines::classed, "byline class"},
                                          {&Bylines::linked, "author link"},
                                          {&Bylines::in_lines, "visible line"},
                                          {&Bylines::beside_date, "beside the date"}}};
  const OutletNames own(head, data, outlet);
  Choice choice(own);
  if (choice.settles({names_in_all(data.authors), "json-ld"}) ||
      choice.settles({names_in_all(data.more_authors), "json-ld"})) {
    choice.widen(names_in_meta(head));
    return choice.take();
  }
  if (choice.settles(names_in_meta(head))) return choice.take();
  const Bylines bylines(page, head);
  for (const Place& place : kPlaces) {
    if (choice.settles({(bylines.*place.names)(), std::string(place.source)})) break;
  }
  return choice.take();
}

}  // namespace stemma

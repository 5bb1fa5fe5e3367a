#include "extract/metadata/authors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/body/blocks.h"
#include "extract/html/class_words.h"
#include "extract/phrases.h"
#include "model/outlets.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;

constexpr std::size_t kLongestByline = 160;
// A longer list is of the outlet's writers, not of the article's; a longer text is no list of
// names.
constexpr std::size_t kMostAuthors = 8, kLongestList = 4096;
// Elements and lines looked into before the search for a byline is given up; nodes of each.
constexpr std::size_t kMostTries = 12, kWidestSubtree = 40;

// What opens a byline, what ends the names in it, what is a job and no name.
constexpr std::array<std::string_view, 36> kOpeners{"zeige alle beiträge von",
                                                    "alle beiträge von",
                                                    "view all posts by",
                                                    "all posts by",
                                                    "posts by",
                                                    "articles by",
                                                    "auteur",
                                                    "autore",
                                                    "beitragvon",
                                                    "by:",
                                                    "by",
                                                    "written by",
                                                    "words by",
                                                    "reported by",
                                                    "posted by",
                                                    "published by",
                                                    "author:",
                                                    "authors:",
                                                    "author",
                                                    "story by",
                                                    "article by",
                                                    "text by",
                                                    "review by",
                                                    "veröffentlicht von",
                                                    "geschrieben von",
                                                    "beitrag von",
                                                    "von",
                                                    "par",
                                                    "por",
                                                    "autor:",
                                                    "autorin:",
                                                    "text:",
                                                    "von:",
                                                    "opinion by",
                                                    "analysis by",
                                                    "di"};
constexpr std::array<std::string_view, 40> kEndings{
    " for the ", " for ",       " published", " updated",   " posted",    " on ",     " at ",
    " | ",       " • ",         " · ",        " — ",        " – ",        " - ",      " last ",
    " in ",      " january ",   " february ", " march ",    " april ",    " june ",   " july ",
    " august ",  " september ", " october ",  " november ", " december ", " follow ", " @",
    " (",        " in ",        " comments",  " staff",     " is a ",     " of the ", " am ",
    " vom ",     " from ",      "\t",         " from the ", " min read"};
constexpr std::array<PhraseRow, 1> kNoName{
    {{0,
      "=reporter= =reporters= =editor= =editors= =writer= =writers= =correspondent= =producer= "
      "=columnist= "
      "=journalist= =contributor= =contributors= =photographer= =bureau= =chief= =senior= "
      "=director= "
      "=managing= =published= =updated= =posted= =twitter= =facebook= =follow= =email= =subscribe= "
      "=newsletter= =comments= =comment= =read= =share= =by= =special= =redakteur= =redakteurin= "
      "=minutes= =view= =more= =all= =posts= =profile= =bio= =articles= =http= =https= =www= =com= "
      "=ago= "
      "=analyst= =host= =professor= =author= =authors= =am= =pm= =january= =february= =march= "
      "=april= =june= "
      "=july= =august= =september= =october= =november= =december= =monday= =tuesday= =wednesday= "
      "=thursday= =friday= =saturday= =sunday= =contributing= =reporting= =image= =photo= =admin= "
      "=administrator= =uhr= =kommentare= =archive= =about= =opinion= "
      "=name= =login= =redaktion= =agencies= =agency= =head=of =guest= =phd= =md="}}};

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_ascii_upper(c)) c = static_cast<char>(c + 32);
  }
  return out;
}

// "vonAnn": two elements that only their style sets apart.
bool is_glued(std::string_view text, std::size_t at) {
  return is_ascii_lower(text[at - 1]) && is_upper(decode_utf8(text, at).code_point);
}

// "By: Ann" → "Ann". Several openers may follow one another.
std::string_view without_opener(std::string_view text, bool* opened) {
  for (bool more = true; more;) {
    more = false;
    text = trim(text);
    for (const std::string_view opener : kOpeners) {
      if (!starts_with_ignoring_case(text, opener)) continue;
      const bool word_ends =
          text.size() > opener.size() &&
          (opener.back() == ':' || text[opener.size()] == ' ' || text[opener.size()] == ':' ||
           text.substr(opener.size(), 2) == "\xC2\xA0" || is_glued(text, opener.size()));
      if (!word_ends) continue;
      text.remove_prefix(opener.size());
      while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
      *opened = more = true;
      break;
    }
  }
  return text;
}

// With `marked` the page itself says that this is an author: a pen name in lower case will do.
bool looks_like_name(std::string_view name, bool marked) {
  constexpr std::size_t kLongestName = 50, kMostWords = 5;
  static const PhraseSet no_name(kNoName);
  if (name.size() < 3 || name.size() > kLongestName) return false;
  if (name.find_first_of("0123456789@/\\<>{}()[]=_#:?!*") != std::string_view::npos) return false;
  if (no_name.kinds_in(name) != 0) return false;
  const std::vector<Word> words = words_of(name);
  if (words.empty() || words.size() > kMostWords + 1) return false;
  const Decoded first = decode_utf8(name, words.front().span.begin);
  return is_letter(first.code_point) && (marked || !is_lower(first.code_point));
}

// A list over kMostAuthors is not believed, whatever else it holds.
void add_once(std::vector<std::string>& names, std::string name) {
  if (names.size() > kMostAuthors) return;
  const auto same = [&](const std::string& other) { return equal_ignoring_case(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(std::move(name));
}

// Cuts at the separators of a list of names.
std::vector<std::string> split_names(std::string_view text) {
  constexpr std::array<std::string_view, 12> kBetween{
      " and ", " und ", " et ", " with ", " & ", ";", ",", "|", " y ", "/", "•", "·"};
  std::vector<std::string> names;
  std::string lowered = lower_ascii(text);
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = text.size(), next = text.size() + 1;
    for (const std::string_view between : kBetween) {
      const auto at = lowered.find(between, begin);
      if (at != std::string::npos && at < end) {
        end = at;
        next = at + between.size();
      }
    }
    names.push_back(collapse_space(text.substr(begin, end - begin)));
    begin = next;
  }
  return names;
}

std::vector<std::string> names_in(std::string_view text, bool marked) {
  std::vector<std::string> names;
  if (text.size() > kLongestList) return names;
  for (std::string& name : split_names(text)) {
    bool opened = false;
    std::string_view bare = without_opener(name, &opened);
    while (!bare.empty() && (bare.back() == '.' || bare.back() == '-') &&
           !(bare.size() > 3 && bare[bare.size() - 3] == ' ') && !bare.ends_with("Jr.") &&
           !bare.ends_with("Sr.")) {
      bare.remove_suffix(1);
    }
    std::string visible = as_line(bare);
    if (looks_like_name(visible, marked)) add_once(names, std::move(visible));
  }
  return names;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : to_lower(text)) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80)
      letters += c;
  }
  return letters;
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
      if (!own && known_outlet(rest) == nullptr) continue;
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
    for (std::string& name : names_in(bare, true)) add_once(names, std::move(name));
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
      for (std::string& name : names_in(content, true)) add_once(names, std::move(name));
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
    if (found.empty() && !by_class && words_of(text).size() == 1) found = names_in(text, true);
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
    bool opened = false;
    const std::string_view text = trim(page.text(i));
    if (text.size() < 2) continue;
    without_opener(text, &opened);
    const bool alone = equal_ignoring_case(text, "by") || equal_ignoring_case(text, "by:") ||
                       equal_ignoring_case(text, "von");
    if (!opened && !alone) continue;
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

std::vector<std::string> names_in_byline(std::string_view byline) {
  bool opened = false;
  std::string_view text = without_opener(byline, &opened);
  const std::string lowered = lower_ascii(text) + ' ';
  std::size_t end = text.size();
  for (const std::string_view ending : kEndings) {
    const auto at = lowered.find(ending);
    if (at != std::string::npos && at > 0) end = std::min(end, at);
  }
  for (std::size_t i = 1; i < end; ++i) {
    if (is_ascii_digit(text[i])) end = i;
  }
  return names_in(text.substr(0, end), false);
}

bool opens_byline(std::string_view line) {
  bool opened = false;
  without_opener(line, &opened);
  return opened;
}

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

#include "extract/metadata/title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : words_of(text)) words.push_back(std::move(word.folded));
  return words;
}

std::vector<std::string> bag_of(std::string_view text) {
  std::vector<std::string> words = folded_words(text);
  std::sort(words.begin(), words.end());
  return words;
}

// Dice coefficient of two bags of words.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t both = 0;
  for (auto at = a.begin(), other = b.begin(); at != a.end() && other != b.end();) {
    const int order = at->compare(*other);
    both += order == 0 ? 1 : 0;
    if (order <= 0) ++at;
    if (order >= 0) ++other;
  }
  return 2.0 * static_cast<double>(both) / static_cast<double>(a.size() + b.size());
}

constexpr std::array<std::string_view, 10> kSeparators{
    " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", "|"};

struct Cut {
  std::size_t begin = std::string_view::npos, end = 0;
};

Cut last_separator(std::string_view title) {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.rfind(separator);
    if (at != std::string_view::npos && (last.begin == std::string_view::npos || at > last.begin)) {
      last = {at, at + separator.size()};
    }
  }
  return last;
}

Cut first_separator(std::string_view title) {
  Cut first;
  for (const std::string_view separator : kSeparators) {
    const auto at = title.find(separator);
    if (at < first.begin) first = {at, at + separator.size()};
  }
  return first;
}

// What stands between the marks of a page's title, where it is long enough for a headline.
std::vector<std::string> parts_of(std::string_view title) {
  constexpr std::size_t kShortest = 3, kMostParts = 6;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < kMostParts && !title.empty(); ++i) {
    const Cut next = first_separator(title);
    const std::string_view part = title.substr(0, next.begin);
    if (words_of(part).size() >= kShortest) parts.emplace_back(trim(part));
    title = next.begin == std::string_view::npos ? std::string_view() : title.substr(next.end);
  }
  return parts;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

// A part that has the outlet's name and little else, or is a part of it.
bool names_outlet(std::string_view part, std::string_view outlet) {
  constexpr std::size_t kMoreLetters = 20;
  const std::string a = letters_of(part), b = letters_of(outlet);
  if (a.empty() || b.size() < 3) return false;
  if (a.find(b) != std::string::npos) return a.size() <= b.size() + kMoreLetters;
  return a.size() >= 3 && b.find(a) != std::string::npos;
}

// "Norrhavn Courier", "World", "courier.example": no word in lower case but those that stand in
// names.
bool is_name_like(std::string_view part) {
  if (part.find(' ') == std::string_view::npos && part.find('.') != std::string_view::npos) {
    return true;
  }
  constexpr std::array<std::string_view, 16> kSmall{"of",  "the", "and", "for", "de",  "la",
                                                    "le",  "les", "du",  "des", "der", "die",
                                                    "und", "del", "el",  "y"};
  for (const Word& word : words_of(part)) {
    const bool lower = is_lower(decode_utf8(part, word.span.begin).code_point);
    if (lower && std::find(kSmall.begin(), kSmall.end(), word.folded) == kSmall.end()) return false;
  }
  return true;
}

struct Heading {
  std::uint32_t node = 0;
  std::string text;
  std::vector<std::size_t> seams;  // how many words stand before each text node in it
};

std::vector<std::size_t> seams_in(const Page& page, std::uint32_t heading) {
  std::vector<std::size_t> seams;
  std::size_t words = 0;
  for (std::uint32_t i = heading; i < page.nodes[heading].end; ++i) {
    if (page.nodes[i].tag != Tag::text) continue;
    seams.push_back(words);
    words += words_of(page.text(i)).size();
  }
  return seams;
}

// "Live" and "Ferry aground", which only their style sets apart.
bool is_seam(std::string_view before, std::string_view after) {
  constexpr std::size_t kShortestWord = 3;
  std::size_t letters = 0;
  while (letters < before.size() && is_ascii_letter(before[before.size() - 1 - letters])) ++letters;
  return letters >= kShortestWord && is_ascii_lower(before.back()) && !after.empty() &&
         is_upper(decode_utf8(after, 0).code_point);
}

// The heading's text without the kicker or second line that an element of its own in it says it
// holds; alone what such an element says is the headline. Not at the price of nearly all of it.
std::string headline_text(const Page& page, std::uint32_t heading) {
  constexpr html::Roles kBeside =
      bit(html::Role::summary) | bit(html::Role::meta) | bit(html::Role::author);
  constexpr std::size_t kShortest = 3;
  std::string rest;
  for (std::uint32_t i = heading + 1; i < page.nodes[heading].end; ++i) {
    const html::Roles roles = page.class_roles(i);
    if ((roles & bit(html::Role::title)) != 0 && (roles & kBeside) == 0) {
      std::string inner = html::text_of(page, i);
      if (words_of(inner).size() >= kShortest) return inner;
    }
    if ((roles & kBeside) != 0) {
      i = page.nodes[i].end - 1;
    } else if (page.nodes[i].tag == Tag::text) {
      if (is_seam(rest, page.text(i))) rest += ' ';
      rest += page.text(i);
    } else if (!html::is_inline(page.nodes[i].tag)) {
      rest += ' ';
    }
  }
  rest = collapse_space(rest);
  return words_of(rest).size() >= kShortest ? rest : html::text_of(page, heading);
}

std::vector<Heading> headings(const Page& page) {
  constexpr std::size_t kMost = 40, kLongest = 400;
  std::vector<Heading> found;
  for (std::uint32_t i = 0; i < page.nodes.size() && found.size() < kMost; ++i) {
    const Tag tag = page.nodes[i].tag;
    const bool marked = page.attribute(i, Attribute::itemprop) == "headline";
    if (tag != Tag::h1 && !(marked && tag != Tag::meta && tag != Tag::link)) continue;
    std::string text = headline_text(page, i);
    if (!text.empty() && text.size() < kLongest) {
      found.push_back({i, std::move(text), seams_in(page, i)});
    }
  }
  return found;
}

// A heading often holds a kicker before the headline ("Local News | Ferry runs aground") or a
// second line after it: where the head has the headline alone, it is that. What a colon joins is
// one, unless it is set in an element of its own.
std::string headline_in(const Heading& heading, const std::vector<Said<std::string>>& said) {
  constexpr std::size_t kShortest = 3;
  const std::vector<Word> spans = words_of(heading.text);
  const std::vector<std::string> words = folded_words(heading.text);
  // Before this word another text node begins, or a mark that parts titles stands.
  const auto is_seam = [&](std::size_t word) {
    const Span gap{spans[word - 1].span.end, spans[word].span.begin};
    return std::find(heading.seams.begin(), heading.seams.end(), word) != heading.seams.end() ||
           cut(heading.text, gap).find('|') != std::string_view::npos;
  };
  for (const auto& [title, source] : said) {
    const std::vector<std::string> inner = folded_words(title);
    if (inner.size() < kShortest || inner.size() >= words.size()) continue;
    const auto size = static_cast<std::ptrdiff_t>(inner.size());
    const std::size_t before = words.size() - inner.size();
    if (std::equal(inner.begin(), inner.end(), words.end() - size)) {
      const std::string_view kicker =
          std::string_view(heading.text).substr(0, spans[before].span.begin);
      if (kicker.find(':') == std::string_view::npos || is_seam(before)) return title;
    }
    if (std::equal(inner.begin(), inner.end(), words.begin()) && is_seam(inner.size()))
      return title;
  }
  return heading.text;
}

}  // namespace

std::string without_outlet(std::string_view title, std::string_view outlet) {
  constexpr int kMostParts = 4;
  std::string_view rest = trim(title);
  bool cut_one = false;
  for (int i = 0; i < kMostParts; ++i) {
    const Cut last = last_separator(rest);
    if (last.begin == std::string_view::npos) break;
    const std::string_view before = trim(rest.substr(0, last.begin));
    const std::string_view after = trim(rest.substr(last.end));
    const bool shorter =
        words_of(after).size() <= 4 && is_name_like(after) &&
        words_of(before).size() >= std::max<std::size_t>(3, words_of(after).size());
    // An unknown short tail is the outlet once; after that only parts of a word or two are.
    if (!names_outlet(after, outlet) && !(shorter && (!cut_one || words_of(after).size() <= 2)))
      break;
    rest = before;
    cut_one = true;
  }
  const Cut first = first_separator(rest);
  if (first.begin != std::string_view::npos && names_outlet(rest.substr(0, first.begin), outlet) &&
      words_of(rest.substr(first.end)).size() > words_of(rest.substr(0, first.begin)).size()) {
    rest = trim(rest.substr(first.end));
  }
  // "Courier: Ferry runs aground"
  const auto colon = rest.find(": ");
  if (colon != std::string_view::npos && letters_of(rest.substr(0, colon)).size() >= 3 &&
      letters_of(rest.substr(0, colon)) == letters_of(outlet)) {
    rest = trim(rest.substr(colon + 1));
  }
  return std::string(rest);
}

std::optional<Said<std::string>> title_of(const Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& domain) {
  std::string outlet(head.first({"og:site_name", "application-name"}));
  if (outlet.empty()) outlet = data.publisher;
  if (outlet.empty() && domain) outlet = domain->substr(0, domain->find('.'));
  std::vector<Said<std::string>> said;
  for (const auto& [title, source] :
       {head.first_said({"og:title"}), Said<std::string_view>{data.headline, "json-ld"},
        Said<std::string_view>{head.title, "title element"},
        head.first_said({"twitter:title", "dc.title", "dcterms.title", "sailthru.title"})}) {
    std::string plain = collapse_space(without_outlet(title, outlet));
    if (!plain.empty()) said.push_back({std::move(plain), source});
  }
  // How well each first-level heading agrees with what the head says.
  const std::vector<Heading> shown = headings(page);
  const Heading* best = nullptr;
  double most = 0.45;
  std::vector<std::vector<std::string>> bags;
  for (const auto& [title, source] : said) bags.push_back(bag_of(title));
  const std::size_t whole = bags.size();
  for (std::string& part : parts_of(head.title)) bags.push_back(bag_of(part));
  for (const Heading& heading : shown) {
    const std::vector<std::string> bag = bag_of(heading.text);
    for (std::size_t i = 0; i < bags.size(); ++i) {
      // A part of the page's title must be the heading to the word.
      const double alike = i < whole ? likeness(bag, bags[i]) : bag == bags[i] ? 0.95 : 0;
      if (alike > most + 1e-9) {
        most = alike;
        best = &heading;
      }
    }
  }
  if (best != nullptr) return Said{headline_in(*best, said), "heading"};
  if (!said.empty()) return said.front();
  if (!shown.empty()) return Said{shown.front().text, "heading"};
  return std::nullopt;
}

}  // namespace stemma

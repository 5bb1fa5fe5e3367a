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

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

bool names_outlet(std::string_view part, std::string_view outlet) {
  const std::string a = letters_of(part), b = letters_of(outlet);
  if (a.empty() || b.size() < 3) return false;
  return a.find(b) != std::string::npos || (a.size() >= 3 && b.find(a) != std::string::npos);
}

struct Heading {
  std::uint32_t node = 0;
  std::string text;
};

std::vector<Heading> headings(const Page& page) {
  constexpr std::size_t kMost = 40, kLongest = 400;
  std::vector<Heading> found;
  for (std::uint32_t i = 0; i < page.nodes.size() && found.size() < kMost; ++i) {
    const Tag tag = page.nodes[i].tag;
    const bool marked = page.attribute(i, Attribute::itemprop) == "headline";
    if (tag != Tag::h1 && !(marked && tag != Tag::meta && tag != Tag::link)) continue;
    std::string text = html::text_of(page, i);
    if (!text.empty() && text.size() < kLongest) found.push_back({i, std::move(text)});
  }
  return found;
}

}  // namespace

namespace {

// A heading often holds a kicker before the headline ("Local News | Ferry runs aground"): where the
// head has the headline alone, it is that.
std::string without_kicker(const std::string& heading, const std::vector<std::string>& said) {
  constexpr std::size_t kShortest = 3;
  const std::vector<Word> spans = words_of(heading);
  const std::vector<std::string> words = folded_words(heading);
  for (const std::string& title : said) {
    const std::vector<std::string> inner = folded_words(title);
    if (inner.size() < kShortest || inner.size() >= words.size()) continue;
    const auto size = static_cast<std::ptrdiff_t>(inner.size());
    if (!std::equal(inner.begin(), inner.end(), words.end() - size)) continue;
    // What ends in a colon belongs to the headline.
    const std::string_view kicker =
        trim(std::string_view(heading).substr(0, spans[words.size() - inner.size()].span.begin));
    if (kicker.find(':') == std::string_view::npos) return title;
  }
  return heading;
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
        words_of(after).size() <= 4 &&
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
  return std::string(rest);
}

std::optional<std::string> title_of(const Page& page, const Head& head, const LinkedData& data) {
  std::string outlet(head.first({"og:site_name", "application-name"}));
  if (outlet.empty()) outlet = data.publisher;
  std::vector<std::string> said;
  for (const std::string& title : {std::string(head.first({"og:title"})), data.headline, head.title,
                                   std::string(head.first({"twitter:title", "dc.title",
                                                           "dcterms.title", "sailthru.title"}))}) {
    std::string plain = collapse_space(without_outlet(title, outlet));
    if (!plain.empty()) said.push_back(std::move(plain));
  }
  // How well each first-level heading agrees with what the head says.
  const std::vector<Heading> shown = headings(page);
  const Heading* best = nullptr;
  double most = 0.45;
  std::vector<std::vector<std::string>> bags;
  for (const std::string& title : said) bags.push_back(bag_of(title));
  for (const Heading& heading : shown) {
    const std::vector<std::string> bag = bag_of(heading.text);
    for (const std::vector<std::string>& title : bags) {
      const double alike = likeness(bag, title);
      if (alike > most + 1e-9) {
        most = alike;
        best = &heading;
      }
    }
  }
  if (best != nullptr) return without_kicker(best->text, said);
  if (!said.empty()) return said.front();
  if (!shown.empty()) return shown.front().text;
  return std::nullopt;
}

}  // namespace stemma

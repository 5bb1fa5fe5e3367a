#include "extract/metadata/title.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "extract/metadata/headings.h"
#include "extract/metadata/title_parts.h"

namespace stemma {
namespace {

constexpr std::size_t kShortest = 3;  // words of a headline that stands for itself

using Titles = std::vector<Said<std::string>>;

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

// A heading often holds a kicker before the headline ("Local News | Ferry runs aground") or a
// second line after it: where the head has the headline alone, it is that. What a colon joins is
// one, unless it is set in an element of its own.
std::string headline_in(const Heading& heading, const Titles& said) {
  const std::vector<Word> spans = words_of(heading.text);
  const std::vector<std::string> words = folded_words(heading.text);
  // Before this word another text node begins, or a mark that parts titles stands.
  const auto opens_part = [&](std::size_t word) {
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
      if (kicker.find(':') == std::string_view::npos || opens_part(before)) return title;
    }
    if (std::equal(inner.begin(), inner.end(), words.begin()) && opens_part(inner.size())) {
      return title;
    }
  }
  return heading.text;
}

OutletNames names_of(const Head& head, const LinkedData& data,
                     const std::optional<std::string>& domain,
                     const std::vector<Heading>& headings) {
  OutletNames names{head.first({"og:site_name"}), head.first({"application-name"}), data.publisher};
  if (domain) names.add(std::string_view(*domain).substr(0, domain->find('.')));
  for (const Heading& heading : headings) {
    if (!heading.leads_home) continue;
    names.add(heading.text);
    names.add(heading.opening);
  }
  return names;
}

// What the head says the title is, best witness first; `labels` takes what only names the outlet.
// Where the page's title is another one and the outlet behind a mark, that one has no outlet.
Titles titles_in(const Head& head, const LinkedData& data, const OutletNames& names,
                 Titles& labels) {
  Titles said;
  for (const auto& [title, source] :
       {head.first_said({"og:title"}), Said<std::string_view>{data.headline, "json-ld"},
        Said<std::string_view>{head.title, "title element"},
        head.first_said({"twitter:title", "dc.title", "dcterms.title", "sailthru.title"})}) {
    const bool is_plain = title.size() < head.title.size() && head.title.starts_with(title) &&
                          opens_with_mark(std::string_view(head.title).substr(title.size()));
    std::string plain = collapse_space(is_plain ? title : without_outlet(title, names));
    if (plain.empty()) continue;
    Titles& to = names.are(plain) || names.are(title) ? labels : said;
    to.push_back({std::move(plain), source});
  }
  return said;
}

// The heading that agrees best with what the head says.
const Heading* agreeing(const std::vector<Heading>& headings, const Titles& said,
                        std::string_view head_title) {
  constexpr double kLeast = 0.45, kPart = 0.95;
  std::vector<std::vector<std::string>> bags;
  for (const auto& [title, source] : said) bags.push_back(bag_of(title));
  const std::size_t whole = bags.size();
  for (const std::string& part : parts_of(head_title)) bags.push_back(bag_of(part));
  const Heading* best = nullptr;
  double most = kLeast;
  for (const Heading& heading : headings) {
    const std::vector<std::string> bag = bag_of(heading.text);
    for (std::size_t i = 0; i < bags.size(); ++i) {
      // A part of the page's title must be the heading to the word.
      const double alike = i < whole ? likeness(bag, bags[i]) : bag == bags[i] ? kPart : 0;
      if (alike > most + 1e-9) {
        most = alike;
        best = &heading;
      }
    }
  }
  return best;
}

// The page's only heading of a headline's length: editors write another title for search engines.
// One of few words beside a long title is a label.
const Heading* only_one(const std::vector<Heading>& headings, const Titles& said) {
  constexpr std::size_t kShort = 3, kShare = 2;
  const Heading* only = nullptr;
  for (const Heading& heading : headings) {
    if (heading.is_aside || length_in_words(heading.text) < kShortest) continue;
    if (only != nullptr && folded_words(only->text) != folded_words(heading.text)) return nullptr;
    if (only == nullptr) only = &heading;
  }
  if (only == nullptr || said.empty()) return only;
  const std::size_t length = length_in_words(only->text);
  return length <= kShort && length_in_words(said.front().value) > kShare * length ? nullptr : only;
}

}  // namespace

std::optional<Said<std::string>> title_of(const html::Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& domain) {
  std::vector<Heading> headings = headings_of(page, domain);
  const OutletNames names = names_of(head, data, domain, headings);
  Titles labels;
  const Titles said = titles_in(head, data, names, labels);
  std::vector<Heading> shown;
  for (Heading& heading : headings) {
    if (!heading.leads_home && !names.are(heading.text)) shown.push_back(std::move(heading));
  }
  if (const Heading* best = agreeing(shown, said, head.title)) {
    return Said{headline_in(*best, said), "heading"};
  }
  if (const Heading* only = only_one(shown, said)) return Said{only->text, "heading"};
  if (!said.empty()) return said.front();
  const auto first = std::find_if(shown.begin(), shown.end(),
                                  [](const Heading& heading) { return !heading.is_aside; });
  if (first != shown.end()) return Said{first->text, "heading"};
  if (std::string lesser = lesser_heading_of(page); !lesser.empty()) {
    return Said{std::move(lesser), "heading"};
  }
  if (!labels.empty()) return labels.front();
  if (!shown.empty()) return Said{shown.front().text, "heading"};
  return std::nullopt;
}

}  // namespace stemma

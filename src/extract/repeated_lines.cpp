#include "extract/repeated_lines.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/body/blocks.h"
#include "extract/page_article.h"
#include "extract/text_article.h"

namespace stemma {
namespace {

constexpr std::uint32_t kShortLine = 8;  // words

std::uint64_t key_of(std::string_view outlet, std::uint64_t line) {
  return (std::hash<std::string_view>{}(outlet) ^ line) * 0x9E3779B97F4A7C15u;
}

// Pages that are joined step by step; each set is named by its first page.
class Sets {
 public:
  explicit Sets(std::size_t size) : first_(size) { std::iota(first_.begin(), first_.end(), 0U); }

  std::uint32_t of(std::uint32_t page) {
    while (first_[page] != page) page = first_[page] = first_[first_[page]];
    return page;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = of(a);
    b = of(b);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> first_;
};

// A line and a page that has it.
using Posting = std::pair<std::uint64_t, std::uint32_t>;

// Which report each page is a version of. Of the pages that share a line each is compared with the
// next one alone, which keeps it linear: versions share many lines and few others do.
std::vector<std::uint32_t> reports_of(const std::vector<const PageLines*>& pages) {
  Sets reports(pages.size());
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> titled;
  std::vector<Posting> postings;
  for (std::uint32_t page = 0; page < pages.size(); ++page) {
    const PageLines& lines = *pages[page];
    const auto [same, is_new] = titled.try_emplace({lines.outlet, lines.title}, page);
    if (!is_new) reports.join(same->second, page);
    for (const std::uint64_t line : lines.prose) {
      postings.emplace_back(key_of(lines.outlet, line), page);
    }
  }
  std::sort(postings.begin(), postings.end());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared;
  for (std::size_t i = 0; i + 1 < postings.size(); ++i) {
    if (postings[i].first == postings[i + 1].first) {
      ++shared[{postings[i].second, postings[i + 1].second}];
    }
  }
  for (const auto& [pair, count] : shared) {
    const std::size_t fewer =
        std::min(pages[pair.first]->prose.size(), pages[pair.second]->prose.size());
    if (count * 2 >= fewer) reports.join(pair.first, pair.second);
  }
  std::vector<std::uint32_t> of(pages.size());
  for (std::uint32_t page = 0; page < pages.size(); ++page) of[page] = reports.of(page);
  return of;
}

bool has_quotation(std::string_view line) {
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u00AB", "\u201E"}) {
    if (line.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void PageLines::add(std::string_view line) {
  constexpr std::uint32_t kFewestWords = 12;
  lines.push_back(line_hash(line));
  const TextCounts counts = count_text(line);
  if (counts.words >= kFewestWords && counts.ends_sentence) prose.push_back(lines.back());
}

PageLines lines_of_page(const Document& document) {
  PageLines page =
      document.kind == Document::Kind::html ? lines_of_html(document) : lines_of_text(document);
  for (std::vector<std::uint64_t>* lines : {&page.lines, &page.prose}) {
    std::sort(lines->begin(), lines->end());
    lines->erase(std::unique(lines->begin(), lines->end()), lines->end());
  }
  return page;
}

std::uint64_t line_hash(std::string_view line) {
  return std::hash<std::string>{}(to_lower(collapse_space(line)));
}

RepeatedLines::RepeatedLines(const std::vector<PageLines>& all) {
  std::vector<const PageLines*> pages;
  for (const PageLines& page : all) {
    if (!page.outlet.empty()) pages.push_back(&page);
  }
  // Their order as input must not matter.
  std::sort(pages.begin(), pages.end(), [](const PageLines* a, const PageLines* b) {
    return std::tie(a->outlet, a->title, a->lines) < std::tie(b->outlet, b->title, b->lines);
  });
  const std::vector<std::uint32_t> reports = reports_of(pages);
  std::map<std::string_view, std::size_t> reports_by;  // an outlet
  std::vector<Posting> seen;
  for (std::uint32_t page = 0; page < pages.size(); ++page) {
    reports_by[pages[page]->outlet] += reports[page] == page ? 1 : 0;
    for (const std::uint64_t line : pages[page]->lines) {
      seen.emplace_back(key_of(pages[page]->outlet, line), reports[page]);
    }
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (std::size_t i = 0; i < seen.size();) {
    std::size_t end = i;
    while (end < seen.size() && seen[end].first == seen[i].first) ++end;
    const double share = static_cast<double>(end - i) /
                         static_cast<double>(reports_by[pages[seen[i].second]->outlet]);
    if (end - i >= kFewestReports && share >= kLeastShare) {
      repeated_.push_back({seen[i].first, share});
    }
    i = end;
  }
}

double RepeatedLines::share_of(std::string_view outlet, std::string_view line) const {
  const std::uint64_t key = key_of(outlet, line_hash(line));
  const auto at = std::lower_bound(
      repeated_.begin(), repeated_.end(), key,
      [](const Repeated& repeated, std::uint64_t wanted) { return repeated.key < wanted; });
  return at != repeated_.end() && at->key == key ? at->share : 0;
}

std::vector<bool> RepeatedLines::among(const std::vector<std::string_view>& lines,
                                       const std::optional<std::string>& outlet) const {
  std::vector<bool> repeated(lines.size());
  if (repeated_.empty() || !outlet) return repeated;
  std::vector<bool> also(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const double share = has_quotation(lines[i]) ? 0 : share_of(*outlet, lines[i]);
    also[i] = share > 0;
    repeated[i] = share >= kLeastShareInside && words_of(lines[i]).size() >= kShortLine;
  }
  for (std::size_t i = 0; i < lines.size() && also[i]; ++i) repeated[i] = true;
  for (std::size_t i = lines.size(); i > 0 && also[i - 1]; --i) repeated[i - 1] = true;
  if (std::find(repeated.begin(), repeated.end(), false) == repeated.end()) {
    repeated.assign(lines.size(), false);
  }
  return repeated;
}

}  // namespace stemma

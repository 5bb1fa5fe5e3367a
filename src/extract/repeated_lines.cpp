#include "extract/repeated_lines.h"

#include <algorithm>
#include <functional>
#include <tuple>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/page_article.h"
#include "extract/text_article.h"

namespace stemma {
namespace {

constexpr std::uint32_t kShortLine = 8;  // words

std::uint64_t key_of(std::string_view outlet, std::uint64_t line) {
  return (std::hash<std::string_view>{}(outlet) ^ line) * 0x9E3779B97F4A7C15u;
}

}  // namespace

PageLines lines_of_page(const Document& document) {
  PageLines page =
      document.kind == Document::Kind::html ? lines_of_html(document) : lines_of_text(document);
  std::sort(page.lines.begin(), page.lines.end());
  page.lines.erase(std::unique(page.lines.begin(), page.lines.end()), page.lines.end());
  return page;
}

std::uint64_t line_hash(std::string_view line) {
  return std::hash<std::string>{}(to_lower(collapse_space(line)));
}

RepeatedLines::RepeatedLines(const std::vector<PageLines>& pages) {
  struct Seen {
    std::uint64_t key;
    std::string_view title;
    bool operator<(const Seen& other) const {
      return std::tie(key, title) < std::tie(other.key, other.title);
    }
    bool operator==(const Seen& other) const {
      return std::tie(key, title) == std::tie(other.key, other.title);
    }
  };
  std::vector<Seen> seen;
  for (const PageLines& page : pages) {
    if (page.outlet.empty()) continue;
    for (const std::uint64_t line : page.lines)
      seen.push_back({key_of(page.outlet, line), page.title});
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  for (std::size_t i = 0; i < seen.size();) {
    std::size_t end = i;
    while (end < seen.size() && seen[end].key == seen[i].key) ++end;
    if (end - i >= kFewestPages) keys_.push_back(seen[i].key);
    i = end;
  }
}

bool RepeatedLines::has(std::string_view outlet, std::string_view line) const {
  return std::binary_search(keys_.begin(), keys_.end(), key_of(outlet, line_hash(line)));
}

std::vector<bool> RepeatedLines::among(const std::vector<std::string_view>& lines,
                                       const std::optional<std::string>& outlet) const {
  std::vector<bool> repeated(lines.size());
  if (keys_.empty() || !outlet) return repeated;
  std::vector<bool> also(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    also[i] = has(*outlet, lines[i]);
    repeated[i] = also[i] && words_of(lines[i]).size() >= kShortLine;
  }
  for (std::size_t i = 0; i < lines.size() && also[i]; ++i) repeated[i] = true;
  for (std::size_t i = lines.size(); i > 0 && also[i - 1]; --i) repeated[i - 1] = true;
  if (std::find(repeated.begin(), repeated.end(), false) == repeated.end()) {
    repeated.assign(lines.size(), false);
  }
  return repeated;
}

}  // namespace stemma

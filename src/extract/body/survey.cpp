#include "extract/body/survey.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace stemma {
namespace {

using html::Page;
using html::Tag;

// Numbers keys from 0 in the order they are first met. Open addressing.
class KeyNumbers {
 public:
  explicit KeyNumbers(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    slots_.assign(size, {0, kEmpty});
  }
  std::uint32_t of(std::uint64_t key) {
    std::size_t at = (key ^ key >> 32) & (slots_.size() - 1);
    while (slots_[at].number != kEmpty && slots_[at].key != key)
      at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].number == kEmpty) slots_[at] = {key, count_++};
    return slots_[at].number;
  }

 private:
  static constexpr std::uint32_t kEmpty = ~std::uint32_t{0};
  struct Slot {
    std::uint64_t key;
    std::uint32_t number;
  };
  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
};

// Words that read as running text: many, few of them links, some function words or a sentence's
// marks.
double prose_words_of(const Block& block) {
  const TextCounts& counts = block.counts;
  if (counts.words < 8 || link_density(block) > 0.5) return 0;
  if (counts.stop_words * 10 < counts.words && counts.commas == 0 && !counts.ends_sentence)
    return 0;
  return std::min<double>(counts.words, 120) * (1 - link_density(block));
}

// Positive for prose, negative for the lines of menus and lists of links.
double line_value(const Block& block, double prose) {
  if (prose > 0) return prose;
  return -2 - 6 * link_density(block);
}

template <class Value, class Of>
std::vector<Value> of_each(const Blocks& blocks, Of of) {
  std::vector<Value> values;
  values.reserve(blocks.items.size());
  for (const Block& block : blocks.items) values.push_back(of(block));
  return values;
}

// Counts are small for the most part: their logarithms are looked up.
const std::array<double, 1024> kLogs = [] {
  std::array<double, 1024> logs{};
  for (std::size_t i = 0; i < logs.size(); ++i) logs[i] = std::log1p(static_cast<double>(i));
  return logs;
}();

}  // namespace

double log_of(double count) {
  if (!(count > 0)) return 0;
  if (count < static_cast<double>(kLogs.size())) {
    const auto whole = static_cast<std::size_t>(count);
    if (static_cast<double>(whole) == count) return kLogs[whole];
  }
  return std::log1p(count);
}

double link_density(const Block& block) { return share(block.link_bytes, block.text.size()); }

PageSurvey::PageSurvey(const Page& page, const Blocks& blocks, std::string_view title)
    : furniture(of_each<std::uint32_t>(blocks,
                                       [&](const Block& b) { return furniture_in(blocks.of(b)); })),
      prose_words(of_each<double>(blocks, prose_words_of)),
      ranges(page, blocks),
      words(blocks.items.size(), [&](std::size_t i) { return blocks.items[i].counts.words; }),
      link_bytes(blocks.items.size(), [&](std::size_t i) { return blocks.items[i].link_bytes; }),
      bytes(blocks.items.size(), [&](std::size_t i) { return blocks.items[i].text.size(); }),
      prose(blocks.items.size(), [&](std::size_t i) { return prose_words[i]; }),
      consent_words(blocks.items.size(),
                    [&](std::size_t i) {
                      return says(i, Furniture::consent) ? blocks.items[i].counts.words : 0;
                    }),
      appeal_words(blocks.items.size(),
                   [&](std::size_t i) {
                     return says(i, Furniture::appeal) ? blocks.items[i].counts.words : 0;
                   }),
      page_(page),
      blocks_(blocks) {
  const PrefixSums value(size(),
                         [&](std::size_t i) { return line_value(block(i), prose_words[i]); });
  best = best_element(page, ranges, value);
  find_families();
  find_title(title);
  find_prose();
  find_articles();
}

// The element's tag and its ancestors' tags: lines set the same way share it.
std::uint64_t PageSurvey::path_key(std::uint32_t node) const {
  constexpr int kLevels = 8;
  std::uint64_t key = 1;
  for (int level = 0; level < kLevels && node != 0; ++level) {
    key = mix(key, static_cast<std::uint64_t>(page_.nodes[node].tag) + 1);
    node = page_.nodes[node].parent;
  }
  return key;
}

std::uint64_t PageSurvey::class_key(std::uint32_t node) const {
  return mix(std::hash<std::string_view>{}(page_.attribute(node, html::Attribute::class_)),
             static_cast<std::uint64_t>(page_.nodes[node].tag));
}

void PageSurvey::find_families() {
  KeyNumbers path_numbers(size()), parent_numbers(size()), text_numbers(size()),
      class_numbers(size()), own_numbers(size()), sibling_numbers(size());
  for (Families* families : {&paths, &parents, &classes, &own_classes, &sibling_classes}) {
    families->of.reserve(size());
    families->prose_words.resize(size());
    families->lines.resize(size());
  }
  repeats.resize(size());
  const auto join = [&](Families& families, std::size_t i, std::uint32_t family) {
    families.of.push_back(family);
    families.prose_words[family] += prose_words[i];
    ++families.lines[family];
  };
  std::uint32_t parent = 0;
  std::uint64_t class_of_parent =
      class_key(parent);  // which many lines that follow one another share
  for (std::size_t i = 0; i < size(); ++i) {
    const Block& b = block(i);
    const html::Node& node = page_.nodes[b.node];
    if (node.parent != parent) class_of_parent = class_key(parent = node.parent);
    join(paths, i, path_numbers.of(path_key(b.node)));
    join(parents, i, parent_numbers.of(mix(node.parent, static_cast<std::uint64_t>(node.tag))));
    const std::uint64_t own = class_key(b.node);
    join(classes, i, class_numbers.of(mix(own, class_of_parent)));
    join(own_classes, i, own_numbers.of(own));
    join(sibling_classes, i, sibling_numbers.of(mix(own, node.parent)));
    text_of.push_back(text_numbers.of(std::hash<std::string_view>{}(blocks_.of(b))));
    ++repeats[text_of.back()];
  }
}

// The heading that says most of what the head says; of equals the first, a higher level first.
void PageSurvey::find_title(std::string_view title) {
  const WordGrams grams(title, 1);
  first_h1 = static_cast<std::uint32_t>(size());
  std::vector<std::uint64_t> line;
  double most = 0.3;
  for (std::size_t i = 0; i < size(); ++i) {
    const Tag tag = page_.nodes[block(i).node].tag;
    if (tag == Tag::h1 && first_h1 == size()) first_h1 = static_cast<std::uint32_t>(i);
    if (tag < Tag::h1 || tag > Tag::h3) continue;
    line.clear();
    hash_words(blocks_.of(block(i)), line);
    const double level = static_cast<double>(tag) - static_cast<double>(Tag::h1);
    const double said =
        grams.share(line) * std::min<double>(static_cast<double>(line.size()), 5) / 5 -
        0.15 * level;
    if (said <= most) continue;
    most = said;
    title_line = static_cast<std::uint32_t>(i);
    title_node = block(i).node;
  }
  if (title_node == 0 && first_h1 < size()) {
    title_line = first_h1;
    title_node = block(first_h1).node;
  }
}

void PageSurvey::find_prose() {
  const auto none = static_cast<std::uint32_t>(size());
  last_prose.resize(size());
  next_prose.resize(size());
  std::uint32_t nearest = none;
  for (std::uint32_t i = 0; i < none; ++i) {
    last_prose[i] = nearest;
    if (prose_words[i] > 0) nearest = i;
  }
  nearest = none;
  for (std::uint32_t i = none; i-- > 0;) {
    next_prose[i] = nearest;
    if (prose_words[i] > 0) nearest = i;
  }
  std::vector<std::uint32_t> lengths;
  for (std::uint32_t i = 0; i < none; ++i) {
    if (prose_words[i] > 0) lengths.push_back(block(i).counts.words);
  }
  if (lengths.empty()) return;
  const auto middle = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2);
  std::nth_element(lengths.begin(), middle, lengths.end());
  median_words = *middle;
}

// Lines and elements stand in one order, so one pass counts what has begun and ended.
void PageSurvey::find_articles() {
  constexpr double kReportWords = 50;
  std::vector<std::uint32_t> begins, ends, report_ends;
  for (std::uint32_t node = 0; node < page_.nodes.size(); ++node) {
    if (page_.nodes[node].tag != Tag::article) continue;
    begins.push_back(node);
    ends.push_back(page_.nodes[node].end);
    if (prose.of(ranges.in(node)) > kReportWords) report_ends.push_back(page_.nodes[node].end);
  }
  std::sort(ends.begin(), ends.end());
  std::sort(report_ends.begin(), report_ends.end());
  article_count = static_cast<std::uint32_t>(begins.size());
  articles.reserve(size());
  std::size_t begun = 0, ended = 0, reports = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::uint32_t at = block(i).first;
    while (begun < begins.size() && begins[begun] <= at) ++begun;
    while (ended < ends.size() && ends[ended] <= at) ++ended;
    while (reports < report_ends.size() && report_ends[reports] <= at) ++reports;
    articles.push_back(
        {static_cast<std::uint32_t>(begun - ended), static_cast<std::uint32_t>(reports)});
  }
}

}  // namespace stemma

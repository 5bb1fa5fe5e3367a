#include "base/reflow.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace stemma {
namespace {

/// Lines of a block narrower than this were not broken to fit: they are a list, a byline, a title.
constexpr std::size_t kNarrowest = 30;
constexpr std::string_view kSoftHyphen = "\xC2\xAD";

std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

bool begins_small(std::string_view line) { return !line.empty() && is_ascii_lower(line[0]); }

bool goes_on(std::string_view line, std::string_view next, std::size_t width) {
  if (begins_small(next)) return true;
  const std::string_view word = next.substr(0, next.find(' '));
  return width >= kNarrowest && width_of(line) + 1 + width_of(word) > width;
}

void append_line(std::string_view line, bool was_hyphenated, std::string& paragraph) {
  if (paragraph.ends_with(kSoftHyphen)) {
    paragraph.resize(paragraph.size() - kSoftHyphen.size());
  } else if (paragraph.size() > 1 && paragraph.back() == '-' && begins_small(line) &&
             is_ascii_lower(paragraph[paragraph.size() - 2])) {
    if (was_hyphenated) paragraph.pop_back();
  } else if (!paragraph.empty()) {
    paragraph += ' ';
  }
  paragraph += line;
}

// The blocks of lines between blank ones.
std::vector<std::vector<std::string_view>> blocks_of(std::string_view text) {
  std::vector<std::vector<std::string_view>> blocks(1);
  for (const std::string_view each : split(text, '\n')) {
    const std::string_view line = trim(each);
    if (!line.empty()) {
      blocks.back().push_back(line);
    } else if (!blocks.back().empty()) {
      blocks.emplace_back();
    }
  }
  return blocks;
}

std::size_t widest(const std::vector<std::string_view>& block) {
  std::size_t width = 0;
  for (const std::string_view line : block) width = std::max(width, width_of(line));
  return width;
}

// What the middle one of the blocks of several lines has as its width.
std::size_t usual_width(const std::vector<std::vector<std::string_view>>& blocks) {
  std::vector<std::size_t> widths;
  for (const auto& block : blocks) {
    if (block.size() > 1) widths.push_back(widest(block));
  }
  if (widths.empty()) return 0;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle;
}

// The paragraphs of a block of lines without a blank one.
void reflow_block(const std::vector<std::string_view>& lines, std::size_t width,
                  bool was_hyphenated, std::string& out) {
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    append_line(lines[i], was_hyphenated, paragraph);
    if (i + 1 < lines.size() && goes_on(lines[i], lines[i + 1], width)) continue;
    if (!out.empty()) out += "\n\n";
    out += paragraph;
    paragraph.clear();
  }
}

}  // namespace

std::string reflow(std::string_view text, bool was_hyphenated) {
  std::string out;
  const auto blocks = blocks_of(text);
  // A block far narrower than the others was not broken to fit: a headline over a byline.
  const std::size_t narrow = usual_width(blocks) * 4 / 5;
  for (const auto& block : blocks) {
    reflow_block(block, std::max(widest(block), narrow), was_hyphenated, out);
  }
  return out;
}

bool is_wrapped(std::string_view text) {
  // Below it a few lines may look so by chance; a wider line is a paragraph.
  constexpr std::size_t kFewestLines = 3, kWidest = 160;
  std::size_t inner = 0, full = 0;
  for (const auto& block : blocks_of(text)) {
    const std::size_t width = widest(block);
    for (std::size_t i = 0; i + 1 < block.size(); ++i) {
      ++inner;
      full += width <= kWidest && goes_on(block[i], block[i + 1], width) ? 1 : 0;
    }
  }
  return inner >= kFewestLines && full * 5 >= inner * 4;
}

}  // namespace stemma

#include "ingest/reflow.h"

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

// The paragraphs of a block of lines without a blank one.
void reflow_block(const std::vector<std::string_view>& lines, bool was_hyphenated,
                  std::string& out) {
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, width_of(line));
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
  std::vector<std::string_view> block;
  for (const std::string_view each : split(text, '\n')) {
    const std::string_view line = trim(each);
    if (!line.empty()) {
      block.push_back(line);
    } else if (!block.empty()) {
      reflow_block(block, was_hyphenated, out);
      block.clear();
    }
  }
  if (!block.empty()) reflow_block(block, was_hyphenated, out);
  return out;
}

}  // namespace stemma

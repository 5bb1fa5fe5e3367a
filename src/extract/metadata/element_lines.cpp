#include "extract/metadata/element_lines.h"

#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

using html::Page;
using html::Tag;

class Lines {
 public:
  explicit Lines(const Page& page) : page_(page) {}

  std::string of(std::uint32_t node) {
    for (std::uint32_t i = node; i < page_.nodes[node].end; ++i) {
      close_before(i);
      enter(i);
    }
    close_before(page_.nodes[node].end);
    return lines();
  }

 private:
  void close_before(std::uint32_t i) {
    for (; !open_.empty() && page_.nodes[open_.back()].end <= i; open_.pop_back()) {
      const std::uint32_t element = open_.back();
      const Tag tag = page_.nodes[element].tag;
      if (tag == Tag::a || !is_inline(tag)) {
        border_ = true;
        last_ = element;
      }
      closed_inline_ = true;
    }
  }

  void enter(std::uint32_t i) {
    const Tag tag = page_.nodes[i].tag;
    if (tag == Tag::text) {
      add(page_.text(i));
      return;
    }
    if (last_ != 0 && are_set_alike(page_, last_, i)) listed_ = true;
    if (!is_inline(tag)) border_ = true;
    closed_inline_ = true;
    open_.push_back(i);
  }

  void add(std::string_view text) {
    if (trim(text).empty()) {
      if (!text_.empty() && !text.empty()) text_ += ' ';
      return;
    }
    if (listed_ && !text_.empty()) {
      text_ += ",\n";
    } else if (border_ || is_set_close(text)) {
      text_ += '\n';
    }
    border_ = listed_ = closed_inline_ = false;
    last_ = 0;
    for (const char c : text) text_ += is_ascii_space(c) ? ' ' : c;
  }

  // "Lee" + "Editor" without a blank between.
  bool is_set_close(std::string_view text) const {
    if (!closed_inline_ || text_.empty() || !is_upper(decode_utf8(text, 0).code_point))
      return false;
    std::size_t at = text_.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
    return is_lower(decode_utf8(text_, at).code_point);
  }

  std::string lines() const {
    std::string lines;
    for (const std::string_view line : split(text_, '\n')) {
      const std::string shown = collapse_space(line);
      if (shown.empty()) continue;
      if (!lines.empty()) lines += '\n';
      lines += shown;
    }
    return lines;
  }

  const Page& page_;
  std::string text_;
  std::vector<std::uint32_t> open_;  // elements, innermost last
  std::uint32_t last_ = 0;           // link or block that ended, nothing after it
  bool border_ = false, listed_ = false, closed_inline_ = false;
};

}  // namespace

bool are_set_alike(const Page& page, std::uint32_t a, std::uint32_t b) {
  const html::Node &one = page.nodes[a], &other = page.nodes[b];
  if (one.tag != other.tag || one.parent != other.parent) return false;
  const std::string_view classes = page.attribute(a, html::Attribute::class_);
  const bool item = one.tag == Tag::li || one.tag == Tag::a;
  return (item || !classes.empty()) && classes == page.attribute(b, html::Attribute::class_);
}

std::string lines_of(const Page& page, std::uint32_t node) { return Lines(page).of(node); }

}  // namespace stemma

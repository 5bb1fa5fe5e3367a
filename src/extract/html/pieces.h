#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "base/text.h"

namespace stemma::html {

/// Cuts a page into pieces of at most 1 MB that end behind what looks like the start tag of a
/// script or style, so that the parser, once it says that it was one, need not see the text in it.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : text_(text) {}

  bool done() const { return at_ >= text_.size(); }
  std::string_view next() {
    const std::size_t begin = at_;
    const std::size_t tag = std::min(next_of("<script", 5, script_), next_of("<style", 3, style_));
    const std::size_t end = std::min(text_.find('>', tag), text_.size() - 1) + 1;
    at_ = std::min(begin + kPieceBytes, end);
    return text_.substr(begin, at_ - begin);
  }
  /// Goes on at the end tag; stays where the text has a comment's start, in which a script's end
  /// tag may be text (HTML standard, 13.2.5.17).
  void skip_raw_text(std::string_view name) {
    for (std::size_t i = text_.find('<', at_); i < text_.size(); i = text_.find('<', i + 1)) {
      const std::string_view rest = text_.substr(i + 1);
      if (rest.starts_with("!--")) return;
      if (is_end_tag(rest, name)) {
        at_ = i;
        return;
      }
    }
  }

 private:
  static bool is_end_tag(std::string_view rest, std::string_view name) {
    if (!rest.starts_with('/') || rest.size() < name.size() + 2) return false;
    const char after = rest[name.size() + 1];
    return starts_with_ignoring_case(rest.substr(1), name) &&
           (after == '>' || after == '/' || is_ascii_space(after));
  }
  // Looks for the rarest letter, which memchr does many bytes at a time: a page has a '<' every
  // few.
  std::size_t next_of(std::string_view tag, std::size_t letter, std::size_t& known) const {
    if (known != kUnknown && known >= at_) return known;
    for (known = text_.find(tag[letter], at_ + letter); known < text_.size();
         known = text_.find(tag[letter], known + 1)) {
      if (text_.substr(known - letter).starts_with(tag)) return known -= letter;
    }
    return known = text_.size();
  }

  static constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
  static constexpr std::size_t kUnknown = std::string_view::npos;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t script_ = kUnknown, style_ = kUnknown;  // where the next of each is
};

}  // namespace stemma::html

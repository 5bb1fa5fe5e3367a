#pragma once

#include <algorithm>
#include <cstddef>
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
    const std::string_view most = text_.substr(at_, kPieceBytes);
    const std::string_view piece = most.substr(0, most.find('>', start_in(most)));
    at_ += std::min(piece.size() + 1, most.size());
    return most.substr(0, piece.size() + 1);
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
  // Where the first start tag of a script or style is.
  static std::size_t start_in(std::string_view text) {
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
      const std::string_view rest = text.substr(at + 1);
      if (rest.starts_with("script") || rest.starts_with("style")) return at;
    }
    return text.size();
  }

  static constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace stemma::html

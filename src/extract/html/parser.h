#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "extract/html/page.h"

namespace stemma::html {

/// What a page may cost. HTML 5 parsing is quadratic in nesting, open formatting elements and
/// attributes, so these stay short; real pages are far below (deepest of 627 is 52).
struct ParseLimits {
  std::size_t depth = 512;
  std::size_t formatting = 64;
  std::size_t attributes = 256;
  std::size_t tokens = 4'000'000;  ///< past it the parse ends with what was built
};

/// The seam to the HTML library. A parser is not shared between threads.
class HtmlParser {
 public:
  virtual ~HtmlParser() = default;
  /// UTF-8 in (malformed bytes are the caller's to repair), a flat page out. Any text is a page.
  virtual Result<Page> parse(std::string_view utf8) = 0;
};

std::unique_ptr<HtmlParser> make_html_parser(ParseLimits limits = {});

}  // namespace stemma::html

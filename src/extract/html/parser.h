#pragma once

#include <cstddef>
#include <cstdint>
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
  std::size_t names = 500'000;     ///< of tags and attributes; past it a page is refused
  std::size_t tokens = 4'000'000;  ///< past it the parse ends with what was built
};

/// What a page holds for readers whose browser runs no scripts or has not run them yet.
enum class Unscripted : std::uint8_t {
  left_out,
  shown,  ///< the content of `noscript` and `template` stands where they stand
};

/// The seam to the HTML library. A parser is not shared between threads.
class HtmlParser {
 public:
  virtual ~HtmlParser() = default;
  /// UTF-8 in (malformed bytes are the caller's to repair), a flat page out. Any text is a page.
  virtual Result<Page> parse(std::string_view utf8,
                             Unscripted unscripted = Unscripted::left_out) = 0;
};

std::unique_ptr<HtmlParser> make_html_parser(ParseLimits limits = {});

}  // namespace stemma::html

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/html/class_words.h"
#include "extract/html/page.h"

namespace stemma {

/// Counts of one stretch of text. O(bytes) to make.
struct TextCounts {
  std::uint32_t words = 0;
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::uint32_t capitalized = 0;  ///< words that start with a capital letter
  std::uint32_t stop_words = 0;   ///< function words of some thirty languages
  std::uint32_t upper = 0;        ///< letters
  std::uint32_t addresses = 0;    ///< "you", "your": words that speak to the reader
  std::uint32_t commas = 0;
  std::uint32_t sentence_ends = 0;  ///< ". " and the like, inside or at the end
  bool ends_sentence = false;       ///< by . ! ? … or one of them and a quotation mark
  bool starts_lower = false;
};
TextCounts count_text(std::string_view text);

/// One line of a page as a reader sees it: the text between two block elements or two breaks.
struct Block {
  Span text;                          ///< in Blocks::text, white space collapsed, never empty
  std::uint32_t node = 0;             ///< the block element that holds it
  std::uint32_t first = 0, last = 0;  ///< first and last text node of it
  std::uint32_t link_bytes = 0;
  std::uint32_t bold_bytes = 0;
  std::uint32_t italic_bytes = 0;
  std::uint32_t links = 0;
  TextCounts counts;
};

struct Blocks {
  std::string text;
  std::vector<Block> items;

  std::string_view of(const Block& block) const { return cut(text, block.text); }
};

/// All lines of the page's body in document order. Soft hyphens and zero-width characters are
/// dropped, but for joiners that spell. O(page).
Blocks blocks_of(const html::Page& page);

/// Appends with every run of white space as one blank (none at the start of a line) and invisible
/// characters dropped. Returns whether anything visible was added.
bool append_collapsed(std::string& line, std::size_t line_begin, std::string_view text);

/// The text as a line of its own, without blanks at its ends.
std::string as_line(std::string_view text);

}  // namespace stemma

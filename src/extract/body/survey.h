#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/body/blocks.h"
#include "extract/body/furniture.h"
#include "extract/body/page_sums.h"
#include "extract/body/word_grams.h"
#include "extract/html/page.h"

namespace stemma {

/// log(1 + count); 0 for what is not positive.
double log_of(double count);
inline double share(double part, double whole) { return whole > 0 ? part / whole : 0; }
double link_density(const Block& block);

/// What is known of a page's lines together, before one of them is looked at: which read as prose,
/// which are set the same way or repeat each other, which element holds most of the prose, where
/// the headline stands.
class PageSurvey {
 public:
  /// The page and its blocks must outlive the survey. O(page).
  PageSurvey(const html::Page& page, const Blocks& blocks, std::string_view title);

  std::size_t size() const { return blocks_.items.size(); }
  const Block& block(std::size_t i) const { return blocks_.items[i]; }
  bool says(std::size_t i, Furniture kind) const {
    return (furniture[i] >> static_cast<int>(kind) & 1) != 0;
  }

  /// Lines of a family share what they stand in; a line is in one family of each kind.
  struct Families {
    std::vector<std::uint32_t> of;     // each line's family
    std::vector<double> prose_words;   // of each family
    std::vector<std::uint32_t> lines;  // of each family

    double prose_at(std::size_t i) const { return prose_words[of[i]]; }
    double lines_at(std::size_t i) const { return lines[of[i]]; }
  };

  /// The `article` elements around a line, and those before it that hold a report's worth of prose.
  struct Articles {
    std::uint32_t around = 0, before = 0;
  };

  std::vector<std::uint32_t> furniture;  ///< furniture_in of each line
  std::vector<double> prose_words;       ///< words of each line if it reads as running text, else 0
  BlockRanges ranges;
  PrefixSums words, link_bytes, bytes, prose;
  PrefixSums consent_words, appeal_words;  ///< words of lines of that kind

  Families paths;            ///< the same tags up to eight levels
  Families parents;          ///< the same parent element and tag
  Families classes;          ///< the same tag and class, under a parent of the same tag and class
  Families own_classes;      ///< the same tag and class
  Families sibling_classes;  ///< the same tag and class under one parent element
  std::vector<std::uint32_t> text_of, repeats;  ///< each line's text by number; lines of each text

  std::uint32_t best = 0;        ///< the element with the most prose and the fewest links
  std::uint32_t first_h1 = 0;    ///< line of the first h1, size() if none
  std::uint32_t title_node = 0;  ///< the heading that says what the head says, 0 if none
  std::uint32_t title_line = 0;
  std::vector<Articles> articles;  ///< of each line
  std::uint32_t article_count = 0;
  double median_words = 0;  ///< of the lines that read as prose, 0 if none
  std::vector<std::uint32_t> last_prose, next_prose;  ///< the nearest of prose, size() if none

 private:
  std::uint64_t path_key(std::uint32_t node) const;
  std::uint64_t class_key(std::uint32_t node) const;
  void find_families();
  void find_title(std::string_view title);
  void find_prose();
  void find_articles();

  const html::Page& page_;
  const Blocks& blocks_;
};

}  // namespace stemma

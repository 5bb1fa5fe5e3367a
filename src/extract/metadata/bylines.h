#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/page.h"
#include "extract/metadata/head.h"

namespace stemma {

/// The places of a page in which readers see who wrote it, each read to a list of names; empty
/// where a place names nobody. What stands in menus, side bars, comments and the teasers
/// of other reports does not count, and what stands before the headline only where nothing after it
/// does. Each search is O(page).
class Bylines {
 public:
  /// Both must outlive this object.
  Bylines(const html::Page& page, const Head& head);

  /// Elements that say so by rel or itemprop.
  std::vector<std::string> marked() const;
  /// Elements whose class says so: the first, and those set beside it in the same way.
  std::vector<std::string> classed() const;
  /// Links to an author's page beside one another: the first after the headline.
  std::vector<std::string> linked() const;
  /// A line of its own that opens with "By".
  std::vector<std::string> in_lines() const;
  /// A full name and nothing else beside the date under the headline, where the page says elsewhere
  /// that it is a person's: by a link to an author's page or a mailbox, or by a biography.
  std::vector<std::string> beside_date() const;

 private:
  struct Reach {
    std::uint32_t begin, end;
    bool before_headline;
  };
  std::vector<Reach> reaches() const;
  std::vector<std::string> marked_in(const Reach& reach, bool by_class) const;
  std::vector<std::string> lines_in(const Reach& reach) const;
  bool may_open(std::string_view line, std::uint32_t node) const;
  bool is_of_others(std::uint32_t node) const;
  bool is_in_teaser(std::uint32_t node) const;
  bool is_other_heading(std::uint32_t node) const;
  bool is_in_comment(std::uint32_t node) const;
  bool is_person(std::uint32_t text, std::string_view name) const;
  bool has_headline() const { return headline_ < page_.nodes.size(); }

  const html::Page& page_;
  const Head& head_;
  std::uint32_t headline_;  // past the end where there is none
};

}  // namespace stemma

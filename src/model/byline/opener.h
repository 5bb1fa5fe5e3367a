#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace stemma::byline {

/// How a line opens.
struct Opening {
  enum class Role : std::uint8_t {
    none,
    author,  ///< "By ", "Story and photos by ", "Autor: ", "Veröffentlicht von "
    other,   ///< "Photos by ", "Edited by: ", "Übersetzung: "
    date,    ///< "Updated on ", "Publié le "
  };
  Role role = Role::none;
  bool sure = false;    ///< the words begin no name: not "Von Miller"
  bool alone = false;   ///< only a label without colon: "Author Ann Lee"
  std::size_t end = 0;  ///< where what is opened begins
};

/// Whether the first word of a line leaves it possible that it opens so. Most lines' does not,
/// which this tells without reading on.
bool may_open(std::string_view line);

/// Reads words before a name or a date at the head of a line. It names no outlet's wording: an
/// opening is up to three words on writing and then one for "by", or a label and a colon, or a word
/// that only labels an author. A genre and a colon open a headline: "Review: Harbour Lights".
/// O(line).
Opening opening_of(std::string_view line);

}  // namespace stemma::byline

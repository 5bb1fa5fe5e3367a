#include "model/byline/name_list.h"

#include <array>
#include <string>

#include "base/text.h"
#include "model/byline/person_name.h"
#include "model/byline/words.h"

namespace stemma::byline {
namespace {

// Separators of a list of names, and those that also stand inside a name: "Ortega y Gasset",
// "Simon & Schuster".
constexpr std::array<std::string_view, 13> kSeparators{
    " and ", " und ", " with ", " + ", ";", ",", "|", "/", "•", "·", "、", "，", "،"};
constexpr std::array<std::string_view, 14> kJoiners{" & ",  " y ",   " e ",  " et ", " i ",
                                                    " og ", " och ", " en ", " ve ", " és ",
                                                    " și ", " и ",   " і ",  " و "};

// Cuts at the joiners that have a name of two words on both sides.
void split_at_joiners(std::string_view text, bool after_mark, std::vector<NamePiece>& pieces) {
  constexpr std::size_t kMostJoiners = 8;
  for (std::size_t i = 0; i < kMostJoiners; ++i) {
    std::size_t cut_at = std::string_view::npos, size = 0;
    for (const std::string_view joiner : kJoiners) {
      const auto at = text.find(joiner);
      if (at < cut_at && count_words(text.substr(0, at)) >= 2 &&
          count_words(text.substr(at + joiner.size())) >= 2) {
        cut_at = at;
        size = joiner.size();
      }
    }
    if (cut_at == std::string_view::npos) break;
    pieces.push_back({text.substr(0, cut_at), after_mark, false});
    text = text.substr(cut_at + size);
    after_mark = false;
  }
  pieces.push_back({text, after_mark, false});
}

}  // namespace

std::vector<NamePiece> split_names(std::string_view text) {
  const std::string lowered = ascii_lower(text);
  std::vector<NamePiece> pieces;
  std::size_t begin = 0;
  bool after_mark = false, after_bar = false;
  while (begin <= text.size()) {
    std::size_t end = text.size(), next = text.size() + 1;
    bool mark = false, bar = false;
    for (const std::string_view separator : kSeparators) {
      const auto at = lowered.find(separator, begin);
      if (at != std::string::npos && at < end) {
        end = at;
        next = at + separator.size();
        mark = separator.front() != ' ' && separator != ";";
        bar = separator == "|";
      }
    }
    const std::size_t first = pieces.size();
    split_at_joiners(text.substr(begin, end - begin), after_mark, pieces);
    pieces[first].after_bar = after_bar;
    after_bar = bar;
    // "Ann Lee, and Bo Li": the "and" counts.
    if (!trim(text.substr(begin, end - begin)).empty()) after_mark = mark;
    begin = next;
  }
  return pieces;
}

}  // namespace stemma::byline

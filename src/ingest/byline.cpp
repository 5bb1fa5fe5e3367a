#include "ingest/byline.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/markup.h"

namespace stemma {
namespace {

// What stands small inside names of persons.
constexpr std::string_view kParticles[] = {"de", "da", "di",  "do",  "dos", "del", "der", "den",
                                           "du", "el", "la",  "le",  "van", "von", "bin", "bint",
                                           "al", "y",  "ten", "ter", "zu",  "af",  "av"};
// What follows a name after a comma and belongs to it.
constexpr std::string_view kSuffixes[] = {"jr", "jr.", "sr",  "sr.",  "ii",  "iii",
                                          "iv", "md",  "m.d", "m.d.", "phd", "ph.d."};
// What leads from a name to the place or the house it is at.
constexpr std::string_view kPlaceWords[] = {" in ", " at ", " for ", " from "};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::string_view (&words)[n]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view each) { return equal_ignoring_case(each, word); });
}

// Scripts without capitals, and capitals past ASCII, count as such.
bool is_capital(std::string_view word) {
  return !word.empty() && (is_ascii_upper(word[0]) || (word[0] & 0x80) != 0);
}

bool is_person(std::string_view name) {
  constexpr std::size_t kMostWords = 6;
  const std::vector<std::string_view> words = split(name, ' ');
  return words.size() >= 2 && words.size() <= kMostWords &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capital(word) || is_one_of(word, kParticles);
         });
}

// "Ada Writer in Oslo" → Ada Writer
std::string_view without_place(std::string_view name) {
  for (const std::string_view word : kPlaceWords) {
    const std::size_t at = name.find(word);
    if (at == std::string_view::npos || !is_capital(name.substr(at + word.size()))) continue;
    if (is_person(name.substr(0, at))) name = name.substr(0, at);
  }
  return name;
}

std::vector<std::string_view> parts_of(std::string_view line) {
  std::vector<std::string_view> parts;
  for (std::string_view piece : split(line, ',')) {
    while (true) {
      std::size_t at = std::string_view::npos, size = 0;
      for (const std::string_view joint : {" and ", " & ", "; "}) {
        if (const std::size_t found = piece.find(joint); found < at) {
          at = found;
          size = joint.size();
        }
      }
      parts.push_back(trim(piece.substr(0, at)));
      if (at == std::string_view::npos) break;
      piece.remove_prefix(at + size);
    }
  }
  // "A, B, and C"
  for (std::string_view& part : parts) {
    if (starts_with_ignoring_case(part, "and ")) part = trim(part.substr(4));
  }
  std::erase_if(parts,
                [](std::string_view part) { return part.empty() || is_one_of(part, kSuffixes); });
  return parts;
}

}  // namespace

std::vector<std::string> names_in_by(std::string_view by) {
  const std::string plain = plain_line(by);
  std::string_view line = plain;
  for (const std::string_view opening : {"by ", "by: "}) {
    if (starts_with_ignoring_case(line, opening)) line = trim(line.substr(opening.size()));
  }
  std::vector<std::string> names;
  if (line.empty() || equal_ignoring_case(line, "by")) return names;
  const std::vector<std::string_view> parts = parts_of(line);
  const bool divides = !parts.empty() && is_person(without_place(parts.front()));
  if (!divides) return {std::string(line)};
  for (const std::string_view part : parts) names.emplace_back(without_place(part));
  return names;
}

}  // namespace stemma

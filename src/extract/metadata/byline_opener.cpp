#include "extract/metadata/byline_opener.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/metadata/person_name.h"

namespace stemma {
namespace {

// What opens a byline.
constexpr std::array<std::string_view, 36> kOpeners{"zeige alle beiträge von",
                                                    "alle beiträge von",
                                                    "view all posts by",
                                                    "all posts by",
                                                    "posts by",
                                                    "articles by",
                                                    "auteur",
                                                    "autore",
                                                    "beitragvon",
                                                    "by:",
                                                    "by",
                                                    "written by",
                                                    "words by",
                                                    "reported by",
                                                    "posted by",
                                                    "published by",
                                                    "author:",
                                                    "authors:",
                                                    "author",
                                                    "story by",
                                                    "article by",
                                                    "text by",
                                                    "review by",
                                                    "veröffentlicht von",
                                                    "geschrieben von",
                                                    "beitrag von",
                                                    "autor:",
                                                    "autorin:",
                                                    "text:",
                                                    "opinion by",
                                                    "analysis by",
                                                    "Текст:",
                                                    "Автор:",
                                                    "Автор",
                                                    "作者:",
                                                    "作者："};
// "By" in other languages. They also begin names ("Von Miller"): a name must be left over.
constexpr std::array<std::string_view, 8> kShortOpeners{"von", "par",  "por", "di",
                                                        "de",  "door", "av",  "af"};
// Of these the first four are also taken for a byline at the head of any line.
constexpr std::size_t kLineOpeners = 4;

// "vonAnn": two elements that only their style sets apart.
bool is_glued(std::string_view text, std::size_t at) {
  return is_ascii_lower(text[at - 1]) && is_capital(text, at);
}

bool opens_with(std::string_view text, std::string_view opener) {
  if (!starts_with_ignoring_case(text, opener) || text.size() <= opener.size()) return false;
  return opener.ends_with(':') || opener.ends_with("：") || text[opener.size()] == ' ' ||
         text[opener.size()] == ':' || text.substr(opener.size(), 2) == "\xC2\xA0" ||
         is_glued(text, opener.size());
}

std::string_view cut_opener(std::string_view text, std::string_view opener) {
  text.remove_prefix(opener.size());
  while (!text.empty() && (text.front() == ':' || text.front() == ' ')) text.remove_prefix(1);
  return trim(text);
}

}  // namespace

bool opens_byline(std::string_view line) {
  line = trim(line);
  const auto opens = [&](std::string_view opener) { return opens_with(line, opener); };
  return std::any_of(kOpeners.begin(), kOpeners.end(), opens) ||
         std::any_of(kShortOpeners.begin(), kShortOpeners.begin() + kLineOpeners, opens);
}

std::string_view after_opener(std::string_view text, std::string_view opener) {
  return opens_with(text, opener) ? cut_opener(text, opener) : text;
}

std::string_view after_openers(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    text = trim(text);
    for (const std::string_view opener : kOpeners) {
      if (!opens_with(text, opener)) continue;
      text = cut_opener(text, opener);
      more = true;
      break;
    }
  }
  for (const std::string_view opener : kShortOpeners) {
    if (!opens_with(text, opener)) continue;
    const std::string_view rest = cut_opener(text, opener);
    const bool colon = text.substr(opener.size()).starts_with(':');
    const bool glued = rest.data() == text.data() + opener.size();
    if (!colon && !glued && (words_of(rest).size() < 2 || !is_capital(rest, 0))) continue;
    return rest;
  }
  return text;
}

}  // namespace stemma

#include "extract/metadata/authors.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr std::size_t kMostAuthors = 12;
constexpr std::size_t kLongestByline = 160;  // bytes
constexpr std::size_t kBlocksBefore = 10, kBlocksAfter = 2;

// Words that stand in a job title, a department or a notice, never in a person's name.
constexpr std::array<std::string_view, 64> kNoName = {
    "editor",      "reporter",  "correspondent", "writer",  "staff",   "columnist",  "journalist",
    "contributor", "producer",  "analyst",       "bureau",  "chief",   "senior",     "political",
    "national",    "associate", "assistant",     "news",    "press",   "agency",     "team",
    "desk",        "published", "updated",       "posted",  "updates", "comments",   "share",
    "editorial",   "board",     "photographer",  "photo",   "video",   "special",    "newspaper",
    "magazine",    "online",    "digital",       "content", "admin",   "guest",      "follow",
    "twitter",     "facebook",  "email",         "minute",  "minutes", "read",       "view",
    "university",  "professor", "director",      "media",   "network", "times",      "post",
    "tribune",     "services",  "service",       "wire",    "reuters", "associated", "afp",
    "newsroom"};

bool is_particle(std::string_view word) {
  for (const std::string_view particle :
       {"de", "da", "di", "del", "der", "den", "van", "von", "al", "el", "la", "le", "bin", "ibn",
        "dos", "du", "ter", "y"}) {
    if (word == particle) return true;
  }
  return false;
}

// A name of a person: two to five capitalized words (or particles), no digits, no word of a job.
bool reads_as_name(std::string_view text) {
  if (text.empty() || text.find_first_of("0123456789@/:#|&\"()") != std::string_view::npos)
    return false;
  std::size_t words = 0, capitals = 0;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    ++words;
    const std::string lower = to_lower(word);
    std::string_view bare = lower;
    while (!bare.empty() && (bare.back() == '.' || bare.back() == ',')) bare.remove_suffix(1);
    if (std::find(kNoName.begin(), kNoName.end(), bare) != kNoName.end()) return false;
    if (is_upper(decode_utf8(word, 0).code_point)) {
      ++capitals;
    } else if (!is_particle(word)) {
      return false;
    }
  }
  return words >= 2 && words <= 5 && capitals >= 1 && known_outlet(text) == nullptr;
}

// "ADA LIND" is a way of setting a name.
std::string with_usual_case(std::string_view name) {
  const bool has_lower = std::any_of(name.begin(), name.end(), is_ascii_lower);
  if (has_lower) return std::string(name);
  std::string out;
  bool start = true;
  for (const char c : name) {
    out += start ? c : (is_ascii_upper(c) ? static_cast<char>(c + 32) : c);
    start = c == ' ' || c == '-' || c == '\'';
  }
  return out;
}

void add_name(std::vector<std::string>& names, std::string_view name) {
  const std::string plain = with_usual_case(collapse_space(name));
  if (!reads_as_name(plain) || names.size() >= kMostAuthors) return;
  for (const std::string& known : names) {
    if (equal_ignoring_case(known, plain)) return;
  }
  names.push_back(plain);
}

// Replaces the words that join names by one mark.
std::string with_joints(std::string_view text) {
  std::string out;
  for (const std::string_view word : split(text, ' ')) {
    const bool joint = word == "and" || word == "&" || word == "with" || word == "AND" ||
                       word == "und" || word == "et" || word == "|" || word == "-" ||
                       word == "\u2013" || word == "\u2022" || word == "\u00b7";
    const bool ends = equal_ignoring_case(word, "for") || equal_ignoring_case(word, "in") ||
                      equal_ignoring_case(word, "at") || equal_ignoring_case(word, "of");
    if (ends && !out.empty()) break;
    out += joint ? "," : word;
    out += ' ';
  }
  return out;
}

std::string_view without_prefix(std::string_view text, bool& had) {
  had = false;
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view prefix :
         {"by ", "by: ", "by:", "written by ", "story by ", "reported by ", "posted by ",
          "author: ", "authors: ", "reporting by ", "words by ", "text by ", "from ", "von ",
          "par ", "por "}) {
      if (!starts_with_ignoring_case(text, prefix)) continue;
      text = trim(text.substr(prefix.size()));
      had = again = true;
    }
  }
  return text;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
  bool had = false;
  const std::string joined = with_joints(without_prefix(trim(byline), had));
  std::vector<std::string> names;
  std::string text = joined;
  std::replace(text.begin(), text.end(), ';', ',');
  std::replace(text.begin(), text.end(), '/', ',');
  for (const std::string_view part : split(text, ',')) add_name(names, trim(part));
  return names;
}

std::vector<std::string> read_authors(const Head& head, const LinkedData& data,
                                      const Blocks& blocks, std::size_t first_body_block) {
  std::vector<std::string> names;
  const auto add_all = [&](std::string_view byline) {
    for (const std::string& name : names_in_byline(byline)) add_name(names, name);
  };
  for (const std::string& author : data.authors) add_all(author);
  if (!names.empty()) return names;
  for (const Head::Meta& meta : head.meta) {
    for (const std::string_view key :
         {"author", "article:author", "article:author_name", "dc.creator", "dcterms.creator",
          "parsely-author", "sailthru.author", "byl", "byline", "authors", "cxenseparse:author",
          "article.author", "creator"}) {
      if (meta.key == key && meta.value.find("://") == std::string::npos) add_all(meta.value);
    }
  }
  if (!names.empty()) return names;
  const std::size_t begin = first_body_block > kBlocksBefore ? first_body_block - kBlocksBefore : 0;
  const std::size_t end = std::min(blocks.items.size(), first_body_block + kBlocksAfter);
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view line = blocks.of(blocks.items[i]);
    bool is_byline = false;
    (void)without_prefix(line, is_byline);
    if (is_byline && line.size() <= kLongestByline) add_all(line);
  }
  if (!names.empty()) return names;
  for (const std::string& link : head.author_links) {
    if (link.size() <= kLongestByline) add_all(link);
  }
  return names;
}

}  // namespace stemma

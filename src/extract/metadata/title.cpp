#include "extract/metadata/title.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/outlets.h"

namespace stemma {
namespace {

std::vector<std::string> folded_words(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : words_of(text)) words.push_back(word.folded);
  return words;
}

// Dice coefficient over the words of two titles, each word once.
double likeness(std::string_view a, std::string_view b) {
  std::vector<std::string> left = folded_words(a), right = folded_words(b), common;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  const std::size_t all = left.size() + right.size();
  return all == 0 ? 0 : 2.0 * static_cast<double>(common.size()) / static_cast<double>(all);
}

bool names_site(std::string_view part, std::string_view site) {
  if (site.empty()) return false;
  const auto letters = [](std::string_view text) {
    std::string out;
    for (const std::string& word : folded_words(text)) {
      if (word != "the" && word != "com") out += word;
    }
    return out;
  };
  const std::string a = letters(part), b = letters(site);
  if (a.empty() || b.empty()) return false;
  return a == b || (a.size() > 3 && b.find(a) != std::string::npos) ||
         (b.size() > 3 && a.find(b) != std::string::npos && a.size() <= 2 * b.size());
}

constexpr std::array<std::string_view, 8> kSeparators = {" | ",  " - ",      " \u2013 ", " \u2014 ",
                                                         " :: ", " \u00bb ", " \u00b7 ", " // "};

struct Cut {
  std::size_t at = std::string_view::npos, size = 0;
};

Cut last_separator(std::string_view title) {
  Cut last;
  for (const std::string_view separator : kSeparators) {
    const std::size_t at = title.rfind(separator);
    if (at != std::string_view::npos && (last.size == 0 || at > last.at))
      last = {at, separator.size()};
  }
  return last;
}

bool may_be_site(std::string_view part, std::string_view site, std::string_view separator) {
  if (names_site(part, site)) return true;
  const std::size_t words = folded_words(part).size();
  const bool bar = separator == " | " || separator == " :: " || separator == " \u00bb ";
  return words > 0 && words <= (bar ? 5U : 0U);
}

}  // namespace

std::string without_site(std::string_view title, std::string_view site) {
  title = trim(title);
  constexpr int kMostParts = 3;
  for (int i = 0; i < kMostParts; ++i) {
    const Cut cut_at = last_separator(title);
    if (cut_at.size == 0) break;
    const std::string_view before = title.substr(0, cut_at.at);
    const std::string_view after = title.substr(cut_at.at + cut_at.size);
    const std::string_view separator = title.substr(cut_at.at, cut_at.size);
    if (folded_words(before).size() >= 2 &&
        (may_be_site(after, site, separator) || known_outlet(after) != nullptr)) {
      title = trim(before);
    } else if (names_site(before, site)) {
      title = trim(after);
    } else {
      break;
    }
  }
  return std::string(title);
}

std::string choose_title(const Head& head, const LinkedData& data) {
  std::string site(head.first({"og:site_name", "application-name", "twitter:site"}));
  if (site.empty()) site = data.publisher;
  std::vector<std::string> witnesses;
  const auto add = [&](std::string_view title) {
    std::string plain = without_site(collapse_space(title), site);
    if (!plain.empty()) witnesses.push_back(std::move(plain));
  };
  add(head.first({"og:title"}));
  add(data.headline);
  add(head.first({"twitter:title", "dc.title", "headline", "parsely-title", "sailthru.title"}));
  add(head.title);

  constexpr double kConfirmed = 0.4;
  std::string best;
  double most = kConfirmed;
  for (const std::string& heading : head.headings) {
    if (names_site(heading, site)) continue;
    double support = 0;
    for (const std::string& witness : witnesses)
      support = std::max(support, likeness(heading, witness));
    if (support > most) {
      most = support;
      best = collapse_space(heading);
    }
  }
  if (!best.empty()) return best;
  if (!witnesses.empty()) return witnesses.front();
  return head.headings.empty() ? "" : collapse_space(head.headings.front());
}

}  // namespace stemma

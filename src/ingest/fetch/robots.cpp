#include "ingest/fetch/robots.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace stemma {
namespace {

bool is_hex(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_unreserved(unsigned char c) {
  const char character = static_cast<char>(c);
  return is_ascii_letter(character) || is_ascii_digit(character) || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// One writing for paths that mean the same (RFC 9309, section 2.2.2): bytes past ASCII escaped,
// escapes of plain characters undone, hexadecimal digits large.
std::string normal_path(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  const auto escape = [&](unsigned char byte) {
    out += '%';
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  };
  for (std::size_t at = 0; at < path.size(); ++at) {
    const auto byte = static_cast<unsigned char>(path[at]);
    if (byte == '%' && at + 2 < path.size() && is_hex(path[at + 1]) && is_hex(path[at + 2])) {
      unsigned value = 0;
      std::from_chars(path.data() + at + 1, path.data() + at + 3, value, 16);
      if (is_unreserved(static_cast<unsigned char>(value))) {
        out += static_cast<char>(value);
      } else {
        escape(static_cast<unsigned char>(value));
      }
      at += 2;
    } else if (byte >= 0x80 || byte <= 0x20) {
      escape(byte);
    } else {
      out += path[at];
    }
  }
  return out;
}

// Whether a pattern matches the beginning of a path. Only the last "*" needs trying again, so this
// is O(pattern × path) at worst.
bool matches(std::string_view pattern, std::string_view path) {
  const bool to_end = pattern.ends_with('$');
  if (to_end) pattern.remove_suffix(1);
  std::size_t p = 0, at = 0, star = std::string_view::npos, from = 0;
  while (true) {
    if (p == pattern.size() && (!to_end || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p;
      ++at;
    } else if (star != std::string_view::npos && from < path.size()) {
      p = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
}

// A product's name ends where its version begins: "stemma/0.1".
std::string_view product_of(std::string_view agent) {
  const auto end = std::find_if_not(agent.begin(), agent.end(), [](char c) {
    return is_ascii_letter(c) || c == '-' || c == '_';
  });
  return agent.substr(0, static_cast<std::size_t>(end - agent.begin()));
}

}  // namespace

RobotsRules::RobotsRules(std::string_view text, std::string_view product) {
  struct Group {
    std::vector<Rule> rules;
    std::optional<std::chrono::milliseconds> delay;
    bool is_named = false;
  };
  Group ours, everyone;
  bool for_us = false, for_all = false, in_agents = false;
  text = text.substr(0, kMaxBytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::string lines(text);
  std::replace(lines.begin(), lines.end(), '\r', '\n');
  for (std::string_view line : split(lines, '\n')) {
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string_view key = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
    if (equal_ignoring_case(key, "user-agent")) {
      if (!in_agents) for_us = for_all = false;
      in_agents = true;
      for_all = for_all || value == "*";
      for_us = for_us || equal_ignoring_case(product_of(value), product_of(product));
      ours.is_named = ours.is_named || for_us;
      continue;
    }
    const bool is_allow = equal_ignoring_case(key, "allow");
    const bool is_disallow = equal_ignoring_case(key, "disallow");
    double seconds = -1;
    if (equal_ignoring_case(key, "crawl-delay")) {
      std::from_chars(value.data(), value.data() + value.size(), seconds);
    } else if (!is_allow && !is_disallow) {
      continue;  // a sitemap's address and the like belong to no group and end none
    }
    in_agents = false;
    for (auto [wanted, group] : {std::pair(for_us, &ours), std::pair(for_all, &everyone)}) {
      if (!wanted) continue;
      if (seconds >= 0) {
        const double most = static_cast<double>(kMaxDelay.count());
        group->delay =
            std::chrono::milliseconds(static_cast<std::int64_t>(std::min(seconds, most) * 1000));
      } else if ((is_allow || is_disallow) && !value.empty() && group->rules.size() < kMaxRules) {
        group->rules.push_back({normal_path(value), is_allow});
      }
    }
  }
  Group& chosen = ours.is_named ? ours : everyone;
  rules_ = std::move(chosen.rules);
  delay_ = chosen.delay;
}

RobotsRules RobotsRules::forbidding_all() {
  RobotsRules rules;
  rules.rules_.push_back({"/", false});
  return rules;
}

bool RobotsRules::allows(std::string_view target) const {
  const std::string path = normal_path(target);
  if (path == "/robots.txt") return true;
  std::size_t longest = 0;
  bool allowed = true;
  for (const Rule& rule : rules_) {
    const std::size_t length = rule.pattern.size();
    if (length < longest || !matches(rule.pattern, path)) continue;
    allowed = length == longest ? allowed || rule.allows : rule.allows;
    longest = length;
  }
  return allowed;
}

}  // namespace stemma

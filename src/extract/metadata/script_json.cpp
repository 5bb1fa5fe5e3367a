#include "extract/metadata/script_json.h"

#include <algorithm>
#include <utility>

#include "base/character_references.h"
#include "extract/metadata/linked_data.h"

namespace stemma {
namespace {

// Raw control characters, comment and CDATA marks around the object, and a stray ';' after it are
// the common breaks.
std::string mended(std::string_view script) {
  const auto begin = script.find_first_of("{[");
  const auto end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string json(script.substr(begin, end - begin + 1));
  for (char& c : json) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return json;
}

// What JavaScript forgives and JSON does not: a comma before a closing bracket, escapes that JSON
// lacks.
std::string stricter(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\' && i + 1 < json.size()) {
      constexpr std::string_view kEscapes = "\"\\/bfnrtu";
      const char escaped = json[++i];
      if (kEscapes.find(escaped) != std::string_view::npos) out += c;
      out += escaped;
      continue;
    }
    if (c == '"') in_text = !in_text;
    if (!in_text && (c == '}' || c == ']')) {
      const auto last = out.find_last_not_of(' ');
      if (last != std::string::npos && out[last] == ',') out.erase(last);
    }
    out += c;
  }
  return out;
}

}  // namespace

std::string json_in_script(std::string_view script) {
  std::string json = mended(script);
  // A system that escapes whatever it prints.
  if (json.find("&quot;") < json.find('"')) json = unescape(json);
  return json;
}

std::optional<Json> parse_forgivingly(const std::string& json) {
  if (json.empty()) return std::nullopt;
  if (auto strict = Json::parse(json)) return std::move(*strict);
  if (auto mild = Json::parse(stricter(json))) return std::move(*mild);
  return std::nullopt;
}

std::string text_for_key(std::string_view broken, std::string_view key) {
  constexpr std::size_t kLongest = 1000;
  for (auto at = broken.find(key); at != std::string_view::npos; at = broken.find(key, at)) {
    at += key.size();
    const auto colon = broken.find_first_not_of(' ', at);
    if (colon == std::string_view::npos || broken[colon] != ':') continue;
    const auto open = broken.find_first_not_of(' ', colon + 1);
    if (open == std::string_view::npos || broken[open] != '"') continue;
    for (std::size_t end = open + 1; end < std::min(broken.size(), open + kLongest); ++end) {
      if (broken[end] != '"' || broken[end - 1] == '\\') continue;
      const auto next = broken.find_first_not_of(' ', end + 1);
      if (next != std::string_view::npos &&
          std::string_view(",}]").find(broken[next]) == std::string_view::npos) {
        continue;
      }
      const std::string text = stricter('"' + std::string(broken.substr(open + 1, end - open - 1)));
      return plain_of(std::string_view(text).substr(1));
    }
  }
  return {};
}

std::string_view member_at(std::string_view json) {
  constexpr std::size_t kLongest = 300;
  json = json.substr(0, kLongest);
  int open = 0;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '{' || c == '[') ++open;
    if ((c == '}' || c == ']') && --open <= 0) return json.substr(0, i);
    if (c == ',' && open == 0) return json.substr(0, i);
  }
  return json;
}

}  // namespace stemma

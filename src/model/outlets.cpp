#include "model/outlets.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

enum Kind : std::uint8_t { agency, paper, broadcaster };

struct Row {
  std::string_view name;
  Kind kind;
  std::string_view aliases;  // parted by ';', each with an optional mark
  std::string_view domains;  // parted by blanks
};

constexpr Row kRows[] = {
#include "model/outlets_table.inc"
};

// One way to name an outlet in running text.
struct Alias {
  std::string_view text;  // without mark
  std::uint32_t row = 0;
  char mark = 0;               // '~', '?', '=', '@' or 0
  bool needs_article = false;  // "The Hill": only with "the" before it
};

std::string_view without_article(std::string_view name) {
  return starts_with_ignoring_case(name, "the ") ? trim(name.substr(4)) : name;
}

// What two spellings of one name share.
std::string folded_name(std::string_view name) {
  const std::string plain = fold_typography(trim(name));
  std::string_view rest = without_article(plain);
  if (starts_with_ignoring_case(rest, "www.")) rest.remove_prefix(4);
  return to_lower(rest);
}

// A byte of a letter or digit. 0xE2 opens curly marks and dashes, 0xC2 no-break space and «.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(c) || is_ascii_digit(c) || (byte >= 0x80 && byte != 0xE2 && byte != 0xC2);
}

std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_byte(text[at])) ++at;
  return at;
}

// FNV-1a over the word with ASCII letters lowered.
std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : word) {
    const auto low = static_cast<unsigned char>(ascii_lower(c));
    hash = (hash ^ low) * 0x100000001b3u;
  }
  return hash;
}

// The names of the table, indexed by whole folded name and by first word.
class Names {
 public:
  Names();

  const Outlet* find(std::string_view folded) const {
    const auto found = by_name_.find(std::string(folded));
    return found == by_name_.end() ? nullptr : &outlets_[found->second];
  }
  /// Aliases that begin with the word, longest first.
  const std::vector<Alias>* starting_with(std::string_view word) const {
    const auto found = by_first_word_.find(hash_word(word));
    return found == by_first_word_.end() ? nullptr : &found->second;
  }
  const Outlet& outlet(std::uint32_t row) const { return outlets_[row]; }

 private:
  void add(std::string_view written, std::uint32_t row);
  void add_name(const std::string& folded, std::uint32_t row) { by_name_.emplace(folded, row); }

  std::vector<Outlet> outlets_;
  std::unordered_map<std::string, std::uint32_t> by_name_;
  std::unordered_map<std::uint64_t, std::vector<Alias>> by_first_word_;
};

void Names::add(std::string_view written, std::uint32_t row) {
  Alias alias;
  alias.row = row;
  if (std::string_view("~?=@").find(written.front()) != std::string_view::npos) {
    alias.mark = written.front();
    written.remove_prefix(1);
  }
  alias.text = without_article(written);
  alias.needs_article = alias.text.size() != written.size() && alias.mark == '?';
  const std::string folded = folded_name(written);
  if (alias.mark != '@') add_name(folded, row);
  std::vector<Alias>& same_word =
      by_first_word_[hash_word(alias.text.substr(0, word_end(alias.text, 0)))];
  for (const Alias& other : same_word) {
    if (equal_ignoring_case(other.text, alias.text) && other.mark != '=') return;
  }
  same_word.push_back(alias);
}

Names::Names() {
  const auto count = static_cast<std::uint32_t>(std::size(kRows));
  outlets_.reserve(count);
  for (std::uint32_t row = 0; row < count; ++row) {
    outlets_.push_back({kRows[row].name, kRows[row].kind == agency});
  }
  // Names before aliases: a full name is never taken by another outlet's short form.
  for (std::uint32_t row = 0; row < count; ++row) add_name(folded_name(kRows[row].name), row);
  for (std::uint32_t row = 0; row < count; ++row) {
    for (const std::string_view part : split(kRows[row].aliases, ';')) {
      if (!trim(part).empty()) add(trim(part), row);
    }
    add(kRows[row].name, row);
    for (const std::string_view domain : split(kRows[row].domains, ' ')) {
      if (!domain.empty()) add_name(std::string(domain), row);
    }
  }
  for (auto& [hash, aliases] : by_first_word_) {
    std::stable_sort(aliases.begin(), aliases.end(),
                     [](const Alias& a, const Alias& b) { return a.text.size() > b.text.size(); });
  }
}

const Names& names() {
  static const Names table;
  return table;
}

constexpr std::size_t kAcronymLetters = 4;

// All capitals and short: its letters must be capitals in the text as well ("PA", "DPA").
bool is_acronym(std::string_view name) {
  return name.size() <= kAcronymLetters && std::all_of(name.begin(), name.end(), is_ascii_upper);
}

// End of the alias where it stands at `at`, or 0.
std::size_t match_end(std::string_view text, std::size_t at, const Alias& alias) {
  const bool exact = alias.mark == '=' || is_acronym(alias.text);
  bool word_start = true;
  for (const char wanted : alias.text) {
    if (at >= text.size()) return 0;
    const char c = text[at];
    if (wanted == ' ') {
      if (c != ' ' && c != '\n') return 0;
      ++at;
    } else if (wanted == '\'' && text.substr(at, 3) == "’") {
      at += 3;
    } else {
      const bool same = c == wanted || (!exact && !(word_start && is_ascii_upper(wanted)) &&
                                        equal_ignoring_case({&c, 1}, {&wanted, 1}));
      if (!same) return 0;
      ++at;
    }
    word_start = !is_word_byte(wanted) && wanted != '\'';
  }
  const bool goes_on = at < text.size() && word_end(text, at) != at;
  const bool hyphenated = at + 1 < text.size() && text[at] == '-' && is_ascii_letter(text[at + 1]);
  return goes_on || hyphenated ? 0 : at;
}

// The word that ends right before `at`, past one blank.
std::string_view word_before(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] != ' ') return {};
  std::size_t begin = at - 1;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
  return text.substr(begin, at - 1 - begin);
}

bool is_possessive(std::string_view word) {
  return word.ends_with("'s") || word.ends_with("’s") || word == "his" || word == "her" ||
         word == "their" || word == "its" || word == "our";
}

// "The Hill" inside a sentence is surely a name; "the Hill" or a sentence's first words may not be.
bool has_name_article(std::string_view text, std::size_t at, std::string_view before) {
  if (before != "The" && before != "THE") return false;
  const std::size_t article = at - 1 - before.size();
  if (article < 2) return false;
  const char last = text[article - 2];
  return text[article - 1] == ' ' && (is_word_byte(last) || last == ',');
}

std::optional<OutletName> name_at(std::string_view text, std::size_t at, const Alias& alias) {
  const std::size_t end = match_end(text, at, alias);
  if (end == 0) return std::nullopt;
  const std::string_view before = word_before(text, at);
  const std::string_view bare = trim(before);
  const bool article = equal_ignoring_case(bare, "the");
  // "a Times/CBS News poll"
  const bool joint = end + 1 < text.size() && text[end] == '/' && is_ascii_upper(text[end + 1]);
  if (alias.mark == '~' && !article && !joint && !is_possessive(bare)) return std::nullopt;
  if (alias.needs_article && !article) return std::nullopt;
  // "Time Warner", "the State Department": part of another name.
  const bool goes_on = end + 1 < text.size() && text[end] == ' ' && is_ascii_upper(text[end + 1]);
  if (alias.mark == '?' && goes_on) return std::nullopt;
  OutletName name;
  name.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  name.outlet = &names().outlet(alias.row);
  name.ambiguous = alias.mark == '~';
  name.weak = alias.mark == '?' && !has_name_article(text, at, bare);
  name.programme = alias.mark == '@';
  return name;
}

}  // namespace

const Outlet* known_outlet(std::string_view name_or_domain) {
  const std::string folded = folded_name(name_or_domain);
  if (const Outlet* found = names().find(folded)) return found;
  if (folded.find(' ') != std::string::npos) return nullptr;
  // A host: drop labels from the left until a domain of the table is left.
  for (std::size_t dot = folded.find('.'); dot != std::string::npos;
       dot = folded.find('.', dot + 1)) {
    const std::string_view rest = std::string_view(folded).substr(dot + 1);
    if (rest.find('.') == std::string_view::npos) break;
    if (const Outlet* found = names().find(rest)) return found;
  }
  return nullptr;
}

std::string canonical_outlet(std::string_view name_or_domain) {
  if (const Outlet* known = known_outlet(name_or_domain)) return std::string(known->name);
  std::string_view rest = without_article(trim(name_or_domain));
  if (starts_with_ignoring_case(rest, "www.")) rest.remove_prefix(4);
  return std::string(rest);
}

bool is_press_agency(std::string_view outlet) {
  const Outlet* known = known_outlet(outlet);
  return (known != nullptr && known->is_agency) || outlet.ends_with(" Press Agency") ||
         outlet.ends_with(" News Agency");
}

std::vector<OutletName> find_outlet_names(std::string_view text) {
  std::vector<OutletName> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = word_end(text, at);
    if (end == at) {
      ++at;
      continue;
    }
    std::size_t next = end;
    if (const auto* aliases = names().starting_with(text.substr(at, end - at))) {
      for (const Alias& alias : *aliases) {
        if (const auto name = name_at(text, at, alias)) {
          found.push_back(*name);
          next = name->span.end;
          break;
        }
      }
    }
    at = next;
  }
  return found;
}

}  // namespace stemma

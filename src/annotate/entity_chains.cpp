#include "annotate/entity_chains.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "annotate/gazetteer.h"
#include "annotate/names.h"
#include "base/text.h"

namespace stemma {
namespace {

constexpr std::size_t kMostInitials = 7;
constexpr std::size_t kMostPrefixes = 6;  // words of a long name that may be its short form

/// Last words without which an organisation is still the same. Sorted.
constexpr std::array<std::string_view, 34> kDroppable{
    "Agency",      "Airlines", "Airways",      "Association", "Bank",      "Church",
    "Club",        "Co.",      "Committee",    "Company",     "Corp",      "Corp.",
    "Corporation", "Council",  "Foundation",   "Fund",        "Group",     "Holdings",
    "Inc",         "Inc.",     "Industries",   "Institute",   "Limited",   "Ltd",
    "Ltd.",        "Magazine", "Motors",       "News",        "Newspaper", "Organization",
    "Party",       "Systems",  "Technologies", "magazine"};
static_assert(std::ranges::is_sorted(kDroppable));

constexpr std::array<std::string_view, 6> kStateWords{
    "Republic of ", "Kingdom of ",          "State of ",
    "City of ",     "Islamic Republic of ", "People's Republic of "};

bool is_person(const Entity& entity) { return entity.type == "PERSON"; }
bool is_place(const Entity& entity) { return entity.type == "GPE" || entity.type == "LOC"; }

class Linker {
 public:
  Linker(const Article& article, Annotations& annotations)
      : text_(article.text), annotations_(annotations) {}

  void link() {
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i < annotations_.entities.size(); ++i) {
      const Entity& entity = annotations_.entities[i];
      if (!is_name_type(entity.type)) continue;
      mentions.push_back({i, key_of(entity)});
    }
    // Long forms first make the chains; short forms then find theirs, looking back, then ahead.
    for (const Mention& mention : mentions) declare(mention);
    for (const Mention& mention : mentions) {
      annotations_.entities[mention.entity].chain = chain_of(mention);
    }
    renumber();
  }

 private:
  struct Mention {
    std::size_t entity;
    std::string key;
  };
  /// A full name that a short form may stand for, and where it was last named.
  struct Full {
    std::string key;
    std::uint32_t begin = 0;
  };

  std::string key_of(const Entity& entity) const {
    std::string key = name_key(cut(text_, bare_name(text_, entity.span, is_person(entity))));
    if (is_person(entity)) return without_middle(key);
    if (is_place(entity)) {
      for (const std::string_view words : kStateWords) {
        if (key.starts_with(words)) return key.substr(words.size());
      }
    }
    std::string plain = key;
    std::erase(plain, '.');
    std::erase(plain, ',');
    if (const auto name = common_name(plain); !name.empty()) return std::string(name);
    return key;
  }

  /// "Michael T Flynn" → "Michael Flynn"
  static std::string without_middle(const std::string& key) {
    const auto words = words_of_key(key);
    if (words.size() != 3 || words[1].size() > 2) return key;
    return std::string(words[0]) + " " + std::string(words[2]);
  }

  static std::string group_of(const Entity& entity) {
    return is_person(entity) ? "p" : entity.type == "NORP" ? "n" : "o";
  }

  void declare(const Mention& mention) {
    const Entity& entity = annotations_.entities[mention.entity];
    const auto words = words_of_key(mention.key);
    if (words.size() < 2 || if_short(mention.key).empty() || entity.type == "NORP") return;
    const Full full{mention.key, entity.span.begin};
    if (is_person(entity)) {
      short_forms_["p" + std::string(words.back())].push_back(full);
      if (words.front().size() > 2) short_forms_["f" + std::string(words.front())].push_back(full);
      return;
    }
    const std::string letters = initials(mention.key);
    if (letters.size() >= 2 && letters.size() <= kMostInitials) {
      short_forms_["i" + letters].push_back(full);
    }
    declare_prefixes(words, full);
    if (entity.type == "PRODUCT") short_forms_["o" + std::string(words.back())].push_back(full);
  }

  /// "National Council for the Safeguard of the Homeland" → "National Council"
  void declare_prefixes(const std::vector<std::string_view>& words, const Full& full) {
    const std::size_t most = std::min(words.size() - 1, kMostPrefixes);
    std::string prefix;
    for (std::size_t i = 0; i < most; ++i) {
      if (i > 0) prefix += ' ';
      prefix += words[i];
      const std::string_view next = words[i + 1];
      const bool ends_here =
          next == "of" || next == "for" || next == "on" ||
          (i + 2 == words.size() && std::ranges::binary_search(kDroppable, next));
      if (ends_here) short_forms_["o" + prefix].push_back(full);
    }
  }

  Index chain_of(const Mention& mention) {
    const Entity& entity = annotations_.entities[mention.entity];
    std::string key = mention.key;
    if (entity.type != "NORP") {
      const auto full = is_person(entity) ? full_person(mention) : full_name(mention);
      if (full) key = *full;
    }
    const auto [at, is_new] = chains_.emplace(group_of(entity) + key, next_chain_);
    if (is_new) ++next_chain_;
    return at->second;
  }

  /// Of several full names the one named last before the mention, else the first one after it.
  std::optional<std::string> nearest(const std::string& form, std::uint32_t begin) const {
    const auto found = short_forms_.find(form);
    if (found == short_forms_.end()) return std::nullopt;
    const auto& fulls = found->second;
    const auto after =
        std::ranges::partition_point(fulls, [&](const Full& full) { return full.begin < begin; });
    return after == fulls.begin() ? after->key : std::prev(after)->key;
  }

  std::optional<std::string> full_person(const Mention& mention) const {
    if (mention.key.find(' ') != std::string::npos) return std::nullopt;
    const std::uint32_t begin = annotations_.entities[mention.entity].span.begin;
    if (auto full = nearest("p" + mention.key, begin)) return full;
    return nearest("f" + mention.key, begin);
  }

  std::optional<std::string> full_name(const Mention& mention) const {
    const std::uint32_t begin = annotations_.entities[mention.entity].span.begin;
    if (auto full = nearest("o" + mention.key, begin)) return full;
    const bool is_acronym = mention.key.size() >= 2 && mention.key.size() <= kMostInitials &&
                            std::ranges::none_of(mention.key, is_ascii_lower) &&
                            mention.key.find(' ') == std::string::npos;
    return is_acronym ? nearest("i" + mention.key, begin) : std::nullopt;
  }

  void renumber() {
    std::unordered_map<Index, Index> numbers;
    for (Entity& entity : annotations_.entities) {
      if (entity.chain == kNone) continue;
      entity.chain =
          numbers.emplace(entity.chain, static_cast<Index>(numbers.size())).first->second;
    }
  }

  std::string_view text_;
  Annotations& annotations_;
  std::unordered_map<std::string, std::vector<Full>> short_forms_;
  std::unordered_map<std::string, Index> chains_;
  Index next_chain_ = 0;
};

}  // namespace

void chain_names(const Article& article, Annotations& annotations) {
  for (Entity& entity : annotations.entities) entity.chain = kNone;
  Linker(article, annotations).link();
}

}  // namespace stemma

#include "annotate/entity_fixes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "annotate/gazetteer.h"
#include "annotate/names.h"
#include "base/text.h"

namespace stemma {
namespace {

constexpr Index kLongestAdded = 8;         // tokens of a name that is looked for again
constexpr std::size_t kShortestAdded = 3;  // bytes

bool has_capital_or_digit(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    return is_ascii_upper(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}
std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

class Mender {
 public:
  Mender(const Article& article, Annotations& annotations)
      : text_(article.text), annotations_(annotations), entities_(annotations.entities) {}

  void mend_borders() {
    for (Entity& entity : entities_) {
      if (!is_name_type(entity.type)) continue;
      trim_ends(entity);
      drop_lower_lead(entity);
    }
    join_numbered();
    join_known_places();
    std::erase_if(entities_, [&](const Entity& entity) {
      const std::string_view name = cut(text_, entity.span);
      return entity.span.empty() || name[0] == '#' ||
             (is_name_type(entity.type) && !has_capital_or_digit(name));
    });
  }

 private:
  std::string_view name_of(const Entity& entity) const { return cut(text_, entity.span); }

  void trim_ends(Entity& entity) const {
    const Span bare = bare_name(text_, entity.span, false);
    // Only what is behind the name is cut: titles and articles in front are the model's own border.
    if (bare.end > entity.span.begin) entity.span.end = bare.end;
  }

  /// "north Africa", "neighboring Chad": small words before a place are no part of it.
  void drop_lower_lead(Entity& entity) const {
    if (entity.type != "GPE" && entity.type != "LOC" && entity.type != "NORP") return;
    for (;;) {
      const std::string_view name = name_of(entity);
      const std::size_t blank = name.find(' ');
      if (blank == std::string_view::npos || !is_ascii_lower(name[0])) return;
      if (first_word(name) == "the" || !is_ascii_upper(name[blank + 1])) return;
      entity.span.begin += static_cast<std::uint32_t>(blank + 1);
    }
  }

  /// A facility and its number, cut in two or left without the number: "Air Base 101".
  void join_numbered() {
    std::size_t kept = 0;
    for (std::size_t next = 0; next < entities_.size(); ++kept) {
      Entity& entity = keep(kept, next++);
      if (!is_name_type(entity.type) || type_of_last_word(last_word(name_of(entity))) != "FAC") {
        continue;
      }
      const Index after = annotations_.token_at(entity.span.end);
      if (after >= annotations_.tokens.size()) continue;
      const Span number = annotations_.tokens[after].span;
      const bool is_number = number.begin == entity.span.end + 1 &&
                             std::ranges::all_of(cut(text_, number), is_ascii_digit);
      if (!is_number) continue;
      entity.span.end = number.end;
      entity.type = "FAC";
      while (next < entities_.size() && entities_[next].span.begin < entity.span.end) ++next;
    }
    entities_.resize(kept);
  }

  /// Known places of several words whose parts the model took for names of their own.
  void join_known_places() {
    std::size_t kept = 0;
    for (std::size_t next = 0; next < entities_.size(); ++kept) {
      Entity& entity = keep(kept, next++);
      for (std::size_t end = std::min(next + 3, entities_.size()); end > next; --end) {
        const Span whole{entity.span.begin, entities_[end - 1].span.end};
        if (whole.size() > 40) continue;
        const Place place = place_named(cut(text_, whole));
        if (place == Place::unknown) continue;
        entity.span = whole;
        entity.type = place == Place::gpe ? "GPE" : place == Place::loc ? "LOC" : "NORP";
        next = end;
        break;
      }
    }
    entities_.resize(kept);
  }

  /// Moves an entity down to the place of the next one that stays.
  Entity& keep(std::size_t place, std::size_t from) {
    if (place != from) entities_[place] = std::move(entities_[from]);
    return entities_[place];
  }

  std::string_view text_;
  Annotations& annotations_;
  std::vector<Entity>& entities_;
};

/// What the article says of the persons in it, and how often each name has each type.
class Typist {
 public:
  Typist(const Article& article, Annotations& annotations)
      : text_(article.text), annotations_(annotations) {}

  void mend() {
    for (Entity& entity : annotations_.entities) {
      if (!is_name_type(entity.type)) continue;
      by_evidence_beside(entity);
      by_last_word(entity);
    }
    take_census();
    for (Entity& entity : annotations_.entities) {
      if (!is_name_type(entity.type)) continue;
      by_census(entity);
    }
  }

 private:
  std::string key_of(const Entity& entity) const {
    return name_key(cut(text_, bare_name(text_, entity.span, entity.type == "PERSON")));
  }

  std::string_view word_before(const Entity& entity) const {
    const Index token = annotations_.token_at(entity.span.begin);
    if (token == 0 || token >= annotations_.tokens.size()) return {};
    return cut(text_, annotations_.tokens[token - 1].span);
  }

  /// "Mr. Hall", "spokeswoman Ana Ruiz"
  void by_evidence_beside(Entity& entity) const {
    if (entity.type != "ORG" && entity.type != "GPE" && entity.type != "PRODUCT" &&
        entity.type != "WORK_OF_ART" && entity.type != "FAC") {
      return;
    }
    const std::string_view name = cut(text_, entity.span);
    if (place_named(name) != Place::unknown || !type_of_last_word(last_word(name)).empty()) return;
    const std::string_view before = word_before(entity);
    const bool has_name_shape = words_of_key(name).size() <= 3 &&
                                name.find_first_of("0123456789&") == std::string_view::npos;
    const bool has_title = is_title(before) && before.ends_with('.');
    const bool has_role = is_role(before) && words_of_key(name).size() >= 2;
    if (has_name_shape && (has_title || has_role)) entity.type = "PERSON";
  }

  void by_last_word(Entity& entity) const {
    const std::string_view name = cut(text_, entity.span);
    if (const Place place = place_named(bare(name)); place != Place::unknown) {
      if (entity.type == "PERSON" && place != Place::norp) return;
      entity.type = place == Place::gpe ? "GPE" : place == Place::loc ? "LOC" : "NORP";
      return;
    }
    if (words_of_key(name).size() < 2) return;
    const std::string_view type = type_of_last_word(last_word(name));
    if (type.empty() || entity.type == type) return;
    // An organisation may be what a building is named for; the building's word decides only against
    // types that neither is.
    const bool is_odd = entity.type == "PERSON" || entity.type == "LAW" ||
                        entity.type == "WORK_OF_ART" || entity.type == "PRODUCT" ||
                        entity.type == "LOC" || entity.type == "GPE";
    const bool is_strong = type == "EVENT" || (type == "FAC" && entity.type == "ORG") ||
                           (type == "ORG" && entity.type == "FAC");
    if (is_odd || is_strong) entity.type = type;
  }

  static std::string_view bare(std::string_view name) {
    for (const std::string_view article : {"the ", "The "}) {
      if (name.starts_with(article)) return name.substr(article.size());
    }
    return name;
  }

  void take_census() {
    for (const Entity& entity : annotations_.entities) {
      if (!is_name_type(entity.type)) continue;
      const std::string key = key_of(entity);
      ++types_[key][entity.type];
      const auto words = words_of_key(key);
      if (entity.type == "PERSON" && words.size() >= 2) {
        ++surnames_[std::string(words.back())];
        ++first_names_[std::string(words.front())];
      }
    }
  }

  /// The type that a name has most often; the short form of a person's full name is a person.
  void by_census(Entity& entity) const {
    const std::string key = key_of(entity);
    const bool is_single = key.find(' ') == std::string::npos;
    if (is_single && entity.type != "PERSON" && entity.type != "NORP" &&
        (surnames_.contains(key) || first_names_.contains(key)) &&
        place_named(key) == Place::unknown) {
      entity.type = "PERSON";
      return;
    }
    const auto found = types_.find(key);
    if (found == types_.end()) return;
    int best = 0, own = 0;
    std::string_view type = entity.type;
    for (const auto& [name, count] : found->second) {
      if (name == entity.type) own = count;
      if (count > best) {
        best = count;
        type = name;
      }
    }
    const bool is_known = place_named(key) != Place::unknown;
    if (best > own && !(is_known && type == "PERSON")) entity.type = type;
  }

  std::string_view text_;
  Annotations& annotations_;
  std::unordered_map<std::string, std::map<std::string, int>> types_;
  std::unordered_map<std::string, int> surnames_, first_names_;
};

/// Looks for the article's names among the tokens that no entity covers.
class Seeker {
 public:
  Seeker(const Article& article, Annotations& annotations)
      : text_(article.text), annotations_(annotations) {}

  void seek() {
    for (const Entity& entity : annotations_.entities) learn(entity);
    std::vector<Entity> found;
    std::size_t next_entity = 0;
    const auto& tokens = annotations_.tokens;
    const auto& entities = annotations_.entities;
    for (Index t = 0; t < tokens.size(); ++t) {
      while (next_entity < entities.size() &&
             entities[next_entity].span.end <= tokens[t].span.begin)
        ++next_entity;
      if (next_entity < entities.size() && entities[next_entity].span.begin < tokens[t].span.end)
        continue;
      const std::uint32_t limit = next_entity < entities.size()
                                      ? entities[next_entity].span.begin
                                      : static_cast<std::uint32_t>(text_.size());
      if (auto entity = name_at(t, limit)) {
        t = annotations_.token_at(entity->span.end - 1);
        found.push_back(std::move(*entity));
      }
    }
    annotations_.entities.insert(annotations_.entities.end(), found.begin(), found.end());
    std::ranges::stable_sort(annotations_.entities, {}, &Entity::span);
  }

 private:
  void learn(const Entity& entity) {
    if (!is_name_type(entity.type)) return;
    const Span span = bare_name(text_, entity.span, entity.type == "PERSON");
    if (span.size() < kShortestAdded) return;
    const std::string name(cut(text_, span));
    if (!is_ascii_upper(name[0])) return;
    names_.emplace(name, entity.type);
    if (entity.type == "PERSON" && name.find(' ') != std::string::npos) {
      const std::string surname(last_word(name));
      if (surname.size() >= kShortestAdded && is_ascii_upper(surname[0]))
        names_.emplace(surname, entity.type);
    }
  }

  bool is_proper(Index token) const { return annotations_.tokens[token].pos == Pos::propn; }

  std::optional<Entity> name_at(Index first, std::uint32_t limit) const {
    const auto& tokens = annotations_.tokens;
    if (!is_proper(first) || !is_ascii_upper(text_[tokens[first].span.begin])) {
      return std::nullopt;
    }
    const Index stop = std::min<Index>(first + kLongestAdded, static_cast<Index>(tokens.size()));
    std::optional<Entity> longest;
    for (Index last = first; last < stop && tokens[last].span.end <= limit; ++last) {
      const Span span{tokens[first].span.begin, tokens[last].span.end};
      const auto name = names_.find(std::string(cut(text_, span)));
      if (name != names_.end()) longest = Entity{span, name->second, kNone};
    }
    if (!longest || continues(*longest, first)) return std::nullopt;
    return longest;
  }

  /// A single word inside a longer run of proper nouns is another name.
  bool continues(const Entity& entity, Index first) const {
    const auto& tokens = annotations_.tokens;
    const Index after = annotations_.token_at(entity.span.end);
    const bool goes_on = after < tokens.size() && is_proper(after) &&
                         tokens[after].span.begin == entity.span.end + 1;
    const bool began = first > 0 && is_proper(first - 1) &&
                       tokens[first - 1].span.end + 1 == tokens[first].span.begin &&
                       !is_title(cut(text_, tokens[first - 1].span));
    return goes_on || began;
  }

  std::string_view text_;
  Annotations& annotations_;
  std::unordered_map<std::string, std::string> names_;
};

}  // namespace

void mend_borders(const Article& article, Annotations& annotations) {
  Mender(article, annotations).mend_borders();
}

void mend_types(const Article& article, Annotations& annotations) {
  Typist(article, annotations).mend();
}

void add_missed(const Article& article, Annotations& annotations) {
  Seeker(article, annotations).seek();
}

}  // namespace stemma

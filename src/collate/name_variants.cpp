#include "collate/name_variants.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

class Groups {
 public:
  explicit Groups(std::size_t size) : root_(size) {
    std::iota(root_.begin(), root_.end(), std::size_t{0});
  }
  void join(std::size_t a, std::size_t b) {
    a = find(a), b = find(b);
    root_[std::max(a, b)] = std::min(a, b);
  }
  std::map<std::size_t, std::vector<std::size_t>> groups() {
    std::map<std::size_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < root_.size(); ++i) groups[find(i)].push_back(i);
    return groups;
  }

 private:
  std::size_t find(std::size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }
  std::vector<std::size_t> root_;
};

// Letters that two words differ in, at most `limit` + 1.
std::size_t letters_apart(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

struct NameForm {
  std::string folded, text;
  std::vector<Mention> mentions;
};

// Two spellings of one name: the same but for a blank, or a letter or two in a long word.
bool is_other_spelling(const NameForm& a, const NameForm& b) {
  constexpr std::size_t kLongName = 6, kLongest = 60;
  if (a.folded == b.folded || a.folded.size() > kLongest || b.folded.size() > kLongest)
    return false;
  const auto without = [](std::string text, std::string_view marks) {
    std::erase_if(text, [&](char c) { return marks.find(c) != std::string_view::npos; });
    return text;
  };
  // "U.S." and "US" are a matter of typography.
  if (without(to_lower(a.text), ".'") == without(to_lower(b.text), ".'")) return false;
  const std::string x = without(a.folded, " -'."), y = without(b.folded, " -'.");
  if (x == y) return true;
  if (x.size() < kLongName || y.size() < kLongName || x[0] != y[0]) return false;
  // A number in a name tells which; a longer form is a fuller name.
  const auto digits = [](std::string text) {
    std::erase_if(text, [](char c) { return !is_ascii_digit(c); });
    return text;
  };
  if (digits(x) != digits(y) || x.starts_with(y) || y.starts_with(x)) return false;
  return letters_apart(x, y) <= (std::min(x.size(), y.size()) >= 10 ? 2U : 1U);
}

bool is_name_type(std::string_view type) {
  return type == "PERSON" || type == "ORG" || type == "GPE" || type == "FAC" || type == "LOC";
}

}  // namespace

std::vector<Variant> find_name_variants(const StoryView& story) {
  std::map<std::pair<std::string, std::string>, NameForm> forms;  // by type and form
  for (Index article = 0; article < story.articles.size(); ++article) {
    const ArticleView& view = story.articles[article];
    for (const Entity& entity : view.notes->entities) {
      if (!is_name_type(entity.type) || view.article->in_furniture(entity.span)) continue;
      if (story.sentence_at(article, entity.span.begin) == kNone) continue;
      std::string folded;
      for (const Word& word : words_of(view.text(entity.span))) {
        if (word.folded == "the") continue;
        std::string plain = word.folded;
        if (plain.ends_with("'s")) plain.resize(plain.size() - 2);
        folded += (folded.empty() ? "" : " ") + plain;
      }
      NameForm& form = forms[{entity.type, folded}];
      form.folded = folded;
      if (form.text.empty()) form.text = view.text(entity.span);
      // The first place in each article stands for all of it.
      const bool is_first = form.mentions.empty() || form.mentions.back().article != article;
      if (is_first) form.mentions.push_back({article, entity.span});
    }
  }
  std::vector<const NameForm*> all;
  std::vector<std::string_view> types;
  for (const auto& [key, form] : forms) {
    all.push_back(&form);
    types.push_back(key.first);
  }
  Groups groups(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size() && types[i] == types[j]; ++j) {
      if (is_other_spelling(*all[i], *all[j])) groups.join(i, j);
    }
  }
  std::vector<Variant> variants;
  for (const auto& [first, members] : groups.groups()) {
    if (members.size() < 2) continue;
    Variant variant;
    variant.kind = Variant::Kind::name;
    variant.relation = Variant::Relation::differ;
    for (const std::size_t i : members)
      variant.readings.push_back({all[i]->text, all[i]->mentions});
    variant.about = variant.readings.front().value;
    variants.push_back(std::move(variant));
  }
  return variants;
}

}  // namespace stemma

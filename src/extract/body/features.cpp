#include "extract/body/features.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "extract/body/context.h"
#include "extract/body/survey.h"
#include "extract/body/word_odds.h"

namespace stemma {
namespace {

using html::Page;
using html::Tag;

// What a line shows to its neighbours.
struct Glance {
  float words, links, ends_sentence, heading;
};

// What a container of lines shows of them: words, links, prose, prose among its words, lines, and
// the shares of words that speak of cookies and that ask for money or a subscription.
constexpr std::size_t kContainer = 7;
using ContainerRow = std::array<float, kContainer>;

// What ends reports.
constexpr std::array kEnds{Furniture::elsewhere, Furniture::appeal, Furniture::comments,
                           Furniture::biography, Furniture::topics};

// Writes the rows of a page's lines, one after the other.
class Rows {
 public:
  static constexpr std::size_t kColumns =
      16 + 8 + kFurnitureKinds + 5 + html::kRoles + kPlaces + 3 + 8 + 10 + 4 * (kContainer + 3) +
      5 + 7 + std::size_t{6} * 5 + 5 + 5 + 3 + kContainer + kEnds.size() + 4 + 1;

  Rows(const Page& page, const Blocks& blocks, const Witness& witness)
      : page_(page),
        blocks_(blocks),
        survey_(page, blocks, witness.title),
        contexts_(page),
        title_(witness.title, 1),
        description_(witness.description, 2),
        body_(witness.body, 3),
        container_at_(page.nodes.size()),
        is_furniture_(size()) {
    for (std::size_t i = 0; i < size(); ++i) glances_.push_back(glance(block(i)));
    for (const Furniture kind : kEnds) {
      end_lines_.emplace_back(size(), [&](std::size_t i) { return survey_.says(i, kind); });
    }
    if (survey_.title_node != 0) title_depth_ = contexts_.of(survey_.title_node).depth;
  }

  std::vector<bool> show(const std::function<void(const FeatureGroup&)>& see) {
    FeatureGroup group;
    group.values.resize(kColumns * FeatureGroup::kRows);
    for (; group.first < size(); group.first += FeatureGroup::kRows) {
      group.rows = std::min(FeatureGroup::kRows, size() - group.first);
      for (std::size_t i = 0; i < group.rows; ++i) {
        at_ = group.values.data() + i;
        add_row(group.first + i);
        assert(at_ == group.values.data() + group.values.size() + i);
      }
      see(group);
    }
    return std::move(is_furniture_);
  }

 private:
  std::size_t size() const { return survey_.size(); }
  const Block& block(std::size_t i) const { return survey_.block(i); }
  Glance glance(const Block& b) const {
    return {static_cast<float>(log_of(b.counts.words)), static_cast<float>(link_density(b)),
            static_cast<float>(b.counts.ends_sentence),
            static_cast<float>(html::is_heading(page_.nodes[b.node].tag))};
  }
  template <class Value>
  void add(Value value) {
    *at_ = static_cast<float>(value);
    at_ += FeatureGroup::kRows;
  }

  bool is_label(std::size_t i) const;
  bool is_other_report(std::uint32_t part, std::uint32_t of) const;
  void add_row(std::size_t i);
  void add_text(std::size_t i);
  void add_marks(std::size_t i);
  void add_element(const Block& block);
  void add_position(std::size_t i);
  void add_families(std::size_t i);
  void add_containers(std::size_t i);
  void add_articles(std::size_t i);
  void add_container(std::uint32_t node);
  void add_title_relation(std::size_t i);
  void add_ends(std::size_t i);
  void add_best(std::size_t i);
  void add_neighbours(std::size_t i);
  void add_witnesses(const Block& block);

  const Page& page_;
  const Blocks& blocks_;
  const PageSurvey survey_;
  Contexts contexts_;
  WordGrams title_, description_, body_;
  std::vector<Glance> glances_;
  std::vector<std::uint32_t> container_at_;  // of each element in containers_, 0: not yet
  std::vector<ContainerRow> containers_{1};
  std::vector<PrefixSums> end_lines_;  // of each kind of kEnds
  std::uint16_t title_depth_ = 0;
  std::vector<std::uint64_t> words_of_line_;
  std::vector<bool> is_furniture_;
  float* at_ = nullptr;
};

void Rows::add_row(std::size_t i) {
  const Block& b = block(i);
  is_furniture_[i] = is_label(i);
  add_text(i);
  add_marks(i);
  add_element(b);
  add_position(i);
  add_families(i);
  add_containers(i);
  add_best(i);
  add_articles(i);
  add_neighbours(i);
  add_witnesses(b);
  add_title_relation(i);
  add_ends(i);
  add(word_odds(words_of_line_));  // last: tools/extract_train/train.py fits it first
}

// A line that says nothing but "Advertisement", or leads to another report and is its link.
bool Rows::is_label(std::size_t i) const {
  constexpr double kMostlyLink = 0.6;
  const Block& b = block(i);
  if (html::is_heading(page_.nodes[b.node].tag)) return false;
  return (survey_.furniture[i] >> kFurnitureAlone & 1) != 0 ||
         (survey_.says(i, Furniture::elsewhere) && link_density(b) >= kMostlyLink);
}

void Rows::add_text(std::size_t i) {
  const Block& b = block(i);
  const TextCounts& c = b.counts;
  add(log_of(c.words));
  add(share(c.letters, c.words));
  add(link_density(b));
  add(log_of(b.links));
  add(share(b.bold_bytes, b.text.size()));
  add(share(b.italic_bytes, b.text.size()));
  add(share(c.capitalized, c.words));
  add(share(c.digits, c.letters + c.digits));
  add(share(c.stop_words, c.words));
  add(share(c.commas, c.words));
  add(log_of(c.sentence_ends));
  add(c.ends_sentence);
  add(c.starts_lower);
  add(survey_.prose_words[i]);
  add(share(c.upper, c.letters));
  add(share(c.addresses, c.words));
}

void Rows::add_marks(std::size_t i) {
  const std::string_view text = blocks_.of(block(i));
  const char first = text.front(), last = text.back();
  add(last == ':');
  add(last == '?' || last == '!');
  add(first == '-' || first == '*' || text.starts_with("•") || text.starts_with("–"));
  add(first == '"' || text.starts_with("“") || text.starts_with("„") || text.starts_with("«"));
  add(first == '(' || first == '[');
  add(text.find('|') != std::string_view::npos);
  add(text.find("©") != std::string_view::npos);
  add(text.find('@') != std::string_view::npos || text.find("http") != std::string_view::npos ||
      text.find("www.") != std::string_view::npos);
  for (int kind = 0; kind < kFurnitureKinds; ++kind)
    add(survey_.says(i, static_cast<Furniture>(kind)));
}

void Rows::add_element(const Block& b) {
  const Tag tag = page_.nodes[b.node].tag;
  add(html::is_heading(tag) ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1 : 0);
  add(tag == Tag::p);
  add(tag == Tag::li);
  add(tag == Tag::div);
  add(tag == Tag::td || tag == Tag::th);
  // The nearest element of any kind may be an inline one with a telling class.
  const NodeContext& context = contexts_.of(page_.nodes[b.first].parent);
  for (const std::uint8_t distance : context.role) add(distance);
  for (const std::uint8_t distance : context.place) add(distance);
  add(context.depth);
  add(context.body_property);
  add(context.hidden);
}

void Rows::add_position(std::size_t i) {
  add(share(static_cast<double>(i), static_cast<double>(size())));
  add(share(survey_.words.around(i, -1'000'000, 0), survey_.words.total()));
  add(share(survey_.prose.around(i, -1'000'000, 0), survey_.prose.total()));
  add(log_of(survey_.prose.around(i, -1'000'000, 0)));
  add(log_of(survey_.prose.around(i, 1, 1'000'000)));
  const bool has_h1 = survey_.first_h1 < size();
  add(survey_.median_words);
  add(share(block(i).counts.words, survey_.median_words));
  add(has_h1 ? std::clamp(static_cast<double>(i) - survey_.first_h1, -50.0, 100.0) : -100);
}

void Rows::add_families(std::size_t i) {
  const double all = survey_.prose.total();
  for (const PageSurvey::Families* families : {&survey_.paths, &survey_.parents}) {
    add(log_of(families->prose_at(i)));
    add(share(families->prose_at(i), all));
  }
  for (const PageSurvey::Families* families : {&survey_.classes, &survey_.own_classes}) {
    add(share(families->prose_at(i), all));
    add(log_of(families->lines_at(i)));
  }
  add(log_of(survey_.sibling_classes.lines_at(i)));
  add(std::min<std::uint32_t>(survey_.repeats[survey_.text_of[i]], 5));
}

void Rows::add_containers(std::size_t i) {
  constexpr int kLevels = 4;
  const auto at = static_cast<std::uint32_t>(i);
  std::uint32_t node = block(i).node;
  for (int level = 0; level < kLevels; ++level) {
    node = page_.nodes[node].parent;
    add_container(node);
    const Span range = survey_.ranges.in(node);
    add(log_of(survey_.prose.of({range.begin, at})));
    add(log_of(survey_.prose.of({at + 1, range.end})));
    add(log_of(range.end - at - 1));
  }
}

// The reports that the page has marked, and how far in the page's tree the lines and the prose
// before and after this one are.
void Rows::add_articles(std::size_t i) {
  add(survey_.article_count);
  add(survey_.articles[i].around);
  add(survey_.articles[i].before);
  const auto none = static_cast<std::uint32_t>(size());
  const auto steps = [&](std::size_t from, std::size_t to) {
    return log_of(block(to).first - block(from).last);
  };
  add(i == 0 ? -1 : steps(i - 1, i));
  add(i + 1 == none ? -1 : steps(i, i + 1));
  const std::uint32_t last = survey_.last_prose[i], next = survey_.next_prose[i];
  add(last == none ? -1 : steps(last, i));
  add(next == none ? -1 : steps(i, next));
}

void Rows::add_container(std::uint32_t node) {
  if (container_at_[node] == 0) {
    container_at_[node] = static_cast<std::uint32_t>(containers_.size());
    const Span range = survey_.ranges.in(node);
    const double words = survey_.words.of(range);
    containers_.push_back(
        {static_cast<float>(log_of(words)),
         static_cast<float>(share(survey_.link_bytes.of(range), survey_.bytes.of(range))),
         static_cast<float>(share(survey_.prose.of(range), survey_.prose.total())),
         static_cast<float>(share(survey_.prose.of(range), words)),
         static_cast<float>(log_of(range.size())),
         static_cast<float>(share(survey_.consent_words.of(range), words)),
         static_cast<float>(share(survey_.appeal_words.of(range), words))});
  }
  for (const float value : containers_[container_at_[node]]) add(value);
}

// How the line lies to the headline: the steps up to the element that holds both, and what else the
// line's own part of that element holds.
void Rows::add_title_relation(std::size_t i) {
  if (survey_.title_node == 0) {
    for (std::size_t k = 0; k < 3 + kContainer; ++k) add(-1);
    return;
  }
  const auto holds_title = [&](std::uint32_t node) {
    return node <= survey_.title_node && survey_.title_node < page_.nodes[node].end;
  };
  std::uint32_t part = block(i).node, node = part;
  int steps = 0;
  for (; !holds_title(node); node = page_.nodes[node].parent, ++steps) part = node;
  add(steps);
  add(title_depth_ - contexts_.of(node).depth);
  add(std::clamp(static_cast<double>(i) - survey_.title_line, -50.0, 150.0));
  add_container(part);
  // A box beside the report that is mostly about cookies. Long ones look like reports.
  constexpr std::uint32_t kFewestLines = 3;
  const Span range = survey_.ranges.in(part);
  const bool is_consent = steps > 0 && range.size() >= kFewestLines &&
                          survey_.consent_words.of(range) > survey_.words.of(range) / 2;
  if (is_consent || is_other_report(part, node)) is_furniture_[i] = true;
}

// Whether this part of an element is set like that which holds the headline and its report, and has
// a headline of its own: what pages append for whoever reads on.
bool Rows::is_other_report(std::uint32_t part, std::uint32_t of) const {
  constexpr double kReportWords = 80;
  if (part <= survey_.title_node || part == of) return false;
  std::uint32_t own = survey_.title_node;
  while (own != 0 && page_.nodes[own].parent != of) own = page_.nodes[own].parent;
  const auto is_set_alike = [&] {
    const Tag tag = page_.nodes[part].tag;
    if (tag != page_.nodes[own].tag) return false;
    const std::string_view name = page_.attribute(part, html::Attribute::class_);
    return tag == Tag::article ||
           (!name.empty() && name == page_.attribute(own, html::Attribute::class_));
  };
  if (own == 0 || own == survey_.title_node || !is_set_alike()) return false;
  if (survey_.prose.of(survey_.ranges.in(own)) < kReportWords) return false;
  const Tag level = page_.nodes[survey_.title_node].tag;
  for (std::uint32_t node = part; node < page_.nodes[part].end; ++node) {
    if (html::is_heading(page_.nodes[node].tag) && page_.nodes[node].tag <= level) return true;
  }
  return false;
}

// What has been passed since the headline that ends reports, and how far prose is.
void Rows::add_ends(std::size_t i) {
  const auto at = static_cast<std::uint32_t>(i);
  const Span since{std::min(survey_.title_line, at), at};
  for (const PrefixSums& lines : end_lines_) add(log_of(lines.of(since)));
  const std::uint32_t last = survey_.last_prose[i], next = survey_.next_prose[i];
  add(last == size() ? -1 : log_of(at - last));
  add(last == size() ? -1 : log_of(survey_.words.of({last + 1, std::max(last + 1, at)})));
  add(next == size() ? -1 : log_of(next - at));
  add(next == size() ? -1 : log_of(survey_.words.of({at + 1, std::max(at + 1, next)})));
}

void Rows::add_best(std::size_t i) {
  const Span best = survey_.ranges.in(survey_.best);
  const auto at = static_cast<std::uint32_t>(i);
  add(best.contains(at));
  add(at < best.begin ? -log_of(best.begin - at) : at >= best.end ? log_of(at - best.end) + 1 : 0);
  add(best.contains(at) ? share(survey_.words.of({best.begin, at}), survey_.words.of(best)) : -1);
  add(share(survey_.prose.of(best), survey_.prose.total()));
  int steps = 0;
  for (std::uint32_t node = block(i).node; node != 0; node = page_.nodes[node].parent, ++steps) {
    if (node <= survey_.best && survey_.best < page_.nodes[node].end) break;
  }
  add(steps);
}

void Rows::add_neighbours(std::size_t i) {
  for (const int offset : {-3, -2, -1, 1, 2, 3}) {
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(size())) {
      for (int k = 0; k < 5; ++k) add(-1);
      continue;
    }
    const Glance& other = glances_[static_cast<std::size_t>(at)];
    add(other.words);
    add(other.links);
    add(other.ends_sentence);
    add(other.heading);
    add(survey_.paths.of[static_cast<std::size_t>(at)] == survey_.paths.of[i]);
  }
  add(survey_.prose.around(i, -5, 0));
  add(survey_.prose.around(i, 1, 6));
  add(survey_.prose.around(i, -20, 0));
  add(survey_.prose.around(i, 1, 21));
  add(survey_.link_bytes.around(i, 1, 11) / std::max(1.0, survey_.bytes.around(i, 1, 11)));
}

void Rows::add_witnesses(const Block& b) {
  words_of_line_.clear();
  hash_words(blocks_.of(b), words_of_line_);
  add(title_.share(words_of_line_));
  add(description_.share(words_of_line_));
  add(body_.empty() ? -1 : body_.share(words_of_line_));
  add(log_of(static_cast<double>(size())));
  add(log_of(survey_.prose.total()));
}

}  // namespace

std::vector<bool> features_of(const Page& page, const Blocks& blocks, const Witness& witness,
                              const std::function<void(const FeatureGroup&)>& see) {
  return Rows(page, blocks, witness).show(see);
}

}  // namespace stemma

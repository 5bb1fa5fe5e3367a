#include "extract/body/features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "extract/body/context.h"
#include "extract/body/page_sums.h"
#include "extract/phrases.h"

namespace stemma {
namespace {

using html::Page;
using html::Tag;

// What lines that are no article text begin with or hold, in general newspaper English, German,
// French and Spanish.
constexpr std::array<PhraseRow, 11> kFurniturePhrases{{
    {0,
     "^read=more ^read=also ^also=read ^read=next ^related ^see=also ^more=from ^more=on "
     "^more=about "
     "^recommended ^watch= ^listen= ^you=may=also ^you=might=also ^don=t=miss ^click=here "
     "^see=more ^view=more ^up=next ^most=read ^most=popular ^latest= ^trending ^top=stories "
     "^mehr=zum ^lesen=sie ^auch=interessant ^siehe=auch ^weitere= ^das=k ^lire=aussi ^a=lire "
     "^lea=tambi ^continue=reading ^keep=reading ^read=the=full ^find=out=more ^learn=more"},
    {1,
     "^share= =share=this= ^follow= ^tweet= ^like=us ^teilen ^partager ^print= ^email= ^e=mail="},
    {2,
     "=subscribe= =sign=up= =newsletter= =log=in= =register= =download=our =download=the=app "
     "=donate= =donation =support=our =abonnieren =anmelden =inscrivez =free=trial =inbox= "
     "=become=a=member"},
    {3,
     "^advert ^anzeige= ^sponsored ^werbung ^publicit ^story=continues ^article=continues "
     "^promoted ^paid=content =affiliate"},
    {4,
     "^photo= ^photos= ^image= ^images= ^picture= ^pictured= ^credit= =getty= =file=photo "
     "=all=rights=reserved ^copyright= =photograph=by =photo=by =photos=by =shutterstock= "
     "=photo=credit =image=credit ^foto= ^bild= =handout= =courtesy=of ^screenshot ^video="},
    {5,
     "^by= ^von= ^par= ^por= ^written=by ^reported=by ^updated= ^published= ^posted= ^last=updated "
     "^ver=ffentlicht ^publi ^stand= ^first=published ^author= ^text= =min=read= =minute=read="},
    {6, "=comments= =leave=a=reply ^reply= ^comment= =kommentare= =post=a=comment ^kommentar"},
    {7,
     "^correction ^clarification ^editor=s=note =contributed=to=this ^for=more ^this=article=was "
     "^this=story=was =originally=published =originally=appeared ^have=a=tip ^contact= =email=us "
     "=letter=to=the ^reporting=by ^editing=by ^additional=reporting ^with=reporting ^source= "
     "^sources= ^quelle= =republished= ^topics=covered"},
    {8,
     "=is=a=reporter =is=a=writer =is=a=senior =is=an=editor =is=a=journalist =is=a=columnist "
     "=is=a=staff =is=the=author ^about=the=author =is=a=freelance =is=a=correspondent =covers= "
     "=is=a=contributor =is=a=professor =is=an=associate =is=director"},
    {9,
     "^tags= ^topics= ^filed=under ^categories= ^category= ^in= ^tag= ^schlagw ^themen= ^posted=in "
     "^keywords"},
    {10,
     "=cookies= =javascript= =your=browser =privacy=policy =terms=of =adblock =ad=blocker "
     "=datenschutz =terms=and"},
}};

constexpr int kFurnitureKinds = static_cast<int>(kFurniturePhrases.size());

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9u;
}

// Hashes of the words of a text, ASCII letters without case.
void hash_words(std::string_view text, std::vector<std::uint64_t>& out) {
  std::uint64_t hash = 0;
  for (const char c : text) {
    const bool letter =
        is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0xC3;
    const bool inside = static_cast<unsigned char>(c) >= 0x80 && hash != 0;
    if (letter || inside) {
      const char lower = is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
      hash = mix(hash, static_cast<unsigned char>(lower) + 1u);
    } else if (hash != 0) {
      out.push_back(hash);
      hash = 0;
    }
  }
  if (hash != 0) out.push_back(hash);
}

// Word n-grams of one witness text; says how much of a line occurs in it.
class Grams {
 public:
  Grams(std::string_view text, std::size_t size) : size_(size) {
    std::vector<std::uint64_t> words;
    hash_words(text, words);
    for (std::size_t i = 0; i + size_ <= words.size(); ++i) grams_.push_back(at(words, i));
    std::sort(grams_.begin(), grams_.end());
  }

  bool empty() const { return grams_.empty(); }

  double share(const std::vector<std::uint64_t>& words) const {
    if (words.size() < size_ || grams_.empty()) return 0;
    std::size_t found = 0;
    const std::size_t count = words.size() - size_ + 1;
    for (std::size_t i = 0; i < count; ++i) {
      found += std::binary_search(grams_.begin(), grams_.end(), at(words, i));
    }
    return static_cast<double>(found) / static_cast<double>(count);
  }

 private:
  std::uint64_t at(const std::vector<std::uint64_t>& words, std::size_t i) const {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < size_; ++k) hash = mix(hash, words[i + k]);
    return hash;
  }

  std::size_t size_;
  std::vector<std::uint64_t> grams_;
};

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }
double log_of(double count) { return std::log1p(std::max(0.0, count)); }

double link_density(const Block& block) { return share(block.link_bytes, block.text.size()); }

// Words that read as running text: many, few of them links, some function words.
double prose_words(const Block& block) {
  const TextCounts& counts = block.counts;
  if (counts.words < 8 || link_density(block) > 0.5) return 0;
  if (counts.stop_words * 10 < counts.words && counts.commas == 0) return 0;
  return std::min<double>(counts.words, 120) * (1 - link_density(block));
}

// Positive for prose, negative for the lines of menus and lists of links.
double line_value(const Block& block) {
  const double prose = prose_words(block);
  if (prose > 0) return prose;
  return -2 - 6 * link_density(block);
}

// Fills the table of first sight.
class FirstSight {
 public:
  FirstSight(const Page& page, const Blocks& blocks, const Witness& witness)
      : page_(page),
        blocks_(blocks),
        contexts_(page),
        ranges_(page, blocks),
        words_(size(), [&](std::size_t i) { return block(i).counts.words; }),
        link_bytes_(size(), [&](std::size_t i) { return block(i).link_bytes; }),
        bytes_(size(), [&](std::size_t i) { return block(i).text.size(); }),
        prose_(size(), [&](std::size_t i) { return prose_words(block(i)); }),
        value_(size(), [&](std::size_t i) { return line_value(block(i)); }),
        title_(witness.title, 1),
        description_(witness.description, 2),
        body_(witness.body, 3) {
    best_ = best_element(page, ranges_, value_);
    survey();
  }

  FeatureTable table() {
    FeatureTable table;
    for (std::size_t i = 0; i < size(); ++i) {
      row_ = &table.values;
      add_row(i);
      if (table.columns == 0) {
        table.columns = table.values.size();
        table.values.reserve(table.columns * size());
      }
    }
    return table;
  }

 private:
  std::size_t size() const { return blocks_.items.size(); }
  const Block& block(std::size_t i) const { return blocks_.items[i]; }
  void add(double value) { row_->push_back(static_cast<float>(value)); }

  void survey();
  void add_row(std::size_t i);
  void add_text(const Block& block);
  void add_marks(std::string_view text);
  void add_element(const Block& block);
  void add_position(std::size_t i);
  void add_families(std::size_t i);
  void add_containers(const Block& block);
  void add_best(std::size_t i);
  void add_neighbours(std::size_t i);
  void add_witnesses(const Block& block);

  std::uint64_t path_key(std::uint32_t node) const;

  const Page& page_;
  const Blocks& blocks_;
  Contexts contexts_;
  BlockRanges ranges_;
  PrefixSums words_, link_bytes_, bytes_, prose_, value_;
  Grams title_, description_, body_;
  std::uint32_t best_ = 0;
  std::uint32_t first_h1_ = 0;  // block of the first h1, or the number of blocks
  std::unordered_map<std::uint64_t, double> path_words_, parent_words_;
  std::unordered_map<std::uint64_t, std::uint32_t> repeats_;
  std::vector<std::uint64_t> path_keys_, parent_keys_, text_keys_, scratch_;
  std::vector<float>* row_ = nullptr;
};

// The element's tag and its ancestors' tags: lines set the same way share it.
std::uint64_t FirstSight::path_key(std::uint32_t node) const {
  constexpr int kLevels = 8;
  std::uint64_t key = 1;
  for (int level = 0; level < kLevels && node != 0; ++level) {
    key = mix(key, static_cast<std::uint64_t>(page_.nodes[node].tag) + 1);
    node = page_.nodes[node].parent;
  }
  return key;
}

void FirstSight::survey() {
  first_h1_ = static_cast<std::uint32_t>(size());
  for (std::size_t i = 0; i < size(); ++i) {
    const Block& b = block(i);
    if (page_.nodes[b.node].tag == Tag::h1 && first_h1_ == size()) {
      first_h1_ = static_cast<std::uint32_t>(i);
    }
    const std::uint64_t parent =
        mix(page_.nodes[b.node].parent, static_cast<std::uint64_t>(page_.nodes[b.node].tag));
    path_keys_.push_back(path_key(b.node));
    parent_keys_.push_back(parent);
    path_words_[path_keys_.back()] += prose_words(b);
    parent_words_[parent] += prose_words(b);
    std::uint64_t text = 0;
    for (const char c : blocks_.of(b)) text = mix(text, static_cast<unsigned char>(c));
    text_keys_.push_back(text);
    ++repeats_[text];
  }
}

void FirstSight::add_row(std::size_t i) {
  const Block& b = block(i);
  add_text(b);
  add_marks(blocks_.of(b));
  add_element(b);
  add_position(i);
  add_families(i);
  add_containers(b);
  add_best(i);
  add_neighbours(i);
  add_witnesses(b);
}

void FirstSight::add_text(const Block& b) {
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
  add(prose_words(b));
}

void FirstSight::add_marks(std::string_view text) {
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
  static const PhraseSet furniture(kFurniturePhrases);
  const std::uint32_t kinds = furniture.kinds_in(text.substr(0, 400));
  for (int kind = 0; kind < kFurnitureKinds; ++kind) add((kinds >> kind & 1) != 0);
}

void FirstSight::add_element(const Block& b) {
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

void FirstSight::add_position(std::size_t i) {
  add(share(static_cast<double>(i), static_cast<double>(size())));
  add(share(words_.around(i, -1'000'000, 0), words_.total()));
  add(share(prose_.around(i, -1'000'000, 0), prose_.total()));
  add(log_of(prose_.around(i, -1'000'000, 0)));
  add(log_of(prose_.around(i, 1, 1'000'000)));
  const bool has_h1 = first_h1_ < size();
  add(has_h1 ? std::clamp(static_cast<double>(i) - first_h1_, -50.0, 100.0) : -100);
}

void FirstSight::add_families(std::size_t i) {
  add(log_of(path_words_[path_keys_[i]]));
  add(share(path_words_[path_keys_[i]], prose_.total()));
  add(log_of(parent_words_[parent_keys_[i]]));
  add(share(parent_words_[parent_keys_[i]], prose_.total()));
  add(std::min<std::uint32_t>(repeats_[text_keys_[i]], 5));
}

void FirstSight::add_containers(const Block& b) {
  constexpr int kLevels = 4;
  std::uint32_t node = b.node;
  for (int level = 0; level < kLevels; ++level) {
    node = page_.nodes[node].parent;
    const Span range = ranges_.in(node);
    add(log_of(words_.of(range)));
    add(share(link_bytes_.of(range), bytes_.of(range)));
    add(share(prose_.of(range), prose_.total()));
    add(share(prose_.of(range), words_.of(range)));
    add(log_of(range.size()));
  }
}

void FirstSight::add_best(std::size_t i) {
  const Span best = ranges_.in(best_);
  const auto at = static_cast<std::uint32_t>(i);
  add(best.contains(at));
  add(at < best.begin ? -log_of(best.begin - at) : at >= best.end ? log_of(at - best.end) + 1 : 0);
  add(best.contains(at) ? share(words_.of({best.begin, at}), words_.of(best)) : -1);
  add(share(prose_.of(best), prose_.total()));
  int steps = 0;
  for (std::uint32_t node = block(i).node; node != 0; node = page_.nodes[node].parent, ++steps) {
    if (node <= best_ && best_ < page_.nodes[node].end) break;
  }
  add(steps);
}

void FirstSight::add_neighbours(std::size_t i) {
  for (const int offset : {-3, -2, -1, 1, 2, 3}) {
    const auto at = static_cast<std::int64_t>(i) + offset;
    if (at < 0 || at >= static_cast<std::int64_t>(size())) {
      for (int k = 0; k < 5; ++k) add(-1);
      continue;
    }
    const Block& other = block(static_cast<std::size_t>(at));
    add(log_of(other.counts.words));
    add(link_density(other));
    add(other.counts.ends_sentence);
    add(html::is_heading(page_.nodes[other.node].tag));
    add(path_keys_[static_cast<std::size_t>(at)] == path_keys_[i]);
  }
  add(prose_.around(i, -5, 0));
  add(prose_.around(i, 1, 6));
  add(prose_.around(i, -20, 0));
  add(prose_.around(i, 1, 21));
  add(link_bytes_.around(i, 1, 11) / std::max(1.0, bytes_.around(i, 1, 11)));
}

void FirstSight::add_witnesses(const Block& b) {
  scratch_.clear();
  hash_words(blocks_.of(b), scratch_);
  add(title_.share(scratch_));
  add(description_.share(scratch_));
  add(body_.empty() ? -1 : body_.share(scratch_));
  add(log_of(static_cast<double>(size())));
  add(log_of(prose_.total()));
}

}  // namespace

FeatureTable features_of(const Page& page, const Blocks& blocks, const Witness& witness) {
  return FirstSight(page, blocks, witness).table();
}

}  // namespace stemma

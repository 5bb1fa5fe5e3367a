#include "extract/body/features.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cassert>
#include <cmath>

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
     "=become=a=member =contribution =contribute=to =as=little=as =independent=journalism "
     "=your=support =help=keep= =support=us="},
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
     "=cookies= =cookie= =consent= =opt=out= =do=not=sell =advertising=partners "
     "=privacy=preferences =javascript= =your=browser =privacy=policy =terms=of =adblock "
     "=ad=blocker "
     "=datenschutz =terms=and"},
}};

constexpr int kFurnitureKinds = static_cast<int>(kFurniturePhrases.size());
// Rows of the table that ends of reports are told by.
constexpr int kElsewhere = 0, kAppeal = 2, kComments = 6, kBiography = 8, kTopics = 9,
              kConsent = 10;
constexpr std::size_t kEndKinds = 5;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15u + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9u;
}

// What a byte adds to the hash of a word, ASCII letters without case: 0 where a word ends. Bytes
// from 0x80 to 0xC2 only go on with a word.
constexpr std::array<std::uint8_t, 256> kWordBytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    if (is_ascii_letter(c) || is_ascii_digit(c)) {
      bytes[i] = static_cast<std::uint8_t>((is_ascii_upper(c) ? i + 32 : i) + 1);
    } else if (i >= 0x80) {
      bytes[i] = static_cast<std::uint8_t>(i == 0xFF ? i : i + 1);
    }
  }
  return bytes;
}();

// Hashes of the words of a text.
void hash_words(std::string_view text, std::vector<std::uint64_t>& out) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint8_t value = kWordBytes[byte];
    if (value != 0 && (hash != 0 || byte < 0x80 || byte >= 0xC3)) {
      hash = (hash ^ value) * kMultiplier;
      hash ^= hash >> 29;
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
    for (const std::uint64_t gram : grams_) seen_[gram >> 51] = true;
  }

  bool empty() const { return grams_.empty(); }

  double share(const std::vector<std::uint64_t>& words) const {
    if (words.size() < size_ || grams_.empty()) return 0;
    std::size_t found = 0;
    const std::size_t count = words.size() - size_ + 1;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint64_t gram = at(words, i);
      found += seen_[gram >> 51] && std::binary_search(grams_.begin(), grams_.end(), gram);
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
  std::bitset<std::size_t{1} << 13> seen_;  // the first 13 bits of each: most lines share nothing
};

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

// Counts are small for the most part: their logarithms are looked up.
double log_of(double count) {
  static const auto table = [] {
    std::array<double, 1024> logs{};
    for (std::size_t i = 0; i < logs.size(); ++i) logs[i] = std::log1p(static_cast<double>(i));
    return logs;
  }();
  if (!(count > 0)) return 0;
  const auto whole = static_cast<std::size_t>(std::min(count, 1e9));
  if (whole < table.size() && static_cast<double>(whole) == count) return table[whole];
  return std::log1p(count);
}

// Numbers keys from 0 in the order they are first met. Open addressing.
class KeyNumbers {
 public:
  explicit KeyNumbers(std::size_t most) {
    std::size_t size = 16;
    while (size < 2 * most) size *= 2;
    slots_.assign(size, {0, kEmpty});
  }
  std::uint32_t of(std::uint64_t key) {
    std::size_t at = (key ^ key >> 32) & (slots_.size() - 1);
    while (slots_[at].number != kEmpty && slots_[at].key != key)
      at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].number == kEmpty) slots_[at] = {key, count_++};
    return slots_[at].number;
  }

 private:
  static constexpr std::uint32_t kEmpty = ~std::uint32_t{0};
  struct Slot {
    std::uint64_t key;
    std::uint32_t number;
  };
  std::vector<Slot> slots_;
  std::uint32_t count_ = 0;
};

double link_density(const Block& block) { return share(block.link_bytes, block.text.size()); }

// Words that read as running text: many, few of them links, some function words.
double prose_words(const Block& block) {
  const TextCounts& counts = block.counts;
  if (counts.words < 8 || link_density(block) > 0.5) return 0;
  if (counts.stop_words * 10 < counts.words && counts.commas == 0) return 0;
  return std::min<double>(counts.words, 120) * (1 - link_density(block));
}

// Positive for prose, negative for the lines of menus and lists of links.
double line_value(const Block& block, double prose) {
  if (prose > 0) return prose;
  return -2 - 6 * link_density(block);
}

// What a line shows to its neighbours.
struct Glance {
  float words, links, ends_sentence, heading;
};

// What a container of lines shows of them: words, links, prose, prose among its words, lines, and
// the shares of words that speak of cookies and that ask for money or a subscription.
constexpr std::size_t kContainer = 7;
using ContainerRow = std::array<float, kContainer>;

// Fills the table of first sight.
class FirstSight {
 public:
  static constexpr std::size_t kColumns = 14 + 8 + kFurnitureKinds + 5 + html::kRoles + kPlaces +
                                          3 + 6 + 5 + 4 * kContainer + 5 + 6 * 5 + 5 + 5 + 3 +
                                          kContainer + 5 + 4;

  FirstSight(const Page& page, const Blocks& blocks, const Witness& witness)
      : page_(page),
        blocks_(blocks),
        contexts_(page),
        ranges_(page, blocks),
        words_(size(), [&](std::size_t i) { return block(i).counts.words; }),
        link_bytes_(size(), [&](std::size_t i) { return block(i).link_bytes; }),
        bytes_(size(), [&](std::size_t i) { return block(i).text.size(); }),
        prose_words_(prose_words_of(blocks)),
        prose_(size(), [&](std::size_t i) { return prose_words_[i]; }),
        value_(size(), [&](std::size_t i) { return line_value(block(i), prose_words_[i]); }),
        kinds_(kinds_of(blocks)),
        title_(witness.title, 1),
        description_(witness.description, 2),
        body_(witness.body, 3),
        consent_words_(
            size(), [&](std::size_t i) { return says(i, kConsent) ? block(i).counts.words : 0; }),
        appeal_words_(size(),
                      [&](std::size_t i) { return says(i, kAppeal) ? block(i).counts.words : 0; }),
        end_lines_{PrefixSums(size(), [&](std::size_t i) { return says(i, kElsewhere); }),
                   PrefixSums(size(), [&](std::size_t i) { return says(i, kAppeal); }),
                   PrefixSums(size(), [&](std::size_t i) { return says(i, kComments); }),
                   PrefixSums(size(), [&](std::size_t i) { return says(i, kBiography); }),
                   PrefixSums(size(), [&](std::size_t i) { return says(i, kTopics); })} {
    best_ = best_element(page, ranges_, value_);
    survey();
    find_title();
    find_prose();
  }

  FeatureTable table() {
    FeatureTable table;
    table.columns = kColumns;
    table.values.resize(kColumns * size());
    is_consent_.resize(size());
    at_ = table.values.data();
    for (std::size_t i = 0; i < size(); ++i) add_row(i);
    assert(at_ == table.values.data() + table.values.size());
    table.is_consent = std::move(is_consent_);
    return table;
  }

 private:
  std::size_t size() const { return blocks_.items.size(); }
  const Block& block(std::size_t i) const { return blocks_.items[i]; }
  void add(double value) { *at_++ = static_cast<float>(value); }
  bool says(std::size_t i, int kind) const { return (kinds_[i] >> kind & 1) != 0; }
  static std::vector<std::uint32_t> kinds_of(const Blocks& blocks) {
    static const PhraseSet furniture(kFurniturePhrases);
    std::vector<std::uint32_t> kinds;
    kinds.reserve(blocks.items.size());
    for (const Block& b : blocks.items)
      kinds.push_back(furniture.kinds_in(blocks.of(b).substr(0, 400)));
    return kinds;
  }
  static std::vector<double> prose_words_of(const Blocks& blocks) {
    std::vector<double> words;
    words.reserve(blocks.items.size());
    for (const Block& b : blocks.items) words.push_back(prose_words(b));
    return words;
  }

  void survey();
  void add_row(std::size_t i);
  void add_text(std::size_t i);
  void add_marks(std::size_t i);
  void add_element(const Block& block);
  void add_position(std::size_t i);
  void add_families(std::size_t i);
  void add_containers(const Block& block);
  void add_container(std::uint32_t node);
  void add_title_relation(std::size_t i);
  void add_ends(std::size_t i);
  void find_title();
  void find_prose();
  void add_best(std::size_t i);
  void add_neighbours(std::size_t i);
  void add_witnesses(const Block& block);

  std::uint64_t path_key(std::uint32_t node) const;

  const Page& page_;
  const Blocks& blocks_;
  Contexts contexts_;
  BlockRanges ranges_;
  PrefixSums words_, link_bytes_, bytes_;
  std::vector<double> prose_words_;
  PrefixSums prose_, value_;
  std::vector<std::uint32_t> kinds_;  // furniture phrases of each line
  Grams title_, description_, body_;
  std::uint32_t best_ = 0;
  std::uint32_t first_h1_ = 0;  // block of the first h1, or the number of blocks
  // Of each family of lines, and which family a line belongs to.
  std::vector<double> path_words_, parent_words_;
  std::vector<std::uint32_t> repeats_;
  std::vector<std::uint32_t> paths_, parents_, texts_;
  std::vector<Glance> glances_;
  std::vector<std::uint32_t> container_at_;  // of each element in containers_, 0: not yet
  std::vector<ContainerRow> containers_{1};
  PrefixSums consent_words_, appeal_words_;
  std::array<PrefixSums, kEndKinds> end_lines_;
  std::vector<std::uint32_t> last_prose_,
      next_prose_;  // the nearest lines of prose, size() if none
  std::uint32_t title_node_ = 0, title_block_ = 0;
  std::uint16_t title_depth_ = 0;
  std::vector<std::uint64_t> scratch_;
  std::vector<bool> is_consent_;
  float* at_ = nullptr;
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
  KeyNumbers path_numbers(size()), parent_numbers(size()), text_numbers(size());
  path_words_.resize(size());
  parent_words_.resize(size());
  repeats_.resize(size());
  container_at_.resize(page_.nodes.size());
  for (std::size_t i = 0; i < size(); ++i) {
    const Block& b = block(i);
    if (page_.nodes[b.node].tag == Tag::h1 && first_h1_ == size()) {
      first_h1_ = static_cast<std::uint32_t>(i);
    }
    const std::uint64_t parent =
        mix(page_.nodes[b.node].parent, static_cast<std::uint64_t>(page_.nodes[b.node].tag));
    paths_.push_back(path_numbers.of(path_key(b.node)));
    parents_.push_back(parent_numbers.of(parent));
    texts_.push_back(text_numbers.of(std::hash<std::string_view>{}(blocks_.of(b))));
    path_words_[paths_.back()] += prose_words_[i];
    parent_words_[parents_.back()] += prose_words_[i];
    ++repeats_[texts_.back()];
    glances_.push_back({static_cast<float>(log_of(b.counts.words)),
                        static_cast<float>(link_density(b)),
                        static_cast<float>(b.counts.ends_sentence),
                        static_cast<float>(html::is_heading(page_.nodes[b.node].tag))});
  }
}

// The heading that says most of what the head says; of equals the first, a higher level first.
void FirstSight::find_title() {
  double most = 0.3;
  for (std::size_t i = 0; i < size(); ++i) {
    const Tag tag = page_.nodes[block(i).node].tag;
    if (tag < Tag::h1 || tag > Tag::h3) continue;
    scratch_.clear();
    hash_words(blocks_.of(block(i)), scratch_);
    const double level = static_cast<double>(tag) - static_cast<double>(Tag::h1);
    const double said =
        title_.share(scratch_) * std::min<double>(static_cast<double>(scratch_.size()), 5) / 5 -
        0.15 * level;
    if (said <= most) continue;
    most = said;
    title_block_ = static_cast<std::uint32_t>(i);
    title_node_ = block(i).node;
  }
  if (title_node_ == 0 && first_h1_ < size()) {
    title_block_ = first_h1_;
    title_node_ = block(first_h1_).node;
  }
  if (title_node_ != 0) title_depth_ = contexts_.of(title_node_).depth;
}

void FirstSight::find_prose() {
  const auto none = static_cast<std::uint32_t>(size());
  last_prose_.resize(size());
  next_prose_.resize(size());
  std::uint32_t nearest = none;
  for (std::uint32_t i = 0; i < none; ++i) {
    last_prose_[i] = nearest;
    if (prose_words_[i] > 0) nearest = i;
  }
  nearest = none;
  for (std::uint32_t i = none; i-- > 0;) {
    next_prose_[i] = nearest;
    if (prose_words_[i] > 0) nearest = i;
  }
}

void FirstSight::add_row(std::size_t i) {
  const Block& b = block(i);
  add_text(i);
  add_marks(i);
  add_element(b);
  add_position(i);
  add_families(i);
  add_containers(b);
  add_best(i);
  add_neighbours(i);
  add_witnesses(b);
  add_title_relation(i);
  add_ends(i);
}

void FirstSight::add_text(std::size_t i) {
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
  add(prose_words_[i]);
}

void FirstSight::add_marks(std::size_t i) {
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
  for (int kind = 0; kind < kFurnitureKinds; ++kind) add(says(i, kind));
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
  add(log_of(path_words_[paths_[i]]));
  add(share(path_words_[paths_[i]], prose_.total()));
  add(log_of(parent_words_[parents_[i]]));
  add(share(parent_words_[parents_[i]], prose_.total()));
  add(std::min<std::uint32_t>(repeats_[texts_[i]], 5));
}

void FirstSight::add_containers(const Block& b) {
  constexpr int kLevels = 4;
  std::uint32_t node = b.node;
  for (int level = 0; level < kLevels; ++level) {
    node = page_.nodes[node].parent;
    add_container(node);
  }
}

void FirstSight::add_container(std::uint32_t node) {
  if (container_at_[node] == 0) {
    container_at_[node] = static_cast<std::uint32_t>(containers_.size());
    const Span range = ranges_.in(node);
    const double words = words_.of(range);
    containers_.push_back({static_cast<float>(log_of(words)),
                           static_cast<float>(share(link_bytes_.of(range), bytes_.of(range))),
                           static_cast<float>(share(prose_.of(range), prose_.total())),
                           static_cast<float>(share(prose_.of(range), words)),
                           static_cast<float>(log_of(range.size())),
                           static_cast<float>(share(consent_words_.of(range), words)),
                           static_cast<float>(share(appeal_words_.of(range), words))});
  }
  at_ = std::copy_n(containers_[container_at_[node]].begin(), kContainer, at_);
}

// How the line lies to the headline: the steps up to the element that holds both, and what else the
// line's own part of that element holds.
void FirstSight::add_title_relation(std::size_t i) {
  if (title_node_ == 0) {
    for (std::size_t k = 0; k < 3 + kContainer; ++k) add(-1);
    return;
  }
  const auto holds_title = [&](std::uint32_t node) {
    return node <= title_node_ && title_node_ < page_.nodes[node].end;
  };
  std::uint32_t part = block(i).node, node = part;
  int steps = 0;
  for (; !holds_title(node); node = page_.nodes[node].parent, ++steps) part = node;
  add(steps);
  add(title_depth_ - contexts_.of(node).depth);
  add(std::clamp(static_cast<double>(i) - title_block_, -50.0, 150.0));
  add_container(part);
  // A box beside the report that is mostly about cookies. Long ones look like reports.
  constexpr std::uint32_t kFewestLines = 3;
  const Span range = ranges_.in(part);
  is_consent_[i] =
      steps > 0 && range.size() >= kFewestLines && consent_words_.of(range) > words_.of(range) / 2;
}

// What has been passed since the headline that ends reports, and how far prose is.
void FirstSight::add_ends(std::size_t i) {
  const auto at = static_cast<std::uint32_t>(i);
  const Span since{std::min(title_block_, at), at};
  for (const PrefixSums& lines : end_lines_) add(log_of(lines.of(since)));
  const std::uint32_t last = last_prose_[i], next = next_prose_[i];
  add(last == size() ? -1 : log_of(at - last));
  add(last == size() ? -1 : log_of(words_.of({last + 1, std::max(last + 1, at)})));
  add(next == size() ? -1 : log_of(next - at));
  add(next == size() ? -1 : log_of(words_.of({at + 1, std::max(at + 1, next)})));
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
    const Glance& other = glances_[static_cast<std::size_t>(at)];
    add(other.words);
    add(other.links);
    add(other.ends_sentence);
    add(other.heading);
    add(paths_[static_cast<std::size_t>(at)] == paths_[i]);
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

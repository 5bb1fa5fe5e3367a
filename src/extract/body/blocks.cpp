#include "extract/body/blocks.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

using html::Node;
using html::Page;
using html::Tag;

bool is_invisible(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF || c == 0;
}

// A joiner or non-joiner between letters of a script that is spelled with them (Persian, Hindi).
bool joins(std::string_view line, std::string_view text, std::size_t at, const Decoded& c) {
  const auto is_high = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
  const std::size_t next = at + c.size;
  return (c.code_point == 0x200C || c.code_point == 0x200D) && !line.empty() &&
         is_high(line.back()) && next < text.size() && is_high(text[next]);
}

bool is_blank(char32_t c) {
  return (c >= 0x2000 && c <= 0x200A) || c == 0xA0 || c == 0x1680 || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x85;
}

// How much of a word a letter is, in tenths, in scripts that set no blanks between words: two
// ideographs are about one, and five letters or signs of Thai, Lao, Burmese or Khmer.
std::uint32_t tenths_of_word(char32_t c) {
  const bool is_ideograph =
      (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
  if (is_ideograph) return 5;
  const bool is_unspaced =
      (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF);
  return is_unspaced ? 2 : 0;
}

// The commonest function words of many languages, for telling prose from lists of names.
constexpr std::array<std::string_view, 284> kStopWords{
    "a",    "ako",  "al",    "als",   "an",     "and",    "are",  "as",    "at",    "att",
    "au",   "auch", "auf",   "aus",   "av",     "az",     "be",   "bei",   "bir",   "ble",
    "bu",   "but",  "by",    "che",   "cho",    "com",    "con",  "cu",    "các",   "có",
    "của",  "da",   "daha",  "dalam", "dan",    "dari",   "das",  "dass",  "de",    "degli",
    "dei",  "del",  "della", "dem",   "den",    "dengan", "der",  "des",   "det",   "di",
    "die",  "din",  "do",    "du",    "e",      "een",    "egy",  "ei",    "ein",   "eine",
    "el",   "em",   "en",    "er",    "es",     "est",    "et",   "ett",   "että",  "for",
    "fra",  "from", "für",   "had",   "har",    "has",    "have", "he",    "het",   "hogy",
    "i",    "ikke", "il",    "ile",   "im",     "in",     "ini",  "inte",  "is",    "ist",
    "it",   "itu",  "için",  "ja",    "jak",    "je",     "jest", "juga",  "không", "kun",
    "la",   "las",  "le",    "les",   "los",    "là",     "mai",  "meg",   "mit",   "mutta",
    "myös", "một",  "na",    "nem",   "người",  "nicht",  "nie",  "not",   "nu",    "o",
    "och",  "od",   "of",    "og",    "olarak", "oli",    "on",   "or",    "os",    "ou",
    "ovat", "pada", "para",  "pas",   "pe",     "pentru", "per",  "po",    "por",   "pour",
    "på",   "que",  "qui",   "sa",    "se",     "sein",   "si",   "sich",  "sie",   "sind",
    "się",  "som",  "son",   "sur",   "that",   "the",    "they", "this",  "tidak", "til",
    "till", "to",   "trong", "um",    "un",     "una",    "und",  "untuk", "v",     "van",
    "ve",   "von",  "và",    "với",   "was",    "we",     "with", "yang",  "ze",    "zu",
    "är",   "çok",  "és",    "đã",    "được",   "şi",     "że",   "že",    "și",    "από",
    "για",  "δεν",  "η",     "και",   "με",     "να",     "ο",    "σε",    "στη",   "στο",
    "την",  "της",  "το",    "τον",   "του",    "των",    "ότι",  "а",     "в",     "від",
    "він",  "да",   "для",   "до",    "его",    "за",     "и",    "из",    "й",     "к",
    "как",  "на",   "не",    "но",    "о",      "от",     "по",   "при",   "с",     "са",
    "се",   "та",   "так",   "у",     "це",     "что",    "що",   "это",   "як",    "є",
    "אל",   "את",   "גם",    "הוא",   "היא",    "זה",     "כי",   "לא",    "על",    "עם",
    "של",   "أن",   "إلى",   "از",    "است",    "التي",   "این",  "با",    "برای",  "به",
    "در",   "را",   "على",   "عن",    "في",     "قد",     "كان",  "لا",    "ما",    "مع",
    "من",   "هذا",  "و",     "که",    "और",     "का",     "की",   "के",     "को",    "ने",
    "पर",   "भी",   "से",     "है"};

// Words of up to eight bytes packed in a number, so that a look-up is a few comparisons.
constexpr std::uint64_t pack(std::string_view word) {
  std::uint64_t packed = 0;
  for (const char c : word) packed = packed << 8 | static_cast<unsigned char>(c);
  return packed;
}

constexpr std::uint64_t kYou = pack("you"), kYour = pack("your"), kYours = pack("yours");

// Open addressing with linear probing; a word is never 0.
class StopWords {
 public:
  constexpr StopWords() {
    for (const std::string_view word : kStopWords) {
      const std::uint64_t packed = pack(word);
      std::size_t slot = slot_of(packed);
      while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
      slots_[slot] = packed;
    }
  }
  bool has(std::uint64_t packed) const {
    for (std::size_t slot = slot_of(packed); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
      if (slots_[slot] == packed) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t slot_of(std::uint64_t packed) {
    return packed * 0x9E3779B97F4A7C15u >> 54;
  }
  std::array<std::uint64_t, 1024> slots_{};
};

constexpr StopWords kStopWordTable;

// What an ASCII letter or digit adds to the counts of a run of them, in fields of one number: all,
// letters, capitals. 0: the run ends.
struct RunSums {
  static constexpr std::size_t kMost = std::size_t{1} << 20;  // that fit a field
  static constexpr int kLetters = 21, kUpper = 42;

  std::array<std::uint64_t, 256> of{};
  constexpr RunSums() {
    for (std::size_t i = 0; i < 128; ++i) {
      const char c = static_cast<char>(i);
      if (is_ascii_digit(c)) of[i] = 1;
      if (is_ascii_letter(c)) of[i] = 1 | std::uint64_t{1} << kLetters;
      if (is_ascii_upper(c)) of[i] |= std::uint64_t{1} << kUpper;
    }
  }
  static std::uint32_t letters(std::uint64_t sums) {
    return static_cast<std::uint32_t>(sums >> kLetters & ((1U << (kUpper - kLetters)) - 1));
  }
  static std::uint32_t upper(std::uint64_t sums) {
    return static_cast<std::uint32_t>(sums >> kUpper);
  }
};
constexpr RunSums kRunSums;

// A byte that stays as it is when white space is collapsed.
constexpr bool is_plain(char c) { return c > ' ' && c < 0x7F; }

// Counts one text code point by code point.
class Counter {
 public:
  /// Takes ASCII letters and digits, of which the text has at least one first; gives their number.
  std::size_t add_run(std::string_view text) {
    constexpr unsigned char kLower = 0x20;  // every digit has this bit
    if (!in_word_) start_word(is_ascii_upper(text[0]), !is_ascii_digit(text[0]));
    const std::size_t most = std::min(text.size(), RunSums::kMost);
    std::uint64_t sums = 0;
    std::size_t size = 0;
    for (; size < most; ++size) {
      const auto c = static_cast<unsigned char>(text[size]);
      if (kRunSums.of[c] == 0) break;
      sums += kRunSums.of[c];
      packed_ = packed_ << 8 | (c | kLower);
    }
    counts_.letters += RunSums::letters(sums);
    counts_.digits += static_cast<std::uint32_t>(size) - RunSums::letters(sums);
    counts_.upper += RunSums::upper(sums);
    packed_bytes_ += static_cast<std::uint32_t>(size);
    ended_ = false;
    return size;
  }

  void add_ascii_mark(char c) {
    if (c != '\'') end_word();
    add_mark(static_cast<unsigned char>(c));
  }

  void add(char32_t c, std::string_view bytes) {
    if (is_letter(c) || is_mark(c)) {
      add_to_word(c, bytes);
    } else {
      if (c != 0x2019) end_word();
      add_mark(c);
    }
  }

  TextCounts finish() {
    end_word();
    counts_.ends_sentence = ended_;
    if (ended_) ++counts_.sentence_ends;
    return counts_;
  }

 private:
  void add_to_word(char32_t c, std::string_view bytes) {
    if (const std::uint32_t tenths = tenths_of_word(c); tenths != 0) {
      end_word();
      // Prose by themselves: one word of four is as good as a function word.
      constexpr std::uint32_t kWord = 10, kFunctionWord = 40;
      unspaced_ += tenths;
      if (unspaced_ % kWord < tenths) ++counts_.words;
      if (unspaced_ % kFunctionWord < tenths) ++counts_.stop_words;
      ++counts_.letters;
      ended_ = false;
      return;
    }
    if (!in_word_) start_word(is_upper(c), true);
    ++counts_.letters;
    counts_.upper += is_upper(c) ? 1 : 0;
    for (const char byte : bytes) {
      packed_ = packed_ << 8 | static_cast<unsigned char>(byte);
      ++packed_bytes_;
    }
    ended_ = false;
  }

  void start_word(bool upper, bool letter) {
    if (upper) ++counts_.capitalized;
    if (counts_.words == 0 && letter && !upper) counts_.starts_lower = true;
    in_word_ = true;
    packed_ = 0;
    packed_bytes_ = 0;
  }

  void end_word() {
    if (!in_word_) return;
    in_word_ = false;
    ++counts_.words;
    if (packed_bytes_ > kPacked) return;
    if (kStopWordTable.has(packed_)) ++counts_.stop_words;
    if (packed_ == kYou || packed_ == kYour || packed_ == kYours) ++counts_.addresses;
  }

  void add_mark(char32_t c) {
    switch (c) {
      case ' ':
        if (ended_) ++counts_.sentence_ends;
        ended_ = false;
        break;
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x061F:
      case 0x06D4:
      case 0x0964:
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
        ended_ = true;
        break;
      case ',':
      case 0x060C:
      case 0x3001:
      case 0xFF0C:
        ++counts_.commas;
        ended_ = false;
        break;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0x201C:
      case 0x201D:
      case 0x2019:
      case 0x00BB:
      case 0x300D:
        break;  // closes a sentence without ending it
      default:
        ended_ = false;
    }
  }

  static constexpr std::uint32_t kPacked = sizeof(std::uint64_t);
  TextCounts counts_;
  bool in_word_ = false, ended_ = false;
  std::uint64_t packed_ = 0;
  std::uint32_t packed_bytes_ = 0, unspaced_ = 0;
};

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const char last = line.back();
    if (last == '.' || last == '!' || last == '?') return true;
    std::size_t closing = 0;
    if (last == '"' || last == ')' || last == ' ') closing = 1;
    if (line.ends_with("”") || line.ends_with("’") || line.ends_with("“")) closing = 3;
    if (line.ends_with("»")) closing = 2;
    if (closing == 0) return false;
    line.remove_suffix(closing);
  }
  return false;
}

// Walks a page once and cuts it into blocks.
class BlockWalk {
 public:
  explicit BlockWalk(const Page& page) : page_(page) {
    blocks_.text.reserve(page.characters.size() / 2);
  }

  Blocks walk() {
    const auto count = static_cast<std::uint32_t>(page_.nodes.size());
    for (std::uint32_t i = 1; i < count;) {
      leave_until(i);
      const Node& node = page_.nodes[i];
      if (node.tag == Tag::text) {
        add_text(i);
        ++i;
      } else if (node.tag == Tag::head || node.tag == Tag::script) {
        i = node.end;
      } else {
        enter(i);
        ++i;
      }
    }
    flush();
    return std::move(blocks_);
  }

 private:
  struct Open {
    std::uint32_t node;
    bool block;
  };

  static bool is_link(Tag tag) { return tag == Tag::a; }
  static bool is_bold(Tag tag) { return tag == Tag::b || tag == Tag::strong; }
  static bool is_italic(Tag tag) { return tag == Tag::i || tag == Tag::em; }

  void count_open(Tag tag, int by) {
    if (is_link(tag)) open_links_ += by;
    if (is_bold(tag)) open_bold_ += by;
    if (is_italic(tag)) open_italic_ += by;
  }

  void leave_until(std::uint32_t at) {
    while (!open_.empty() && page_.nodes[open_.back().node].end <= at) {
      count_open(page_.nodes[open_.back().node].tag, -1);
      const bool block = open_.back().block;
      open_.pop_back();
      if (block) {
        flush();
        containers_.pop_back();
      }
    }
  }

  void enter(std::uint32_t at) {
    const Node& node = page_.nodes[at];
    if (node.tag == Tag::br) return add_break();
    const bool block = !html::is_inline(node.tag);
    if (block) {
      flush();
      containers_.push_back(at);
    }
    if (is_link(node.tag)) ++current_.links;
    count_open(node.tag, 1);
    if (node.end > at + 1) {
      open_.push_back({at, block});
    } else {
      count_open(node.tag, -1);
      if (block) containers_.pop_back();
    }
  }

  // Two breaks are a new paragraph, and so is one behind a sentence's end; else it is a blank.
  void add_break() {
    if (++breaks_ == 2 || ends_sentence(std::string_view(blocks_.text).substr(begin_))) {
      flush();
    } else {
      pending_blank_ = true;
    }
  }

  void add_text(std::uint32_t at) {
    const std::size_t before = blocks_.text.size();
    if (pending_blank_) append_collapsed(blocks_.text, begin_, " ");
    pending_blank_ = false;
    if (!append_collapsed(blocks_.text, begin_, page_.text(at))) return;
    breaks_ = 0;
    const auto added = static_cast<std::uint32_t>(blocks_.text.size() - before);
    if (!started_) {
      started_ = true;
      current_.first = at;
      current_.node = containers_.empty() ? 0 : containers_.back();
    }
    current_.last = at;
    if (open_links_ > 0) current_.link_bytes += added;
    if (open_bold_ > 0) current_.bold_bytes += added;
    if (open_italic_ > 0) current_.italic_bytes += added;
  }

  void flush() {
    breaks_ = 0;
    pending_blank_ = false;
    std::string& text = blocks_.text;
    while (text.size() > begin_ && text.back() == ' ') text.pop_back();
    if (started_ && text.size() > begin_) {
      current_.text = {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(text.size())};
      current_.counts = count_text(cut(text, current_.text));
      blocks_.items.push_back(current_);
      text.push_back('\n');
    } else {
      text.resize(begin_);
    }
    begin_ = text.size();
    current_ = {};
    started_ = false;
  }

  const Page& page_;
  Blocks blocks_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> containers_;  // open block elements
  Block current_;
  std::size_t begin_ = 0;
  bool started_ = false, pending_blank_ = false;
  int breaks_ = 0, open_links_ = 0, open_bold_ = 0, open_italic_ = 0;
};

}  // namespace

bool append_collapsed(std::string& line, std::size_t line_begin, std::string_view text) {
  bool visible = false;
  const auto blank = [&] {
    if (line.size() > line_begin && line.back() != ' ') line.push_back(' ');
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (is_plain(c)) {
      // Words with one blank between them are copied together.
      const std::size_t begin = i;
      const auto goes_on = [&] {
        return is_plain(text[i]) ||
               (text[i] == ' ' && i + 1 < text.size() && is_plain(text[i + 1]));
      };
      while (i < text.size() && goes_on()) ++i;
      line.append(text, begin, i - begin);
      visible = true;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) {
      if (is_ascii_space(c)) blank();
      ++i;
      continue;
    }
    const Decoded decoded = decode_utf8(text, i);
    if (is_blank(decoded.code_point)) {
      blank();
    } else if (!is_invisible(decoded.code_point) || joins(line, text, i, decoded)) {
      line.append(text, i, decoded.size);
      visible = true;
    }
    i += decoded.size;
  }
  return visible;
}

TextCounts count_text(std::string_view text) {
  Counter counter;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (kRunSums.of[byte] != 0) {
      i += counter.add_run(text.substr(i));
      continue;
    }
    if (byte < 0x80) {
      counter.add_ascii_mark(text[i++]);
      continue;
    }
    const Decoded decoded = decode_utf8(text, i);
    counter.add(decoded.code_point, text.substr(i, decoded.size));
    i += decoded.size;
  }
  return counter.finish();
}

Blocks blocks_of(const Page& page) { return BlockWalk(page).walk(); }

std::string as_line(std::string_view text) {
  std::string line;
  append_collapsed(line, 0, text);
  return std::string(trim(line));
}

}  // namespace stemma

#include "extract/scraped_text.h"

#include <algorithm>
#include <array>

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/body/blocks.h"
#include "extract/credits.h"
#include "extract/phrases.h"
#include "model/written_date.h"

namespace stemma {
namespace {

// What no report says of itself, by the start of a line or anywhere in a short one.
enum Kind : int { kLabel, kLink, kNotice, kByline, kPost, kAppeared };
constexpr std::array<PhraseRow, 6> kPhrases{{
    {kLabel,
     "^related= ^ranking= ^recommendation ^recommended ^most=read ^most=popular ^trending ^tags= "
     "^topics= ^categories ^category= ^filed=under ^share= ^comments ^view= ^date= ^current= "
     "^home= ^breadcrumb ^print= ^email= ^follow= ^latest= ^top=stories ^more=stories ^up=next"},
    {kLink,
     "^read=more ^see=also ^also=read ^read=also ^related=story ^watch= ^click=here ^more=from "
     "^more=on ^sign=up ^subscribe ^download ^don=t=miss ^you=may=also ^continue=reading"},
    {kNotice,
     "=all=rights=reserved ^copyright= =cookies= =privacy=policy =terms=of=use =newsletter="},
    {kByline,
     "^author= ^authors= ^by= ^written=by =follow=him= =follow=her= =follow=them= ^follow= "
     "=on=twitter= =is=a=reporter =is=a=writer =is=a=senior =is=an=editor =is=the=editor "
     "=is=a=journalist =is=a=columnist =is=a=staff =is=the=author ^about=the=author "
     "=is=a=freelance =is=a=correspondent =is=the=news=editor =news=editor=of="},
    // "The post Ferry aground appeared first on Norrhavn Courier."
    {kPost, "^the=post="},
    {kAppeared, "=appeared=first=on= =first=appeared=on="},
}};

bool has(std::uint32_t kinds, Kind kind) { return (kinds >> kind & 1U) != 0; }

struct Line {
  Span span;
  TextCounts counts;
  std::uint32_t kinds = 0;
  bool is_item = false;  // starts with a list mark
  bool is_prose = false;
  bool is_repeated = false;  // the same words stand on another line
  double value = 0;
};

// "Tags: ferries".
bool is_label(const Line& line) { return has(line.kinds, kLabel) && line.counts.words <= 6; }

// What some publishing programs write under every item of a feed.
bool is_feed_note(const Line& line) { return has(line.kinds, kPost) && has(line.kinds, kAppeared); }

constexpr std::size_t kShortWords = 8;  // fewer words: prose only with a full stop
constexpr std::size_t kLongWords = 25;  // more words: prose in any case

bool starts_with_list_mark(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "\u2022 ", "\u00b7 ", "\u203a ", "> "}) {
    if (line.starts_with(mark)) return true;
  }
  return false;
}

bool is_headline_case(const TextCounts& counts) {
  return counts.words >= 4 && counts.capitalized * 10 >= counts.words * 6;
}

bool reads_as_prose(const Line& line) {
  const TextCounts& c = line.counts;
  if (c.words >= kLongWords && !line.is_item) return true;
  if (!c.ends_sentence || c.words < 3) return false;
  if (line.is_item && c.words < kShortWords * 2) return false;
  // Headlines may end in a question mark or a point of an abbreviation.
  if (is_headline_case(c) && c.words < kLongWords && c.sentence_ends <= 1) return false;
  return c.words >= kShortWords || c.stop_words > 0;
}

double evidence_of(const Line& line) {
  const TextCounts& c = line.counts;
  if (line.is_prose) {
    return std::min<double>(c.words, 40) * (has(line.kinds, kNotice) && c.words < 20 ? 0.2 : 1);
  }
  double against = 6;
  if (line.is_item) against += 4;
  if (line.is_repeated) against += 4;
  if (is_label(line)) against += 6;
  if (has(line.kinds, kLink) || has(line.kinds, kNotice)) against += 4;
  if (is_headline_case(c)) against += 3;
  return -against;
}

std::vector<Line> read_lines(std::string_view text) {
  static const PhraseSet phrases(kPhrases);
  std::vector<Line> lines;
  for (const Span span : lines_of(text)) {
    const std::string_view words = cut(text, span);
    Line line;
    line.span = span;
    line.counts = count_text(words);
    line.kinds = phrases.kinds_in(words);
    line.is_item = starts_with_list_mark(words);
    line.is_prose = reads_as_prose(line);
    lines.push_back(line);
  }
  std::vector<std::string_view> texts;
  for (const Line& line : lines) texts.push_back(cut(text, line.span));
  std::vector<std::string_view> sorted = texts;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto range = std::equal_range(sorted.begin(), sorted.end(), texts[i]);
    lines[i].is_repeated = range.second - range.first > 1;
    lines[i].value = evidence_of(lines[i]);
  }
  return lines;
}

// The stretch with the largest sum (Kadane). Empty when no line speaks for a report.
std::pair<std::size_t, std::size_t> best_stretch(const std::vector<Line>& lines) {
  std::size_t begin = 0, best_begin = 0, best_end = 0;
  double sum = 0, best = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += lines[i].value;
    if (sum > best) {
      best = sum;
      best_begin = begin;
      best_end = i + 1;
    }
  }
  return {best_begin, best_end};
}

// A line between paragraphs that points elsewhere; a subhead is not one.
bool is_inner_furniture(const Line& line) {
  if (is_feed_note(line)) return true;
  if (line.is_prose) return false;
  if (has(line.kinds, kLink)) return line.counts.words < kLongWords;
  return has(line.kinds, kLabel) && line.counts.words <= 3;
}

// One list item alone between paragraphs is a link to another report; several are a list.
bool is_lone_item(const std::vector<Line>& lines, std::size_t i) {
  return lines[i].is_item && !lines[i].counts.ends_sentence && i > 0 && i + 1 < lines.size() &&
         lines[i - 1].is_prose && lines[i + 1].is_prose;
}

bool is_address(std::string_view line) {
  return is_web_address(line) && line.find(' ') == std::string_view::npos;
}

bool is_date_line(std::string_view line) { return read_date_line(line).has_value(); }

// "Home > World > Coup": the way to a page, often glued to its headline.
constexpr std::array<std::string_view, 4> kArrows{" > ", " \u00bb ", " \u203a ", " / "};

bool is_breadcrumb(std::string_view line) {
  for (const std::string_view arrow : kArrows) {
    if (line.find(arrow) != std::string_view::npos) return true;
  }
  return false;
}

// A line about who wrote the report, at its end: "Ann Lee is a reporter. Follow her on …".
bool is_about_author(const Line& line) {
  constexpr std::uint32_t kLongest = 40;
  return has(line.kinds, kByline) && line.counts.words <= kLongest;
}

// "# Ferry runs aground": the headline of a text in Markdown.
Span without_hashes(std::string_view text, Span line) {
  while (line.begin < line.end && text[line.begin] == '#') ++line.begin;
  return trim(text, line);
}

// The last step of the way to a page, where it is long enough for a headline:
// "Home > World > Coup in Niger" → "Coup in Niger".
std::optional<Span> last_step(std::string_view text, Span line) {
  constexpr std::size_t kFewestWords = 3;
  std::size_t begin = std::string_view::npos;
  for (const std::string_view arrow : kArrows) {
    const auto at = cut(text, line).rfind(arrow);
    if (at == std::string_view::npos) continue;
    begin =
        begin == std::string_view::npos ? at + arrow.size() : std::max(begin, at + arrow.size());
  }
  if (begin == std::string_view::npos) return std::nullopt;
  const Span step = trim(text, Span{line.begin + static_cast<std::uint32_t>(begin), line.end});
  return words_of(cut(text, step)).size() >= kFewestWords ? std::optional(step) : std::nullopt;
}

// Of the lines before the report the first that has a headline's length; else the last of three
// words that are not all capitalized, as names of sections are; else the end of a breadcrumb.
std::optional<Span> title_before(const std::vector<Line>& lines, std::size_t begin,
                                 std::string_view text) {
  constexpr std::uint32_t kFewestWords = 4, kMostWords = 40;
  std::optional<Span> shorter, step;
  for (std::size_t i = 0; i < begin; ++i) {
    const Line& line = lines[i];
    const std::uint32_t words = line.counts.words;
    if (words + 1 < kFewestWords || words > kMostWords || line.is_item || is_label(line)) continue;
    if (has(line.kinds, kByline) || has(line.kinds, kLink)) continue;
    if (is_date_line(cut(text, line.span)) || is_address(cut(text, line.span))) continue;
    if (is_breadcrumb(cut(text, line.span))) {
      if (!step) step = last_step(text, line.span);
    } else if (words >= kFewestWords) {
      return without_hashes(text, line.span);
    } else if (line.counts.capitalized < words) {
      shorter = without_hashes(text, line.span);
    }
  }
  return shorter ? shorter : step;
}

// The lines around a report are furniture only where they are plainly many or say so: a short text
// with a heading or a signature must not lose them.
bool is_plainly_furnished(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
  std::size_t plain = 0, items = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i >= begin && i < end) continue;
    const Line& line = lines[i];
    plain += is_label(line) || has(line.kinds, kLink) ? 1 : 0;
    items += !line.is_prose ? 1 : 0;
  }
  return plain >= 2 && items >= 4;
}

}  // namespace

std::optional<std::string> read_date_line(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  if (line.size() > kLongest) return std::nullopt;
  const auto date = read_date(line, true);
  return date ? std::optional(date->iso) : std::nullopt;
}

ScrapedText divide_scraped_text(std::string_view text, bool gently) {
  const std::vector<Line> lines = read_lines(text);
  auto [begin, end] = best_stretch(lines);
  ScrapedText divided;
  const bool furnished = is_plainly_furnished(lines, begin, end);
  if (begin == end || (gently && !furnished)) {
    for (const Line& line : lines) {
      (is_feed_note(line) ? divided.furniture : divided.body).push_back(line.span);
    }
    return divided;
  }
  while (!gently && end > begin + 1 && is_about_author(lines[end - 1])) --end;
  while (end < lines.size() && is_credit_line(cut(text, lines[end].span))) ++end;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool outside = i < begin || i >= end;
    const bool inside = !outside && (is_inner_furniture(lines[i]) || is_lone_item(lines, i));
    (outside || inside ? divided.furniture : divided.body).push_back(lines[i].span);
    if (i < begin && !divided.address && is_address(cut(text, lines[i].span))) {
      divided.address = lines[i].span;
    }
    if (outside && has(lines[i].kinds, kByline)) divided.bylines.push_back(lines[i].span);
    if (i < begin && is_date_line(cut(text, lines[i].span))) {
      divided.date_lines.push_back(lines[i].span);
    }
  }
  divided.title = title_before(lines, begin, text);
  return divided;
}

}  // namespace stemma

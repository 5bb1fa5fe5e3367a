#include "report/report_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr std::size_t kMostAround = 320;  // bytes shown on each side of the words pointed at
constexpr std::size_t kMostWords = 1200;  // bytes shown of the words themselves

std::string key_of(std::size_t number) {
  std::string key;
  for (std::size_t n = number + 1; n != 0; n = (n - 1) / 26) {
    key.insert(key.begin(), static_cast<char>('A' + (n - 1) % 26));
  }
  return key;
}

std::string label_of(const Article& article) {
  if (article.outlet && !trim(*article.outlet).empty()) return canonical_outlet(*article.outlet);
  if (article.title && !trim(*article.title).empty()) return *article.title;
  const std::string_view path = article.path;
  const std::string_view last = path.substr(path.find_last_of('/') + 1);
  return std::string(last.empty() ? std::string_view(article.id) : last);
}

void add_unit(std::vector<Span>& units, std::string_view text, Span span) {
  const Span trimmed = trim(text, span);
  if (!trimmed.empty()) units.push_back(trimmed);
}

// Cuts a paragraph at the sentences that reach into it; what lies between them is a unit as well.
void add_units(std::vector<Span>& units, std::string_view text, Span paragraph,
               std::span<const Span> sentences) {
  std::uint32_t done = paragraph.begin;
  for (const Span& sentence : sentences) {
    const std::uint32_t begin = std::clamp(sentence.begin, done, paragraph.end);
    const std::uint32_t end = std::clamp(sentence.end, begin, paragraph.end);
    add_unit(units, text, {done, begin});
    add_unit(units, text, {begin, end});
    done = end;
  }
  add_unit(units, text, {done, paragraph.end});
}

std::vector<Span> units_of(const AnnotatedArticle& annotated) {
  const std::string_view text = annotated.article.text;
  const std::vector<Span>& sentences = annotated.annotations.sentences;
  std::vector<Span> units;
  std::size_t first = 0;
  for (const Span& paragraph : paragraphs_of(text)) {
    while (first < sentences.size() && sentences[first].end <= paragraph.begin) ++first;
    std::size_t last = first;
    while (last < sentences.size() && sentences[last].begin < paragraph.end) ++last;
    add_units(units, text, paragraph, std::span(sentences).subspan(first, last - first));
  }
  return units;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// The last `limit` bytes, from the start of a word.
std::string tail(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t from = text.size() - limit;
  const std::size_t blank = text.find(' ', from);
  if (blank != std::string::npos) from = blank + 1;
  while (from < text.size() && is_continuation(text[from])) ++from;
  return "… " + text.substr(from);
}

// The first `limit` bytes, to the end of a word.
std::string head(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  std::size_t to = limit;
  const std::size_t blank = text.rfind(' ', to);
  if (blank != std::string::npos && blank > 0) to = blank;
  while (to > 0 && is_continuation(text[to])) --to;
  return text.substr(0, to) + " …";
}

template <class Item, class Less>
std::vector<const Item*> sorted(const std::vector<Item>& items, Less less) {
  std::vector<const Item*> pointers;
  pointers.reserve(items.size());
  for (const Item& item : items) pointers.push_back(&item);
  std::stable_sort(pointers.begin(), pointers.end(),
                   [&](const Item* a, const Item* b) { return less(*a, *b); });
  return pointers;
}

}  // namespace

ReportView::ReportView(std::span<const AnnotatedArticle> story, const Collation& collation)
    : story_(story),
      collation_(collation),
      by_time_(story.size()),
      keys_(story.size()),
      copied_(story.size()) {
  std::iota(by_time_.begin(), by_time_.end(), Index{0});
  std::stable_sort(by_time_.begin(), by_time_.end(), [&](Index a, Index b) {
    const auto &x = article(a).published, &y = article(b).published;
    return x && y ? *x < *y : x.has_value() && !y.has_value();
  });
  for (std::size_t i = 0; i < by_time_.size(); ++i) keys_[by_time_[i]] = key_of(i);
  for (Index i = 0; i < size(); ++i) {
    code_points_.emplace_back(article(i).text);
    outlets_.push_back(label_of(article(i)));
    units_.push_back(units_of(story[i]));
    const auto [place, is_new] = by_outlet_.emplace(outlets_.back(), i);
    if (!is_new) place->second = kNone;
    by_id_.emplace(article(i).id, i);
  }
  for (const ProvenanceEdge& edge : collation.provenance) {
    if (edge.kind != ProvenanceEdge::Kind::copies) continue;
    for (const Mention& passage : edge.evidence) {
      if (passage.article == edge.to) copied_[edge.to].push_back(passage.span);
    }
  }
  claims_ =
      sorted(collation.claims, [](const auto& a, const auto& b) { return a.weight > b.weight; });
  variants_ = sorted(collation.variants,
                     [](const auto& a, const auto& b) { return a.relation > b.relation; });
  quotes_ = sorted(collation.quotes,
                   [](const auto& a, const auto& b) { return a.verbatim < b.verbatim; });
  for (const CollatedClaim& each : collation.claims) claim_by_id_.emplace(each.id, &each);
}

std::string ReportView::published(Index at) const {
  std::string time = article(at).published.value_or("");
  if (time.size() < 16 || time[10] != 'T') return time;
  time[10] = ' ';
  const bool utc = time.back() == 'Z';
  return time.substr(0, 16) + (utc ? " UTC" : "");
}

Index ReportView::unit_of(const Mention& mention) const {
  const std::vector<Span>& units = units_[mention.article];
  const auto found = std::partition_point(
      units.begin(), units.end(), [&](Span unit) { return unit.end <= mention.span.begin; });
  const auto at = static_cast<Index>(found - units.begin());
  return found == units.end() && at != 0 ? at - 1 : at;
}

Span ReportView::sentence(const Mention& mention) const {
  const std::vector<Span>& units = units_[mention.article];
  if (units.empty()) return {};
  Index at = unit_of(mention);
  Span whole = units[at];
  while (++at < units.size() && units[at].begin < mention.span.end) whole = hull(whole, units[at]);
  return whole;
}

Excerpt ReportView::excerpt(const Mention& mention, Span marked) const {
  const std::string_view text = article(mention.article).text;
  const Span whole = sentence(mention);
  const std::uint32_t begin = std::clamp(marked.begin, whole.begin, whole.end);
  const std::uint32_t end = std::clamp(marked.end, begin, whole.end);
  const auto blank_at = [&](std::uint32_t at) {
    return at < text.size() && is_ascii_space(text[at]);
  };
  Excerpt excerpt;
  excerpt.before = tail(collapse_space(cut(text, {whole.begin, begin})), kMostAround);
  excerpt.words = head(collapse_space(cut(text, {begin, end})), kMostWords);
  excerpt.after = head(collapse_space(cut(text, {end, whole.end})), kMostAround);
  if (!excerpt.before.empty() && (blank_at(begin - 1) || blank_at(begin))) excerpt.before += ' ';
  if (!excerpt.after.empty() && (blank_at(end) || (end > 0 && blank_at(end - 1)))) {
    excerpt.after.insert(0, 1, ' ');
  }
  return excerpt;
}

Span ReportView::place(const Mention& mention) const {
  return code_points_[mention.article].to_code_points(mention.span);
}

const CollatedClaim* ReportView::claim(std::string_view id) const {
  const auto found = claim_by_id_.find(id);
  return found == claim_by_id_.end() ? nullptr : found->second;
}

bool ReportView::is_copied(const Mention& mention) const {
  const std::vector<Span>& passages = copied_[mention.article];
  return std::any_of(passages.begin(), passages.end(),
                     [&](Span passage) { return passage.overlaps(mention.span); });
}

Stance ReportView::stance(const CollatedClaim& claim, Index mention) const {
  if (is_copied(claim.mentions[mention])) return Stance::copies;
  for (const Origin& origin : claim.origins) {
    const auto& all = origin.mentions;
    if (origin.attributed && std::find(all.begin(), all.end(), mention) != all.end()) {
      return Stance::attributes;
    }
  }
  return Stance::asserts;
}

Index ReportView::report_by(std::string_view outlet_or_id) const {
  if (const auto id = by_id_.find(std::string(outlet_or_id)); id != by_id_.end()) return id->second;
  const auto outlet = by_outlet_.find(std::string(outlet_or_id));
  return outlet == by_outlet_.end() ? kNone : outlet->second;
}

const std::string& ReportView::name(const std::string& outlet_or_id) const {
  const auto id = by_id_.find(outlet_or_id);
  return id == by_id_.end() ? outlet_or_id : outlets_[id->second];
}

std::string origins_in_words(const CollatedClaim& claim) {
  std::vector<std::string> parts;
  if (claim.on_record != 0) parts.push_back(fmt::format("{} on record", claim.on_record));
  if (claim.unnamed_high > claim.unnamed_low) {
    parts.push_back(fmt::format("{} to {} unnamed", claim.unnamed_low, claim.unnamed_high));
  } else if (claim.unnamed_high != 0) {
    parts.push_back(fmt::format("{} unnamed", claim.unnamed_high));
  }
  const auto unsourced = std::count_if(claim.origins.begin(), claim.origins.end(),
                                       [](const Origin& origin) { return !origin.attributed; });
  if (unsourced != 0) parts.push_back(fmt::format("{} unsourced", unsourced));
  return parts.empty() ? "no origin named" : fmt::format("{}", fmt::join(parts, " + "));
}

std::string chain_in_words(const Origin& origin) {
  if (origin.via.empty()) return origin.name;
  return fmt::format("{}, via {}", origin.name, fmt::join(origin.via, " and "));
}

std::string_view status_in_words(CollatedClaim::Status status) {
  return status == CollatedClaim::Status::single_origin ? "single origin" : name_of(status);
}

std::string_view stance_in_words(Stance stance) {
  switch (stance) {
    case Stance::silent:
      return "silent";
    case Stance::asserts:
      return "says";
    case Stance::attributes:
      return "cites";
    case Stance::copies:
      return "copies";
    case Stance::disputes:
      return "disputes";
  }
  return "";
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace stemma

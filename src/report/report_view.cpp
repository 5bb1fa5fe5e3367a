#include "report/report_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/text.h"
#include "model/outlets.h"
#include "model/published.h"

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

// "+09:00" of "…T10:00:00.000+0900"; "UTC" of "…Z"; empty where there is no zone.
std::string zone_of(std::string_view time) {
  if (time.back() == 'Z') return "UTC";
  const std::size_t sign = time.find_first_of("+-", std::string_view("2024-03-13T06:40").size());
  if (sign == std::string_view::npos) return "";
  std::string zone(time.substr(sign));
  if (zone.size() == std::string_view("+0900").size()) zone.insert(3, ":");
  return zone;
}

std::int64_t instant_of(const Article& article) {
  const auto time = article.published ? published_time(*article.published) : std::nullopt;
  return time ? time->seconds : std::numeric_limits<std::int64_t>::max();
}

// Those that overlap become one.
void make_disjoint(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end());
  std::vector<Span> all;
  for (const Span& each : spans) {
    if (!all.empty() && each.begin < all.back().end) {
      all.back().end = std::max(all.back().end, each.end);
    } else {
      all.push_back(each);
    }
  }
  spans = std::move(all);
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
      rank_(story.size()),
      keys_(story.size()),
      copied_(story.size()) {
  std::iota(by_time_.begin(), by_time_.end(), Index{0});
  std::vector<std::int64_t> instants;
  for (const AnnotatedArticle& each : story) instants.push_back(instant_of(each.article));
  std::stable_sort(by_time_.begin(), by_time_.end(),
                   [&](Index a, Index b) { return instants[a] < instants[b]; });
  for (Index i = 0; i < size(); ++i) {
    keys_[by_time_[i]] = key_of(i);
    rank_[by_time_[i]] = i;
  }
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
  for (std::vector<Span>& passages : copied_) make_disjoint(passages);
  claims_ =
      sorted(collation.claims, [](const auto& a, const auto& b) { return a.weight > b.weight; });
  variants_ = sorted(collation.variants,
                     [](const auto& a, const auto& b) { return a.relation > b.relation; });
  differences_ = static_cast<std::size_t>(std::count_if(
      variants_.begin(), variants_.end(),
      [](const Variant* each) { return each->relation != Variant::Relation::agree; }));
  quotes_ = sorted(collation.quotes,
                   [](const auto& a, const auto& b) { return a.verbatim < b.verbatim; });
  for (const CollatedClaim& each : collation.claims) claim_by_id_.emplace(each.id, &each);
}

std::string ReportView::published(Index at) const {
  std::string time = article(at).published.value_or("");
  if (time.size() < 16 || time[10] != 'T') return time;
  time[10] = ' ';
  const std::string zone = zone_of(time);
  return time.substr(0, 16) + (zone.empty() ? "" : " " + zone);
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
  const auto next = std::partition_point(passages.begin(), passages.end(),
                                         [&](Span each) { return each.end <= mention.span.begin; });
  return next != passages.end() && next->overlaps(mention.span);
}

std::vector<Stance> ReportView::stances(const CollatedClaim& claim) const {
  std::vector<Stance> stances(claim.mentions.size(), Stance::asserts);
  for (const Origin& origin : claim.origins) {
    if (!origin.attributed) continue;
    for (const Index at : origin.mentions) {
      if (at < stances.size()) stances[at] = Stance::attributes;
    }
  }
  for (Index i = 0; i < stances.size(); ++i) {
    if (is_copied(claim.mentions[i])) stances[i] = Stance::copies;
  }
  return stances;
}

std::string ReportView::origin_name(const CollatedClaim& claim, const Origin& origin) const {
  constexpr std::string_view kOwn = " (own reporting)";
  Index first = kNone;  // of no known outlet
  for (const Index at : origin.mentions) {
    if (origin.attributed || at >= claim.mentions.size()) return origin.name;
    const Index report = claim.mentions[at].article;
    if (origin.name == outlets_[report] + std::string(kOwn)) return origin.name;
    const bool is_named = article(report).outlet && !trim(*article(report).outlet).empty();
    if (!is_named && (first == kNone || rank_[report] < rank_[first])) first = report;
  }
  return first == kNone ? origin.name : outlets_[first] + std::string(kOwn);
}

std::string ReportView::chain_in_words(const CollatedClaim& claim, const Origin& origin) const {
  const std::string name = origin_name(claim, origin);
  if (origin.via.empty()) return name;
  return fmt::format("{}, via {}", name, fmt::join(origin.via, " and "));
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

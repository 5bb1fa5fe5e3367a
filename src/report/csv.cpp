#include "report/csv.h"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include "base/files.h"
#include "report/escape.h"

namespace stemma {
namespace {

class Table {
 public:
  explicit Table(std::initializer_list<std::string_view> columns) {
    for (const std::string_view each : columns) field(each);
    end_row();
  }

  void field(std::string_view text) {
    if (!starts_row_) out_ += ',';
    out_ += csv_field(text);
    starts_row_ = false;
  }
  void number(std::size_t value) { field(std::to_string(value)); }
  void end_row() {
    out_ += '\n';
    starts_row_ = true;
  }
  std::string take() && { return std::move(out_); }

 private:
  std::string out_;
  bool starts_row_ = true;
};

std::string story_id(const ReportView& view) {
  std::vector<std::string> ids;
  for (Index at = 0; at < view.size(); ++at) ids.push_back(view.article(at).id);
  std::sort(ids.begin(), ids.end());
  return sha256(fmt::format("{}", fmt::join(ids, "\n"))).substr(0, 16);
}

std::string joined(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, "; "));
}

// Outlet, article, url, published, begin, end, sentence: the same in both tables.
void add_place(Table& table, const ReportView& view, const Mention& mention) {
  const Article& article = view.article(mention.article);
  const Span place = view.place(mention);
  table.field(view.outlet(mention.article));
  table.field(article.id);
  table.field(article.url.value_or(""));
  table.field(article.published.value_or(""));
  table.number(place.begin);
  table.number(place.end);
  table.field(view.excerpt(mention).text());
}

class MentionRows {
 public:
  explicit MentionRows(const ReportView& view) : view_(view), story_(story_id(view)) {}

  std::string write() && {
    for (const CollatedClaim* claim : view_.claims()) add_claim(*claim);
    return std::move(table_).take();
  }

 private:
  void add_claim(const CollatedClaim& claim) {
    const std::vector<Stance> stances = view_.stances(claim);
    for (Index at = 0; at < claim.mentions.size(); ++at) add_mention(claim, at, stances[at]);
    for (const Mention& denial : claim.disputed_by) {
      add_row(claim, Stance::disputes, denial, nullptr);
    }
  }

  // A mention with two origins has two rows, one without any has one.
  void add_mention(const CollatedClaim& claim, Index at, Stance stance) {
    bool has_origin = false;
    for (const Origin& origin : claim.origins) {
      const auto& all = origin.mentions;
      if (std::find(all.begin(), all.end(), at) == all.end()) continue;
      has_origin = true;
      add_row(claim, stance, claim.mentions[at], &origin);
    }
    if (!has_origin) add_row(claim, stance, claim.mentions[at], nullptr);
  }

  void add_row(const CollatedClaim& claim, Stance stance, const Mention& mention,
               const Origin* origin) {
    table_.field(story_);
    table_.field(claim.id);
    table_.field(claim.text);
    table_.field(name_of(claim.status));
    table_.number(claim.independent_origins);
    table_.field(origins_in_words(claim));
    table_.field(stance_in_words(stance));
    add_place(table_, view_, mention);
    table_.field(origin != nullptr ? view_.origin_name(claim, *origin) : "");
    table_.field(origin != nullptr ? joined(origin->via) : "");
    table_.end_row();
  }

  const ReportView& view_;
  std::string story_;
  Table table_{"story",  "claim",    "text",    "status", "independent_origins", "origins",
               "stance", "outlet",   "article", "url",    "published",           "begin",
               "end",    "sentence", "source",  "via"};
};

}  // namespace

std::string csv_mentions(const ReportView& view) { return MentionRows(view).write(); }

std::string csv_variants(const ReportView& view) {
  const std::string story = story_id(view);
  Table table{"story",   "variant", "about",     "kind",  "relation", "value",   "outlet",
              "article", "url",     "published", "begin", "end",      "sentence"};
  for (const Variant* variant : view.variants()) {
    for (const Reading& reading : variant->readings) {
      for (const Mention& mention : reading.mentions) {
        table.field(story);
        table.field(variant->id);
        table.field(variant->about);
        table.field(name_of(variant->kind));
        table.field(name_of(variant->relation));
        table.field(reading.value);
        add_place(table, view, mention);
        table.end_row();
      }
    }
  }
  return std::move(table).take();
}

}  // namespace stemma

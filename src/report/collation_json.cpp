#include "report/collation_json.h"

#include <vector>

#include "base/code_points.h"
#include "base/json.h"
#include "report/article_json.h"

namespace stemma {
namespace {

using Value = JsonWriter::Value;

// Writes one collation: owns the conversion of every article's spans to code points.
class CollationWriter {
 public:
  explicit CollationWriter(std::span<const AnnotatedArticle> story) : story_(story) {
    code_points_.reserve(story.size());
    for (const AnnotatedArticle& each : story) code_points_.emplace_back(each.article.text);
  }

  std::string write(const Collation& collation);

 private:
  Value articles();
  Value claim(const CollatedClaim& claim);
  Value origin(const Origin& origin);
  Value variant(const Variant& variant);
  Value reading(const Reading& reading);
  Value quote(const Quote& quote);
  Value quote_reading(const QuoteReading& reading);
  Value quote_edit(const QuoteEdit& edit);
  Value timeline_entry(const TimelineEntry& entry);
  Value edge(const ProvenanceEdge& edge);
  Value doubtful_date(const DoubtfulDate& date);

  std::string_view id_of(Index article) const {
    return article < story_.size() ? std::string_view(story_[article].article.id) : "";
  }
  Value span(Index article, Span bytes);
  Value mention(const Mention& mention);
  Value claim_mention(const CollatedClaim& claim, std::size_t index);
  Value strings(const std::vector<std::string>& all);
  Value indices(const std::vector<Index>& all);

  template <class Items, class Member>
  Value array_of(const Items& items, Member member) {
    const Value array = writer_.array();
    for (const auto& item : items) writer_.push(array, (this->*member)(item));
    return array;
  }

  JsonWriter writer_;
  std::span<const AnnotatedArticle> story_;
  std::vector<CodePointsView> code_points_;
};

Value CollationWriter::span(Index article, Span bytes) {
  const Span points =
      article < code_points_.size() ? code_points_[article].to_code_points(bytes) : Span{};
  const Value pair = writer_.array();
  writer_.push(pair, writer_.integer(points.begin));
  writer_.push(pair, writer_.integer(points.end));
  return pair;
}

Value CollationWriter::mention(const Mention& mention) {
  const Value object = writer_.object();
  writer_.set(object, "article", id_of(mention.article));
  writer_.set(object, "span", span(mention.article, mention.span));
  return object;
}

Value CollationWriter::claim_mention(const CollatedClaim& claim, std::size_t index) {
  const Value object = mention(claim.mentions[index]);
  if (index < claim.focus.size() && !claim.focus[index].empty()) {
    writer_.set(object, "focus", span(claim.mentions[index].article, claim.focus[index]));
  }
  return object;
}

Value CollationWriter::strings(const std::vector<std::string>& all) {
  const Value array = writer_.array();
  for (const std::string& each : all) writer_.push(array, writer_.text(each));
  return array;
}

Value CollationWriter::indices(const std::vector<Index>& all) {
  const Value array = writer_.array();
  for (const Index each : all) writer_.push(array, writer_.integer(each));
  return array;
}

Value CollationWriter::articles() {
  const Value array = writer_.array();
  for (const AnnotatedArticle& each : story_) {
    const Value object = writer_.object();
    set_article_fields(writer_, object, each.article, false);
    writer_.push(array, object);
  }
  return array;
}

Value CollationWriter::origin(const Origin& origin) {
  const Value object = writer_.object();
  writer_.set(object, "name", origin.name);
  writer_.set(object, "via", strings(origin.via));
  writer_.set(object, "mentions", indices(origin.mentions));
  writer_.set(object, "attributed", writer_.boolean(origin.attributed));
  writer_.set(object, "anonymous", writer_.boolean(origin.anonymous));
  writer_.set(object, "evidence", array_of(origin.evidence, &CollationWriter::mention));
  return object;
}

Value CollationWriter::claim(const CollatedClaim& claim) {
  const Value object = writer_.object();
  writer_.set(object, "id", claim.id);
  writer_.set(object, "text", claim.text);
  writer_.set(object, "status", name_of(claim.status));
  const Value mentions = writer_.array();
  for (std::size_t i = 0; i < claim.mentions.size(); ++i) {
    writer_.push(mentions, claim_mention(claim, i));
  }
  writer_.set(object, "mentions", mentions);
  writer_.set(object, "clearest", writer_.integer(claim.clearest));
  writer_.set(object, "origins", array_of(claim.origins, &CollationWriter::origin));
  writer_.set(object, "independent_origins", writer_.integer(claim.independent_origins));
  writer_.set(object, "on_record", writer_.integer(claim.on_record));
  writer_.set(object, "unnamed", indices({claim.unnamed_low, claim.unnamed_high}));
  writer_.set(object, "disputed_by", array_of(claim.disputed_by, &CollationWriter::mention));
  writer_.set(object, "weight", writer_.number(claim.weight));
  return object;
}

Value CollationWriter::reading(const Reading& reading) {
  const Value object = writer_.object();
  writer_.set(object, "value", reading.value);
  writer_.set(object, "mentions", array_of(reading.mentions, &CollationWriter::mention));
  return object;
}

Value CollationWriter::variant(const Variant& variant) {
  const Value object = writer_.object();
  writer_.set(object, "id", variant.id);
  writer_.set(object, "kind", name_of(variant.kind));
  writer_.set(object, "about", variant.about);
  writer_.set(object, "relation", name_of(variant.relation));
  writer_.set(object, "readings", array_of(variant.readings, &CollationWriter::reading));
  return object;
}

Value CollationWriter::quote_edit(const QuoteEdit& edit) {
  const Value object = writer_.object();
  writer_.set(object, "kind", name_of(edit.kind));
  writer_.set(object, "text", edit.text);
  return object;
}

Value CollationWriter::quote_reading(const QuoteReading& reading) {
  const Value object = writer_.object();
  writer_.set(object, "text", reading.text);
  writer_.set(object, "mentions", array_of(reading.mentions, &CollationWriter::mention));
  writer_.set(object, "edits", array_of(reading.edits, &CollationWriter::quote_edit));
  return object;
}

Value CollationWriter::quote(const Quote& quote) {
  const Value object = writer_.object();
  writer_.set(object, "id", quote.id);
  writer_.set(object, "speaker", quote.speaker);
  if (!quote.also_given_to.empty()) {
    writer_.set(object, "also_given_to", strings(quote.also_given_to));
  }
  writer_.set(object, "verbatim", writer_.boolean(quote.verbatim));
  writer_.set(object, "readings", array_of(quote.readings, &CollationWriter::quote_reading));
  return object;
}

Value CollationWriter::timeline_entry(const TimelineEntry& entry) {
  const Value object = writer_.object();
  writer_.set(object, "time", entry.time);
  writer_.set(object, "claim", entry.claim.empty() ? writer_.null() : writer_.text(entry.claim));
  writer_.set(object, "mentions", array_of(entry.mentions, &CollationWriter::mention));
  return object;
}

Value CollationWriter::edge(const ProvenanceEdge& edge) {
  const Value object = writer_.object();
  writer_.set(object, "from", edge.from);
  writer_.set(object, "to", id_of(edge.to));
  writer_.set(object, "kind", name_of(edge.kind));
  if (!edge.is_first_known) writer_.set(object, "order", "unknown");
  writer_.set(object, "evidence", array_of(edge.evidence, &CollationWriter::mention));
  return object;
}

Value CollationWriter::doubtful_date(const DoubtfulDate& date) {
  const Value object = writer_.object();
  writer_.set(object, "article", id_of(date.article));
  writer_.set(object, "stated", date.stated);
  writer_.set(object, "stated_by", date.stated_by);
  writer_.set(object, "story", date.story.empty() ? writer_.null() : writer_.text(date.story));
  writer_.set(object, "reason", date.reason);
  writer_.set(object, "evidence", array_of(date.evidence, &CollationWriter::mention));
  return object;
}

std::string CollationWriter::write(const Collation& collation) {
  const Value root = writer_.object();
  writer_.set(root, "articles", articles());
  writer_.set(root, "claims", array_of(collation.claims, &CollationWriter::claim));
  writer_.set(root, "variants", array_of(collation.variants, &CollationWriter::variant));
  writer_.set(root, "quotes", array_of(collation.quotes, &CollationWriter::quote));
  writer_.set(root, "timeline", array_of(collation.timeline, &CollationWriter::timeline_entry));
  writer_.set(root, "provenance", array_of(collation.provenance, &CollationWriter::edge));
  writer_.set(root, "doubtful_dates",
              array_of(collation.doubtful_dates, &CollationWriter::doubtful_date));
  return writer_.write(root) + "\n";
}

}  // namespace

std::string collation_json(std::span<const AnnotatedArticle> story, const Collation& collation) {
  return CollationWriter(story).write(collation);
}

}  // namespace stemma

#include "ingest/article_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/code_points.h"
#include "base/text.h"
#include "ingest/feed_item.h"
#include "model/calendar.h"
#include "model/published.h"
#include "model/tree.h"
#include "model/written_date.h"

namespace stemma {
namespace {

template <class Spanned>
void in_text_order(std::vector<Spanned>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Spanned& a, const Spanned& b) { return a.span < b.span; });
}

// Whether some attribution is inside itself by way of its parents. O(n): each is walked once.
bool has_circle(const std::vector<Attribution>& attributions) {
  std::vector<Index> walk(attributions.size(), kNone);  // the start from which each was reached
  for (Index start = 0; start < attributions.size(); ++start) {
    Index at = start;
    while (at != kNone && walk[at] == kNone) {
      walk[at] = start;
      at = attributions[at].parent;
    }
    if (at != kNone && walk[at] == start) return true;
  }
  return false;
}

// Collects the first complaint; reading goes on with harmless values and the whole is refused.
class LayerReader {
 public:
  LayerReader(std::string_view text, Annotations& into) : code_points_(text), annotations_(into) {}

  void read(JsonView object);
  const std::string& complaint() const { return complaint_; }  ///< empty: nothing is wrong
  const std::string& warning() const { return warning_; }      ///< why layers are passed over

 private:
  void complain(std::string what) {
    if (complaint_.empty()) complaint_ = std::move(what);
  }

  Span span(JsonView value, std::string_view what) {
    const std::vector<JsonView> ends = value.items();
    const auto begin = ends.size() == 2 ? ends[0].integer() : std::nullopt;
    const auto end = ends.size() == 2 ? ends[1].integer() : std::nullopt;
    if (!begin || !end || *begin < 0 || *begin > *end || *end > code_points_.size()) {
      complain(fmt::format("a span in '{}' is not [begin, end) inside the text", what));
      return {};
    }
    return code_points_.to_bytes(
        {static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)});
  }

  std::optional<Span> optional_span(JsonView value, std::string_view what) {
    if (value.is_null()) return std::nullopt;
    return span(value, what);
  }

  // In text order, which the steps rely on.
  std::vector<Span> spans(JsonView value, std::string_view what) {
    std::vector<Span> all;
    for (const JsonView item : value.items()) all.push_back(span(item, what));
    std::sort(all.begin(), all.end());
    return all;
  }

  // In text order, none empty, none reaching into the next.
  void check_row(const std::vector<Span>& all, std::string_view what) {
    std::uint32_t last_end = 0;
    for (const Span& each : all) {
      if (each.empty()) complain(fmt::format("'{}' has an empty span", what));
      if (each.begin < last_end) complain(fmt::format("'{}' overlap", what));
      last_end = each.end;
    }
  }

  Index index(JsonView value, std::size_t size, std::string_view what) {
    if (value.is_null()) return kNone;
    const auto number = value.integer();
    if (!number || *number < 0 || static_cast<std::size_t>(*number) >= size) {
      complain(fmt::format("an index in '{}' points at nothing", what));
      return kNone;
    }
    return static_cast<Index>(*number);
  }

  static std::string text(JsonView value) { return std::string(value.text().value_or("")); }

  template <class Kind>
  Kind kind(JsonView value, Kind last, std::string_view what) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (value.text() == name_of(static_cast<Kind>(i))) return static_cast<Kind>(i);
    }
    complain(fmt::format("'{}' is no {}", text(value), what));
    return last;
  }

  // The contract's claim has parts only; what holds them all is the clause, or else the sentence.
  Span hull_of(const Claim& claim) const {
    std::vector<Span> parts = claim.arguments;
    if (claim.subject) parts.push_back(*claim.subject);
    if (claim.predicate) parts.push_back(*claim.predicate);
    if (parts.empty()) return annotations_.sentences[claim.sentence];
    Span whole = parts.front();
    for (const Span& part : parts) whole = hull(whole, part);
    return whole;
  }

  void read_tokens(JsonView layer);
  void read_entities(JsonView layer);
  void read_times(JsonView layer);
  void read_quantities(JsonView layer);
  void read_attributions(JsonView layer);
  void read_citations(JsonView layer);
  void read_claims(JsonView layer);

  CodePointsView code_points_;
  Annotations& annotations_;
  std::string complaint_, warning_;
};

void LayerReader::read_tokens(JsonView layer) {
  const std::vector<JsonView> items = layer.items();
  annotations_.tokens.reserve(items.size());
  std::uint32_t last_end = 0;
  for (const JsonView item : items) {
    Token token;
    token.span = span(item["span"], "tokens");
    if (token.span.begin < last_end || token.span.empty()) {
      complain("'tokens' are not in text order, or one is empty");
    }
    last_end = token.span.end;
    token.lemma = annotations_.strings.id(item["lemma"].text().value_or(""));
    token.tag = annotations_.strings.id(item["tag"].text().value_or(""));
    token.morph = annotations_.strings.id(item["morph"].text().value_or(""));
    token.pos = pos_named(item["pos"].text().value_or("")).value_or(Pos::x);
    token.dep = dep_named(item["dep"].text().value_or("")).value_or(Dep::other);
    token.head = index(item["head"], items.size(), "tokens");
    annotations_.tokens.push_back(token);
  }
  set_edges(annotations_.tokens);
}

void LayerReader::read_entities(JsonView layer) {
  bool chained = false;
  for (const JsonView item : layer.items()) {
    Entity entity{span(item["span"], "entities"), text(item["type"]), kNone};
    entity.chain = index(item["chain"], kNone, "entities");
    chained = chained || entity.chain != kNone;
    annotations_.entities.push_back(std::move(entity));
  }
  in_text_order(annotations_.entities);
  if (chained) annotations_.layers |= Annotations::entity_chains;
}

void LayerReader::read_times(JsonView layer) {
  for (const JsonView item : layer.items()) {
    Time time;
    time.span = span(item["span"], "times");
    time.type = text(item["type"]);
    time.value = text(item["value"]);
    if (const auto mod = item["mod"].text()) time.mod = std::string(*mod);
    time.doubtful = item["doubtful"].boolean().value_or(false);
    annotations_.times.push_back(std::move(time));
  }
  in_text_order(annotations_.times);
  annotations_.layers |= Annotations::times_layer;
}

void LayerReader::read_quantities(JsonView layer) {
  for (const JsonView item : layer.items()) {
    Quantity quantity;
    quantity.span = span(item["span"], "quantities");
    quantity.value = item["value"].number();
    quantity.low = item["low"].number();
    quantity.high = item["high"].number();
    quantity.unit = text(item["unit"]);
    if (const auto modifier = item["modifier"].text()) quantity.modifier = std::string(*modifier);
    annotations_.quantities.push_back(std::move(quantity));
  }
  in_text_order(annotations_.quantities);
  annotations_.layers |= Annotations::quantities_layer;
}

void LayerReader::read_attributions(JsonView layer) {
  const std::vector<JsonView> items = layer.items();
  for (const JsonView item : items) {
    Attribution attribution;
    attribution.source = optional_span(item["source"], "attributions");
    attribution.cue = optional_span(item["cue"], "attributions");
    attribution.content = spans(item["content"], "attributions");
    if (attribution.content.empty()) complain("an attribution has no content");
    attribution.kind = kind(item["kind"], Attribution::Kind::mixed, "kind of attribution");
    attribution.speaker = text(item["speaker"]);
    attribution.anonymous = item["anonymous"].boolean().value_or(false);
    attribution.denies = item["denies"].boolean().value_or(false);
    attribution.hearsay = item["hearsay"].boolean().value_or(false);
    attribution.attitude = item["attitude"].boolean().value_or(false);
    attribution.parent = index(item["parent"], items.size(), "attributions");
    attribution.rule = text(item["rule"]);
    annotations_.attributions.push_back(std::move(attribution));
  }
  if (has_circle(annotations_.attributions)) complain("an attribution is its own parent");
  annotations_.layers |= Annotations::attributions_layer;
}

void LayerReader::read_citations(JsonView layer) {
  for (const JsonView item : layer.items()) {
    Citation citation;
    citation.outlet = text(item["outlet"]);
    citation.name = span(item["name"], "citations");
    citation.evidence = span(item["evidence"], "citations");
    citation.relation =
        kind(item["relation"], Citation::Relation::credit, "relation of a citation");
    citation.attribution =
        index(item["attribution"], annotations_.attributions.size(), "citations");
    citation.source = optional_span(item["source"], "citations");
    citation.source_name = text(item["source_name"]);
    annotations_.citations.push_back(std::move(citation));
  }
}

void LayerReader::read_claims(JsonView layer) {
  for (const JsonView item : layer.items()) {
    Claim claim;
    claim.sentence = index(item["sentence"], annotations_.sentences.size(), "claims");
    if (claim.sentence == kNone) {
      complain("a claim has no sentence");
      continue;
    }
    claim.subject = optional_span(item["subject"], "claims");
    claim.predicate = optional_span(item["predicate"], "claims");
    claim.arguments = spans(item["arguments"], "claims");
    claim.span = item["span"].is_null() ? hull_of(claim) : span(item["span"], "claims");
    claim.negated = item["negated"].boolean().value_or(false);
    claim.modality = kind(item["modality"], Claim::Modality::asked, "modality of a claim");
    claim.attribution = index(item["attribution"], annotations_.attributions.size(), "claims");
    annotations_.claims.push_back(std::move(claim));
  }
  annotations_.layers |= Annotations::claims_layer;
}

// The other layers build on all that the language model says, and are made anew where that is not
// whole. Claims point into the attributions.
void LayerReader::read(JsonView object) {
  std::string lacking;
  for (const char* name : {"sentences", "tokens", "noun_chunks", "entities"}) {
    if (!object[name].is_array())
      lacking += fmt::format("{}'{}'", lacking.empty() ? "" : ", ", name);
  }
  if (!lacking.empty()) {
    if (object["tokens"].is_array() && object["sentences"].is_array()) {
      warning_ = fmt::format("its layers are not used, for they lack {}", lacking);
    }
    return;
  }
  annotations_.layers |= Annotations::model;
  read_tokens(object["tokens"]);
  annotations_.sentences = spans(object["sentences"], "sentences");
  check_row(annotations_.sentences, "sentences");
  annotations_.noun_chunks = spans(object["noun_chunks"], "noun_chunks");
  read_entities(object["entities"]);
  if (object["times"].is_array()) read_times(object["times"]);
  if (object["quantities"].is_array()) read_quantities(object["quantities"]);
  if (object["attributions"].is_array()) read_attributions(object["attributions"]);
  if (!object["attributions"].is_array()) return;
  if (object["citations"].is_array()) read_citations(object["citations"]);
  if (object["claims"].is_array()) read_claims(object["claims"]);
}

std::optional<std::string> optional_text(JsonView value) {
  const auto text = value.text();
  if (!text || trim(*text).empty()) return std::nullopt;
  return std::string(*text);
}

// ISO 8601 as `Article` has it: an instant, a day, and of dates given by hand a month or a year.
bool is_iso_date(std::string_view text) {
  if (published_time(text)) return true;
  const auto range = range_of(text);
  return range && (range->grain == Grain::month || range->grain == Grain::year);
}

// A date in whatever way it is written; what cannot be read is a warning.
std::optional<std::string> given_date(JsonView object, const char* name,
                                      std::vector<std::string>& warnings) {
  auto written = optional_text(object[name]);
  if (!written || is_iso_date(*written)) return written;
  auto read = read_written_date(*written);
  if (!read) {
    warnings.push_back(fmt::format("its '{}', '{}', is no date that can be read", name, *written));
  }
  return read;
}

// A list of names or of objects with names, or one line: "Ada Lund and Ben Reed".
std::vector<std::string> given_authors(JsonView authors) {
  if (const auto line = optional_text(authors)) return authors_named_in(*line);
  std::vector<std::string> names;
  for (const JsonView author : authors.items()) {
    auto name = optional_text(author);
    if (!name) name = optional_text(author["name"]);
    if (name) names.push_back(std::move(*name));
  }
  return names;
}

Article read_fields(JsonView object, std::vector<std::string>& warnings) {
  Article article;
  article.id = std::string(object["id"].text().value_or(""));
  if (const auto number = object["id"].integer()) article.id = std::to_string(*number);
  article.url = optional_text(object["url"]);
  article.outlet = optional_text(object["outlet"]);
  article.title = optional_text(object["title"]);
  article.authors = given_authors(object["authors"]);
  article.published = given_date(object, "published", warnings);
  article.modified = given_date(object, "modified", warnings);
  article.language = optional_text(object["language"]);
  article.outlet_name = optional_text(object["outlet_name"]);
  article.canonical = optional_text(object["canonical"]);
  article.section = optional_text(object["section"]);
  article.partial = object["partial"].boolean().value_or(false);
  note_sources(article, "given");
  for (const FieldSourceName& field : kFieldSourceNames) {
    std::string& source = article.sources.*field.source;
    const auto said = object["sources"][field.name].text();
    if (said && !source.empty()) source = std::string(*said);
  }
  for (const JsonView item : object["date_evidence"].items()) {
    DateEvidence evidence;
    evidence.value = std::string(item["value"].text().value_or(""));
    evidence.source = std::string(item["source"].text().value_or(""));
    evidence.doubtful = item["doubtful"].boolean().value_or(false);
    evidence.reason = std::string(item["reason"].text().value_or(""));
    article.date_evidence.push_back(std::move(evidence));
  }
  if (const auto written = optional_text(object["published"]); written && !article.published) {
    article.date_evidence.push_back({*written, "given", true, "no date that can be read"});
  }
  return article;
}

}  // namespace

Result<Document> read_article_json(JsonView object, std::string_view place) {
  if (!object.is_object()) {
    return failure(Fault::malformed, fmt::format("{}: not a JSON object", place));
  }
  Document document;
  document.given = read_fields(object, document.warnings);
  for (std::string& warning : document.warnings) warning = fmt::format("{}: {}", place, warning);
  if (const auto text = object["text"].text()) {
    if (trim(*text).empty()) {
      return failure(Fault::empty, fmt::format("{}: the article's text is empty", place));
    }
    document.kind = Document::Kind::article;
    document.given.text = std::string(*text);
    LayerReader layers(document.given.text, document.annotations);
    layers.read(object);
    if (!layers.complaint().empty()) {
      return failure(Fault::malformed, fmt::format("{}: {}", place, layers.complaint()));
    }
    if (!layers.warning().empty()) {
      document.warnings.push_back(fmt::format("{}: {}", place, layers.warning()));
    }
    return document;
  }
  if (const auto html = object["html"].text()) {
    document.kind = Document::Kind::html;
    document.bytes = std::string(*html);
    document.charset = "utf-8";
    return document;
  }
  return failure(Fault::malformed, fmt::format("{}: neither 'text' nor 'html'", place));
}

}  // namespace stemma

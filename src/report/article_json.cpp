#include "report/article_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/code_points.h"
#include "base/text.h"

namespace stemma {
namespace {

using Value = JsonWriter::Value;

// Writes layers of one article: owns the conversion to code points.
class LayerWriter {
 public:
  LayerWriter(JsonWriter& writer, const AnnotatedArticle& annotated)
      : writer_(writer),
        annotations_(annotated.annotations),
        code_points_(annotated.article.text) {}

  void write(Value object, const PrintedLayers& layers);

 private:
  Value span(Span bytes) {
    const Span points = code_points_.to_code_points(bytes);
    const Value pair = writer_.array();
    writer_.push(pair, writer_.integer(points.begin));
    writer_.push(pair, writer_.integer(points.end));
    return pair;
  }
  Value span(const std::optional<Span>& bytes) { return bytes ? span(*bytes) : writer_.null(); }
  Value spans(const std::vector<Span>& all) {
    const Value array = writer_.array();
    for (const Span& each : all) writer_.push(array, span(each));
    return array;
  }
  Value text(const std::optional<std::string>& text) {
    return text ? writer_.text(*text) : writer_.null();
  }
  Value number(const std::optional<double>& number) {
    return number ? writer_.number(*number) : writer_.null();
  }
  Value index(Index index) { return index == kNone ? writer_.null() : writer_.integer(index); }

  Value token(const Token& token);
  Value entities(bool with_chains);
  Value time(const Time& time);
  Value quantity(const Quantity& quantity);
  Value attribution(const Attribution& attribution);
  Value citation(const Citation& citation);
  Value claim(const Claim& claim);

  template <class Items, class Member>
  Value array_of(const Items& items, Member member) {
    const Value array = writer_.array();
    for (const auto& item : items) writer_.push(array, (this->*member)(item));
    return array;
  }

  JsonWriter& writer_;
  const Annotations& annotations_;
  CodePointsView code_points_;
};

Value LayerWriter::token(const Token& token) {
  const Value object = writer_.object();
  writer_.set(object, "span", span(token.span));
  writer_.set(object, "lemma", annotations_.lemma(token));
  writer_.set(object, "pos", name_of(token.pos));
  writer_.set(object, "tag", annotations_.tag(token));
  writer_.set(object, "morph", annotations_.morph(token));
  writer_.set(object, "head", writer_.integer(token.head));
  writer_.set(object, "dep", name_of(token.dep));
  return object;
}

Value LayerWriter::entities(bool with_chains) {
  const Value array = writer_.array();
  for (const Entity& entity : annotations_.entities) {
    const Value object = writer_.object();
    writer_.set(object, "span", span(entity.span));
    writer_.set(object, "type", entity.type);
    if (with_chains) writer_.set(object, "chain", index(entity.chain));
    writer_.push(array, object);
  }
  return array;
}

Value LayerWriter::time(const Time& time) {
  const Value object = writer_.object();
  writer_.set(object, "span", span(time.span));
  writer_.set(object, "type", time.type);
  writer_.set(object, "value", time.value);
  writer_.set(object, "mod", text(time.mod));
  if (time.doubtful) writer_.set(object, "doubtful", writer_.boolean(true));
  return object;
}

Value LayerWriter::quantity(const Quantity& quantity) {
  const Value object = writer_.object();
  writer_.set(object, "span", span(quantity.span));
  writer_.set(object, "value", number(quantity.value));
  writer_.set(object, "low", number(quantity.low));
  writer_.set(object, "high", number(quantity.high));
  writer_.set(object, "unit", quantity.unit.empty() ? writer_.null() : writer_.text(quantity.unit));
  writer_.set(object, "modifier", text(quantity.modifier));
  return object;
}

Value LayerWriter::attribution(const Attribution& attribution) {
  const Value object = writer_.object();
  writer_.set(object, "source", span(attribution.source));
  writer_.set(object, "cue", span(attribution.cue));
  writer_.set(object, "content", spans(attribution.content));
  writer_.set(object, "kind", name_of(attribution.kind));
  writer_.set(object, "speaker",
              attribution.speaker.empty() ? writer_.null() : writer_.text(attribution.speaker));
  writer_.set(object, "anonymous", writer_.boolean(attribution.anonymous));
  writer_.set(object, "denies", writer_.boolean(attribution.denies));
  writer_.set(object, "hearsay", writer_.boolean(attribution.hearsay));
  writer_.set(object, "attitude", writer_.boolean(attribution.attitude));
  writer_.set(object, "parent", index(attribution.parent));
  writer_.set(object, "rule", attribution.rule);
  return object;
}

Value LayerWriter::citation(const Citation& citation) {
  const Value object = writer_.object();
  writer_.set(object, "outlet", citation.outlet);
  writer_.set(object, "name", span(citation.name));
  writer_.set(object, "evidence", span(citation.evidence));
  writer_.set(object, "relation", name_of(citation.relation));
  writer_.set(object, "attribution", index(citation.attribution));
  writer_.set(object, "source", span(citation.source));
  writer_.set(object, "source_name",
              citation.source_name.empty() ? writer_.null() : writer_.text(citation.source_name));
  return object;
}

Value LayerWriter::claim(const Claim& claim) {
  const Value object = writer_.object();
  writer_.set(object, "sentence", index(claim.sentence));
  writer_.set(object, "span", span(claim.span));
  writer_.set(object, "subject", span(claim.subject));
  writer_.set(object, "predicate", span(claim.predicate));
  writer_.set(object, "arguments", spans(claim.arguments));
  writer_.set(object, "negated", writer_.boolean(claim.negated));
  writer_.set(object, "modality", name_of(claim.modality));
  writer_.set(object, "attribution", index(claim.attribution));
  return object;
}

void LayerWriter::write(Value object, const PrintedLayers& layers) {
  const Annotations& a = annotations_;
  if (layers.sentences) writer_.set(object, "sentences", spans(a.sentences));
  if (layers.tokens) writer_.set(object, "tokens", array_of(a.tokens, &LayerWriter::token));
  if (layers.noun_chunks) writer_.set(object, "noun_chunks", spans(a.noun_chunks));
  if (layers.entities) writer_.set(object, "entities", entities(layers.chains));
  if (layers.times) writer_.set(object, "times", array_of(a.times, &LayerWriter::time));
  if (layers.quantities) {
    writer_.set(object, "quantities", array_of(a.quantities, &LayerWriter::quantity));
  }
  if (layers.attributions) {
    writer_.set(object, "attributions", array_of(a.attributions, &LayerWriter::attribution));
    writer_.set(object, "citations", array_of(a.citations, &LayerWriter::citation));
  }
  if (layers.claims) writer_.set(object, "claims", array_of(a.claims, &LayerWriter::claim));
}

}  // namespace

// What points into the text.
static void set_spans(JsonWriter& writer, Value object, const Article& article) {
  if (article.credits.empty() && article.furniture.empty() && article.posts.empty()) return;
  const CodePointsView code_points(article.text);
  const auto pair = [&](Span bytes) {
    const Span points = code_points.to_code_points(bytes);
    const Value ends = writer.array();
    writer.push(ends, writer.integer(points.begin));
    writer.push(ends, writer.integer(points.end));
    return ends;
  };
  const auto all = [&](std::string_view name, const std::vector<Span>& spans) {
    if (spans.empty()) return;
    const Value array = writer.array();
    for (const Span span : spans) writer.push(array, pair(span));
    writer.set(object, name, array);
  };
  all("credits", article.credits);
  all("furniture", article.furniture);
  if (article.posts.empty()) return;
  const Value posts = writer.array();
  for (const Post& post : article.posts) {
    const Value item = writer.object();
    writer.set(item, "time", post.time);
    writer.set(item, "span", pair(post.span));
    writer.push(posts, item);
  }
  writer.set(object, "posts", posts);
}

void set_sources(JsonWriter& writer, Value object, const FieldSources& sources) {
  const Value all = writer.object();
  bool any = false;
  for (const FieldSourceName& field : kFieldSourceNames) {
    const std::string& source = sources.*field.source;
    if (!source.empty()) writer.set(all, field.name, source);
    any = any || !source.empty();
  }
  if (any) writer.set(object, "sources", all);
}

void set_article_fields(JsonWriter& writer, Value object, const Article& article, bool with_text) {
  const auto text = [&](const std::optional<std::string>& value) {
    return value ? writer.text(*value) : writer.null();
  };
  writer.set(object, "id", article.id);
  writer.set(object, "path", article.path);
  writer.set(object, "url", text(article.url));
  writer.set(object, "outlet", text(article.outlet));
  writer.set(object, "title", text(article.title));
  const Value authors = writer.array();
  for (const std::string& author : article.authors) writer.push(authors, writer.text(author));
  writer.set(object, "authors", authors);
  writer.set(object, "published", text(article.published));
  writer.set(object, "modified", text(article.modified));
  writer.set(object, "language", text(article.language));
  if (article.outlet_name) writer.set(object, "outlet_name", *article.outlet_name);
  if (article.canonical) writer.set(object, "canonical", *article.canonical);
  if (article.section) writer.set(object, "section", *article.section);
  if (article.partial) writer.set(object, "partial", writer.boolean(true));
  set_sources(writer, object, article.sources);
  if (!article.date_evidence.empty()) {
    const Value all = writer.array();
    for (const DateEvidence& evidence : article.date_evidence) {
      const Value item = writer.object();
      writer.set(item, "value", evidence.value);
      writer.set(item, "source", evidence.source);
      if (evidence.doubtful) {
        writer.set(item, "doubtful", writer.boolean(true));
        writer.set(item, "reason", evidence.reason);
      }
      writer.push(all, item);
    }
    writer.set(object, "date_evidence", all);
  }
  if (!with_text) return;
  set_spans(writer, object, article);
  writer.set(object, "text", article.text);
}

std::string article_json(const Article& article) {
  JsonWriter writer;
  const Value object = writer.object();
  set_article_fields(writer, object, article, true);
  return writer.write(object);
}

Result<PrintedLayers> layers_named(std::string_view list) {
  using A = Annotations;
  PrintedLayers layers;
  if (trim(list).empty()) {
    layers = {true, true, true, true, true, true, true, true, true, A::all_layers};
    return layers;
  }
  struct Name {
    std::string_view name;
    bool PrintedLayers::* printed;
    std::uint32_t needed;
  };
  static constexpr Name kNames[] = {
      {"sentences", &PrintedLayers::sentences, A::model},
      {"tokens", &PrintedLayers::tokens, A::model},
      {"noun_chunks", &PrintedLayers::noun_chunks, A::model},
      {"entities", &PrintedLayers::chains, A::model | A::entity_chains},
      {"times", &PrintedLayers::times, A::model | A::times_layer},
      {"quantities", &PrintedLayers::quantities, A::model | A::quantities_layer},
      {"attributions", &PrintedLayers::attributions, A::model | A::attributions_layer},
      {"claims", &PrintedLayers::claims, A::model | A::claims_layer},
  };
  for (const std::string_view part : split(list, ',')) {
    const std::string_view name = trim(part);
    if (name == "model") {
      layers.sentences = layers.tokens = layers.noun_chunks = layers.entities = true;
      layers.needed |= A::model;
      continue;
    }
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                     [&](const Name& each) { return each.name == name; });
    if (found == std::end(kNames)) {
      return failure(Fault::malformed,
                     fmt::format("--layers: there is no layer '{}' (there are: model, sentences, "
                                 "tokens, noun_chunks, entities, times, quantities, attributions, "
                                 "claims)",
                                 name));
    }
    layers.*(found->printed) = true;
    layers.needed |= found->needed;
  }
  layers.entities = layers.entities || layers.chains;
  return layers;
}

std::string annotated_json(const AnnotatedArticle& annotated, const PrintedLayers& layers) {
  JsonWriter writer;
  const Value object = writer.object();
  set_article_fields(writer, object, annotated.article, true);
  LayerWriter(writer, annotated).write(object, layers);
  return writer.write(object);
}

}  // namespace stemma

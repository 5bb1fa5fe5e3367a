#include "report/lines_json.h"

#include <cmath>

#include "base/code_points.h"
#include "base/json.h"

namespace stemma {
namespace {

JsonWriter::Value code_points(JsonWriter& writer, const Article& article, Span span) {
  const Span points = CodePointsView(article.text).to_code_points(span);
  const JsonWriter::Value pair = writer.array();
  writer.push(pair, writer.integer(points.begin));
  writer.push(pair, writer.integer(points.end));
  return pair;
}

}  // namespace

std::string shared_passage_json(const SharedPassage& passage, const Article& a, const Article& b) {
  JsonWriter writer;
  const JsonWriter::Value object = writer.object();
  writer.set(object, "a", a.id);
  writer.set(object, "b", b.id);
  writer.set(object, "a_span", code_points(writer, a, passage.a_span));
  writer.set(object, "b_span", code_points(writer, b, passage.b_span));
  writer.set(object, "kind", name_of(passage.kind));
  writer.set(object, "similarity", writer.number(std::round(passage.similarity * 1000) / 1000));
  writer.set(object, "earlier", name_of(passage.earlier));
  return writer.write(object);
}

std::string story_line_json(std::string_view article_id, std::string_view story) {
  JsonWriter writer;
  const JsonWriter::Value object = writer.object();
  writer.set(object, "id", article_id);
  writer.set(object, "story", story);
  return writer.write(object);
}

}  // namespace stemma

#include "model/collation.h"

namespace stemma {

std::string_view name_of(CollatedClaim::Status status) {
  switch (status) {
    case CollatedClaim::Status::corroborated:
      return "corroborated";
    case CollatedClaim::Status::single_origin:
      return "single-origin";
    case CollatedClaim::Status::disputed:
      return "disputed";
  }
  return "";
}

std::string_view name_of(Variant::Kind kind) {
  switch (kind) {
    case Variant::Kind::number:
      return "number";
    case Variant::Kind::time:
      return "time";
    case Variant::Kind::name:
      return "name";
    case Variant::Kind::place:
      return "place";
    case Variant::Kind::wording:
      return "wording";
  }
  return "";
}

std::string_view name_of(Variant::Relation relation) {
  switch (relation) {
    case Variant::Relation::agree:
      return "agree";
    case Variant::Relation::differ:
      return "differ";
    case Variant::Relation::conflict:
      return "conflict";
  }
  return "";
}

std::string_view name_of(ProvenanceEdge::Kind kind) {
  switch (kind) {
    case ProvenanceEdge::Kind::cites:
      return "cites";
    case ProvenanceEdge::Kind::copies:
      return "copies";
    case ProvenanceEdge::Kind::same_outlet:
      return "same-outlet";
  }
  return "";
}

std::string_view name_of(QuoteEdit::Kind kind) {
  switch (kind) {
    case QuoteEdit::Kind::same:
      return "same";
    case QuoteEdit::Kind::added:
      return "added";
    case QuoteEdit::Kind::omitted:
      return "omitted";
    case QuoteEdit::Kind::changed:
      return "changed";
  }
  return "";
}

std::string speakers_of(const Quote& quote) {
  std::string speakers = quote.speaker.empty() ? "speaker unknown" : quote.speaker;
  for (std::size_t i = 0; i < quote.also_given_to.size(); ++i) {
    speakers += (i == 0 ? ", elsewhere given to " : " and to ") + quote.also_given_to[i];
  }
  return speakers;
}

std::string_view verb_of(const ProvenanceEdge& edge) {
  switch (edge.kind) {
    case ProvenanceEdge::Kind::cites:
      return "cites";
    case ProvenanceEdge::Kind::copies:
      return edge.is_first_known ? "copies" : "shares its text with";
    case ProvenanceEdge::Kind::same_outlet:
      break;
  }
  return "is of the same outlet as";
}

}  // namespace stemma

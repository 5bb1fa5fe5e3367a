#include "model/annotations.h"

#include <algorithm>

namespace stemma {

std::uint32_t Strings::id(std::string_view text) {
  const auto [entry, is_new] =
      ids_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.emplace_back(text);
  return entry->second;
}

Index Annotations::token_at(std::uint32_t byte) const {
  const auto found = std::partition_point(tokens.begin(), tokens.end(),
                                          [&](const Token& t) { return t.span.end <= byte; });
  return static_cast<Index>(found - tokens.begin());
}

Annotations::Range Annotations::tokens_in(Span span) const {
  const Index first = token_at(span.begin);
  const auto last = std::partition_point(tokens.begin(), tokens.end(),
                                         [&](const Token& t) { return t.span.begin < span.end; });
  return {first, std::max(first, static_cast<Index>(last - tokens.begin()))};
}

Index Annotations::sentence_at(std::uint32_t byte) const {
  const auto found = std::partition_point(sentences.begin(), sentences.end(),
                                          [&](const Span& s) { return s.end <= byte; });
  if (found == sentences.end() || !found->contains(byte)) return kNone;
  return static_cast<Index>(found - sentences.begin());
}

std::string_view name_of(Attribution::Kind kind) {
  switch (kind) {
    case Attribution::Kind::direct:
      return "direct";
    case Attribution::Kind::indirect:
      return "indirect";
    case Attribution::Kind::mixed:
      return "mixed";
  }
  return "";
}

std::string_view name_of(Citation::Relation relation) {
  switch (relation) {
    case Citation::Relation::reported:
      return "reported";
    case Citation::Relation::told:
      return "told";
    case Citation::Relation::interview:
      return "interview";
    case Citation::Relation::obtained:
      return "obtained";
    case Citation::Relation::statement_to:
      return "statement-to";
    case Citation::Relation::citing:
      return "citing";
    case Citation::Relation::credit:
      return "credit";
  }
  return "";
}

std::string_view name_of(Claim::Modality modality) {
  switch (modality) {
    case Claim::Modality::asserted:
      return "asserted";
    case Claim::Modality::reported:
      return "reported";
    case Claim::Modality::possible:
      return "possible";
    case Claim::Modality::intended:
      return "intended";
    case Claim::Modality::denied:
      return "denied";
    case Claim::Modality::asked:
      return "asked";
  }
  return "";
}

}  // namespace stemma

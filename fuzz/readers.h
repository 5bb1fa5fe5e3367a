#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "fuzz/expect.h"
#include "ingest/document_stream.h"

namespace stemma {

/// Small limits, so that reaching them takes little input.
inline ReadLimits fuzz_limits() {
  ReadLimits limits;
  limits.document_bytes = std::uint64_t{1} << 20;
  limits.line_bytes = std::uint64_t{1} << 16;
  limits.feed_bytes = std::uint64_t{1} << 18;
  return limits;
}

inline void check_span(const Document& document, Span span) {
  expect(span.begin <= span.end && span.end <= document.given.text.size(), "spans lie in the text");
}

inline void check_layers(const Document& document) {
  const Annotations& a = document.annotations;
  for (const Token& token : a.tokens) {
    check_span(document, token.span);
    expect(token.head < a.tokens.size(), "heads are tokens");
    expect(token.left_edge <= token.right_edge && token.right_edge < a.tokens.size(),
           "edges are tokens");
  }
  for (const Span& span : a.sentences) check_span(document, span);
  for (const Entity& entity : a.entities) check_span(document, entity.span);
  for (const Claim& claim : a.claims) {
    check_span(document, claim.span);
    expect(claim.sentence < a.sentences.size(), "claims stand in a sentence");
    expect(claim.attribution == kNone || claim.attribution < a.attributions.size(),
           "attributions exist");
  }
}

/// What every reader promises of what it gives.
inline void check(const Result<Document>& result) {
  if (!result) {
    expect(!result.error().message.empty(), "a refusal has a reason");
    expect(is_valid_utf8(result.error().message), "messages are valid UTF-8");
    return;
  }
  const Article& given = result->given;
  expect(!result->path.empty() && is_valid_utf8(result->path), "a document has a path");
  expect(result->kind == Document::Kind::article || !result->bytes.empty(), "a page has bytes");
  for (const auto& field :
       {given.url, given.title, given.outlet, given.language, given.published}) {
    expect(!field || is_valid_utf8(*field), "fields are valid UTF-8");
  }
  for (const std::string& author : given.authors)
    expect(is_valid_utf8(author), "authors are valid UTF-8");
  for (const std::string& warning : result->warnings)
    expect(is_valid_utf8(warning), "warnings are valid UTF-8");
  expect(is_valid_utf8(given.text), "a text is valid UTF-8");
  check_layers(*result);
}

inline void check_all(DocumentStream& stream) {
  while (const auto next = stream.next()) check(*next);
}

}  // namespace stemma

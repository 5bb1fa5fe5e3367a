#pragma once

#include <sstream>
#include <stdexcept>
#include <string>

#include "model/annotations.h"
#include "model/tree.h"

namespace stemma {

/// A sentence of ours with its parse, by the name it has in tools/test_parses/sentences.txt.
inline AnnotatedArticle parsed(const std::string& wanted) {
  struct Row {
    const char *name, *text, *tokens, *sentences, *names;
  };
  static constexpr Row kRows[] = {
#include "annotate/test_parses.inc"
  };
  for (const Row& row : kRows) {
    if (wanted != row.name) continue;
    AnnotatedArticle result;
    result.article.id = row.name;
    result.article.text = row.text;
    Annotations& a = result.annotations;
    std::istringstream tokens(row.tokens), sentences(row.sentences), names(row.names);
    Token token;
    std::string lemma, tag, pos, dep;
    while (tokens >> token.span.begin >> token.span.end >> lemma >> tag >> pos >> dep >>
           token.head) {
      token.lemma = a.strings.id(lemma);
      token.tag = a.strings.id(tag);
      token.pos = pos_named(pos).value_or(Pos::none);
      token.dep = dep_named(dep).value_or(Dep::none);
      a.tokens.push_back(token);
    }
    Span span;
    while (sentences >> span.begin >> span.end) a.sentences.push_back(span);
    std::string type;
    while (names >> span.begin >> span.end >> type) a.entities.push_back({span, type, kNone});
    set_edges(a.tokens);
    a.layers = Annotations::model;
    return result;
  }
  throw std::logic_error("no parse of that name: " + wanted);
}

}  // namespace stemma

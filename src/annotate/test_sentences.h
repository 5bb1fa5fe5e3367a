#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "model/annotations.h"
#include "model/tree.h"

namespace stemma {

inline Pos pos_of_tag(std::string_view tag) {
  constexpr std::pair<std::string_view, Pos> kPrefixes[] = {
      {"NNP", Pos::propn}, {"NN", Pos::noun}, {"VB", Pos::verb}, {"MD", Pos::aux},
      {"CD", Pos::num},    {"JJ", Pos::adj},  {"RB", Pos::adv},  {"IN", Pos::adp},
      {"DT", Pos::det},    {"CC", Pos::cconj}};
  for (const auto& [prefix, pos] : kPrefixes) {
    if (tag.starts_with(prefix)) return pos;
  }
  return Pos::punct;
}

/// One sentence from words in the form "word/TAG/dep/head", the head as an index of the list; "+"
/// in front of a word leaves out the blank before it. Shorter forms leave out what does not matter:
/// "word", "word/TAG". For tests that need a parse of exactly one shape.
inline AnnotatedArticle sentence(std::string_view notation, std::string published = "") {
  AnnotatedArticle made;
  if (!published.empty()) made.article.published = std::move(published);
  std::string& text = made.article.text;
  for (const std::string_view item : split(notation, ' ')) {
    const auto parts = split(item, '/');
    std::string_view word = parts[0];
    const bool adjoins = word.size() > 1 && word.starts_with('+');
    if (adjoins) word.remove_prefix(1);
    if (!text.empty() && !adjoins) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.head = static_cast<Index>(made.annotations.tokens.size());
    if (parts.size() > 3) token.head = static_cast<Index>(std::stoul(std::string(parts[3])));
    if (parts.size() > 2) token.dep = dep_named(parts[2]).value_or(Dep::none);
    if (parts.size() > 1) {
      token.tag = made.annotations.strings.id(parts[1]);
      token.pos = pos_of_tag(parts[1]);
    }
    token.lemma = made.annotations.strings.id(word);
    made.annotations.tokens.push_back(token);
  }
  set_edges(made.annotations.tokens);
  made.annotations.sentences = {{0, static_cast<std::uint32_t>(text.size())}};
  made.annotations.layers = Annotations::model;
  return made;
}

}  // namespace stemma

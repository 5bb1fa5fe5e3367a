#pragma once

#include <string>

#include "base/text.h"
#include "model/annotations.h"

namespace stemma {

/// An article whose tokens are its stretches between blanks, without a parse: enough for the layers
/// that read words.
inline AnnotatedArticle plain_tokens(const std::string& text) {
  AnnotatedArticle made;
  made.article.text = text;
  made.article.published = "2024-05-03";
  std::uint32_t begin = 0;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t at = 0; at <= size; ++at) {
    if (at < size && !is_ascii_space(text[at])) continue;
    if (at > begin) {
      Token token;
      token.span = {begin, at};
      token.head = static_cast<Index>(made.annotations.tokens.size());
      token.left_edge = token.right_edge = token.head;
      made.annotations.tokens.push_back(token);
    }
    begin = at + 1;
  }
  made.annotations.sentences = {{0, size}};
  return made;
}

}  // namespace stemma

#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "model/annotations.h"
#include "model/tree.h"

namespace stemma {

/// Rules look at the dependents of a token's head again and again. A tree of more tokens (a list, a
/// table, hostile text) is read by none of them: so the work stays linear in the text.
inline constexpr Index kMaxSentenceTokens = 400;

/// Reads one article's parse: words, dependents, subtrees. Views both, which must outlive it.
class SyntaxView {
 public:
  SyntaxView(const Article& article, const Annotations& annotations)
      : text_(article.text),
        a_(annotations),
        children_(annotations.tokens),
        in_long_tree_(long_trees(annotations.tokens)) {}

  Index size() const { return static_cast<Index>(a_.tokens.size()); }
  const Token& operator[](Index token) const { return a_.tokens[token]; }
  const Annotations& annotations() const { return a_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const { return cut(text_, span); }
  std::string_view word(Index token) const { return cut(text_, a_.tokens[token].span); }
  std::string_view lemma(Index token) const { return a_.lemma(a_.tokens[token]); }
  std::string_view tag(Index token) const { return a_.tag(a_.tokens[token]); }
  bool is_word(Index token, std::string_view lower) const {
    return equal_ignoring_case(word(token), lower);
  }
  Dep dep(Index token) const { return a_.tokens[token].dep; }
  Pos pos(Index token) const { return a_.tokens[token].pos; }
  Index head(Index token) const { return a_.tokens[token].head; }
  bool is_root(Index token) const { return a_.tokens[token].head == token; }
  Children::List children(Index token) const { return children_[token]; }
  /// In a tree of more than kMaxSentenceTokens.
  bool in_long_tree(Index token) const { return in_long_tree_[token]; }

  bool is(Index token, std::initializer_list<Dep> deps) const {
    for (const Dep dep : deps) {
      if (a_.tokens[token].dep == dep) return true;
    }
    return false;
  }
  /// First dependent with one of the labels, or kNone.
  Index child(Index token, std::initializer_list<Dep> deps) const {
    for (const Index c : children_[token]) {
      if (is(c, deps)) return c;
    }
    return kNone;
  }
  bool is_verbal(Index token) const { return pos(token) == Pos::verb || pos(token) == Pos::aux; }
  bool is_nominal(Index token) const {
    return pos(token) == Pos::noun || pos(token) == Pos::propn || pos(token) == Pos::pron ||
           pos(token) == Pos::num || pos(token) == Pos::det;
  }
  bool is_space(Index token) const { return pos(token) == Pos::space; }
  bool is_punct(Index token) const { return pos(token) == Pos::punct || pos(token) == Pos::space; }
  /// The tokens of a subtree, as [first, last).
  Annotations::Range subtree(Index token) const {
    return {a_.tokens[token].left_edge, a_.tokens[token].right_edge + 1};
  }
  /// The bytes from the first to the last token of a range that is no white space.
  Span span_of(Annotations::Range range) const {
    while (range.first < range.last && is_space(range.first)) ++range.first;
    while (range.first < range.last && is_space(range.last - 1)) --range.last;
    if (range.empty()) return {};
    return {a_.tokens[range.first].span.begin, a_.tokens[range.last - 1].span.end};
  }

 private:
  static std::vector<bool> long_trees(const std::vector<Token>& tokens) {
    std::vector<std::int32_t> opened(tokens.size() + 1, 0);  // less those closed, at each token
    for (Index t = 0; t < tokens.size(); ++t) {
      const Token& token = tokens[t];
      if (token.head != t || token.right_edge - token.left_edge < kMaxSentenceTokens) continue;
      ++opened[token.left_edge];
      --opened[token.right_edge + 1];
    }
    std::vector<bool> in_long(tokens.size());
    std::int32_t around = 0;
    for (Index t = 0; t < tokens.size(); ++t) in_long[t] = (around += opened[t]) > 0;
    return in_long;
  }

  std::string_view text_;
  const Annotations& a_;
  Children children_;
  std::vector<bool> in_long_tree_;
};

}  // namespace stemma

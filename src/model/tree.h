#pragma once

#include <vector>

#include "model/annotations.h"

namespace stemma {

/// Sets `left_edge` and `right_edge` of every token from the heads. Heads form trees: each chain of
/// heads ends in a token that is its own head. A head out of range or a cycle is mended first by
/// making the token a root, so any vector is safe. O(n log n).
void set_edges(std::vector<Token>& tokens);

/// The direct dependents of every token in one array, built once: `children[t]` is ascending.
class Children {
 public:
  explicit Children(const std::vector<Token>& tokens);

  struct List {
    const Index* first;
    const Index* last;
    const Index* begin() const { return first; }
    const Index* end() const { return last; }
    bool empty() const { return first == last; }
  };
  List operator[](Index token) const {
    return {items_.data() + starts_[token], items_.data() + starts_[token + 1]};
  }

 private:
  std::vector<Index> starts_, items_;
};

/// The bytes that the subtree of a token covers.
inline Span subtree_span(const std::vector<Token>& tokens, Index token) {
  return {tokens[tokens[token].left_edge].span.begin, tokens[tokens[token].right_edge].span.end};
}

}  // namespace stemma

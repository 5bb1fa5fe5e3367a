#include "model/tree.h"

#include <algorithm>

namespace stemma {

void set_edges(std::vector<Token>& tokens) {
  const auto size = static_cast<Index>(tokens.size());
  // 0: not seen, 1: on the path being walked, 2: known to end in a root.
  std::vector<std::uint8_t> state(size, 0);
  std::vector<Index> order, path;  // order: a head stands before its dependents
  order.reserve(size);
  for (Index start = 0; start < size; ++start) {
    path.clear();
    Index at = start;
    while (state[at] == 0) {
      state[at] = 1;
      path.push_back(at);
      Token& token = tokens[at];
      if (token.head >= size) token.head = at;
      if (state[token.head] == 1) token.head = at;  // its own head already, or a cycle: a root
      at = token.head;
    }
    for (auto i = path.rbegin(); i != path.rend(); ++i) {
      state[*i] = 2;
      order.push_back(*i);
    }
  }
  for (Index i = 0; i < size; ++i) tokens[i].left_edge = tokens[i].right_edge = i;
  for (auto i = order.rbegin(); i != order.rend(); ++i) {
    const Token& token = tokens[*i];
    Token& head = tokens[token.head];
    head.left_edge = std::min(head.left_edge, token.left_edge);
    head.right_edge = std::max(head.right_edge, token.right_edge);
  }
}

Children::Children(const std::vector<Token>& tokens)
    : starts_(tokens.size() + 2, 0), items_(tokens.size(), 0) {
  // Counting sort by head: two passes, ascending within each head.
  for (Index i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != i && tokens[i].head < tokens.size()) ++starts_[tokens[i].head + 2];
  }
  for (std::size_t i = 2; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  for (Index i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head != i && tokens[i].head < tokens.size()) {
      items_[starts_[tokens[i].head + 1]++] = i;
    }
  }
}

}  // namespace stemma

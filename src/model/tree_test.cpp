#include "model/tree.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace stemma {
namespace {

std::vector<Token> tokens_with_heads(const std::vector<Index>& heads) {
  std::vector<Token> tokens(heads.size());
  for (Index i = 0; i < tokens.size(); ++i) {
    tokens[i].head = heads[i];
    tokens[i].span = {i * 2, i * 2 + 1};
  }
  set_edges(tokens);
  return tokens;
}

TEST(Tree, ARootCoversItsSentence) {
  const auto tokens = tokens_with_heads({1, 1, 3, 1});
  EXPECT_EQ(tokens[1].left_edge, 0u);
  EXPECT_EQ(tokens[1].right_edge, 3u);
  EXPECT_EQ(subtree_span(tokens, 3), (Span{4, 7}));
}

TEST(Tree, ACycleIsCutIntoARoot) {
  const auto tokens = tokens_with_heads({1, 2, 0});
  int roots = 0;
  for (Index i = 0; i < tokens.size(); ++i) roots += tokens[i].head == i ? 1 : 0;
  EXPECT_EQ(roots, 1);
}

TEST(Tree, ChildrenAreAscending) {
  const auto tokens = tokens_with_heads({2, 2, 2, 2, 3});
  const Children children(tokens);
  EXPECT_THAT(std::vector<Index>(children[2].begin(), children[2].end()),
              testing::ElementsAre(0, 1, 3));
  EXPECT_TRUE(children[0].empty());
}

RC_GTEST_PROP(Tree, AnyHeadsBecomeTreesWhoseEdgesHoldTheirChildren,
              (const std::vector<std::uint8_t>& any)) {
  const auto tokens = tokens_with_heads({any.begin(), any.end()});
  for (Index i = 0; i < tokens.size(); ++i) {
    const Token& head = tokens[tokens[i].head];
    RC_ASSERT(tokens[i].head < tokens.size());
    RC_ASSERT(head.left_edge <= tokens[i].left_edge);
    RC_ASSERT(head.right_edge >= tokens[i].right_edge);
    Index at = i;
    for (std::size_t steps = 0; tokens[at].head != at; ++steps) {
      RC_ASSERT(steps < tokens.size());
      at = tokens[at].head;
    }
  }
}

}  // namespace
}  // namespace stemma

#include "annotate/spacy/sentence_structure.h"

#include <gmock/gmock.h>

#include <numeric>

namespace stemma::spacy {
namespace {

using testing::ElementsAre;

ParsedTokens with_heads(std::vector<std::uint32_t> heads) {
  ParsedTokens tokens;
  tokens.blanks.assign(heads.size(), 0);
  tokens.heads = std::move(heads);
  set_structure(tokens);
  return tokens;
}

TEST(Structure, EachRootOpensASentenceAtItsLeftEdge) {
  // "Ships sank . Crews fled ."
  const ParsedTokens tokens = with_heads({1, 1, 1, 4, 4, 4});
  EXPECT_THAT(tokens.starts, ElementsAre(1, 0, 0, 1, 0, 0));
  EXPECT_THAT(tokens.left, ElementsAre(0, 0, 2, 3, 3, 5));
  EXPECT_THAT(tokens.right, ElementsAre(0, 2, 2, 3, 5, 5));
}

TEST(Structure, OneTokenIsASentence) { EXPECT_THAT(with_heads({0}).starts, ElementsAre(1)); }

TEST(Structure, ChainsOfHeadsInBothDirectionsReachTheRoot) {
  const ParsedTokens tokens = with_heads({1, 2, 3, 3, 3, 4, 5});
  EXPECT_EQ(tokens.left[3], 0U);
  EXPECT_EQ(tokens.right[3], 6U);
}

// Labels: 0 nsubj, 1 relcl, 2 "relcl||dobj", 3 dobj.
const std::vector<DecoratedLabel> kLabels = {
    {0, 255, false}, {1, 255, false}, {1, 3, true}, {3, 255, false}};

TEST(Deprojectivize, ADecoratedTokenMovesToTheNearestDependentWithThatLabel) {
  // "Rebels seized(root) tanks(dobj) yesterday that sank(relcl||dobj of seized)"
  ParsedTokens tokens = with_heads({1, 1, 1, 1, 5, 1});
  std::vector<std::uint8_t> labels = {0, 0, 3, 0, 0, 2};
  deprojectivize(tokens, labels, kLabels);
  EXPECT_EQ(tokens.heads[5], 2U);
  EXPECT_EQ(labels[5], 1);
}

TEST(Deprojectivize, ATokenKeepsItsHeadWhenNoDependentHasTheLabel) {
  ParsedTokens tokens = with_heads({1, 1, 1});
  std::vector<std::uint8_t> labels = {0, 0, 2};
  deprojectivize(tokens, labels, kLabels);
  EXPECT_EQ(tokens.heads[2], 1U);
  EXPECT_EQ(labels[2], 1);
}

TEST(Deprojectivize, WhiteSpaceIsNoNewHeadAndIsNotLookedInto) {
  ParsedTokens tokens = with_heads({1, 1, 1, 2, 1});
  tokens.blanks[2] = 1;
  std::vector<std::uint8_t> labels = {0, 0, 3, 3, 2};
  deprojectivize(tokens, labels, kLabels);
  EXPECT_EQ(tokens.heads[4], 1U);
}

TEST(Deprojectivize, TheSearchGoesDownLevelByLevel) {
  // 2 holds a dobj one level below; 4 is a dobj at the first level: it is nearer.
  ParsedTokens tokens = with_heads({1, 1, 1, 2, 1, 1});
  std::vector<std::uint8_t> labels = {0, 0, 0, 3, 3, 2};
  deprojectivize(tokens, labels, kLabels);
  EXPECT_EQ(tokens.heads[5], 4U);
}

// One head of 200,000 tokens of which each second one is to move to the first dependent: every move
// alone walks past all that are before it.
TEST(Deprojectivize, MovesWithoutEndCostABoundedTime) {
  constexpr std::uint32_t kTokens = 200'000;
  ParsedTokens tokens = with_heads(std::vector<std::uint32_t>(kTokens, 0));
  std::vector<std::uint8_t> labels(kTokens, 0);
  labels[1] = 3;
  for (std::uint32_t i = 2; i < kTokens; i += 2) labels[i] = 2;
  const std::clock_t before = std::clock();
  deprojectivize(tokens, labels, kLabels);
  EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC);
  EXPECT_EQ(tokens.heads[2], 1U);
}

TEST(Chunks, RunFromTheLeftEdgeToTheNoun) {
  // "the old ship sank"
  const ParsedTokens tokens = with_heads({2, 2, 3, 3});
  const auto chunks = noun_chunks(tokens, {Pos::det, Pos::adj, Pos::noun, Pos::verb},
                                  {Dep::det, Dep::amod, Dep::nsubj, Dep::root});
  ASSERT_EQ(chunks.size(), 1U);
  EXPECT_EQ(chunks[0].first, 0U);
  EXPECT_EQ(chunks[0].last, 2U);
}

TEST(Chunks, AConjunctCountsWhenTheFirstOfItsChainDoes) {
  // "saw men , women and boys": boys conj of women conj of men.
  const ParsedTokens tokens = with_heads({0, 0, 1, 1, 3, 3});
  const auto chunks =
      noun_chunks(tokens, {Pos::verb, Pos::noun, Pos::punct, Pos::noun, Pos::cconj, Pos::noun},
                  {Dep::root, Dep::dobj, Dep::punct, Dep::conj, Dep::cc, Dep::conj});
  EXPECT_EQ(chunks.size(), 3U);
}

TEST(Chunks, AMillionConjunctsAreReadInLinearTime) {
  constexpr std::uint32_t kSize = 1'000'000;
  ParsedTokens tokens;
  tokens.heads.resize(kSize);
  for (std::uint32_t i = 0; i < kSize; ++i) tokens.heads[i] = i == 0 ? 0 : i - 1;
  tokens.left.resize(kSize);
  std::iota(tokens.left.begin(), tokens.left.end(), 0U);
  std::vector<Dep> dep(kSize, Dep::conj);
  dep[0] = Dep::root;
  EXPECT_EQ(noun_chunks(tokens, std::vector<Pos>(kSize, Pos::noun), dep).size(), kSize);
  dep[0] = Dep::amod;
  EXPECT_TRUE(noun_chunks(tokens, std::vector<Pos>(kSize, Pos::noun), dep).empty());
}

}  // namespace
}  // namespace stemma::spacy

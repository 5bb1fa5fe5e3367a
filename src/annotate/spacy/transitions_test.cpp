#include "annotate/spacy/transitions.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "annotate/spacy/model_file.h"
#include "model/annotations.h"

namespace stemma::spacy {
namespace {

using testing::ElementsAre;

constexpr const char* kParserMoves =
    R"({"moves": [[0, ""], [1, ""], [2, "nsubj"], [2, "det"], [3, "dobj"], [4, "ROOT"]]})";
constexpr const char* kNameMoves =
    R"({"moves": [[1, "ORG"], [1, "GPE"], [2, "ORG"], [2, "GPE"], [3, "ORG"], [3, "GPE"],
                  [4, "ORG"], [4, "GPE"], [4, ""], [5, ""]]})";

/// A model file with one scorer whose weights are drawn with this spread, and whose moves have
/// these scores before the weights are added.
ModelFile scorer_file(const std::string& name, std::size_t features, std::vector<float> preferences,
                      float spread, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 1);
  const auto draw = [&](std::size_t count) {
    std::vector<float> floats(count);
    for (float& x : floats) x = spread * normal(random);
    return floats;
  };
  constexpr std::size_t kHidden = TransitionScorer::kHidden;
  ModelFileWriter writer;
  writer.add(name + "/lower/W", draw(features * 2 * kHidden * kHidden));
  writer.add(name + "/lower/b", draw(2 * kHidden));
  writer.add(name + "/lower/pad", draw(features * 2 * kHidden));
  writer.add(name + "/hidden/W", draw(kHidden * kWidth));
  writer.add(name + "/hidden/b", draw(kHidden));
  writer.add(name + "/upper/W", draw(preferences.size() * kHidden));
  writer.add(name + "/upper/b", preferences);
  return std::move(*ModelFile::from_bytes(writer.finish()));
}

Arcs parse(const ModelFile& file, std::size_t size, unsigned seed = 1) {
  const auto moves = Json::parse(kParserMoves);
  const auto parser = ArcEagerParser::load(file, moves->root());
  EXPECT_TRUE(parser);
  ArcEagerParser::Scratch scratch;
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 1);
  scratch.scores.reduced.resize(size * TransitionScorer::kHidden);
  for (float& x : scratch.scores.reduced) x = normal(random);
  Arcs arcs;
  parser->parse(scratch, arcs);
  return arcs;
}

// Scores of SHIFT, REDUCE, LEFT nsubj, LEFT det, RIGHT dobj, BREAK that no token changes.
Arcs parse_by_preference(std::vector<float> preferences, std::size_t size) {
  const ModelFile file =
      scorer_file("parser", ArcEagerParser::kFeatures, std::move(preferences), 0, 1);
  return parse(file, size);
}

TEST(ArcEager, ReducingAtOnceLeavesEveryTokenARoot) {
  EXPECT_THAT(parse_by_preference({0, 9, 0, 0, 0, 0}, 3).heads, ElementsAre(kNone, kNone, kNone));
}

TEST(ArcEager, AttachingToTheRightMakesAChain) {
  EXPECT_THAT(parse_by_preference({0, 1, 0, 0, 9, 0}, 4).heads, ElementsAre(kNone, 0, 1, 2));
}

TEST(ArcEager, AttachingToTheLeftHangsEachTokenOnTheNext) {
  EXPECT_THAT(parse_by_preference({1, 0, 9, 0, 0, 0}, 4).heads, ElementsAre(1, 2, 3, kNone));
}

TEST(ArcEager, TheFirstOfEqualMovesWins) {
  // LEFT nsubj and LEFT det score alike.
  const Arcs arcs = parse_by_preference({1, 0, 9, 9, 0, 0}, 2);
  const auto moves = Json::parse(kParserMoves);
  const auto loaded = Moves::load(moves->root()["moves"], 4);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->labels[arcs.labels[0]], "nsubj");
}

TEST(ArcEager, ATokenThatIsReducedWithoutAHeadComesBackAndMustBeAttached) {
  // SHIFT is best where it may be, so the last token finds three without heads on the stack. It is
  // attached; then REDUCE puts each back, where it may not be shifted again but attached.
  const Arcs arcs = parse_by_preference({9, 0, 0, 0, 5, 0}, 4);
  EXPECT_THAT(arcs.heads, ElementsAre(kNone, 0, 1, 2));
}

TEST(ArcEager, ASentenceBreakKeepsTheHalvesApart) {
  // BREAK is best: every token opens a sentence of its own.
  EXPECT_THAT(parse_by_preference({0, 1, 0, 0, 5, 9}, 4).heads,
              ElementsAre(kNone, kNone, kNone, kNone));
}

TEST(ArcEager, AnyWeightsGiveAForestInLinearTime) {
  rc::check([] {
    const auto seed = *rc::gen::inRange(1U, 100'000U);
    const auto size = *rc::gen::inRange<std::size_t>(0, 40);
    const ModelFile file =
        scorer_file("parser", ArcEagerParser::kFeatures, std::vector<float>(6, 0), 0.3F, seed);
    const Arcs arcs = parse(file, size, seed);
    for (std::size_t i = 0; i < size; ++i) {
      std::uint32_t at = static_cast<std::uint32_t>(i);
      for (std::size_t steps = 0; at != kNone; ++steps) {
        RC_ASSERT(at < size);
        RC_ASSERT(steps <= size);
        at = arcs.heads[at];
      }
    }
  });
}

TEST(ArcEager, ALongDocumentIsParsedAsItsRowsComeAgain) {
  // The stack reaches back further than the products that are kept.
  const ModelFile file =
      scorer_file("parser", ArcEagerParser::kFeatures, {9, 5, 0, 0, 1, 0}, 0.01F, 3);
  const Arcs arcs = parse(file, 6'000);
  EXPECT_EQ(arcs.heads.size(), 6'000U);
}

class Names : public testing::Test {
 protected:
  // Scores of B-ORG, B-GPE, I-ORG, I-GPE, L-ORG, L-GPE, U-ORG, U-GPE, U-, OUT.
  std::vector<NameSpan> find(std::vector<float> preferences, std::vector<std::uint8_t> starts,
                             std::vector<std::uint8_t> blanks) {
    const ModelFile file = scorer_file("ner", NameFinder::kFeatures, std::move(preferences), 0, 1);
    const auto moves = Json::parse(kNameMoves);
    const auto finder = NameFinder::load(file, moves->root());
    EXPECT_TRUE(finder);
    NameFinder::Scratch scratch;
    scratch.scores.reduced.assign(starts.size() * TransitionScorer::kHidden, 0.0F);
    std::vector<NameSpan> names;
    finder->find(starts, blanks, scratch, names);
    return names;
  }
};

TEST_F(Names, ANameCannotCrossASentenceStart) {
  const auto names = find({9, 0, 8, 0, 1, 0, 2, 0, 0, 0}, {1, 0, 0, 1, 0}, {0, 0, 0, 0, 0});
  ASSERT_EQ(names.size(), 2U);
  EXPECT_EQ(names[0].first, 0U);
  EXPECT_EQ(names[0].last, 3U);
  EXPECT_EQ(names[1].first, 3U);
  EXPECT_EQ(names[1].last, 5U);
}

TEST_F(Names, ANameDoesNotBeginWithWhiteSpace) {
  const auto names = find({0, 0, 0, 0, 0, 0, 9, 0, 0, 1}, {1, 0, 0}, {1, 0, 1});
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].first, 1U);
}

TEST_F(Names, ANameWithoutATypeIsNeverMade) {
  EXPECT_TRUE(find({0, 0, 0, 0, 0, 0, 0, 0, 9, 1}, {1, 0}, {0, 0}).empty());
}

TEST_F(Names, TheLastTokenOfATextIsANameByItself) {
  const auto names = find({9, 0, 0, 0, 0, 0, 5, 0, 0, 0}, {1}, {0});
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names[0].last, 1U);
}

}  // namespace
}  // namespace stemma::spacy

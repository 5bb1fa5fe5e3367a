#include "fingerprint/alignment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "fingerprint/words.h"

namespace stemma {
namespace {

std::vector<WordId> ids(std::string_view text) {
  std::vector<WordId> words;
  for (WordReader reader(text); reader.next();) words.push_back(word_id(reader.hash(), false));
  return words;
}

std::vector<Alignment> align(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  Aligner aligner;
  aligner.set_text(b);
  return aligner.align(a);
}

TEST(Alignment, AReplacedWordDoesNotBreakAPassage) {
  const auto found = align(
      ids("Ferry owners said on Friday that the harbor would stay closed until the storm passes."),
      ids("Ferry owners said on Friday that the port would stay closed until the storm passes."));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].equal, 14U);
  EXPECT_EQ(found[0].a.size(), 15U);
  EXPECT_FALSE(found[0].is_exact());
}

TEST(Alignment, MovedSentencesGiveTwoPassages) {
  const std::string first =
      "The dam above Orsk held through the night, engineers at the site said.";
  const std::string second =
      "Two villages downstream were emptied before dawn by the army and volunteers.";
  EXPECT_EQ(align(ids(first + " " + second), ids(second + " " + first)).size(), 2U);
}

TEST(Alignment, AnEndlessRepeatCostsLittle) {
  std::vector<WordId> words;
  for (int i = 0; i < 200000; ++i) words.push_back(word_id(std::uint64_t{1} << 40, false));
  align(words, words);
  SUCCEED();
}

RC_GTEST_PROP(Alignment, StaysInsideBothTextsAndTakesNoWordTwice,
              (const std::vector<std::uint8_t>& x, const std::vector<std::uint8_t>& y)) {
  std::vector<WordId> a, b;
  for (const auto n : x) a.push_back(word_id((std::uint64_t{n} % 7 + 1) << 40, n > 200));
  for (const auto n : y) b.push_back(word_id((std::uint64_t{n} % 7 + 1) << 40, n > 200));
  std::vector<bool> taken(a.size());
  for (const Alignment& each : align(a, b)) {
    RC_ASSERT(each.a.end <= a.size() && each.b.end <= b.size());
    RC_ASSERT(each.equal <= std::min(each.a.size(), each.b.size()));
    RC_ASSERT(each.longest_run <= each.unquoted && each.unquoted <= each.equal);
    for (std::uint32_t i = each.a.begin; i < each.a.end; ++i) {
      RC_ASSERT(!taken[i]);
      taken[i] = true;
    }
  }
}

}  // namespace
}  // namespace stemma

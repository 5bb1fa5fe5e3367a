#include "fingerprint/winnowing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

namespace stemma {
namespace {

std::vector<WordId> words_of_numbers(const std::vector<std::uint8_t>& numbers) {
  std::vector<WordId> words;
  for (const std::uint8_t number : numbers)
    words.push_back(word_id(std::uint64_t{number} << 40, false));
  return words;
}

RC_GTEST_PROP(Winnowing, EightWordsInARowShareAPrint,
              (std::vector<std::uint8_t> before, std::vector<std::uint8_t> after)) {
  const auto shared = *rc::gen::container<std::vector<std::uint8_t>>(
      kGram + kWindow - 1, rc::gen::arbitrary<std::uint8_t>());
  std::vector<std::uint8_t> a = before, b = after;
  a.insert(a.end(), shared.begin(), shared.end());
  a.insert(a.end(), after.begin(), after.end());
  b.insert(b.end(), shared.begin(), shared.end());
  std::set<std::uint32_t> hashes;
  for (const Print& print : winnow(words_of_numbers(a))) hashes.insert(print.hash);
  bool met = false;
  for (const Print& print : winnow(words_of_numbers(b))) met = met || hashes.contains(print.hash);
  RC_ASSERT(met);
}

TEST(Winnowing, QuotedWordsAreInNoPrint) {
  std::vector<WordId> words;
  for (std::uint64_t i = 1; i <= 40; ++i) words.push_back(word_id(i << 40, i > 10 && i <= 30));
  for (const Print& print : winnow(words)) {
    EXPECT_TRUE(print.place + kGram <= 10 || print.place >= 30) << print.place;
  }
}

TEST(Winnowing, QuotedAndPlainWordsAreEqualButFurnitureEqualsNothing) {
  const WordId word = word_id(0xABCDEF0123456789, false);
  EXPECT_TRUE(equal_words(word, word_id(0xABCDEF0123456789, true)));
  EXPECT_FALSE(equal_words(kNoWord, kNoWord));
}

}  // namespace
}  // namespace stemma

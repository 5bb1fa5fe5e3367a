#include "annotate/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "annotate/test_sentences.h"
#include "annotate/times.h"

namespace stemma {
namespace {

struct Found {
  std::string words;
  Quantity quantity;
};

std::vector<Found> quantities(std::string_view notation) {
  AnnotatedArticle made = sentence(notation, "2024-05-03");
  made.annotations.times = find_times(made.article, made.annotations);
  std::vector<Found> found;
  for (Quantity& q : find_quantities(made.article, made.annotations)) {
    found.push_back({std::string(cut(made.article.text, q.span)), q});
  }
  return found;
}

Found only(std::string_view notation) {
  const auto found = quantities(notation);
  EXPECT_EQ(found.size(), 1u) << notation;
  return found.empty() ? Found{} : found[0];
}

TEST(Quantities, AboutWidensTheNumberToARange) {
  const Found it = only(
      "About/RB/advmod/1 1,000/CD/nummod/3 U.S./NNP/compound/3 troops/NNS/nsubj/4 "
      "remain/VBP/ROOT/4");
  EXPECT_EQ(it.words, "About 1,000");
  EXPECT_EQ(it.quantity.value, 1000);
  EXPECT_EQ(it.quantity.low, 950);
  EXPECT_EQ(it.quantity.high, 1050);
  EXPECT_EQ(it.quantity.unit, "U.S. troops");
  EXPECT_EQ(it.quantity.modifier, "about");
}

TEST(Quantities, MoneyHasItsCurrency) {
  EXPECT_EQ(only("over/IN $/$ 2.5/CD million/CD").quantity.unit, "USD");
  EXPECT_EQ(only("over/IN $/$ 2.5/CD million/CD").quantity.value, 2.5e6);
  EXPECT_EQ(only("40/CD million/CD Canadian/JJ dollars/NNS").quantity.unit, "CAD");
}

TEST(Quantities, SharesArePercentages) {
  EXPECT_EQ(only("four/CD in/IN 10/CD voters/NNS").quantity.value, 40);
  EXPECT_EQ(only("half/NN of/IN them/PRP").quantity.value, 50);
  EXPECT_EQ(only("two/CD +-/HYPH +thirds/NNS of/IN them/PRP").words, "two-thirds");
}

TEST(Quantities, VagueCountsHaveBoundsAndNoValue) {
  const Found it = only("tens/NNS of/IN thousands/NNS of/IN homes/NNS");
  EXPECT_FALSE(it.quantity.value);
  EXPECT_EQ(it.quantity.low, 20'000);
  EXPECT_EQ(it.quantity.high, 100'000);
  EXPECT_EQ(it.quantity.modifier, "vague");
}

TEST(Quantities, WrittenNumbersAreRead) {
  EXPECT_EQ(only("one/CD point/NN five/CD million/CD").quantity.value, 1.5e6);
  EXPECT_EQ(only("two/CD dozen/NN boats/NNS").quantity.value, 24);
  EXPECT_EQ(only("half/PDT a/DT million/CD boats/NNS").quantity.value, 5e5);
}

TEST(Quantities, ARangeNeedsARisingPair) {
  const Found it = only("20/CD to/IN 25/CD percent/NN");
  EXPECT_EQ(it.quantity.low, 20);
  EXPECT_EQ(it.quantity.high, 25);
  EXPECT_EQ(it.quantity.modifier, "range");
  EXPECT_EQ(quantities("confirmed/VBN 98/CD +-/HYPH +0/CD").size(), 2u);
}

TEST(Quantities, AgesAndMeasuresAreInTheSpan) {
  EXPECT_EQ(only("a/DT 9/CD +-/HYPH +year/NN +-/HYPH +old/JJ girl/NN").words, "9-year-old");
  EXPECT_EQ(only("an/DT 80/CD +-/HYPH +foot/NN wall/NN").quantity.unit, "feet");
}

TEST(Quantities, DatesOrdinalsAndNumbersOfNamesCountNothing) {
  EXPECT_TRUE(quantities("on/IN May/NNP 3/CD").empty());
  EXPECT_TRUE(quantities("the/DT third/JJ time/NN").empty());
  EXPECT_TRUE(quantities("Category/NNP/ROOT/0 4/CD/nummod/0").empty());
  EXPECT_TRUE(quantities("one/CD/nsubj/3 of/IN/prep/0 them/PRP/pobj/1 fell/VBD/ROOT/3").empty());
}

TEST(Quantities, ThoseWhoWereKilledArePeople) {
  EXPECT_EQ(only("at/IN least/JJS 17/CD killed/VBN").quantity.unit, "people");
}

RC_GTEST_PROP(Quantities, BoundsHoldTheValueAndSpansAreInOrder, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "about", "two", "dozen", "$", "3", "+-", "million", "in", "10", "half", "a", "of", "several",
      "hundreds", "to", "25", "%", "miles", "nearly", "at", "least", "1,000", "third", "year",
      "old"));
  std::string notation;
  for (const std::string& word : words) notation += (notation.empty() ? "" : " ") + word + "/NN";
  if (notation.empty()) return;
  std::uint32_t end = 0;
  for (const Found& it : quantities(notation)) {
    const Quantity& q = it.quantity;
    RC_ASSERT(q.span.begin >= end && q.span.begin < q.span.end);
    if (q.value && q.low) RC_ASSERT(*q.low <= *q.value);
    if (q.value && q.high) RC_ASSERT(*q.value <= *q.high);
    end = q.span.end;
  }
}

}  // namespace
}  // namespace stemma

#include "model/compare.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "model/units.h"

namespace stemma {
namespace {

Quantity quantity(double value, std::string unit, std::string modifier = "") {
  Quantity q;
  q.value = q.low = q.high = value;
  q.unit = std::move(unit);
  if (!modifier.empty()) q.modifier = std::move(modifier);
  return q;
}

Quantity vague(double low, double high, std::string unit) {
  Quantity q;
  q.low = low;
  q.high = high;
  q.unit = std::move(unit);
  q.modifier = "vague";
  return q;
}

Time date(std::string value, std::string mod = "") {
  Time time{{}, "DATE", std::move(value), std::nullopt, false};
  if (!mod.empty()) time.mod = std::move(mod);
  return time;
}

Time duration(std::string value, std::string mod = "") {
  Time time = date(std::move(value), std::move(mod));
  time.type = "DURATION";
  return time;
}

TEST(CompareQuantities, HedgesThatLeaveRoomForEachOtherDiffer) {
  EXPECT_EQ(compare(quantity(900, "soldiers", "about"), quantity(1000, "soldiers", "nearly")),
            Fit::differ);
  EXPECT_EQ(compare(quantity(40, "boats", "over"), quantity(52, "boats")), Fit::differ);
}

TEST(CompareQuantities, DisjointIntervalsConflict) {
  EXPECT_EQ(compare(quantity(13, "towns"), quantity(14, "towns")), Fit::conflict);
  EXPECT_EQ(compare(quantity(11, "soldiers"), quantity(20, "soldiers", "at least")), Fit::conflict);
}

TEST(CompareQuantities, OverANumberLeavesThatNumberOut) {
  EXPECT_EQ(compare(quantity(200, "homes", "over"), quantity(200, "homes", "at most")),
            Fit::conflict);
  EXPECT_EQ(compare(quantity(200, "homes", "at least"), quantity(200, "homes", "at most")),
            Fit::differ);
}

TEST(CompareQuantities, ARoundedNumberFitsTheNumberItRounds) {
  EXPECT_EQ(compare(quantity(62'000, "USD"), quantity(62'340, "USD")), Fit::differ);
  EXPECT_EQ(compare(quantity(62'000, "USD"), quantity(63'340, "USD")), Fit::conflict);
  EXPECT_EQ(compare(quantity(4'120.50, "USD"), quantity(4'220.50, "USD")), Fit::conflict);
}

TEST(CompareQuantities, SharesAndCountsAreNeverCompared) {
  EXPECT_EQ(compare(quantity(12, "%"), quantity(12, "voters")), Fit::incomparable);
  EXPECT_EQ(compare(quantity(12, "%"), quantity(12, "")), Fit::incomparable);
  EXPECT_EQ(compare(quantity(2, "times"), quantity(2, "ships")), Fit::incomparable);
}

TEST(CompareQuantities, MoneyIsComparedInItsOwnCurrency) {
  EXPECT_EQ(compare(quantity(5e6, "USD"), quantity(5e6, "EUR")), Fit::incomparable);
  EXPECT_EQ(compare(quantity(5e6, "USD"), quantity(5e6, "USD")), Fit::agree);
}

TEST(CompareQuantities, PeopleInGeneralFitAnyKindOfPeople) {
  EXPECT_TRUE(units_fit("people", "Afghan soldiers"));
  EXPECT_TRUE(units_fit("people", "Nigeriens"));
  EXPECT_TRUE(units_fit("U.S. troops", "American service members"));
  EXPECT_FALSE(units_fit("women", "soldiers"));
  EXPECT_FALSE(units_fit("people", "houses"));
}

TEST(CompareQuantities, MeasuresOfOneDimensionAreConverted) {
  EXPECT_EQ(compare(quantity(6, "miles"), quantity(10, "kilometers")), Fit::agree);
  EXPECT_EQ(compare(quantity(6, "miles"), quantity(20, "kilometers")), Fit::conflict);
  EXPECT_EQ(compare(quantity(6, "miles"), quantity(10, "tons")), Fit::incomparable);
  EXPECT_EQ(compare(quantity(104, "degrees Fahrenheit"), quantity(40, "degrees Celsius")),
            Fit::agree);
}

TEST(CompareQuantities, VagueCountsAreRanges) {
  EXPECT_EQ(compare(vague(24, 100, "people"), quantity(30, "people")), Fit::differ);
  EXPECT_EQ(compare(vague(24, 100, "people"), vague(200, 1000, "people")), Fit::conflict);
  EXPECT_EQ(compare(vague(2e6, 1e7, "USD"), quantity(4e8, "USD")), Fit::differ);
}

TEST(CompareQuantities, OneNumberWithTwoApproximateHedgesIsOneReading) {
  EXPECT_TRUE(is_same_reading(quantity(700, "men", "about"), quantity(700, "men", "nearly")));
  EXPECT_FALSE(is_same_reading(quantity(700, "men", "about"), quantity(700, "men")));
}

TEST(CompareTimes, ACoarserTimeThatHoldsTheFinerDiffers) {
  EXPECT_EQ(compare(date("2024-05"), date("2024-05-03")), Fit::differ);
  EXPECT_EQ(compare(date("2024"), date("2023-05-03")), Fit::conflict);
  EXPECT_EQ(compare(date("2024-05-03"), date("2024-05-03")), Fit::agree);
}

TEST(CompareTimes, LateInAMonthIsNotItsBeginning) {
  EXPECT_EQ(compare(date("2024-05", "END"), date("2024-05-03")), Fit::conflict);
  EXPECT_EQ(compare(date("2024-05", "END"), date("2024-05-28")), Fit::differ);
}

TEST(CompareTimes, LateOnFridayFitsItsEveningButNotItsMorning) {
  EXPECT_EQ(compare(date("2024-05-03", "END"), date("2024-05-03TEV")), Fit::differ);
  EXPECT_EQ(compare(date("2024-05-03", "END"), date("2024-05-03TMO")), Fit::conflict);
  EXPECT_EQ(compare(date("2024-05-03", "END"), date("2024-05-02")), Fit::conflict);
}

TEST(CompareTimes, ANightReachesIntoTheNextDay) {
  EXPECT_EQ(compare(date("2024-05-03TNI"), date("2024-05-04T02:00")), Fit::differ);
}

TEST(CompareTimes, DurationsAreComparedByLength) {
  EXPECT_EQ(compare(duration("P7D"), duration("P1W")), Fit::agree);
  EXPECT_EQ(compare(duration("PT48H"), duration("P2D")), Fit::agree);
  EXPECT_EQ(compare(duration("P10D", "APPROX"), duration("P11D")), Fit::differ);
  EXPECT_EQ(compare(duration("P3W"), duration("P2W", "MORE_THAN")), Fit::differ);
  EXPECT_EQ(compare(duration("P3W"), duration("P2W")), Fit::conflict);
}

TEST(CompareTimes, AnUnresolvedWeekdayFitsOnlyItself) {
  EXPECT_EQ(compare(date("XXXX-WXX-4"), date("XXXX-WXX-4")), Fit::agree);
  EXPECT_EQ(compare(date("XXXX-WXX-4"), date("2024-05-03")), Fit::incomparable);
}

TEST(Units, NamesAbbreviationsAndPluralsAreOneMeasure) {
  for (const std::string_view form : {"km", "kms", "kilometre", "kilometers"}) {
    ASSERT_TRUE(measure_named(form)) << form;
    EXPECT_EQ(measure_named(form)->name, "kilometers");
  }
  EXPECT_EQ(measure_named("soldiers"), nullptr);
}

TEST(Units, CurrenciesHaveNamesAndSymbols) {
  EXPECT_EQ(currency_named("canadian dollars"), "CAD");
  EXPECT_EQ(currency_named("€"), "EUR");
  EXPECT_EQ(currency_named("francs of old"), "");
}

RC_GTEST_PROP(CompareQuantities, TheOrderOfTheTwoDoesNotMatter, ()) {
  const auto any = [] {
    return quantity(*rc::gen::inRange(0, 3000),
                    *rc::gen::element<std::string>("people", "soldiers", "miles", "kilometers", ""),
                    *rc::gen::element<std::string>("", "about", "nearly", "over", "at most"));
  };
  const Quantity a = any(), b = any();
  RC_ASSERT(compare(a, b) == compare(b, a));
  RC_ASSERT(compare(a, a) == Fit::agree);
}

}  // namespace
}  // namespace stemma

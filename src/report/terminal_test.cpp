#include "report/terminal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "report/formats.h"
#include "report/hostile_text.h"
#include "report/terminal_page.h"

namespace stemma {
namespace {

using test::dam_story;
using ::testing::HasSubstr;
using ::testing::Not;

std::string text_of(const test::Story& story, std::size_t columns = 80, bool color = false) {
  return render(ReportFormat::text, story.articles, story.collation, {columns, color});
}

TEST(TerminalWidth, WideCharactersTakeTwoColumnsAndMarksNone) {
  EXPECT_EQ(columns_of("dam"), 3u);
  EXPECT_EQ(columns_of("水"), 2u);
  EXPECT_EQ(columns_of("e\xCC\x81"), 1u);
}

TEST(TerminalWidth, WhatDoesNotFitEndsInAnEllipsis) {
  EXPECT_EQ(fit("Ostrava Wire", 12), "Ostrava Wire");
  EXPECT_EQ(fit("Ostrava Wire", 8), "Ostrava…");
  EXPECT_EQ(fit("水水水", 5), "水水…");
}

TEST(Terminal, TheFirstLineCountsWhatWasFound) {
  EXPECT_THAT(text_of(dam_story(), 160),
              HasSubstr("3 reports · 2 claims (1 disputed, 0 on a single origin, 1 corroborated)"));
}

TEST(Terminal, AClaimStandsWithTheRangeOfItsOriginsAndTheirChain) {
  const std::string text = text_of(dam_story());
  EXPECT_THAT(text, HasSubstr("1. disputed · 1 to 2 unnamed · in 2 reports"));
  EXPECT_THAT(text, HasSubstr("on the word of a senior official, via Ostrava Wire (unnamed)"));
}

TEST(Terminal, AStatementStandsWithItsOutletItsPlaceInCodePointsAndItsSentence) {
  EXPECT_THAT(text_of(dam_story()),
              HasSubstr("     Ostrava Wire [A 11-75]\n"
                        "       KÄSEMARK — The dam at Käsemark gave way on Tuesday, a senior"));
}

TEST(Terminal, OnAWidePageTheSentenceStandsBesideItsOutlet) {
  EXPECT_THAT(text_of(dam_story(), 200),
              HasSubstr("     Radio Merin [C 0-41]                The company denied"));
}

TEST(Terminal, ConflictsStandBeforeDifferences) {
  const std::string text = text_of(dam_story());
  EXPECT_LT(text.find("conflict · time"), text.find("differ · number"));
}

TEST(Terminal, WhatIsToldAlikeIsNoDifference) {
  test::Story story = dam_story();
  story.collation.variants[0].relation = Variant::Relation::agree;
  const std::string text = text_of(story, 200);
  EXPECT_THAT(text, HasSubstr("1 difference (1 in conflict) · "));
  EXPECT_THAT(text, HasSubstr("DIFFERENCES (1)\nconflict · time"));
  EXPECT_THAT(text, HasSubstr("TOLD ALIKE (1)\nagree · number"));
}

TEST(Terminal, ReportsStandByInstantWithTheZoneTheyGive) {
  test::Story story = dam_story();
  story.articles[0].article.published = "2031-03-05T10:00:00.000+0900";
  story.articles[1].article.published = "2031-03-05T08:00Z";
  story.articles[2].article.published = "soon";
  const std::string text = text_of(story, 200);
  EXPECT_THAT(text, HasSubstr("[A] Ostrava Wire · 2031-03-05 10:00 +09:00 ·"));
  EXPECT_THAT(text, HasSubstr("[B] Valley Post · 2031-03-05 08:00 UTC ·"));
  EXPECT_THAT(text, HasSubstr("[C] Radio Merin · soon ·"));
  story.articles[0].article.published = "2031-03-05T00:30:00-09:00";
  EXPECT_THAT(text_of(story, 200), HasSubstr("[B] Ostrava Wire · 2031-03-05 00:30 -09:00 ·"));
}

TEST(Terminal, AnOriginWithoutAnOutletIsNamedAsItsReportIs) {
  test::Story story = dam_story();
  story.articles[0].article.outlet.reset();
  story.collation.claims[1].origins[0].name = "report alder (own reporting)";
  EXPECT_THAT(text_of(story), HasSubstr("unsourced: Dam at Käsemark gives way (own reporting)"));
}

TEST(Terminal, WithoutColourTheWordsThatDifferStandBetweenAsterisks) {
  EXPECT_THAT(text_of(dam_story(), 200), HasSubstr("*About 400 people* were moved"));
}

TEST(Terminal, OmittedWordsOfAQuotationStandInBrackets) {
  EXPECT_THAT(text_of(dam_story()), HasSubstr("We did not [-at any point-] lose control"));
}

TEST(Terminal, ACopyNamesTheOutletOfTheCopiedReport) {
  EXPECT_THAT(text_of(dam_story()), HasSubstr("Valley Post [B] copies Ostrava Wire [A]"));
}

TEST(Terminal, ADoubtfulDateIsShownWithWhatTheStorySpeaksFor) {
  EXPECT_THAT(text_of(dam_story(), 200),
              HasSubstr("Radio Merin [C] says 2031-03-06 (visible line); the story speaks for "
                        "2031-03-05. Every other report"));
}

TEST(Terminal, ColourIsOnlyThereWhenAskedFor) {
  EXPECT_THAT(text_of(dam_story(), 80, false), Not(HasSubstr("\x1b")));
  EXPECT_THAT(text_of(dam_story(), 80, true), HasSubstr("\x1b[1;31mdisputed\x1b[0m"));
}

TEST(Terminal, AnEscapeSequenceInAnArticleDoesNotReachTheTerminal) {
  test::Story story = dam_story();
  story.articles[0].article.title = "\x1b]0;owned\x07 dam";
  EXPECT_THAT(text_of(story), Not(HasSubstr("\x1b")));
}

TEST(Terminal, AnEmptyStoryIsAFewLines) { EXPECT_THAT(text_of({}), HasSubstr("0 reports")); }

RC_GTEST_PROP(Terminal, NoLineIsWiderThanThePage, ()) {
  const auto columns = *rc::gen::inRange<std::size_t>(40, 220);
  const std::string text = text_of(test::hostile_story(), columns);
  for (const std::string_view line : split(text, '\n')) RC_ASSERT(columns_of(line) <= columns);
}

RC_GTEST_PROP(Terminal, NoControlCharacterOfAnArticleReachesTheTerminal, ()) {
  const std::string text = text_of(test::hostile_story());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    i += decoded.size;
    const char32_t c = decoded.code_point;
    RC_ASSERT(c == '\n' || (c >= 0x20 && c != 0x7F && (c < 0x80 || c >= 0xA0) && c != 0x202E));
  }
}

RC_GTEST_PROP(Terminal, ColourChangesNothingButTheMarks, ()) {
  test::Story story = test::hostile_story();
  story.collation.variants.clear();  // their words stand between asterisks only without colour
  story.collation.timeline.clear();
  story.collation.provenance.clear();
  story.collation.doubtful_dates.clear();
  for (CollatedClaim& claim : story.collation.claims) claim.disputed_by.clear();
  const std::string plain = text_of(story, 80, false), colored = text_of(story, 80, true);
  std::string bare;
  for (std::size_t i = 0; i < colored.size(); ++i) {
    if (colored[i] == '\x1b') {
      i = colored.find('m', i);
    } else {
      bare += colored[i];
    }
  }
  RC_ASSERT(bare == plain);
}

}  // namespace
}  // namespace stemma

#include "extract/scraped_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "extract/extract.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// An invented page as a content farm prints it: way, headline, date, report, tags, lists.
const std::string kFarm =
    "Current:Home > MarketsFerry to Norrhavn runs aground in fog; all 212 aboard are safe -Bright "
    "Harbor Notes\n"
    "Ferry to Norrhavn runs aground in fog; all 212 aboard are safe\n"
    "View\n"
    "Date:2031-02-11 04:11:09\n"
    "A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and "
    "all of them were brought ashore by noon.\n"
    "The captain, Mira Sund, told the Norrhavn Courier that fog had come up within minutes. \"We "
    "saw nothing at all,\" she said.\n"
    "- What is known about the ferry Aldis\n"
    "The same ferry hit a pier in March 2019, and in October the inspectors asked for a new "
    "radar.\n"
    "Reporting contributed by Tove Lind\n"
    "- In:\n"
    "- Ferries\n"
    "- Norrhavn\n"
    "niceWork! (2211)\n"
    "Related\n"
    "- Singer Returns To The Stage After Two Years Of Silence\n"
    "- The Ten Best Lamps For A Small Kitchen\n"
    "- Mayor's Dog Wins Prize, Again\n"
    "Ranking\n"
    "- Rain Expected All Week In The South\n"
    "- Why Everyone Talks About The New Bridge\n"
    "Recommendation\n"
    "Actor Says He Never Read The Script\n";

Extraction article_of(std::string text, Document::Kind kind = Document::Kind::text) {
  Document document;
  document.kind = kind;
  document.path = "page.txt";
  if (kind == Document::Kind::article) {
    document.given.text = std::move(text);
  } else {
    document.bytes = std::move(text);
  }
  return extract(document).value();
}

TEST(ScrapedText, KeepsTheReportAndNothingAroundIt) {
  const Article article = article_of(kFarm).article;
  EXPECT_THAT(article.text, testing::StartsWith("A ferry with 212 people"));
  EXPECT_THAT(article.text, testing::EndsWith("Reporting contributed by Tove Lind"));
  EXPECT_THAT(article.text, Not(HasSubstr("What is known about")));
  EXPECT_EQ(article.title, "Ferry to Norrhavn runs aground in fog; all 212 aboard are safe");
  for (const std::string other : {"https://www.facebook.com/sharer/sharer.php?u=1",
                                  "https://t.co/abc", "https://img.example.net/ferry.jpg"}) {
    EXPECT_EQ(article_of(other + "\n" + kFarm).article.url, std::nullopt) << other;
  }
}

TEST(ScrapedText, ADateLineThatTheReportLeavesYearsBehindIsDoubtfulAndNotUsed) {
  const Article article = article_of(kFarm).article;
  EXPECT_EQ(article.published, std::nullopt);
  ASSERT_EQ(article.date_evidence.size(), 1u);
  EXPECT_TRUE(article.date_evidence[0].doubtful);
  EXPECT_THAT(article.date_evidence[0].reason, HasSubstr("2019-03"));
  EXPECT_EQ(article.date_evidence[0].source, "visible line");
}

TEST(ScrapedText, AGivenTextIsMarkedAndNotChanged) {
  const Article article = article_of(kFarm, Document::Kind::article).article;
  EXPECT_EQ(article.text, kFarm);
  std::string marked;
  for (const Span span : article.furniture) marked += std::string(cut(kFarm, span)) + '\n';
  EXPECT_THAT(marked, HasSubstr("Current:Home"));
  EXPECT_THAT(marked, HasSubstr("Recommendation"));
  EXPECT_THAT(marked, Not(HasSubstr("ran aground off")));
}

TEST(ScrapedText, ATrueReportLosesNothing) {
  const std::string report =
      "Council approves tram line\n\n\"At last,\" said Ida Berg.\n\nThe vote was close.\n\nWhat "
      "comes next\n\nWork begins in May. The line will cost 40 million crowns and take two "
      "years.\n";
  EXPECT_THAT(divide_scraped_text(report, true).furniture, IsEmpty());
}

TEST(ScrapedText, OneSentenceAParagraphLosesNothing) {
  std::string report;
  for (int i = 0; i < 12; ++i) report += "He denied it.\n\nPolice said so on Friday .\n\n";
  EXPECT_THAT(divide_scraped_text(report, true).furniture, IsEmpty());
}

TEST(ScrapedText, TheTitleIsTheFirstHeadlineAndTheBylineNamesTheAuthor) {
  const Article article =
      article_of(
          "Storm cuts power to the islands\n\nThe grid is thirty years old\n\nA storm cut power to "
          "9,000 homes on the outer islands on Sunday, the grid's operator said.\n\nCrews could "
          "not cross before Monday, it said, because the sea was too high for their boats.\n\n"
          "Author: Nils Aker\n\nNils Aker is the news editor of this page, follow him on Twitter "
          "@aker.\n")
          .article;
  EXPECT_EQ(article.title, "Storm cuts power to the islands");
  EXPECT_THAT(article.authors, ElementsAre("Nils Aker"));
  EXPECT_THAT(article.text, testing::EndsWith("for their boats."));
}

TEST(ScrapedText, TheTitleMayBeShortInMarkdownOrTheEndOfABreadcrumb) {
  const std::string report =
      "\nA ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard "
      "said.\n"
      "The captain told the police that fog had come up within minutes of leaving the pier.\n";
  EXPECT_EQ(article_of("Norrhavn Courier\nFerry runs aground\n" + report).article.title,
            "Ferry runs aground");
  EXPECT_EQ(article_of("## Ferry runs aground in fog\n" + report).article.title,
            "Ferry runs aground in fog");
  EXPECT_EQ(article_of("Home > World > Ferry runs aground in fog\n" + report).article.title,
            "Ferry runs aground in fog");
  EXPECT_EQ(article_of("Home > World News\nWorld News Today\n" + report).article.title,
            std::nullopt);
}

TEST(ScrapedText, AnAddressOverTheReportIsItsOwn) {
  const Article article =
      article_of("https://courier.example/world/ferry-aground\n" + kFarm).article;
  EXPECT_EQ(article.url, "https://courier.example/world/ferry-aground");
  EXPECT_EQ(article.outlet, "courier.example");
  EXPECT_EQ(article.title, "Ferry to Norrhavn runs aground in fog; all 212 aboard are safe");
}

TEST(ScrapedText, WhatPublishingProgramsWriteUnderAFeedsItemIsFurniture) {
  const std::string note = "The post Ferry runs aground appeared first on Norrhavn Courier.";
  const Article article =
      article_of("A ferry with 212 people aboard ran aground off Norrhavn on Tuesday.\n\n" + note,
                 Document::Kind::article)
          .article;
  ASSERT_EQ(article.furniture.size(), 1u);
  EXPECT_EQ(cut(article.text, article.furniture[0]), note);
}

RC_GTEST_PROP(ScrapedText, EveryLineIsReportOrFurnitureInOrder, ()) {
  const auto lines = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "Related", "- A Headline Of Many Words", "The mayor said on Friday that work would begin.",
      "", "Date: 2024-05-03", "View", "Two men were held, police said, after a long search."));
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  for (const bool gently : {false, true}) {
    const ScrapedText divided = divide_scraped_text(text, gently);
    std::vector<Span> all = divided.body;
    all.insert(all.end(), divided.furniture.begin(), divided.furniture.end());
    std::sort(all.begin(), all.end());
    RC_ASSERT(all == lines_of(text));
    RC_ASSERT(std::is_sorted(divided.body.begin(), divided.body.end()));
  }
}

}  // namespace
}  // namespace stemma

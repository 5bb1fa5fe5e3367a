#include "extract/metadata/published.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/html/parser.h"

namespace stemma {
namespace {

PublicationDates dates(std::string_view head, std::string_view body,
                       std::optional<std::string> url = std::nullopt,
                       std::string_view received = {}) {
  const auto page = html::make_html_parser()->parse(fmt::format(
      "<html lang=en><head>{}</head><body><h1>Ferry aground</h1>{}</body></html>", head, body));
  return dates_of(*page, head_of(*page), linked_data_of(*page), url, received);
}

constexpr std::string_view kMetaOfTheThird =
    R"(<meta property="article:published_time" content="2024-05-03T10:08:00+02:00">)";

TEST(Published, IsTheDayThatMostSourcesSpeakFor) {
  // The linked data was left as it was when the report was taken up again.
  const auto found = dates(
      R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2021-01-04"}</script>)" +
          std::string(kMetaOfTheThird),
      R"(<time datetime="2024-05-03T10:08:00+02:00">3 May</time>)");
  EXPECT_EQ(found.published->value, "2024-05-03T10:08:00+02:00");
  EXPECT_EQ(found.evidence.front().value, "2021-01-04");
}

TEST(Published, IsTheDayItsReadersHadWhereThePageShowsIt) {
  const std::string head =
      R"(<meta property="article:published_time" content="2024-05-04T03:37:00Z">)";
  EXPECT_EQ(dates(head, "<p class=date>May 3, 2024</p>").published->value, "2024-05-03");
  EXPECT_EQ(dates(head, "<p class=date>May 4, 2024</p>").published->value, "2024-05-04T03:37:00Z");
}

TEST(Published, StandsAgainstAModificationThatIsOlder) {
  // A report that was planned: written on the first, published on the third.
  const auto found =
      dates(std::string(kMetaOfTheThird) +
                R"(<meta property="article:modified_time" content="2024-05-01T08:00:00Z">)",
            "");
  EXPECT_EQ(found.published->value, "2024-05-03T10:08:00+02:00");
}

TEST(Published, ALineLaterThanTheModificationIsDoubtful) {
  const auto found =
      dates(R"(<meta property="article:modified_time" content="2024-05-01T08:00:00Z">)",
            "<p>May 1, 2024</p><p>May 9, 2024</p>");
  EXPECT_EQ(found.published->value, "2024-05-01");
  ASSERT_EQ(found.evidence.size(), 2u);
  EXPECT_TRUE(found.evidence[1].doubtful);
  EXPECT_NE(found.evidence[1].reason.find("2024-05-01T08:00:00Z"), std::string::npos);
}

TEST(Published, IsTheAddresssDayRatherThanALinesDay) {
  EXPECT_EQ(dates("", "<p>As of December 13, 2023</p>", "https://courier.example/2023/dec/21/ferry")
                .published->value,
            "2023-12-21");
}

TEST(Published, IsNoCommentsDay) {
  EXPECT_EQ(dates("", "<div class=comments><p class=date>May 9, 2024</p></div><p>May 3, 2024</p>")
                .published->value,
            "2024-05-03");
}

std::string value(const std::optional<Said<std::string>>& said) { return said ? said->value : ""; }

TEST(Published, IsTheDateThatItsLabelStandsBefore) {
  struct Line {
    std::string body, published, modified;
  };
  const std::vector<Line> lines{
      {"<p>Updated May 5, 2024 9:00 AM EDT | Published May 3, 2024 10:15 AM EDT</p>",
       "2024-05-03T10:15:00-04:00", "2024-05-05T09:00:00-04:00"},
      {"<p>Published: 3 May 2024 10:15 BST. Updated: 5 May 2024 09:00 BST</p>",
       "2024-05-03T10:15:00", "2024-05-05T09:00:00"},
      {"<p>Publié le 3 mai 2024 à 10h15, mis à jour le 5 mai 2024 à 9h00</p>",
       "2024-05-03T10:15:00", "2024-05-05T09:00:00"},
      {"<div class=date>Updated: May 5, 2024 Originally Published: May 3, 2024</div>", "2024-05-03",
       "2024-05-05"},
      {"<p>Updated <time datetime=2024-05-05>Sunday</time> Published <time "
       "datetime=2024-05-03>Friday</time></p>",
       "2024-05-03", "2024-05-05"},
      {"<p><span>Updated:</span> <span>May 5, 2024</span></p><p><span>Published:</span> <span>May "
       "3, 2024</span></p>",
       "2024-05-03", "2024-05-05"},
      {"<p>Опубликовано 3 мая 2024, обновлено 5 мая 2024</p>", "2024-05-03", "2024-05-05"},
      {"<p>May 3, 2024 (updated at 10:15)</p>", "2024-05-03", ""}};
  for (const Line& line : lines) {
    const auto found = dates("", line.body);
    EXPECT_EQ(value(found.published), line.published) << line.body;
    EXPECT_EQ(value(found.modified), line.modified) << line.body;
  }
}

TEST(Published, IsNoDayThatASentenceOrACopyrightNames) {
  for (const char* body :
       {"<p>On January 4, 2019, a ferry sank.</p>", "<p>Copyright 2019-2024, 1 January 2020</p>",
        "<p>The ferry <b>Aldane</b> was built by the yard on 4 January 2019.</p>"}) {
    EXPECT_EQ(value(dates("", body).published), "") << body;
  }
  EXPECT_EQ(value(dates("", "<p>Published on January 4, 2019, by Ann Lee.</p>").published),
            "2019-01-04");
}

TEST(Published, IsADoubtfulDayWhereOnlyTheModificationIsKnown) {
  const auto found = dates("", "<p>Last updated: May 5, 2024</p>");
  EXPECT_EQ(value(found.published), "2024-05-05");
  ASSERT_EQ(found.evidence.size(), 1u);
  EXPECT_TRUE(found.evidence[0].doubtful);
}

std::string in_linked_data(std::string_view day) {
  return fmt::format(
      R"(<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"{}"}}</script>)",
      day);
}

TEST(Published, IsTheDatelineThatOpensTheReport) {
  EXPECT_EQ(value(dates("",
                        "<p>3 May 2024 – The ferry that ran aground was towed to the pier and "
                        "will be looked at.</p>")
                      .published),
            "2024-05-03");
}

TEST(Published, IsNoDayAfterThePageWasGot) {
  const auto found = dates(in_linked_data("2099-05-03T10:00:00Z"), "", std::nullopt, "2024-05-06");
  EXPECT_EQ(value(found.published), "");
  ASSERT_EQ(found.evidence.size(), 1u);
  EXPECT_TRUE(found.evidence[0].doubtful);
  EXPECT_EQ(value(dates(in_linked_data("2024-05-07"), "", std::nullopt, "2024-05-06").published),
            "2024-05-07");
  EXPECT_EQ(value(dates(in_linked_data("2024-05-09"), "",
                        "https://web.archive.org/web/20240506101500/https://courier.example/a")
                      .published),
            "");
}

TEST(Published, KeepsWhatIsNoDayAsDoubtful) {
  for (const char* day : {"1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2024-02-30T10:15:00Z"}) {
    const auto found = dates(in_linked_data(day), "");
    EXPECT_EQ(value(found.published), "");
    ASSERT_EQ(found.evidence.size(), 1u) << day;
    EXPECT_EQ(found.evidence[0].value, day);
    EXPECT_TRUE(found.evidence[0].doubtful);
    EXPECT_NE(found.evidence[0].reason, "");
  }
}

TEST(Published, HasTheOrderOfDayAndMonthOfItsCountryOrIsDoubtful) {
  const auto guessed = dates("", "<p>03/05/2024</p>", "https://courier.example/a");
  EXPECT_EQ(value(guessed.published), "2024-03-05");
  EXPECT_TRUE(guessed.evidence.front().doubtful);
  const auto british = dates("", "<p>03/05/2024</p>", "https://www.courier.co.uk/a");
  EXPECT_EQ(value(british.published), "2024-05-03");
  EXPECT_FALSE(british.evidence.front().doubtful);
  EXPECT_EQ(
      value(dates(R"(<meta property="og:locale" content="en_GB">)", "<p>03/05/2024</p>").published),
      "2024-05-03");
  // Another date of the page tells the order.
  const auto told = dates(R"(<meta name=dc.date content="2024-05-03">)", "<p>03/05/2024</p>");
  EXPECT_EQ(value(told.published), "2024-05-03");
  for (const DateEvidence& evidence : told.evidence) EXPECT_EQ(evidence.value, "2024-05-03");
}

TEST(Published, MayBeWrittenInSecondsSince1970) {
  EXPECT_EQ(value(dates(R"(<meta name=date content="1714731300">)", "").published),
            "2024-05-03T10:15:00Z");
}

PublicationDates dates_of_page(std::string_view body) {
  const auto page = html::make_html_parser()->parse(body);
  return dates_of(*page, head_of(*page), linked_data_of(*page), std::nullopt);
}

TEST(Published, IsNotTheDayAboveTheHeadlineOnWhichThePageWasShown) {
  for (const char* body :
       {"<div>Wednesday, November 13, 2024</div><h1>Ferry aground</h1><p>Updated: May 3, 2024</p>",
        "<time>November 13, 2024</time><h1>Ferry aground</h1><p>Ann Lee | May 3, 2024</p>",
        "<div>November 13, 2024</div><h1><a href='/'>Courier</a></h1><h2>Ferry aground</h2>"
        "<p class=date>Updated: May 3, 2024</p>"}) {
    const auto found = dates_of_page(body);
    EXPECT_EQ(value(found.published), "2024-05-03") << body;
    const auto today = std::find_if(found.evidence.begin(), found.evidence.end(),
                                    [](const auto& e) { return e.value == "2024-11-13"; });
    ASSERT_NE(today, found.evidence.end()) << body;
    EXPECT_TRUE(today->doubtful);
  }
  // Before a later one beside the headline it is as good as any.
  EXPECT_EQ(value(dates_of_page("<p class=date>May 3, 2024</p><h1>Ferry aground</h1>"
                                "<p>Updated: May 5, 2024</p>")
                      .published),
            "2024-05-03");
}

TEST(Modified, IsWhatStandsBestAndNoOtherReports) {
  const std::string day = "<p class=date>May 3, 2024</p>";
  EXPECT_EQ(value(dates("", day + "<section class=related><p>Pier closed</p><p>Updated June 1, 2024"
                                  "</p></section>")
                      .modified),
            "");
  EXPECT_EQ(value(dates("", day + "<p class=updated><time itemprop=datePublished "
                                  "datetime=2024-05-03>Friday</time> Updated <time "
                                  "itemprop=dateModified datetime=2024-05-05>Sunday</time></p>")
                      .modified),
            "2024-05-05");
  EXPECT_EQ(value(dates("", day + "<p>Updated June 1, 2019, the rule names all ferries of the "
                                  "coast and their owners.</p>")
                      .modified),
            "");
}

TEST(Published, IsReadFromMetaElementsOfSingleSystems) {
  for (const char* meta :
       {R"(<meta name="bt:pubDate" content="2024-05-03">)",
        R"(<meta name="vr:published_time" content="2024-05-03">)",
        R"(<meta name="parsely-page" content='{"title":"Ferry","pub_date":"2024-05-03"}'>)"}) {
    EXPECT_EQ(value(dates(meta, "").published), "2024-05-03") << meta;
  }
}

}  // namespace
}  // namespace stemma

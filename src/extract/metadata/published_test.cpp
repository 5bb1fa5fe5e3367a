#include "extract/metadata/published.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/html/parser.h"

namespace stemma {
namespace {

PublicationDates dates(std::string_view head, std::string_view body,
                       std::optional<std::string> url = std::nullopt) {
  const auto page = html::make_html_parser()->parse(fmt::format(
      "<html lang=en><head>{}</head><body><h1>Ferry aground</h1>{}</body></html>", head, body));
  return dates_of(*page, head_of(*page), linked_data_of(*page), url);
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

}  // namespace
}  // namespace stemma

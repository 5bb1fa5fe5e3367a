#include "extract/metadata/linked_data.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/html/parser.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LinkedData data_of(std::string_view head, std::initializer_list<std::string_view> scripts) {
  std::string page = fmt::format("<head>{}", head);
  for (const std::string_view script : scripts) {
    page += fmt::format(R"(<script type="application/ld+json">{}</script>)", script);
  }
  page += "</head><body><h1>Ferry runs aground in fog</h1></body>";
  return linked_data_of(*html::make_html_parser()->parse(page));
}

TEST(BrokenLinkedData, IsReadWhereABrowserWouldForgive) {
  for (const char* script :
       {R"({"@type":"NewsArticle","datePublished":"2024-05-03","keywords":["fog",],})",
        R"({"@type":"NewsArticle","description":"It\'s fog","datePublished":"2024-05-03"})",
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;datePublished&quot;:&quot;2024-05-03&"
        "quot;}",
        R"(<!-- {"@type":"NewsArticle","datePublished":"2024-05-03"} -->)"}) {
    EXPECT_EQ(data_of("", {script}).published, "2024-05-03") << script;
  }
  EXPECT_EQ(
      data_of("", {R"({"@type":"NewsArticle","headline":"Fog, and }, as they said"})"}).headline,
      "Fog, and }, as they said");
}

TEST(BrokenLinkedData, GivesDatesHeadlineAndAuthorByTheirKeys) {
  const LinkedData data = data_of("", {R"({"@type":"NewsArticle","headline":"A "sudden" fog",
"author":{"@type":"Person","name":"Ann Lee"},"datePublished":"2024-05-03","keywords":[fog]})"});
  EXPECT_EQ(data.headline, R"(A "sudden" fog)");
  EXPECT_EQ(data.published, "2024-05-03");
  EXPECT_THAT(data.authors, ElementsAre("Ann Lee"));
  EXPECT_THAT(data_of("", {R"({"@type":"NewsArticle","author":{"@id":"#x"},
"publisher":{"name":"Norrhavn Media"},"keywords":[fog]})"})
                  .authors,
              IsEmpty());
  EXPECT_EQ(data_of("", {R"({"@type":"Event","datePublished":"2024-05-03","x":y})"}).published, "");
}

TEST(LinkedDataOfSeveralArticles, IsThatOfThePagesOwn) {
  const std::string_view other =
      R"({"@type":"NewsArticle","headline":"Pier closed for repairs","datePublished":"2024-06-01",
"author":{"name":"Bo Li"}})";
  const LinkedData by_headline =
      data_of("", {other, R"({"@type":"NewsArticle","headline":"Ferry runs aground in fog",
"datePublished":"2024-05-03"})"});
  EXPECT_EQ(by_headline.published, "2024-05-03");
  EXPECT_THAT(by_headline.authors, IsEmpty());
  const LinkedData by_address = data_of(
      R"(<link rel=canonical href="https://www.courier.example/ferry/">)",
      {other, R"({"@type":"NewsArticle","headline":"Fog at sea","datePublished":"2024-05-03",
"url":"http://courier.example/ferry"})"});
  EXPECT_EQ(by_address.published, "2024-05-03");
  // Where none is clearly the page's, the first is.
  EXPECT_EQ(data_of("", {other, R"({"@type":"NewsArticle","headline":"Fog at sea",
"datePublished":"2024-05-03"})"})
                .published,
            "2024-06-01");
}

TEST(LinkedDataOfAVideo, SaysNothingOfThePageItStandsIn) {
  const std::string_view video =
      R"({"@type":"VideoObject","name":"Fog","uploadDate":"2019-01-01"})";
  EXPECT_EQ(data_of("", {video, R"({"@type":"WebPage","datePublished":"2024-05-03"})"}).published,
            "2024-05-03");
  EXPECT_EQ(data_of("", {video}).published, "2019-01-01");
}

}  // namespace
}  // namespace stemma

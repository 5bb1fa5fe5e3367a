#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "extract/metadata/authors.h"
#include "extract/metadata/title.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Bylines, GiveNamesWithoutJobsOutletsAndDates) {
  EXPECT_THAT(names_in_byline("By Ann Lee and Bo Li"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_byline("By Ann Lee, Staff Writer"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By Ann Lee for the Norrhavn Courier"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Ann Lee | Updated May 3, 2024"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Von Jörg Öhm"), ElementsAre("Jörg Öhm"));
  EXPECT_THAT(names_in_byline("by"), IsEmpty());
  EXPECT_THAT(names_in_byline("https://example.com/ann"), IsEmpty());
}

TEST(Titles, LoseTheOutletsName) {
  EXPECT_EQ(without_outlet("Ferry runs aground in fog | World | The Courier", "The Courier"),
            "Ferry runs aground in fog");
  EXPECT_EQ(without_outlet("Ferry aground - owner says fog came within minutes", ""),
            "Ferry aground - owner says fog came within minutes");
  EXPECT_EQ(without_outlet("Ferry", "The Courier"), "Ferry");
}

const std::string kPage = R"(<!doctype html><html lang="en-GB"><head>
<title>Ferry runs aground in fog - Norrhavn Courier</title>
<meta property="og:site_name" content="Norrhavn Courier">
<meta property="article:published_time" content="2024-05-03T10:08:00+02:00">
<link rel="canonical" href="https://www.courier.example/world/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs aground in fog",
"author":[{"@type":"Person","name":"Mira Sund"}],"dateModified":"2024-05-04T08:00:00Z"}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Ferry runs aground in fog</h1><p class="byline">By Mira Sund</p>
<article><p>A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and
all of them were brought ashore by noon.</p>
<p>The captain told the news&shy;paper that fog had come up within minutes. “We saw nothing at all,” she
said, and the mate, who had stood at the bow, said the same to the police.</p>
<p>The same ferry hit a pier five years ago, and in October the inspectors had asked for a new radar, which
the owner, a company of the town, has not bought.</p></article>
<footer>© 2024 Norrhavn Courier. All rights reserved.</footer></body></html>)";

Result<Extraction> extract_page(std::string html) {
  Document document;
  document.kind = Document::Kind::html;
  document.path = "page.html";
  document.bytes = std::move(html);
  return extract(document);
}

TEST(Page, GivesEveryFieldWithItsEvidence) {
  const auto extraction = extract_page(kPage);
  ASSERT_TRUE(extraction.has_value());
  const Article& article = extraction->article;
  EXPECT_EQ(article.title, "Ferry runs aground in fog");
  EXPECT_THAT(article.authors, ElementsAre("Mira Sund"));
  EXPECT_EQ(article.published, "2024-05-03T10:08:00+02:00");
  EXPECT_EQ(article.modified, "2024-05-04T08:00:00Z");
  EXPECT_EQ(article.url, "https://www.courier.example/world/ferry");
  EXPECT_EQ(article.outlet, "courier.example");
  EXPECT_EQ(article.language, "en");
  ASSERT_FALSE(article.date_evidence.empty());
  EXPECT_EQ(article.date_evidence[0].source, "meta");
}

TEST(Page, BodyIsParagraphsWithoutFurnitureAndInvisibleCharacters) {
  const auto extraction = extract_page(kPage);
  ASSERT_TRUE(extraction.has_value());
  const std::string& text = extraction->article.text;
  EXPECT_THAT(text, testing::StartsWith("A ferry with 212 people aboard ran aground"));
  EXPECT_THAT(text, HasSubstr("by noon.\n\nThe captain told the newspaper"));
  EXPECT_THAT(text, testing::Not(HasSubstr("rights reserved")));
  EXPECT_THAT(text, testing::Not(HasSubstr("Home")));
}

TEST(Page, WhatTheContainerKnowsIsBelieved) {
  Document document;
  document.kind = Document::Kind::html;
  document.bytes = kPage;
  document.given.id = "seven";
  document.given.published = "2024-05-02";
  document.given.outlet = "Courier";
  const auto extraction = extract(document);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(extraction->article.id, "seven");
  EXPECT_EQ(extraction->article.published, "2024-05-02");
  EXPECT_EQ(extraction->article.outlet, "Courier");
}

TEST(Page, WithoutArticleTextIsRefusedByName) {
  for (const char* page :
       {"", "<p>", "<nav><a href=/>Home</a></nav>", "<script>var x = 1</script>"}) {
    const auto extraction = extract_page(page);
    ASSERT_FALSE(extraction.has_value()) << page;
    EXPECT_THAT(extraction.error().message, testing::StartsWith("page.html: "));
  }
}

TEST(Page, TextThatOnlyScriptsBuildIsTakenFromLinkedData) {
  const auto extraction = extract_page(
      R"(<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":
"A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said."}</script>
<body><div id=root></div></body></html>)");
  ASSERT_TRUE(extraction.has_value());
  EXPECT_THAT(extraction->article.text, testing::StartsWith("A ferry with 212"));
}

}  // namespace
}  // namespace stemma

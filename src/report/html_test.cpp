#include "report/html.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <pugixml.hpp>

#include "base/utf8.h"
#include "report/formats.h"
#include "report/hostile_text.h"
#include "report/html_style.h"

namespace stemma {
namespace {

using test::dam_story;
using ::testing::HasSubstr;
using ::testing::Not;

std::string page_of(const test::Story& story) {
  return render(ReportFormat::html, story.articles, story.collation);
}

pugi::xml_document parsed(const std::string& page) {
  pugi::xml_document document;
  EXPECT_TRUE(document.load_string(page.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
  return document;
}

std::string attribute_of(const pugi::xml_document& page, const char* path, const char* name) {
  return page.select_node(path).node().attribute(name).value();
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const auto& each : node.select_nodes(".//text()")) text += each.node().value();
  return text;
}

TEST(Html, ThePolicyNamesTheStyleAndNothingElse) {
  const std::string page = page_of(dam_story());
  EXPECT_THAT(page, HasSubstr("content=\"default-src 'none'; style-src 'sha256-"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr(" style=\"")));
}

TEST(Html, TheStyleNeedsNoEscaping) {
  EXPECT_EQ(kStyle.find_first_of("<&"), std::string_view::npos);
}

TEST(Html, EveryLinkInsideThePageHasItsTarget) {
  const auto page = parsed(page_of(dam_story()));
  for (const auto& link : page.select_nodes("//a[starts-with(@href, '#')]")) {
    const std::string href = link.node().attribute("href").value();
    const std::string path = "//*[@id='" + href.substr(1) + "']";
    EXPECT_EQ(page.select_nodes(path.c_str()).size(), 1u) << href;
  }
}

TEST(Html, ACellLeadsToTheSentenceThatStatesTheClaim) {
  const auto page = parsed(page_of(dam_story()));
  const std::string href =
      attribute_of(page, "//table[@class='matrix']//tr[1]/td[1]/a[@class='cites']", "href");
  const std::string path = "//*[@id='" + href.substr(1) + "']";
  EXPECT_THAT(text_of(page.select_node(path.c_str()).node()),
              HasSubstr("The dam at Käsemark gave way on Tuesday, a senior official said."));
}

TEST(Html, ADenialStandsInTheColumnOfItsReport) {
  const auto page = parsed(page_of(dam_story()));
  EXPECT_EQ(page.select_nodes("//table[@class='matrix']//tr[1]/td[3]/a[@class='disputes']").size(),
            1u);
}

TEST(Html, AReportWithoutTheClaimIsSilentInWords) {
  const auto page = parsed(page_of(dam_story()));
  EXPECT_EQ(text_of(page.select_node("//table[@class='matrix']/tbody/tr[2]/td[2]").node()),
            "silent");
}

TEST(Html, AMatrixOfAThousandReportsIsCutAndSaysSo) {
  test::Story story = dam_story();
  for (int i = 0; i < 1000; ++i) {
    story.articles.push_back(story.articles[2]);
    story.articles.back().article.id = fmt::format("more-{}", i);
  }
  const CollatedClaim claim = story.collation.claims[1];
  for (int i = 0; i < 1000; ++i) {
    story.collation.claims.push_back(claim);
    story.collation.claims.back().id = fmt::format("c{}", i + 3);
  }
  const auto page = parsed(page_of(story));
  EXPECT_LE(page.select_nodes("//table[@class='matrix']//td").size(), 30000u);
  EXPECT_THAT(text_of(page.select_node("//p[@class='legend left-out']").node()),
              AllOf(HasSubstr("500 weightiest of 1002 claims"),
                    HasSubstr("first 60 of 1003 reports"), HasSubstr("--format json")));
  EXPECT_EQ(page.select_nodes("//section[starts-with(@id, 'claim-')]").size(), 1002u);
  EXPECT_THAT(page_of(dam_story()), Not(HasSubstr("left-out")));
}

TEST(Html, WhatIsToldAlikeStandsApart) {
  test::Story story = dam_story();
  story.collation.variants[0].relation = Variant::Relation::agree;
  const auto page = parsed(page_of(story));
  EXPECT_EQ(text_of(page.select_node("//nav//a[@href='#differences']/b").node()), "1");
  EXPECT_EQ(text_of(page.select_node("//nav//a[@href='#alike']/b").node()), "1");
  EXPECT_EQ(
      page.select_nodes("//h2[@id='alike']/following-sibling::section[@id='variant-2']").size(),
      1u);
}

TEST(Html, OfACopyWithoutAFirstNoDirectionIsSaid) {
  test::Story story = dam_story();
  EXPECT_THAT(page_of(story), HasSubstr(">is copied by</span>"));
  story.collation.provenance[1].is_first_known = false;
  EXPECT_THAT(page_of(story),
              AllOf(HasSubstr("shares its text with"), Not(HasSubstr(">is copied by</span>"))));
}

TEST(Html, ManyLinksAreListedAndNotDrawn) {
  test::Story story = dam_story();
  for (int i = 0; i < 700; ++i) {
    ProvenanceEdge edge = story.collation.provenance[0];
    edge.from = fmt::format("Paper {}", i);
    story.collation.provenance.push_back(edge);
  }
  const auto page = parsed(page_of(story));
  EXPECT_TRUE(page.select_nodes("//*[name()='svg']").empty());
  EXPECT_GT(page.select_nodes("//ol[@class='edges']/li").size(), 700u);
  EXPECT_THAT(page_of(story), HasSubstr("too many to draw"));
}

TEST(Html, WordsLeftOutOfAQuotationAreDeleted) {
  const auto page = parsed(page_of(dam_story()));
  EXPECT_EQ(text_of(page.select_node("//table[@class='quote']//del").node()), "at any point");
}

TEST(Html, TheDrawingHasAListBesideIt) {
  const auto page = parsed(page_of(dam_story()));
  const auto paths = page.select_nodes("//*[name()='svg']//*[name()='path'][@marker-end]").size();
  EXPECT_GT(paths, 0u);
  EXPECT_EQ(page.select_nodes("//ol[@class='edges']/li").size(), paths);
}

TEST(Html, TheWholeTextOfEveryReportIsOnThePage) {
  const test::Story story = dam_story();
  const auto page = parsed(page_of(story));
  for (const auto& link : page.select_nodes("//*[@class='refs']")) {
    link.node().parent().remove_child(link.node());
  }
  for (std::size_t i = 0; i < story.articles.size(); ++i) {
    const std::string path = fmt::format("//article[@id='text-{}']/p[@dir][not(@class)]", i);
    std::string text;
    for (const auto& each : page.select_nodes(path.c_str())) text += text_of(each.node());
    std::string expected = story.articles[i].article.text;
    std::erase_if(expected, [](char c) { return c == ' ' || c == '\n'; });
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
    EXPECT_EQ(text, expected);
  }
}

TEST(Html, AnAddressThatIsNoWebAddressIsNotLinked) {
  test::Story story = dam_story();
  story.articles[0].article.url = "javascript:alert(1)";
  EXPECT_THAT(page_of(story), Not(HasSubstr("javascript")));
}

TEST(Html, AnEmptyStoryIsAPage) { EXPECT_THAT(page_of({}), HasSubstr("</html>")); }

TEST(Html, TheSameCollationGivesTheSamePage) {
  EXPECT_EQ(page_of(dam_story()), page_of(dam_story()));
}

RC_GTEST_PROP(Html, AnyTextGivesWellFormedMarkup, ()) {
  const std::string page = page_of(test::hostile_story());
  pugi::xml_document document;
  RC_ASSERT(static_cast<bool>(document.load_string(page.c_str())));
  RC_ASSERT(is_valid_utf8(page));
}

RC_GTEST_PROP(Html, NoTextAddsAnElementOrAnAttribute, ()) {
  const std::string page = page_of(test::hostile_story());
  pugi::xml_document document;
  RC_ASSERT(static_cast<bool>(document.load_string(page.c_str())));
  RC_ASSERT(document.select_nodes("//script | //x").empty());
  RC_ASSERT(document.select_nodes("//@*[starts-with(name(), 'on')]").empty());
  RC_ASSERT(document.select_nodes("//style").size() == 1);
}

}  // namespace
}  // namespace stemma

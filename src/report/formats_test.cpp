#include "report/formats.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <pugixml.hpp>

#include "base/utf8.h"
#include "report/hostile_text.h"

namespace stemma {
namespace {

using test::dam_story;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string made(ReportFormat format, const test::Story& story = dam_story()) {
  return render(format, story.articles, story.collation);
}

// The fields of every record, read by RFC 4180.
std::vector<std::vector<std::string>> table_of(std::string_view csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      rows.back().back() += csv[++i];
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().emplace_back();
    } else if (!quoted && c == '\n') {
      rows.emplace_back(1);
    } else {
      rows.back().back() += c;
    }
  }
  rows.pop_back();
  return rows;
}

TEST(Formats, EveryNameLeadsToItsFormatAndEveryFormatGivesText) {
  for (const FormatName& each : format_names()) {
    EXPECT_EQ(format_named(each.name), each.format);
    EXPECT_FALSE(made(each.format).empty()) << each.name;
    EXPECT_FALSE(made(each.format, {}).empty()) << each.name;
    EXPECT_EQ(made(each.format).back(), '\n') << each.name;
  }
  EXPECT_FALSE(format_named("pdf").has_value());
}

TEST(Csv, EveryMentionOfAClaimIsARowWithItsSource) {
  const auto rows = table_of(made(ReportFormat::csv_mentions));
  ASSERT_EQ(rows.size(), 6u);  // header, four mentions, one denial
  EXPECT_EQ(rows[1][6], "cites");
  EXPECT_EQ(rows[1][7], "Ostrava Wire");
  EXPECT_EQ(rows[1][11], "11");
  EXPECT_EQ(rows[1][14], "a senior official");
  EXPECT_EQ(rows[1][15], "Ostrava Wire");
}

TEST(Csv, ADenialIsARowOfTheClaimItDisputes) {
  const auto rows = table_of(made(ReportFormat::csv_mentions));
  EXPECT_EQ(rows[3][1], "c1");
  EXPECT_EQ(rows[3][6], "disputes");
  EXPECT_EQ(rows[3][7], "Radio Merin");
}

TEST(Csv, EveryMentionOfAReadingIsARow) {
  const auto rows = table_of(made(ReportFormat::csv_variants));
  ASSERT_EQ(rows.size(), 6u);
  EXPECT_EQ(rows[1][4], "conflict");
  EXPECT_EQ(rows[1][5], "2031-03-04");
}

TEST(Csv, BothTablesStandInOneTextWithABlankLineBetween) {
  EXPECT_EQ(made(ReportFormat::csv),
            made(ReportFormat::csv_mentions) + "\n" + made(ReportFormat::csv_variants));
}

TEST(Markdown, AClaimHasItsOriginsAndASentence) {
  const std::string text = made(ReportFormat::markdown);
  EXPECT_THAT(text, HasSubstr("disputed: 1 to 2 unnamed"));
  EXPECT_THAT(text, HasSubstr("  - **Radio Merin** (C 0–41): The company denied that the dam"));
}

TEST(Dot, AnEdgeCarriesItsEvidence) {
  const std::string text = made(ReportFormat::dot);
  EXPECT_THAT(text, StartsWith("digraph story {"));
  EXPECT_THAT(text, HasSubstr("label=\"cites\", tooltip=\"Valley Post: The dam gave way"));
}

TEST(Graphml, EveryEdgeJoinsTwoNodes) {
  pugi::xml_document file;
  ASSERT_TRUE(file.load_string(made(ReportFormat::graphml).c_str()));
  ASSERT_FALSE(file.select_nodes("//edge").empty());
  for (const auto& edge : file.select_nodes("//edge")) {
    for (const char* end : {"source", "target"}) {
      const std::string path =
          "//node[@id='" + std::string(edge.node().attribute(end).value()) + "']";
      EXPECT_EQ(file.select_nodes(path.c_str()).size(), 1u);
    }
  }
}

TEST(Graphml, EveryKeyIsDeclared) {
  pugi::xml_document file;
  ASSERT_TRUE(file.load_string(made(ReportFormat::graphml).c_str()));
  for (const auto& data : file.select_nodes("//data")) {
    const std::string path =
        "//key[@id='" + std::string(data.node().attribute("key").value()) + "']";
    EXPECT_EQ(file.select_nodes(path.c_str()).size(), 1u);
  }
}

TEST(Tei, TheFullestQuotationIsTheLemmaAndTheOthersAreReadings) {
  pugi::xml_document file;
  ASSERT_TRUE(file.load_string(made(ReportFormat::tei).c_str()));
  const auto app = file.select_node("//div[@type='quotation']//app").node();
  EXPECT_STREQ(app.child("lem").attribute("wit").value(), "#A");
  EXPECT_STREQ(app.child("rdg").attribute("wit").value(), "#B");
  EXPECT_STREQ(app.child("rdg").text().get(), "We did not lose control of the gates,");
}

TEST(Tei, AReadingNamesEachOfItsWitnessesOnce) {
  test::Story story = dam_story();
  auto& mentions = story.collation.variants[1].readings[0].mentions;
  mentions.push_back(mentions[0]);
  pugi::xml_document file;
  ASSERT_TRUE(file.load_string(made(ReportFormat::tei, story).c_str()));
  EXPECT_STREQ(file.select_node("//app[@type='time']/rdg").node().attribute("wit").value(),
               "#A #B");
}

RC_GTEST_PROP(Formats, AnyTextGivesWellFormedXml, ()) {
  const test::Story story = test::hostile_story();
  for (const ReportFormat format : {ReportFormat::graphml, ReportFormat::tei}) {
    pugi::xml_document file;
    RC_ASSERT(static_cast<bool>(file.load_string(made(format, story).c_str())));
  }
}

RC_GTEST_PROP(Formats, AnyTextGivesFullRowsAndNoFormula, ()) {
  const test::Story story = test::hostile_story();
  for (const ReportFormat format : {ReportFormat::csv_mentions, ReportFormat::csv_variants}) {
    const auto rows = table_of(made(format, story));
    RC_ASSERT(rows.size() == 6u);
    for (const auto& row : rows) {
      RC_ASSERT(row.size() == rows[0].size());
      for (const std::string& field : row) {
        RC_ASSERT(field.empty() ||
                  std::string_view("=+-@\t\r").find(field[0]) == std::string_view::npos);
      }
    }
  }
}

RC_GTEST_PROP(Formats, EveryFormatGivesValidUtf8AndTheSameBytesAgain, ()) {
  const test::Story story = test::hostile_story();
  for (const FormatName& each : format_names()) {
    const std::string text = made(each.format, story);
    RC_ASSERT(is_valid_utf8(text));
    RC_ASSERT(text == made(each.format, story));
  }
}

}  // namespace
}  // namespace stemma

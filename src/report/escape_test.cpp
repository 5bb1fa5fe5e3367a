#include "report/escape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "report/hostile_text.h"

namespace stemma {
namespace {

TEST(Escape, XmlMarksBecomeReferences) {
  EXPECT_EQ(escape_xml("<a href=\"x\">Q&A's"), "&lt;a href=&quot;x&quot;&gt;Q&amp;A&#39;s");
}

TEST(Escape, WhatXmlForbidsIsReplaced) {
  EXPECT_EQ(escape_xml("a\x01z\xEF\xBF\xBE"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
}

TEST(Escape, AFieldThatLooksLikeAFormulaGetsAnApostrophe) {
  EXPECT_EQ(csv_field("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  EXPECT_EQ(csv_field("-5 degrees"), "'-5 degrees");
  EXPECT_EQ(csv_field("＝1"), "'＝1");
  EXPECT_EQ(csv_field("5 degrees, -1"), "\"5 degrees, -1\"");
}

TEST(Escape, MarkdownShowsMarksAsTheyAre) {
  EXPECT_EQ(escape_markdown("*450* [people]"), "\\*450\\* \\[people\\]");
}

TEST(Escape, ADotStringEscapesQuotesAndBackslashes) {
  EXPECT_EQ(dot_string("a \"b\" \\n"), "\"a \\\"b\\\" \\\\n\"");
}

TEST(Escape, OnlyWebAddressesAreLinked) {
  EXPECT_EQ(web_address("https://valleypost.example/a?b=c"), "https://valleypost.example/a?b=c");
  EXPECT_EQ(web_address("HTTP://valleypost.example/"), "HTTP://valleypost.example/");
  EXPECT_EQ(web_address("javascript:alert(1)"), "");
  EXPECT_EQ(web_address("data:text/html,x"), "");
  EXPECT_EQ(web_address("https://a b"), "");
  EXPECT_EQ(web_address("//valleypost.example"), "");
}

RC_GTEST_PROP(Escape, EveryEscapeGivesValidUtf8, ()) {
  const std::string text = *test::hostile_text();
  for (const auto& escape : {printable, escape_xml, csv_field, escape_markdown, dot_string}) {
    RC_ASSERT(is_valid_utf8(escape(text)));
  }
}

RC_GTEST_PROP(Escape, PrintableChangesNothingTheSecondTime, ()) {
  const std::string once = printable(*test::hostile_text());
  RC_ASSERT(printable(once) == once);
}

}  // namespace
}  // namespace stemma

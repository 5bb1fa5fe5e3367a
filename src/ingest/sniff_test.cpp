#include "ingest/sniff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace stemma {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;

Format format(std::string_view head, std::string_view name = "input") {
  return sniff(head, name).format;
}

TEST(Sniff, ContentDecidesBeforeTheName) {
  EXPECT_EQ(format("%PDF-1.7\n%\xE2\xE3\xCF\xD3", "page.html"), Format::pdf);
  EXPECT_EQ(format("<!DOCTYPE html><html>", "notes.txt"), Format::html);
  EXPECT_EQ(format("WARC/1.0\r\nWARC-Type: response\r\n", "crawl.txt"), Format::warc);
  EXPECT_EQ(format("{\"text\": \"The mayor resigned.\"}\n", "page.html"), Format::json_lines);
}

TEST(Sniff, TheNameDecidesWhereTheContentDoesNot) {
  EXPECT_EQ(format("The mayor resigned.", "a.txt"), Format::text);
  EXPECT_EQ(format("The mayor resigned.", "a.html"), Format::html);
  EXPECT_EQ(format("not json at all", "a.jsonl"), Format::json_lines);
  EXPECT_EQ(format("body { color: red }", "a.css"), Format::unsupported);
  EXPECT_EQ(format("The mayor resigned.", "a.html.gz"), Format::html);
  EXPECT_EQ(format("The mayor resigned.", "folder.css/a"), Format::text);
  EXPECT_EQ(format("From: Ann Lee\nSubject: ship\n\nIt sank.", "a.eml"), Format::mail);
}

TEST(Sniff, PagesAreToldByTheirFirstTag) {
  for (const char* page :
       {"<html>", "\xEF\xBB\xBF\n <!doctype HTML>", "<!-- saved -->\n<HTML lang=en>", "<p>Text</p>",
        "<article class=x>", "<?xml version='1.0'?><!DOCTYPE html><html xmlns='…'>",
        "Warning: mysql in line 3\n<!DOCTYPE html>", "<app-root></app-root>"}) {
    EXPECT_EQ(format(page), Format::html) << page;
  }
}

TEST(Sniff, ATextThatSpeaksOfTagsIsText) {
  for (const char* text :
       {"The site used a plain <body> tag.\n\nThe ship ran aground.", "It begins with <html> and",
        "Pages need <html> and <body>, she said.\n"}) {
    EXPECT_EQ(format(text), Format::text) << text;
  }
  EXPECT_EQ(format("Notice: x\n<body>Ship <b>aground</b></body>"), Format::html);
  EXPECT_EQ(format("Notice: x <html><head></head>"), Format::html);
}

TEST(Sniff, FeedsAreToldByTheirRoot) {
  for (const char* feed :
       {"<rss version='2.0'>", "<?xml version='1.0'?><!-- x --><?xml-stylesheet href='a'?><feed>",
        "<rdf:RDF xmlns:rdf='x'>", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>",
        "<!DOCTYPE rss PUBLIC '-//N//DTD' 'rss-0.91.dtd'><rss>"}) {
    EXPECT_EQ(format(feed), Format::feed) << feed;
  }
}

TEST(Sniff, AddressesAloneAreAListOfThem) {
  EXPECT_EQ(format("https://h.example/1\nhttps://h.example/2\n"), Format::addresses);
  EXPECT_EQ(format("https://h.example/1\nThe mayor resigned.\n"), Format::text);
}

TEST(Sniff, AJsonFeedWithEscapedStrokesIsOneValue) {
  EXPECT_EQ(format(R"({"version":"https:\/\/jsonfeed.org\/version\/1.1","items":[]})"),
            Format::json);
}

TEST(Sniff, JsonLinesAndOneJsonValueAreToldApart) {
  EXPECT_EQ(format("{\"text\": \"a\"}\n{\"text\": \"b\"}\n"), Format::json_lines);
  EXPECT_EQ(format("{\"text\": \"one line without an end"), Format::json_lines);
  EXPECT_EQ(format("{\"id\": \"broken, \n{\"text\": \"b\"}\n"), Format::json_lines);
  EXPECT_EQ(format("{\n  \"text\": \"a\"\n}\n"), Format::json);
  EXPECT_EQ(format("{\"id\": \"1\",\n \"text\": \"a\"}"), Format::json);
  EXPECT_EQ(format("[\n {\"text\": \"a\"}]"), Format::json);
  EXPECT_EQ(format("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}"),
            Format::json);
}

TEST(Sniff, TextThatBeginsWithABracketIsText) {
  EXPECT_EQ(format("[CNN] The mayor resigned."), Format::text);
  EXPECT_EQ(format("{sic} was the only note."), Format::text);
  EXPECT_EQ(format("< 5 percent voted."), Format::text);
}

TEST(Sniff, WhatIsNotReadIsNamed) {
  EXPECT_EQ(sniff("\x89PNG\r\n\x1A\n", "x").what, "a PNG image");
  EXPECT_EQ(sniff("\xFF\xD8\xFF\xE0", "x").what, "a JPEG image");
  EXPECT_EQ(sniff("\x7F"
                  "ELF\x02\x01",
                  "x")
                .what,
            "a program");
  EXPECT_EQ(sniff("PK\x03\x04....word/document.xml", "x").what, "a Word document");
  EXPECT_EQ(sniff("<svg xmlns='s'>", "x").what, "an SVG image");
  EXPECT_EQ(sniff("<?xml version='1.0'?><urlset>", "x").what, "a sitemap");
  EXPECT_EQ(sniff("\x01\x02\x03\x04\x05\x06\x07\x08", "x").what, "binary data");
}

TEST(Sniff, WordsThatLookLikeAMarkAreText) {
  EXPECT_EQ(format("MZansi voters went to the polls."), Format::text);
  EXPECT_EQ(format("ID3 tags explained."), Format::text);
  EXPECT_EQ(format("The file begins with %PDF-1.7, she wrote."), Format::text);
}

TEST(Sniff, Utf16IsReadThroughItsNulBytes) {
  EXPECT_EQ(format("\xFF\xFE<\0h\0t\0m\0l\0>\0"sv), Format::html);
  EXPECT_EQ(format("{\0\"\0t\0e\0x\0t\0\"\0:\0"sv), Format::json_lines);
  EXPECT_EQ(format("\0T\0h\0e\0 \0m\0a\0y\0o\0r"sv), Format::text);
}

TEST(Sniff, BlanksAreEmpty) {
  EXPECT_EQ(format(""), Format::empty);
  EXPECT_EQ(format(" \r\n\t\xEF\xBB\xBF"), Format::empty);
}

RC_GTEST_PROP(Sniff, AnyBytesGetAnAnswer, (const std::string& bytes)) {
  const Sniffed is = sniff(bytes, "x.html");
  RC_ASSERT((is.format != Format::unsupported) || !is.what.empty());
}

TEST(Sniff, ADoctypeThatNeverEndsIsNoEndlessLoop) {
  EXPECT_EQ(sniff("<!DOCTYPE rss [ <!ENTITY a \"b\" ] ", "feed.xml").format, Format::text);
}

}  // namespace
}  // namespace stemma

#include "ingest/warc_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string record(std::string_view type, std::string_view content_type, std::string_view block,
                   std::string_view uri = "https://example.org/a") {
  return fmt::format(
      "WARC/1.1\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nContent-Type: {}\r\n"
      "Content-Length: {}\r\n\r\n{}\r\n\r\n",
      type, uri, content_type, block.size(), block);
}

std::string response(std::string_view body,
                     std::string_view headers = "Content-Type: text/html\r\n",
                     std::string_view status = "200 OK") {
  return record("response", "application/http; msgtype=response",
                fmt::format("HTTP/1.1 {}\r\n{}\r\n{}", status, headers, body));
}

TEST(WarcReader, PagesCarryTheirAddressCharsetAndRecordNumber) {
  const auto all = everything_in(
      record("warcinfo", "application/warc-fields", "software: x\r\n") +
          record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
          response("<p>First", "Content-Type: text/html; charset=windows-1251\r\n"),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.refusals, IsEmpty());
  const Document& page = all.documents[0];
  EXPECT_EQ(page.kind, Document::Kind::html);
  EXPECT_EQ(page.path, "a.warc#3");
  EXPECT_EQ(page.given.url, "https://example.org/a");
  EXPECT_EQ(page.charset, "windows-1251");
  EXPECT_EQ(page.bytes, "<p>First");
}

TEST(WarcReader, PagesSayWhenTheyWereGot) {
  std::string dated = response("<p>First");
  dated.insert(dated.find("Content-Type"), "WARC-Date: 2024-05-06T10:15:00Z\r\n");
  const auto all = everything_in(dated, "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].received, "2024-05-06T10:15:00Z");
}

TEST(WarcReader, GzipByRecordAndAsAWholeReadAlike) {
  const std::string one = response("<p>One"), two = response("<p>Two");
  const auto by_record = everything_in(packed(one) + packed(two), "a.warc.gz");
  const auto whole = everything_in(packed(one + two), "a.warc.gz");
  ASSERT_EQ(by_record.documents.size(), 2U);
  ASSERT_EQ(whole.documents.size(), 2U);
  EXPECT_EQ(by_record.documents[1].bytes, "<p>Two");
  EXPECT_EQ(whole.documents[1].path, by_record.documents[1].path);
}

TEST(WarcReader, WhatIsNoReportIsPassedOverInSilence) {
  const auto all = everything_in(
      response("\x89PNG", "Content-Type: image/png\r\n") +
          response("\x89PNG\r\n\x1A\n", "Content-Type: text/html\r\n") +
          response("<p>Moved", "Content-Type: text/html\r\nLocation: /b\r\n", "301 Moved") +
          response("<p>Gone", "Content-Type: text/html\r\n", "404 Not Found") +
          record("revisit", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n\r\n") +
          record("metadata", "application/warc-fields", "outlink: x") +
          record("resource", "text/plain", "User-agent: *", "https://example.org/robots.txt"),
      "a.warc");
  EXPECT_THAT(all.documents, IsEmpty());
  EXPECT_THAT(all.refusals, IsEmpty());
}

TEST(WarcReader, RevisitsOfPagesAreNotedAndThoseOfPicturesAreNot) {
  const auto revisit = [](std::string_view url, std::string_view type) {
    std::string made =
        record("revisit", "application/http; msgtype=response",
               fmt::format("HTTP/1.1 200 OK\r\nContent-Type: {}\r\n\r\n", type), url);
    made.insert(made.find("Content-Type"),
                "WARC-Refers-To-Target-URI: https://example.org/old\r\n"
                "WARC-Refers-To-Date: 2024-05-03T10:08:00Z\r\n");
    return made;
  };
  Revisits revisits;
  const auto stream =
      open_documents(own_bytes(response("<p>One") + revisit("https://example.org/b", "text/html") +
                               revisit("https://example.org/p.png", "image/png")),
                     "a.warc", {}, &revisits);
  EXPECT_EQ(everything(*stream).documents.size(), 1U);
  EXPECT_EQ(revisits.summary(),
            "1 revisit record without a text of its own passed over; of 1 the text is in no "
            "archive that was read, first a.warc#2: https://example.org/old of "
            "2024-05-03T10:08:00Z");
}

TEST(WarcReader, APdfIsReadOrRefusedByItsPlace) {
  const auto all =
      everything_in(response("%PDF-1.7 damaged", "Content-Type: application/pdf\r\n"), "a.warc");
  ASSERT_EQ(all.refusals.size(), 1U);
  EXPECT_THAT(all.refusals[0], HasSubstr("a.warc#1: a PDF document"));
}

TEST(WarcReader, NewsItemsInJsonAreReadAndWhatPagesLoadIsNot) {
  const auto all = everything_in(
      response(R"({"uri":"urn:x:1","body_text":"The vote was close."})",
               "Content-Type: application/json\r\n") +
          response(R"({"html":"<div>More</div>"})", "Content-Type: application/json\r\n"),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "The vote was close.");
  EXPECT_THAT(all.refusals, IsEmpty());
}

TEST(WarcReader, ResourcesAndConversionsAreRead) {
  const auto all = everything_in(
      record("resource", "text/html; charset=utf-8", "<p>Saved", "<https://example.org/b>") +
          record("conversion", "text/plain", "The vote was close."),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].given.url, "https://example.org/b");
  EXPECT_EQ(all.documents[1].kind, Document::Kind::text);
}

TEST(WarcReader, AResponseThatHoldsOnlyThePageIsRead) {
  const auto all =
      everything_in(record("response", "application/http", "<!DOCTYPE html><p>Bare"), "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "<!DOCTYPE html><p>Bare");
}

TEST(WarcReader, ChunkedAndPackedBodiesAreUndone) {
  const std::string body = packed("<p>The vote was close.");
  const auto all = everything_in(
      response(
          fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", body.size(), body),
          "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "<p>The vote was close.");
}

TEST(WarcReader, ChunkedGarbageInTheMiddleIsAWarningWithItsPlace) {
  const auto all =
      everything_in(response("9\r\n<p>Vote, \r\nnonsense",
                             "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"),
                    "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.documents[0].warnings, ElementsAre("a.warc#1: the chunked body ends early"));
}

TEST(WarcReader, AFeedInAnArchiveGivesItsItems) {
  const auto all = everything_in(
      response(
          "<rss><channel><title>Aldane Post</title><item><title>A</title><description>The vote."
          "</description></item></channel></rss>",
          "Content-Type: application/rss+xml\r\n"),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].path, "a.warc#1#1");
}

TEST(WarcReader, AFeedOrJsonSentAsAPageIsReadAsWhatItIs) {
  const auto all = everything_in(
      response("<rss><channel><item><description>The vote.</description></item></channel></rss>") +
          response(R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1",)"
                   R"( "content_text": "The vote."}]})") +
          response(R"({"error": 404})"),
      "a.warc");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].path, "a.warc#1#1");
  EXPECT_EQ(all.documents[1].path, "a.warc#2#1");
}

TEST(WarcReader, ATruncatedLastRecordIsRefusedByNameAndTheRestKept) {
  const std::string one = response("<p>One"), two = response("<p>Two");
  for (std::size_t cut = 9; cut + 4 < two.size(); ++cut) {
    const auto all = everything_in(one + two.substr(0, cut), "a.warc");
    ASSERT_EQ(all.documents.size(), 1U) << cut;
    ASSERT_EQ(all.refusals.size(), 1U) << cut;
    EXPECT_THAT(all.refusals[0], HasSubstr("a.warc#2: the record is cut short")) << cut;
  }
}

TEST(WarcReader, ATruncatedGzipArchiveNamesTheRecordAndTheReason) {
  const std::string one = packed(response("<p>One")), two = packed(response("<p>Two"));
  const auto all = everything_in(one + two.substr(0, two.size() / 2), "a.warc.gz");
  EXPECT_EQ(all.documents.size(), 1U);
  ASSERT_EQ(all.refusals.size(), 1U);
  EXPECT_THAT(all.refusals[0], HasSubstr("a.warc.gz#2: "));
  EXPECT_THAT(all.refusals[0], HasSubstr("ends early"));
}

TEST(WarcReader, AWrongLengthCostsOneRecord) {
  std::string wrong = response("<p>A longer page");
  const std::size_t at = wrong.find("Content-Length: ") + 16;
  wrong.replace(at, wrong.find('\r', at) - at, "50");
  const auto all = everything_in(wrong + response("<p>Next"), "a.warc");
  ASSERT_FALSE(all.documents.empty());
  EXPECT_EQ(all.documents.back().bytes, "<p>Next");
  EXPECT_EQ(all.documents.back().path, "a.warc#2");
  ASSERT_EQ(all.refusals.size(), 1U);
  EXPECT_THAT(all.refusals[0], HasSubstr("a.warc#1: "));
}

TEST(WarcReader, ARecordWithoutLengthIsRefusedOnceAndTheNextIsRead) {
  std::string without = response("<p>One");
  without.replace(without.find("Content-Length"), 14, "Content-Lenght");
  const auto all = everything_in(without + response("<p>Two"), "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].path, "a.warc#2");
  EXPECT_THAT(all.refusals, ElementsAre("a.warc#1: the record has no Content-Length"));
}

TEST(WarcReader, ARecordOverTheLimitIsRefusedAndTheNextIsRead) {
  ReadLimits limits;
  limits.document_bytes = 1000;
  const auto all =
      everything_in(response(std::string(2000, 'x')) + response("<p>Small"), "a.warc", limits);
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "<p>Small");
  ASSERT_EQ(all.refusals.size(), 1U);
  EXPECT_THAT(all.refusals[0], HasSubstr("a.warc#1: "));
}

TEST(WarcReader, AHeaderWithoutEndIsRefusedInBoundedMemory) {
  const auto all = everything_in(
      "WARC/1.0\r\n" + std::string(200000, 'x') + "\r\n\r\n" + response("<p>Ok"), "a.warc");
  EXPECT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.refusals.size(), 1U);
}

TEST(WarcReader, ACaptureThatWasCutIsAWarning) {
  std::string cut = response("<p>Half");
  cut.insert(cut.find("Content-Type"), "WARC-Truncated: length\r\n");
  const auto all = everything_in(cut, "a.warc");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.documents[0].warnings, ElementsAre(HasSubstr("cut short when it was archived")));
}

}  // namespace
}  // namespace stemma

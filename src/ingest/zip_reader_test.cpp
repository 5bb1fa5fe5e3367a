#include "ingest/zip_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <utility>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Members = std::vector<std::pair<std::string, std::string>>;

std::string zipped(const Members& members, const char* compression = "deflate") {
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  archive* writer = archive_write_new();
  archive_write_set_format_zip(writer);
  archive_write_set_format_option(writer, "zip", "compression", compression);
  archive_write_open_memory(writer, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  out.resize(used);
  return out;
}

std::string response(std::string_view url, std::string_view body) {
  const std::string block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + std::string(body);
  return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + std::string(url) +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(ZipReader, MembersAreReadAsAFolderWouldBe) {
  const auto read = everything_in(zipped({{"a/page.html", "<p>One.</p>"},
                                          {".hidden.txt", "no"},
                                          {"__MACOSX/a", "no"},
                                          {"b.jsonl", "{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}"},
                                          {"c.png", "\x89PNG\r\n\x1A\n"}}),
                                  "reports.zip");
  ASSERT_EQ(read.documents.size(), 3U);
  EXPECT_EQ(read.documents[0].path, "reports.zip#a/page.html");
  EXPECT_EQ(read.documents[1].path, "reports.zip#b.jsonl#1");
  EXPECT_THAT(read.refusals, ElementsAre("reports.zip#c.png: a PNG image, which is not read"));
}

TEST(ZipReader, AWaczGivesTheListedPagesOfItsArchives) {
  const std::string warc = packed(response("https://herald.example/ship/", "<p>Ship.</p>")) +
                           packed(response("https://ads.example/frame", "<p>Buy.</p>"));
  const auto read = everything_in(zipped({{"archive/data.warc.gz", warc},
                                          {"datapackage.json", "{}"},
                                          {"pages/pages.jsonl",
                                           "{\"format\":\"json-pages-1.0\"}\n"
                                           "{\"url\":\"http://www.herald.example/ship#top\"}\n"}},
                                         "store"),
                                  "site.wacz");
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].bytes, "<p>Ship.</p>");
  EXPECT_EQ(read.documents[0].path, "site.wacz#archive/data.warc.gz#1");
  EXPECT_TRUE(read.refusals.empty());
}

TEST(ZipReader, AWaczWithoutAListGivesAllItsPages) {
  const auto read =
      everything_in(zipped({{"archive/a.warc", response("https://a.example/", "<p>A.</p>") +
                                                   response("https://b.example/", "<p>B.</p>")}}),
                    "site.wacz");
  EXPECT_EQ(read.documents.size(), 2U);
}

TEST(ZipReader, APipeGivesWhatAFileGives) {
  const std::string bytes = zipped({{"a.txt", "The ship ran aground."}});
  const auto stream = open_documents(std::make_unique<SlowSource>(bytes), "-", {});
  const auto read = everything(*stream);
  ASSERT_EQ(read.documents.size(), 1U);
  EXPECT_EQ(read.documents[0].bytes, "The ship ran aground.");
}

TEST(ZipReader, APipeOverTheLimitIsRefused) {
  ReadLimits limits;
  limits.spool_bytes = 64;
  const std::string bytes = zipped({{"a.txt", "The ship ran aground."}});
  const auto stream = open_documents(std::make_unique<SlowSource>(bytes), "-", limits);
  EXPECT_THAT(everything(*stream).refusals, ElementsAre("-: larger than the limit of 64 bytes"));
}

TEST(ZipReader, WhatInflatesTooFarIsRefusedByName) {
  ReadLimits limits;
  limits.inflate_ratio = 10;
  const std::string blank = "a" + std::string(std::size_t{4} << 20, ' ');
  Members members;
  for (const char* name : {"1.txt", "2.txt", "3.txt", "4.txt", "5.txt"}) {
    members.emplace_back(name, blank + "text");
  }
  const auto read = everything_in(zipped(members), "bomb.zip", limits);
  ASSERT_FALSE(read.refusals.empty());
  EXPECT_THAT(read.refusals.back(), HasSubstr("inflates past its limit of"));
  EXPECT_EQ(read.documents.size(), 4U);  // 16 MiB may come out of anything
}

TEST(ZipReader, AnArchiveInsideHasNoMoreThanTheOuterHasLeft) {
  const std::string blank = "a" + std::string(std::size_t{4} << 20, ' ');
  const std::string inner = zipped({{"1.txt", blank}, {"2.txt", blank}});
  ReadLimits limits;
  limits.unpacked_bytes = inner.size() + blank.size() + 1000;
  const auto read = everything_in(zipped({{"in.zip", inner}}), "out.zip", limits);
  EXPECT_EQ(read.documents.size(), 1U);
  ASSERT_FALSE(read.refusals.empty());
  EXPECT_THAT(read.refusals[0], HasSubstr("inflates past its limit of"));
}

TEST(ZipReader, MembersPastTheLimitAreRefused) {
  ReadLimits limits;
  limits.zip_entries = 1;
  const auto read = everything_in(zipped({{"a.txt", "One."}, {"b.txt", "Two."}}), "a.zip", limits);
  EXPECT_EQ(read.documents.size(), 1U);
  EXPECT_THAT(read.refusals, ElementsAre("a.zip: a ZIP archive of more than 1 members"));
}

TEST(ZipReader, ArchivesInsideArchivesAreBounded) {
  std::string bytes = zipped({{"a.txt", "One."}});
  for (int i = 0; i < 5; ++i) bytes = zipped({{"in.zip", bytes}});
  const auto read = everything_in(bytes, "a.zip");
  EXPECT_TRUE(read.documents.empty());
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_THAT(read.refusals[0], HasSubstr("archives inside archives past the limit"));
}

TEST(ZipReader, ATruncatedArchiveIsRefusedByName) {
  const std::string bytes = zipped({{"a.txt", "The ship ran aground off Port Aldane."}});
  for (std::size_t size = 4; size < bytes.size(); size += 7) {
    const auto read = everything_in(bytes.substr(0, size), "a.zip");
    ASSERT_FALSE(read.refusals.empty()) << size;
    EXPECT_TRUE(read.refusals[0].starts_with("a.zip")) << read.refusals[0];
  }
}

}  // namespace
}  // namespace stemma

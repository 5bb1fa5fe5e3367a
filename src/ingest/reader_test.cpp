#include "ingest/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "ingest/testing.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// A folder of its own for each test, removed afterwards.
class Reading : public testing::Test {
 protected:
  Reading()
      : root_(fs::temp_directory_path() /
              ("stemma-reader-" + std::to_string(::getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name())) {
    fs::create_directories(root_);
  }
  ~Reading() override { fs::remove_all(root_); }

  void write(const std::string& name, std::string_view bytes) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }

  // Paths below the test's folder, and messages without it.
  std::vector<std::string> read(ReadLimits limits = {}) {
    Reader reader({root_.string()}, limits);
    std::vector<std::string> seen;
    while (auto next = reader.next()) {
      const std::string text = *next ? (*next)->path : "! " + next->error().message;
      const std::size_t at = text.find(root_.string());
      seen.push_back(at == std::string::npos
                         ? text
                         : text.substr(0, at) +
                               text.substr(std::min(text.size(), at + root_.string().size() + 1)));
    }
    return seen;
  }

  fs::path root_;
};

TEST_F(Reading, AFolderIsReadInNameOrderWithoutHiddenFiles) {
  write("b.txt", "Text.");
  write("a/2.txt", "Text.");
  write("a/10.html", "<p>Text.");
  write(".hidden/x.txt", "Text.");
  write(".DS_Store", "Text.");
  write("c.jsonl", "{\"text\": \"Text.\"}");
  EXPECT_THAT(read(), ElementsAre("a/10.html", "a/2.txt", "b.txt", "c.jsonl#1"));
}

TEST_F(Reading, ALoopOfLinksIsRefusedByNameAndEnds) {
  write("a/x.txt", "Text.");
  fs::create_directory_symlink("..", root_ / "a" / "loop");
  EXPECT_THAT(read(), ElementsAre(HasSubstr("! a/loop: a loop"), "a/x.txt"));
}

TEST_F(Reading, LinksThatMultiplyPathsAreFollowedOnce) {
  write("d0/x.txt", "Text.");
  for (int i = 1; i < 40; ++i) {
    const fs::path folder = root_ / ("d" + std::to_string(i));
    fs::create_directories(folder);
    fs::create_directory_symlink("../d" + std::to_string(i - 1), folder / "left");
    fs::create_directory_symlink("../d" + std::to_string(i - 1), folder / "right");
  }
  EXPECT_LT(read().size(), 200U);
}

TEST_F(Reading, FoldersDeeperThanTheLimitAreRefused) {
  write("a/b/c/x.txt", "Text.");
  write("z.txt", "Text.");
  ReadLimits limits;
  limits.directory_depth = 3;
  EXPECT_THAT(read(limits), ElementsAre(HasSubstr("! a/b/c: deeper than the limit"), "z.txt"));
}

TEST_F(Reading, WhatCannotBeReadIsNamedAndTheRestGoesOn) {
  write("a.txt", "");
  write("b.rtf", "{\\rtf1 Text.}");
  fs::create_symlink("nowhere", root_ / "c.txt");
  write("d.txt.gz", packed(packed(packed("Text."))));
  write("e.txt.gz", packed(packed("Text.")));
  EXPECT_THAT(read(),
              ElementsAre("! a.txt: empty", "! b.rtf: a rich text document, which is not read",
                          HasSubstr("! c.txt: No such file"),
                          HasSubstr("! d.txt.gz: compressed more than"), "e.txt.gz"));
}

TEST_F(Reading, ATruncatedPageIsRefused) {
  std::string page = "<p>";
  for (int i = 0; i < 5000; ++i) page += std::to_string(i * 7919);
  write("a.html.gz", packed(page).substr(0, 3000));
  EXPECT_THAT(read(), ElementsAre("! a.html.gz: the compressed data ends early"));
}

TEST_F(Reading, APageOverTheLimitIsRefused) {
  write("a.html", "<p>" + std::string(5000, 'x'));
  ReadLimits limits;
  limits.document_bytes = 1000;
  EXPECT_THAT(read(limits), ElementsAre("! a.html: larger than the limit of 1000 bytes"));
}

TEST_F(Reading, APageAfterThousandsOfBlankLinesIsAPage) {
  write("a", std::string(20000, '\n') + "<!DOCTYPE html><p>Text.");
  Reader reader({(root_ / "a").string()});
  const auto page = reader.next();
  ASSERT_TRUE(page && *page);
  EXPECT_EQ((*page)->kind, Document::Kind::html);
}

TEST_F(Reading, ANameThatIsNotUtf8IsMadeReadable) {
  write("caf\xE9.txt", "Text.");
  EXPECT_THAT(read(), ElementsAre("caf\uFFFD.txt"));
}

TEST(ReadNothing, NoInputsAreTheEnd) { EXPECT_FALSE(Reader({}).next()); }

TEST(ReadNothing, AMissingFileIsNamed) {
  const auto missing = Reader({"/nowhere/at-all.html"}).next();
  ASSERT_TRUE(missing);
  ASSERT_FALSE(*missing);
  EXPECT_EQ(missing->error().fault, Fault::unreadable);
  EXPECT_THAT(missing->error().message, HasSubstr("/nowhere/at-all.html: No such file"));
}

TEST(ReadNothing, AnAddressIsToldFromAFile) {
  const auto address = Reader({"https://courier.example/a"}).next();
  ASSERT_TRUE(address);
  ASSERT_FALSE(*address);
  EXPECT_THAT(address->error().message,
              HasSubstr("https://courier.example/a: an address, not a file"));
}

}  // namespace
}  // namespace stemma

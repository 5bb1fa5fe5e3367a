#include "base/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <thread>

namespace stemma {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  const fs::path folder_ =
      fs::path(testing::TempDir()) /
      ("stemma-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(Files, WhatWasWrittenIsRead) {
  ASSERT_TRUE(write_file(folder_ / "a", "first"));
  ASSERT_TRUE(write_file(folder_ / "a", "second"));
  EXPECT_EQ(read_file(folder_ / "a", 100).value_or(""), "second");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Files, WritersOfOneFileAtOnceLeaveOneOfTheirs) {
  const auto write = [&](char letter) {
    for (int i = 0; i < 50; ++i) {
      EXPECT_TRUE(write_file(folder_ / "a", std::string(100'000, letter)));
    }
  };
  std::thread first(write, 'x'), second(write, 'y');
  for (int i = 0; i < 50; ++i) {
    const std::string bytes = read_file(folder_ / "a", 1'000'000).value_or("");
    if (bytes.empty()) continue;  // not there yet
    EXPECT_EQ(bytes, std::string(100'000, bytes.front()));
  }
  first.join();
  second.join();
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Files, AFileThatCannotReplaceAFolderLeavesNothing) {
  fs::create_directories(folder_ / "a" / "b");
  EXPECT_FALSE(write_file(folder_ / "a", "x"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Files, ALargeFileIsRefusedByName) {
  ASSERT_TRUE(write_file(folder_ / "big", std::string(1000, 'x')));
  const auto bytes = read_file(folder_ / "big", 999);
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().fault, Fault::too_large);
  EXPECT_NE(bytes.error().message.find("big"), std::string::npos);
}

TEST_F(Files, AFolderCannotBeReadAsAFile) { EXPECT_FALSE(read_file(folder_, 100)); }

TEST_F(Files, WritingIntoNoFolderLeavesNothing) {
  EXPECT_FALSE(write_file(folder_ / "none" / "a", "x"));
}

TEST(Sha256, IsTheStandardsKnownAnswer) {  // FIPS 180-4, "abc"
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
}  // namespace stemma

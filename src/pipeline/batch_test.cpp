#include "pipeline/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace stemma {
namespace {

using ::testing::HasSubstr;

class Batch : public ::testing::Test {
 protected:
  Batch() { std::filesystem::create_directories(folder_); }
  ~Batch() override { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name) << text;
    return (folder_ / name).string();
  }

  std::filesystem::path folder_ =
      std::filesystem::path(::testing::TempDir()) / ("stemma-batch-" + std::to_string(::getpid()));
};

TEST_F(Batch, FilesAndFoldersCanBeReadTwiceAndPipesCannot) {
  const std::string page = file("a.txt", "The ship."), pipe = (folder_ / "pipe").string();
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_TRUE(can_be_read_twice({page, folder_.string(), (folder_ / "missing").string()}));
  EXPECT_FALSE(can_be_read_twice({page, "-"}));
  EXPECT_FALSE(can_be_read_twice({page, pipe}));
}

TEST_F(Batch, WhatMustBeHeldIsBounded) {
  const std::vector<std::string> inputs = {file("a.txt", std::string(600, 'a')),
                                           file("b.txt", std::string(600, 'b'))};
  Reader all(inputs);
  const auto held = held_documents(all, 1200);
  ASSERT_TRUE(held);
  EXPECT_EQ(held->size(), 2U);
  Reader again(inputs);
  const auto refused = held_documents(again, 1199);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::too_large);
  EXPECT_THAT(refused.error().message, HasSubstr("at most 1199 bytes; give files"));
}

}  // namespace
}  // namespace stemma

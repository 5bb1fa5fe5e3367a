#include "base/program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace stemma {
namespace {

using ::testing::HasSubstr;

Result<std::string> shell(const std::string& line, std::string_view input,
                          ProgramLimits limits = {}) {
  return run_program("/bin/sh", {"-c", line}, input, limits);
}

TEST(Program, GetsItsInputAndGivesItsOutput) {
  EXPECT_EQ(shell("cat /dev/stdin", "Port Aldane"), "Port Aldane");
}

TEST(Program, IsStoppedWhenItTakesTooLong) {
  ProgramLimits limits;
  limits.time = std::chrono::milliseconds(100);
  const auto done = shell("sleep 20", "", limits);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().fault, Fault::too_large);
  EXPECT_EQ(done.error().message, "took more than 100 ms");
}

TEST(Program, IsStoppedWhenItPrintsTooMuch) {
  ProgramLimits limits;
  limits.output_bytes = 1000;
  const auto done = shell("while :; do echo 0123456789; done", "", limits);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "printed more than 1000 bytes");
}

TEST(Program, CannotWriteFilesAndSeesNothingOfOurEnvironment) {
  ::setenv("STEMMA_TEST_SECRET", "x", 1);
  EXPECT_EQ(shell("echo \"[$STEMMA_TEST_SECRET]\"", ""), "[]\n");
  const std::string file = ::testing::TempDir() + "/program_test_file";
  EXPECT_FALSE(shell("echo x > " + file, ""));
  EXPECT_EQ(std::filesystem::file_size(file), 0U);
  std::filesystem::remove(file);
}

TEST(Program, IsStoppedWhenItGoesOnInSilence) {
  ProgramLimits limits;
  limits.time = std::chrono::milliseconds(100);
  EXPECT_FALSE(shell("exec >&-; sleep 20", "", limits));
}

TEST(Program, AFailureIsToldWithItsStatus) {
  const auto done = shell("exit 3", "");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "ended with status 3");
  EXPECT_THAT(run_program("/nowhere/at/all", {}, "", {}).error().message, HasSubstr("started"));
}

}  // namespace
}  // namespace stemma

#include "base/guard.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace stemma {
namespace {

TEST(Guard, AnExceptionIsARefusalThatNamesTheInput) {
  const auto thrown =
      guarded("a.html", []() -> Result<int> { throw std::length_error("too long"); });
  ASSERT_FALSE(thrown);
  EXPECT_EQ(thrown.error().message, "a.html: too long");
}

TEST(Guard, AnInputThatNeedsMoreMemoryThanThereIsIsRefused) {
  const auto thrown = guarded("a.html", []() -> Result<int> { throw std::bad_alloc(); });
  ASSERT_FALSE(thrown);
  EXPECT_EQ(thrown.error().message, "a.html: out of memory");
}

TEST(Guard, AnAnswerAndARefusalPassThrough) {
  EXPECT_EQ(guarded("a.html", []() -> Result<int> { return 7; }), 7);
  const auto refused =
      guarded("a.html", []() -> Result<int> { return failure(Fault::empty, "a.html: empty"); });
  EXPECT_EQ(refused.error().message, "a.html: empty");
}

}  // namespace
}  // namespace stemma

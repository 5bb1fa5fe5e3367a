#include "ingest/input.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

class FailingSource : public ByteSource {
 public:
  Result<std::size_t> read(char* into, std::size_t) override {
    if (given_) return failure(Fault::unreadable, "the disk is gone");
    given_ = true;
    *into = 'x';
    return std::size_t{1};
  }

 private:
  bool given_ = false;
};

TEST(Input, LookingAheadTakesNothing) {
  Input input(view_bytes("Dateline: Aldane"));
  EXPECT_EQ(input.peek(8), "Dateline");
  EXPECT_EQ(input.peek(100), "Dateline: Aldane");
  EXPECT_EQ(input.position(), 0U);
}

TEST(Input, LinesEndWithLineFeedOrBothCharacters) {
  Input input(view_bytes("one\r\ntwo\n\nlast"));
  std::string line;
  std::vector<std::string> lines;
  while (input.take_line(100, line) == Input::Line::whole) lines.push_back(line);
  EXPECT_EQ(lines, (std::vector<std::string>{"one", "two", "", "last"}));
}

TEST(Input, ALineOverTheLimitIsPassedOverWhole) {
  Input input(view_bytes("123456\nnext\n"));
  std::string line;
  EXPECT_EQ(input.take_line(5, line), Input::Line::too_long);
  EXPECT_EQ(input.take_line(5, line), Input::Line::whole);
  EXPECT_EQ(line, "next");
}

TEST(Input, BytesBeforeAFailureAreGivenAndTheReasonKept) {
  Input input(std::make_unique<FailingSource>());
  std::string taken;
  EXPECT_EQ(input.take(10, taken), 1U);
  ASSERT_TRUE(input.error());
  EXPECT_EQ(input.error()->message, "the disk is gone");
}

TEST(Input, WhatIsLeftCanBeASourceAgain) {
  Input input(view_bytes("headbody"));
  input.skip(4);
  Input rest(rest_of(std::move(input)));
  std::string taken;
  EXPECT_TRUE(take_all(rest, 100, taken));
  EXPECT_EQ(taken, "body");
}

RC_GTEST_PROP(Input, ASlowSourceReadsAsAFastOne, (const std::string& bytes)) {
  Input slow(std::make_unique<SlowSource>(bytes)), fast(view_bytes(bytes));
  std::string a, b;
  while (true) {
    const auto end = slow.take_line(8, a);
    RC_ASSERT(end == fast.take_line(8, b));
    if (end == Input::Line::end) break;
    RC_ASSERT(a == b);
    RC_ASSERT(slow.position() == fast.position());
  }
}

}  // namespace
}  // namespace stemma

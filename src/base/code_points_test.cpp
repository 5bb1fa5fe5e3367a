#include "base/code_points.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/unistr.h>

#include <string>

#include "base/utf8.h"

namespace stemma {
namespace {

std::string text_of(const std::vector<std::uint32_t>& points) {
  std::string text;
  for (const std::uint32_t point : points)
    append_utf8(text, static_cast<char32_t>(point % 0x110000));
  return text;
}

TEST(CodePoints, AsciiOffsetsStayAsTheyAre) {
  const CodePointsView points("The ferry sank.");
  EXPECT_EQ(points.to_bytes({4, 9}), (Span{4, 9}));
  EXPECT_EQ(points.size(), 15u);
}

TEST(CodePoints, ACurlyQuoteCountsOnce) {
  const std::string text = "\u201cNo,\u201d she said";
  const CodePointsView points(text);
  EXPECT_EQ(points.of_byte(3), 1u);
  EXPECT_EQ(cut(text, points.to_bytes({1, 4})), "No,");
}

TEST(CodePoints, AnOffsetPastTheEndIsTheEnd) {
  const CodePointsView points("caf\u00e9");
  EXPECT_EQ(points.of_byte(99), 4u);
  EXPECT_EQ(points.to_byte(99), 5u);
}

RC_GTEST_PROP(CodePoints, ThereAndBackIsTheSamePlace, (const std::vector<std::uint32_t>& any)) {
  const std::string text = text_of(any);
  const CodePointsView points(text);
  for (std::uint32_t i = 0; i <= points.size(); ++i) {
    RC_ASSERT(points.of_byte(points.to_byte(i)) == i);
  }
}

RC_GTEST_PROP(CodePoints, IcuCountsTheSame, (const std::vector<std::uint32_t>& any)) {
  const std::string text = text_of(any);
  const auto icu = icu::UnicodeString::fromUTF8(text).countChar32();
  RC_ASSERT(CodePointsView(text).size() == static_cast<std::uint32_t>(icu));
}

}  // namespace
}  // namespace stemma

#include "base/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace stemma {
namespace {

TEST(Utf8, OverlongFormsAndSurrogatesAreMalformed) {
  EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));
  EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));
}

TEST(Utf8, TheReplacementCharacterItselfIsValid) { EXPECT_TRUE(is_valid_utf8("\uFFFD")); }

TEST(Utf8, ARunOfMalformedBytesBecomesOneReplacement) {
  std::size_t replaced = 0;
  EXPECT_EQ(repair_utf8("a\xFF\xFE\x80z", &replaced), "a\uFFFDz");
  EXPECT_EQ(replaced, 1u);
}

TEST(Utf8, LowerCaseReachesBeyondAscii) { EXPECT_EQ(to_lower("ÉCOLE Straße"), "école straße"); }

RC_GTEST_PROP(Utf8, RepairedBytesAreValidAndStayAsTheyAre, (const std::string& bytes)) {
  const std::string repaired = repair_utf8(bytes);
  RC_ASSERT(is_valid_utf8(repaired));
  RC_ASSERT(repair_utf8(repaired) == repaired);
}

RC_GTEST_PROP(Utf8, ValidTextNeedsNoRepair, (const std::string& bytes)) {
  std::size_t replaced = 0;
  (void)repair_utf8(bytes, &replaced);
  RC_ASSERT((replaced == 0) == is_valid_utf8(bytes));
}

TEST(Utf8, AsciiHasTheClassesThatUnicodeGives) {
  for (char32_t c = 0; c < 0x80; ++c) {
    EXPECT_EQ(is_space(c), beyond_ascii::is_space(c)) << int(c);
    EXPECT_EQ(is_letter(c), beyond_ascii::is_letter(c)) << int(c);
    EXPECT_EQ(is_digit(c), beyond_ascii::is_digit(c)) << int(c);
    EXPECT_EQ(is_upper(c), beyond_ascii::is_upper(c)) << int(c);
    EXPECT_EQ(is_lower(c), beyond_ascii::is_lower(c)) << int(c);
  }
}

}  // namespace
}  // namespace stemma

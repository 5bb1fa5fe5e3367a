#include "ingest/markup.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

TEST(Markup, AHeadlineLosesItsTagsAndBlanks) {
  EXPECT_EQ(plain_line(" <b>Vote</b>\n close &amp;amp; bitter "), "Vote close & bitter");
  EXPECT_EQ(plain_line("Support below 5 < 6 percent"), "Support below 5 < 6 percent");
}

TEST(Markup, ManyOpenAnglesAreLinear) {
  std::string angles;
  for (int i = 0; i < 500000; ++i) angles += "<a";
  EXPECT_EQ(plain_line(angles), angles);
}

RC_GTEST_PROP(Markup, ValidTextStaysValid, (const std::string& bytes)) {
  const std::string text = repair_utf8(bytes);
  RC_ASSERT(is_valid_utf8(plain_line("&#xD800;" + text)));
}

}  // namespace
}  // namespace stemma

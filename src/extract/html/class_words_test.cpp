#include "extract/html/class_words.h"

#include <gtest/gtest.h>

namespace stemma::html {
namespace {

TEST(ClassWords, FindsLongWordsInsideOthersAndShortOnesAlone) {
  EXPECT_EQ(roles_of("articlebody"), bit(Role::content));
  EXPECT_EQ(roles_of("ad"), bit(Role::advertisement));
  EXPECT_EQ(roles_of("ad-slot"), bit(Role::advertisement));
  EXPECT_EQ(roles_of("shadow gradient"), 0u);
}

TEST(ClassWords, SplitsAtHyphensUnderscoresAndCapitals) {
  EXPECT_EQ(roles_of("read-more"), bit(Role::related));
  EXPECT_EQ(roles_of("pageNav"), bit(Role::navigation));
  EXPECT_EQ(roles_of("c_lede__x"), bit(Role::summary));
  EXPECT_EQ(roles_of(""), 0u);
}

}  // namespace
}  // namespace stemma::html

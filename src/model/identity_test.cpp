#include "model/identity.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(Identity, ThePathDoesNotMatter) {
  Article a, b;
  a.text = b.text = "The dam is holding.";
  a.path = "one.txt";
  b.path = "-";
  EXPECT_EQ(content_id(a), content_id(b));
}

TEST(Identity, WordsThatMoveBetweenFieldsMakeAnotherArticle) {
  Article a, b;
  a.title = "Dam";
  a.text = "holds";
  b.title = "Damh";
  b.text = "olds";
  EXPECT_NE(content_id(a), content_id(b));
}

}  // namespace
}  // namespace stemma

#include "model/article.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

bool in_any(const Article& article, Span span) {
  for (const Span& each : article.furniture) {
    if (each.overlaps(span)) return true;
  }
  return false;
}

TEST(Furniture, IsFoundBySearchAsByLookingAtEachStretch) {
  Article article;
  article.furniture = {{2, 4}, {4, 5}, {9, 12}};
  for (std::uint32_t begin = 0; begin < 14; ++begin) {
    for (std::uint32_t end = begin; end < 14; ++end) {
      EXPECT_EQ(article.in_furniture({begin, end}), in_any(article, {begin, end}))
          << begin << " to " << end;
    }
  }
}

}  // namespace
}  // namespace stemma

#include "base/surrogate_references.h"

#include <gtest/gtest.h>

#include <string>

namespace stemma {
namespace {

std::string joined(std::string markup) {
  join_surrogate_references(markup);
  return markup;
}

TEST(SurrogateReferences, ThePairIsOneCharacter) {
  EXPECT_EQ(joined("a &#55357;&#56832; b &#xD83D;&#xde00; c"), "a 😀 b 😀 c");
}

TEST(SurrogateReferences, AllElseStays) {
  for (const char* markup : {"", "&#39;&#55357;", "&#55357; &#56832;", "&#56832;&#55357;",
                             "&#55357&#56832;", "&#;&#x;", "&#55357;&#", "&#99999999999999;"}) {
    EXPECT_EQ(joined(markup), markup);
  }
}

}  // namespace
}  // namespace stemma

#include "extract/metadata/letters.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(Letters, AreThoseOfAddresses) {
  EXPECT_EQ(letters_of("Süd-Kurier"), letters_of("suedkurier"));
  EXPECT_EQ(letters_of("L'Écho 24"), "lecho24");
  EXPECT_EQ(letters_of("Вести"), "вести");
}

}  // namespace
}  // namespace stemma

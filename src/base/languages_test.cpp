#include "base/languages.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

std::string named(std::string_view declared) { return language_named(declared).value_or("none"); }

TEST(Languages, AreNamedByTagsInAnyCase) {
  for (const char* english :
       {"en", "EN", "en-GB", "en_US.UTF-8", " En ", "eng", "ENG", "en;q=0.9"}) {
    EXPECT_EQ(named(english), "en") << english;
  }
  EXPECT_EQ(named("zh-Hant-TW"), "zh");
  EXPECT_EQ(named("deu"), "de");
  EXPECT_EQ(named("fil"), "fil");
  EXPECT_EQ(named("iw-IL"), "he");
}

TEST(Languages, AreNamedByTheirEnglishNames) {
  for (const char* english : {"English", "ENGLISH", "English (US)", "english, British"}) {
    EXPECT_EQ(named(english), "en") << english;
  }
  EXPECT_EQ(named("Norwegian Bokmål"), "nb");
  EXPECT_EQ(named("German"), "de");
}

TEST(Languages, WhatNamesNoneIsNone) {
  for (const char* none : {"", "und", "x", "e1", "Newspeak", "UND-x", "\xC3\xA9n", "(en)"}) {
    EXPECT_EQ(named(none), "none") << none;
  }
}

}  // namespace
}  // namespace stemma

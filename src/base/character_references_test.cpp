#include "base/character_references.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

TEST(CharacterReferences, AreReplacedOnce) {
  EXPECT_EQ(unescape("&lt;b&gt; &amp;lt; &#8217;&#x2019;&rsquo; &eacute;"), "<b> &lt; ’’’ é");
}

TEST(CharacterReferences, ToHalvesOfACharacterAreJoined) {
  EXPECT_EQ(unescape("Ship &#55357;&#56832;"), "Ship 😀");
}

TEST(CharacterReferences, WhatIsNoReferenceStays) {
  for (const char* text :
       {"A & B", "&;", "&nosuch;", "&#;", "&#x;", "&#0;", "&#99999999999;", "R&D; more", "&"}) {
    EXPECT_EQ(unescape(text), text) << text;
  }
}

RC_GTEST_PROP(CharacterReferences, ValidTextStaysValid, (const std::string& bytes)) {
  RC_ASSERT(is_valid_utf8(unescape(repair_utf8(bytes))));
}

}  // namespace
}  // namespace stemma

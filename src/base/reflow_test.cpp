#include "base/reflow.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

TEST(Reflow, LinesBrokenToFitAreJoined) {
  EXPECT_EQ(
      reflow("The harbour of Port Aldane was closed on\n"
             "Tuesday after a freighter ran aground\n"
             "at dawn.\n"
             "Nobody was hurt.\n"
             "Ferries were sent to a port nearby.\n",
             false),
      "The harbour of Port Aldane was closed on Tuesday after a freighter ran aground at dawn.\n\n"
      "Nobody was hurt.\n\nFerries were sent to a port nearby.");
}

TEST(Reflow, BlankLinesPartParagraphs) {
  EXPECT_EQ(reflow("One.\n\n\n  Two.  \r\n", false), "One.\n\nTwo.");
}

TEST(Reflow, ADividedWordIsMadeWholeInPrintOnly) {
  EXPECT_EQ(reflow("the freigh-\nter", true), "the freighter");
  EXPECT_EQ(reflow("a long-\nterm plan", false), "a long-term plan");
  EXPECT_EQ(reflow("the freigh\xC2\xAD\nter", false), "the freighter");
}

TEST(Reflow, ShortLinesStayApart) {
  EXPECT_EQ(reflow("By Ada Writer\nPort Aldane Herald\n3 May 2024", true),
            "By Ada Writer\n\nPort Aldane Herald\n\n3 May 2024");
}

TEST(Reflow, AHeadlineDoesNotGoOnInTheByline) {
  EXPECT_EQ(
      reflow("Freighter frees herself at dawn\nBy Ada Writer\n\n"
             "The freighter that ran aground off Port Aldane on\n"
             "Tuesday came free by herself before dawn, and the\n"
             "tug that was sent went home.",
             false),
      "Freighter frees herself at dawn\n\nBy Ada Writer\n\nThe freighter that ran aground off Port "
      "Aldane on Tuesday came free by herself before dawn, and the tug that was sent went home.");
}

TEST(Reflow, ATextIsWrappedWhereNextToNoLineHasRoomForTheNextWord) {
  const std::string_view wrapped =
      "The harbour of Port Aldane was closed on\n"
      "Tuesday after a freighter ran aground at\n"
      "dawn, the harbour master said, and the\n"
      "ferries were sent to a port nearby.\n\n"
      "Nobody was hurt. A tug from Norrhavn was\n"
      "expected to pull her free on Wednesday.\n";
  EXPECT_TRUE(is_wrapped(wrapped));
  EXPECT_FALSE(is_wrapped(reflow(wrapped, false)));
  EXPECT_FALSE(is_wrapped(
      "Home\nWorld\nCoast guard frees freighter at dawn\nFerries are back\nTags\nHarbour\n"));
}

RC_GTEST_PROP(Reflow, NoLetterIsLost, (const std::string& text)) {
  const auto letters = [](const std::string& from) {
    std::string kept;
    for (const char c : from) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
    }
    return kept;
  };
  RC_ASSERT(letters(reflow(text, true)) == letters(text));
}

}  // namespace
}  // namespace stemma

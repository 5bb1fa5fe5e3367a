#include "extract/opening.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(LinesAboutWriting, SayWhenOrByWhomAndNothingElse) {
  for (const char* line :
       {"3 May 2024", "Published 3 May 2024, 10:15 BST", "Updated: May 5, 2024 at 9:00 AM EDT",
        "2 hours ago", "Last updated 2 hours ago", "Friday, May 3, 2024 | 4 min read",
        "2024-05-03 10:15", "By Ann Lee", "By Ann Lee and Bo Li for the AP",
        "Published May 3, 2024 | Updated May 5, 2024"}) {
    EXPECT_TRUE(is_about_writing(line)) << line;
  }
}

TEST(LinesAboutWriting, AreNoneThatTellWhatHappened) {
  for (const char* line :
       {"", "The ferry sank on 3 May 2024", "On May 3, 2024, a ferry sank.", "What we know",
        "By noon all were ashore.", "By land and sea", "Two hours later", "Norrhavn, May 3",
        "May we come in?", "212 people", "A year of fog"}) {
    EXPECT_FALSE(is_about_writing(line)) << line;
  }
}

}  // namespace
}  // namespace stemma

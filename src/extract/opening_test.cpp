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
        "Ann Lee:", "May we come in?", "212 people", "A year of fog"}) {
    EXPECT_FALSE(is_about_writing(line)) << line;
  }
}

TEST(LinesAboutWriting, RepeatInAnyLanguageWhatIsKnown) {
  Article known;
  known.authors = {"Ann Lee", "田中美咲"};
  known.outlet_name = "Norrhavn Courier";
  for (const char* line :
       {"Publié le 15 mai 2024 à 20h04, modifié le 16 mai 2024", "Ann Lee / Norrhavn Courier",
        "14. Mai 2024, 17:20 Uhr – aktualisiert am 15. Mai 2024", "03.05.2024 | von Ann Lee",
        "田中美咲2024年5月7日 17時00分", "ANN LEE",
        "Ann Lee / TNN / Updated: Mar 6, 2024, 19:20 IST"}) {
    EXPECT_TRUE(is_about_writing(line, known)) << line;
  }
  for (const char* line : {"Ann Lee resigned", "Norrhavn Courier", "Ann Lee on the lock", "In 2024",
                           "Le 15 mai 2024 Ann Lee quitte Norrhavn"}) {
    EXPECT_FALSE(is_about_writing(line, known)) << line;
  }
}

}  // namespace
}  // namespace stemma

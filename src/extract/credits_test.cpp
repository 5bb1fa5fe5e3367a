#include "extract/credits.h"

#include <gtest/gtest.h>

#include <string>

namespace stemma {
namespace {

std::vector<std::string> credits(std::string_view text) {
  std::vector<std::string> found;
  for (const Span span : credits_in(text)) found.emplace_back(cut(text, span));
  return found;
}

TEST(Credits, AreAgenciesInADatelineAndLinesThatNameWhoReported) {
  EXPECT_EQ(credits("NORRHAVN (Reuters) - A ferry ran aground on Tuesday.\n\nAll were saved.\n\n"
                    "Reporting by Ann Lee; editing by Bo Li"),
            (std::vector<std::string>{"(Reuters)", "Reporting by Ann Lee; editing by Bo Li"}));
  EXPECT_EQ(credits("[CNN] A ferry ran aground."), (std::vector<std::string>{"[CNN]"}));
  EXPECT_EQ(credits("The Associated Press contributed to this report.").size(), 1u);
}

TEST(Credits, AreFoundInTheFormsThatOutletsUse) {
  for (const char* line :
       {"— Reuters", "With files from the Canadian Press", "With inputs from agencies",
        "Associated Press writer Ann Lee contributed.", "Reuters contributed.",
        "This article was first published by the Norrhavn Courier.",
        "This story originally appeared in the Norrhavn Courier.", "© 2024 AFP", "Source: Reuters",
        "Le Monde avec AFP", "dpa/AFP", "Reuters"}) {
    EXPECT_EQ(credits(line), std::vector<std::string>{line});
  }
  EXPECT_EQ(credits("NORRHAVN (AP/Reuters) — A ferry ran aground."),
            (std::vector<std::string>{"(AP/Reuters)"}));
  EXPECT_EQ(credits("Norrhavn, May 3 (AFP): A ferry ran aground."),
            (std::vector<std::string>{"(AFP)"}));
  EXPECT_EQ(credits("CNN — The ferry ran aground."), (std::vector<std::string>{"CNN"}));
}

TEST(Credits, AreNoAsides) {
  EXPECT_TRUE(credits("She contributed to the party for years.").empty());
  EXPECT_TRUE(credits("The New York Times").empty());
  EXPECT_TRUE(credits("Norrhavn — The ferry ran aground.").empty());
  EXPECT_TRUE(credits("Source: the coast guard").empty());
  EXPECT_TRUE(credits("A report by the agency (Reuters) said so.").empty());
  EXPECT_TRUE(credits("A ferry (the Alda) - an old one - ran aground.").empty());
  EXPECT_TRUE(credits("Editing bylaws took a year.").empty());
  EXPECT_TRUE(credits("").empty());
}

}  // namespace
}  // namespace stemma

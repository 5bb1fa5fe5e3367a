#include <gtest/gtest.h>

#include "extract/extract.h"
#include "model/outlets.h"

namespace stemma {
namespace {

Article article_of(std::string text) {
  Document document;
  document.kind = Document::Kind::text;
  document.path = "scraped.txt";
  document.bytes = std::move(text);
  const auto extraction = extract(document);
  EXPECT_TRUE(extraction.has_value());
  return extraction ? extraction->article : Article{};
}

const std::string kReport =
    "A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and "
    "all of "
    "them were brought ashore by noon.\n"
    "The captain told the police that fog had come up within minutes, and the mate said the "
    "same.\n";

TEST(ScrapedOutlet, IsALineThatIsAnOutletsNameAlone) {
  EXPECT_EQ(article_of("The Guardian\nFerry runs aground in the fog\n" + kReport).outlet,
            canonical_outlet("The Guardian"));
}

TEST(ScrapedOutlet, IsWhoseTheRightsAre) {
  EXPECT_EQ(article_of(kReport + "© 2024 Norrhavn Courier. All rights reserved.\n").outlet,
            "Norrhavn Courier");
}

TEST(ScrapedOutlet, IsNoAgencyThatOthersPrint) {
  EXPECT_EQ(
      article_of(kReport + "Copyright 2024 The Associated Press. All rights reserved.\n").outlet,
      std::nullopt);
}

TEST(ScrapedOutlet, IsNoneThatTheReportOnlyMentions) {
  EXPECT_EQ(
      article_of(kReport + "Reuters was the first to report the accident on Tuesday evening.\n")
          .outlet,
      std::nullopt);
}

}  // namespace
}  // namespace stemma

#include <gtest/gtest.h>

#include <algorithm>

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

const std::string kParagraphs =
    "A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and "
    "all of "
    "them were brought ashore by noon. Nobody was hurt.\n\n"
    "The captain told the police that fog had come up within minutes, and the mate, who had stood "
    "at the "
    "bow with a lamp in his hand, said the same when he was asked.\n\n"
    "It was the second time in a year that the old ship hit the same bank of sand, and the "
    "inspectors want "
    "to know why she had no radar.\n";

// The same report broken at any width is the same article.
TEST(ScrapedText, BrokenToFitAWidthIsReadByParagraphs) {
  const std::string whole = article_of("Ferry runs aground in the fog\n\n" + kParagraphs).text;
  for (const std::size_t width : {40u, 60u, 72u, 80u, 100u}) {
    std::string broken = "Ferry runs aground in the fog\n\n";
    for (std::size_t at = 0, column = 0; at < kParagraphs.size();) {
      const std::size_t end = std::min(kParagraphs.find_first_of(" \n", at), kParagraphs.size());
      if (column > 0) {
        const bool fits = column + 1 + end - at <= width;
        broken += fits ? ' ' : '\n';
        column = fits ? column + 1 : 0;
      }
      broken.append(kParagraphs, at, end - at);
      column += end - at;
      for (at = end; at < kParagraphs.size() && kParagraphs[at] == '\n'; ++at, column = 0)
        broken += '\n';
      at += at < kParagraphs.size() && kParagraphs[at] == ' ' ? 1 : 0;
    }
    EXPECT_EQ(article_of(broken).text, whole) << broken;
  }
}

TEST(ScrapedText, LinesMayEndAsOnTheOldMacintosh) {
  std::string report = kParagraphs;
  const std::string text = article_of(report).text;
  std::replace(report.begin(), report.end(), '\n', '\r');
  EXPECT_NE(text.find("\n\n"), std::string::npos);
  EXPECT_EQ(article_of(report).text, text);
}

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

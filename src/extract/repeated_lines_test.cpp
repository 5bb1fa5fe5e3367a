#include "extract/repeated_lines.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/extract.h"

namespace stemma {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kAppeal =
    "The Courier is written by eleven people on the coast, and every one of them is paid by "
    "readers.";

// Three reports of one outlet that end in the same appeal, set as a paragraph of the report.
Document page(int number, std::string_view title, std::string_view outlet = "courier.example") {
  Document document;
  document.kind = Document::Kind::html;
  document.path = fmt::format("{}.html", number);
  document.bytes = fmt::format(
      R"(<html lang=en><head><title>{0}</title><link rel=canonical href="https://{1}/{2}"></head><body>
<article><h1>{0}</h1>
<p>Ferry number {2} with some hundred people aboard ran aground off Norrhavn on Tuesday, the coast guard said,
and all of them were brought ashore by noon.</p>
<h2>What we know</h2>
<p>The captain of number {2} told the newspaper that fog had come up within minutes, and the mate, who had
stood at the bow, said the same to the police.</p>
<p>{3}</p></article></body></html>)",
      title, outlet, number, kAppeal);
  return document;
}

std::vector<Document> pages() {
  return {page(1, "Ferry aground in the fog"), page(2, "Second ferry stuck on a bank"),
          page(3, "Owner sells the last ferry")};
}

RepeatedLines repeated_in(const std::vector<Document>& documents) {
  std::vector<PageLines> all;
  for (const Document& document : documents) all.push_back(lines_of_page(document));
  return RepeatedLines(all);
}

TEST(RepeatedLines, AreCutWhereThreePagesOfAnOutletHaveThem) {
  const auto documents = pages();
  const auto alone = extract(documents[0]);
  ASSERT_TRUE(alone.has_value());
  EXPECT_THAT(alone->article.text, HasSubstr(kAppeal));
  const auto beside = extract(documents[0], repeated_in(documents));
  ASSERT_TRUE(beside.has_value());
  EXPECT_THAT(beside->article.text, Not(HasSubstr(kAppeal)));
  EXPECT_THAT(beside->article.text, HasSubstr("The captain of number 1"));
}

TEST(RepeatedLines, DoNotDependOnThePagesOrder) {
  auto documents = pages();
  const auto forward = extract(documents[0], repeated_in(documents));
  std::reverse(documents.begin(), documents.end());
  EXPECT_EQ(extract(documents[2], repeated_in(documents))->article.text, forward->article.text);
}

TEST(RepeatedLines, AreNoneOfCopiesAndLaterVersionsOfOneReport) {
  const std::vector<Document> copies{page(1, "Ferry aground"), page(1, "Ferry aground"),
                                     page(1, "Ferry aground"), page(1, "Ferry aground")};
  EXPECT_EQ(extract(copies[0], repeated_in(copies))->article.text,
            extract(copies[0])->article.text);
}

TEST(RepeatedLines, AreNoneOfDifferentOutlets) {
  // One agency report that three outlets printed under their own titles.
  const std::vector<Document> prints{page(1, "Ferry aground", "courier.example"),
                                     page(1, "Ferry on a bank", "herald.example"),
                                     page(1, "Fog stops a ferry", "gazette.example")};
  EXPECT_EQ(extract(prints[0], repeated_in(prints))->article.text,
            extract(prints[0])->article.text);
}

TEST(RepeatedLines, OfFewWordsAreCutAtTheEndsOnly) {
  std::vector<PageLines> all;
  for (const char* title : {"a", "b", "c"}) {
    all.push_back({"Courier", title, {line_hash("What we know"), line_hash("More soon")}});
    std::sort(all.back().lines.begin(), all.back().lines.end());
  }
  const RepeatedLines repeated(all);
  EXPECT_EQ(
      repeated.among({"A ferry sank.", "What we know", "It was old.", "More soon"}, "Courier"),
      (std::vector<bool>{false, false, false, true}));
  EXPECT_EQ(repeated.among({"What we know"}, "Courier"), (std::vector<bool>{false}));
}

TEST(RepeatedLines, AreMarkedInAnArticleThatCameReady) {
  std::vector<PageLines> all;
  for (const char* title : {"a", "b", "c"}) all.push_back({"Courier", title, {line_hash(kAppeal)}});
  Document document;
  document.kind = Document::Kind::article;
  document.given.outlet = "Courier";
  document.given.text =
      std::string("A ferry ran aground on Tuesday, and all were saved by noon.\n\n") + kAppeal;
  const auto extraction = extract(document, RepeatedLines(all));
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(extraction->article.text, document.given.text);
  ASSERT_EQ(extraction->article.furniture.size(), 1u);
  EXPECT_EQ(cut(document.given.text, extraction->article.furniture[0]), kAppeal);
}

}  // namespace
}  // namespace stemma

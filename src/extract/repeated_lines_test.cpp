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

// Versions of one report under titles of their own, each with one paragraph more.
TEST(RepeatedLines, AreNoneOfAReportThatGrows) {
  std::vector<Document> versions;
  std::string body;
  for (const char* title :
       {"Ferry aground", "All saved from ferry", "Ferry: owner speaks", "Fine for owner"}) {
    body += fmt::format(
        "<p>{}: of this the coast guard told the newspaper in the course of that long Tuesday.</p>"
        "<p>It was the {}th time since noon that its speaker came out to say what was known.</p>",
        title, versions.size() + 1);
    Document document = page(1, title);
    document.bytes = fmt::format(
        R"(<html lang=en><head><title>{0}</title><link rel=canonical href="https://courier.example/{1}"></head>
<body><article><h1>{0}</h1>{2}</article></body></html>)",
        title, versions.size(), body);
    versions.push_back(std::move(document));
  }
  for (const Document& version : versions) {
    EXPECT_EQ(extract(version, repeated_in(versions))->article.text,
              extract(version)->article.text);
  }
}

TEST(RepeatedLines, AreNoQuotations) {
  const std::string quoted =
      "“The harbour needs a new pier,” the mayor said at the council’s meeting on Monday.";
  std::vector<PageLines> all(4);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].outlet = "Courier";
    all[i].title = std::to_string(i);
    all[i].add(quoted);
    all[i].add(kAppeal);
    std::sort(all[i].lines.begin(), all[i].lines.end());
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].prose = {i};
  EXPECT_EQ(RepeatedLines(all).among({"A ferry sank.", quoted, kAppeal}, "Courier"),
            (std::vector<bool>{false, false, true}));
}

TEST(RepeatedLines, InsideAReportMustBeOnHalfOfAnOutletsReports) {
  std::vector<PageLines> all(7);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].outlet = "Courier";
    all[i].title = std::to_string(i);
    if (i < 3) all[i].lines.push_back(line_hash(kAppeal));
  }
  const RepeatedLines few(all);
  EXPECT_EQ(few.among({"A.", kAppeal, "B."}, "Courier"), (std::vector<bool>{false, false, false}));
  EXPECT_EQ(few.among({"A.", "B.", kAppeal}, "Courier"), (std::vector<bool>{false, false, true}));
  all.pop_back();
  EXPECT_EQ(RepeatedLines(all).among({"A.", kAppeal, "B."}, "Courier"),
            (std::vector<bool>{false, true, false}));
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
    all.push_back({"Courier", title, {line_hash("What we know"), line_hash("More soon")}, {}});
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
  for (const char* title : {"a", "b", "c"})
    all.push_back({"Courier", title, {line_hash(kAppeal)}, {}});
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

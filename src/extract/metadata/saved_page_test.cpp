#include "extract/metadata/saved_page.h"

#include <gtest/gtest.h>

#include "extract/extract.h"

namespace stemma {
namespace {

TEST(SavedPages, SayWhereTheyWereSavedFrom) {
  EXPECT_EQ(address_saved_from("<!DOCTYPE html>\n<!-- saved from "
                               "url=(0031)https://www.courier.example/a?b=1 -->\n<html>"),
            "https://www.courier.example/a?b=1");
  EXPECT_EQ(address_saved_from("<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: "
                               "https://courier.example/a \n saved date: Fri May 03 2024\n-->"),
            "https://courier.example/a");
}

TEST(SavedPages, OfNoAddressOfTheWebSayNone) {
  EXPECT_EQ(address_saved_from("<!-- saved from url=(0014)about:internet -->"), "");
  EXPECT_EQ(address_saved_from("<html><p>It was saved from url=(oblivion"), "");
  EXPECT_EQ(address_saved_from(""), "");
}

TEST(SavedPages, HaveItsOutlet) {
  Document document;
  document.kind = Document::Kind::html;
  document.path = "saved.html";
  document.bytes =
      "<!-- saved from url=(0033)https://www.courier.example/ferry --><html><body><h1>Ferry runs "
      "aground</h1><p>A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the "
      "coast "
      "guard said, and all of them were brought ashore by noon.</p></body></html>";
  const auto extraction = extract(document);
  ASSERT_TRUE(extraction);
  EXPECT_EQ(extraction->article.url, "https://www.courier.example/ferry");
  EXPECT_EQ(extraction->article.sources.url, "saved page");
  EXPECT_EQ(extraction->article.outlet, "courier.example");
}

}  // namespace
}  // namespace stemma

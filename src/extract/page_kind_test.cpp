#include "extract/page_kind.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"

namespace stemma {
namespace {

using testing::HasSubstr;

std::string outcome(const std::string& title, const std::string& text) {
  Document document;
  document.kind = Document::Kind::html;
  document.path = "page.html";
  document.bytes = fmt::format(
      "<html lang=en><head><title>{0}</title></head><body><nav><a "
      "href=/>Home</a></nav><main><article>"
      "<h1>{0}</h1>{1}</article></main></body></html>",
      title, text);
  const auto extraction = extract(document);
  return extraction ? "article" : extraction.error().message;
}

TEST(PageKinds, OfErrorsChecksLoginsAndConsentAreRefusedByName) {
  EXPECT_EQ(outcome("Page not found",
                    "<p>Sorry, the page you are looking for does not exist. It may have been "
                    "moved, or the address may be wrong.</p>"),
            "page.html: an error page, not an article");
  EXPECT_THAT(
      outcome("404", "<p>Sorry, there is nothing here that we could show to you today.</p>"),
      HasSubstr("an error page"));
  EXPECT_THAT(outcome("Access denied | Norrhavn Courier",
                      "<p>You do not have permission to view this page on this server.</p>"),
              HasSubstr("an error page"));
  EXPECT_THAT(outcome("Just a moment...",
                      "<p>Checking your browser before the page opens. This is automatic, "
                      "and your browser will go on shortly.</p>"),
              HasSubstr("a check for robots"));
  EXPECT_THAT(
      outcome("Sign in",
              "<p>Please log in to your account to go on reading. If you have no account, you "
              "can make one in a few minutes.</p>"),
      HasSubstr("a log-in page"));
  EXPECT_THAT(outcome("The Courier",
                      "<p>We and our partners store information on a device, such as cookies, and "
                      "measure what is read. You may accept or manage your choices.</p>"),
              HasSubstr("a request for consent"));
}

TEST(PageKinds, AListOfHeadlinesIsNoArticle) {
  std::string teasers;
  for (int i = 0; i < 20; ++i) {
    teasers += fmt::format(
        "<h2><a href=/a{0}>Minister number {0} says the harbour will be open on "
        "Friday</a></h2><p>A short "
        "teaser for report number {0} that says a little of what it holds.</p>",
        i);
  }
  EXPECT_THAT(outcome("Norrhavn Courier", teasers), HasSubstr("a list of links"));
}

TEST(PageKinds, AReportAboutSuchPagesIsAnArticle) {
  std::string report;
  for (int i = 0; i < 4; ++i) {
    report += fmt::format(
        "<p>Readers who opened the council's site on day {} saw an error and the words “page not "
        "found”, the "
        "mayor said on Tuesday, and those who tried to log in were asked whether they are "
        "human.</p>",
        i);
  }
  EXPECT_EQ(outcome("Page not found: council's site fails for a week", report), "article");
  EXPECT_EQ(outcome("Hiker not found",
                    "<p>A hiker who left Norrhavn on Tuesday was not found by nightfall, the "
                    "police said, and the search goes on at dawn.</p>"),
            "article");
  for (const std::string headline :
       {"Forbidden palace opens its gates to the public", "Not found guilty, driver walks free",
        "Just a moment of madness cost him the title", "Login failures hit bank's customers",
        "Access denied: reporters kept out of court", "Sign in the window brings fine for shop",
        "Access denied – why reporters cannot enter Norrhavn",
        "Are you human? - The tests on the ferries"}) {
    EXPECT_EQ(
        outcome(headline,
                "<p>It was the first time in forty years that anybody there had seen such a "
                "thing, the mayor of Norrhavn said on Tuesday, and no one had been told.</p>"),
        "article")
        << headline;
  }
  EXPECT_EQ(outcome("404 people saved from ferry",
                    "<p>All 404 people aboard a ferry that ran aground off "
                    "Norrhavn were saved, the coast guard said on Tuesday.</p>"),
            "article");
}

}  // namespace
}  // namespace stemma

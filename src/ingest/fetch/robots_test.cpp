#include "ingest/fetch/robots.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace stemma {
namespace {

using std::chrono::milliseconds;

bool allows(std::string_view text, std::string_view target) {
  return RobotsRules(text, "stemma/0.1").allows(target);
}

TEST(Robots, TheGroupThatNamesUsBindsUsAndNoOtherDoes) {
  constexpr std::string_view kText =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: STEMMA\nDisallow: /private\n"
      "Sitemap: https://h.example/s.xml\nDisallow: /drafts # not yet\n\nUser-agent: "
      "third\nDisallow: /x\n";
  EXPECT_TRUE(allows(kText, "/news"));
  EXPECT_TRUE(allows(kText, "/x"));
  EXPECT_FALSE(allows(kText, "/private/a"));
  EXPECT_FALSE(allows(kText, "/drafts"));
  EXPECT_FALSE(allows("User-agent: *\r\nDisallow: /news\r\n", "/news"));
}

TEST(Robots, TheLongestPatternDecidesAndAllowWinsTies) {
  constexpr std::string_view kText =
      "User-agent: *\nDisallow: /a\nAllow: /a/open\nDisallow: /b\nAllow: /b\n";
  EXPECT_FALSE(allows(kText, "/a/closed"));
  EXPECT_TRUE(allows(kText, "/a/open/page"));
  EXPECT_TRUE(allows(kText, "/b"));
}

TEST(Robots, StarsAndTheEndMarkMatch) {
  constexpr std::string_view kText = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*?print=\n";
  EXPECT_FALSE(allows(kText, "/a/b.pdf"));
  EXPECT_TRUE(allows(kText, "/a/b.pdfs"));
  EXPECT_FALSE(allows(kText, "/a?print=1"));
  EXPECT_FALSE(allows(kText, "/a.pdf.pdf"));
}

TEST(Robots, PathsThatMeanTheSameAreTheSame) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /caf\xC3\xA9\n", "/caf%c3%a9"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%61b\n", "/ab"));
}

TEST(Robots, NothingIsForbiddenWithoutRules) {
  EXPECT_TRUE(allows("", "/"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:\n", "/"));
  EXPECT_TRUE(allows("User-agent: stemma\n\nUser-agent: *\n", "/"));
  EXPECT_FALSE(RobotsRules::forbidding_all().allows("/a"));
}

TEST(Robots, ADelayIsKeptUpToALimit) {
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: 2.5", "stemma").delay(), milliseconds(2500));
  EXPECT_EQ(RobotsRules("User-agent: *\nCrawl-delay: 99999", "stemma").delay(),
            milliseconds(RobotsRules::kMaxDelay));
  EXPECT_FALSE(RobotsRules("User-agent: *\nCrawl-delay: nan", "stemma").delay());
  EXPECT_FALSE(RobotsRules("User-agent: x\nCrawl-delay: 2", "stemma").delay());
}

RC_GTEST_PROP(Robots, AnyTextIsAnswered, (const std::string& text, const std::string& path)) {
  (void)allows("User-agent: *\nDisallow: " + text, path);
}

TEST(Robots, OfAFileOfAMegabyteTheFirstHalfCounts) {
  std::string text = "User-agent: *\nDisallow: /early\n";
  while (text.size() < RobotsRules::kMaxBytes + 100) text += "Disallow: /*a*a*a*a*a*a*a*a*b$\n";
  text += "Disallow: /late\n";
  text.append((std::size_t{1} << 20) - text.size(), 'x');
  const RobotsRules rules(text, "stemma/0.1");
  EXPECT_FALSE(rules.allows("/early"));
  EXPECT_TRUE(rules.allows("/late"));
  EXPECT_TRUE(rules.allows("/" + std::string(2'000, 'a')));
}

}  // namespace
}  // namespace stemma

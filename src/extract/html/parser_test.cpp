#include "extract/html/parser.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <ctime>

#include "extract/body/blocks.h"
#include "extract/extract.h"

namespace stemma::html {
namespace {

std::string repeat(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

Page parse(std::string_view text) { return make_html_parser()->parse(text).value(); }

std::vector<std::string> lines(std::string_view text) {
  const Page page = parse(text);
  const Blocks blocks = blocks_of(page);
  std::vector<std::string> out;
  for (const Block& block : blocks.items) out.emplace_back(blocks.of(block));
  return out;
}

using Lines = std::vector<std::string>;

TEST(HtmlParser, SubtreesAreRangesOfNodes) {
  const Page page = parse("<div><p>one</p><p>two</p></div>three");
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    const Node& node = page.nodes[i];
    EXPECT_LT(node.parent, i);
    EXPECT_GT(node.end, i);
    EXPECT_LE(node.end, page.nodes[node.parent].end);
  }
  EXPECT_EQ(text_of(page, 0), "one two three");
}

TEST(HtmlParser, ScriptsStylesAndCommentsAreNoText) {
  EXPECT_EQ(lines("<style>a{}</style><script>x()</script><!-- c --><template>t</template>seen"),
            Lines{"seen"});
}

TEST(HtmlParser, ScriptsEndWhereTheStandardSays) {
  for (const char* page :
       {"<script>var a = '<p>one</p>';</script>seen", "<SCRIPT>x < y</SCRIPT>seen",
        "<script>x</SCRIPT\n>seen", "<script>x</scripts></script>seen",
        "<script><!-- <script>x</script> --></script>seen", "<script><!-- x --></script>seen",
        "<script src='a>b'>x</script>seen", "<style>p > a {}</style/>seen", "<!-- <script> -->seen",
        "<!-- <style> --><script></script>seen", "<textarea><script></textarea>seen",
        "<title><script></title>seen",
        "<script type=application/ld+json>{}</script>seen<script>x"}) {
    EXPECT_EQ(lines(page), Lines{"seen"}) << page;
  }
}

TEST(Blocks, InlineElementsDoNotBreakALineAndBlockElementsDo) {
  EXPECT_EQ(lines("<p>one <b>two</b><i>three</i></p>four<div>five</div>"),
            (Lines{"one twothree", "four", "five"}));
}

TEST(Blocks, OneBreakIsABlankAndTwoAreAParagraph) {
  EXPECT_EQ(lines("<p>one<br>two<br> <br>three"), (Lines{"one two", "three"}));
}

TEST(Blocks, InvisibleCharactersAreDroppedAndBlanksCollapse) {
  EXPECT_EQ(lines("<p> news&shy;paper&#8203;s \n\t of&nbsp;&nbsp;record </p>"),
            Lines{"newspapers of record"});
}

// What costs other parsers minutes. Each is answered, or refused, at once.
TEST(HtmlParser, HostilePagesAreAnsweredInTime) {
#ifdef NDEBUG
  constexpr double kSeconds = 2;
#else
  constexpr double kSeconds = 8;
#endif
  const auto numbered = [](std::string_view before, int count, std::string_view after) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += before;
      text += std::to_string(i);
      text += after;
    }
    return text;
  };
  const std::string prose =
      "<p>A ferry with 212 people aboard ran aground on Tuesday, the coast guard said.</p>";
  const std::string pages[] = {
      repeat("<div>", 100'000) + prose,
      repeat("<span>", 100'000) + prose,
      repeat("<ul><li>", 50'000) + prose,
      repeat("<table><tr><td>", 20'000) + prose,
      repeat("<b>", 20'000) + repeat("</p>", 20'000) + prose,
      "<p" + numbered(" a", 200'000, "=1") + ">" + prose,
      "<p>x</p" + numbered(" a", 200'000, "=1") + ">" + prose,
      numbered("<p a", 200'000, "=1>x") + prose,
      numbered("<x-", 200'000, ">x") + prose,
      repeat("<br>", 500'000) + prose,
      "<p>" + std::string(5'000'000, 'x'),
      "<table>" + repeat("x<tr>", 100'000),
      "<svg>" + repeat("<g>", 20'000) + prose,
      repeat("<p>\0", 1000) + prose,
      "<script type=application/ld+json>" + repeat("[", 100'000),
      repeat("<h1>a</h1><time>2024</time>", 50'000) + prose,
  };
  for (const std::string& page : pages) {
    Document document;
    document.kind = Document::Kind::html;
    document.path = "hostile.html";
    document.bytes = page;
    const std::clock_t begin = std::clock();
    const auto extraction = extract(document);
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(took, kSeconds) << page.substr(0, 40) << " of " << page.size();
    EXPECT_TRUE(extraction || extraction.error().message.starts_with("hostile.html: "));
  }
}

TEST(HtmlParser, ATokenBudgetKeepsWhatWasRead) {
  ParseLimits limits;
  limits.tokens = 1000;
  const auto page = make_html_parser(limits)->parse(repeat("<p>x", 100'000));
  ASSERT_TRUE(page.has_value());
  EXPECT_TRUE(page->truncated);
  EXPECT_GT(page->nodes.size(), 100u);
}

RC_GTEST_PROP(HtmlParser, AnyTagSoupIsAPage, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "<p>", "</p>", "<table>", "<td>", "<b>", "</b>", "</body>", "<svg>", "<!--", "-->", "word ",
      "<script>", "</script>", "<a href=x", ">", "&amp;", "&#0;", "<template>", "<br>", "<li>"));
  std::string soup;
  for (const std::string& piece : pieces) soup += piece;
  const Page page = parse(soup);
  RC_ASSERT(page.nodes[0].end == page.nodes.size());
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    RC_ASSERT(page.nodes[i].parent < i);
    RC_ASSERT(page.nodes[i].end <= page.nodes[page.nodes[i].parent].end);
  }
}

}  // namespace
}  // namespace stemma::html

#include "extract/metadata/element_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "extract/html/parser.h"

namespace stemma {
namespace {

std::string lines_in(const std::string& html) {
  const auto page =
      html::make_html_parser()->parse("<body><div class=\"byline\">" + html + "</div></body>");
  for (std::uint32_t i = 0; page && i < page->nodes.size(); ++i) {
    if (page->attribute(i, html::Attribute::class_) == "byline") return lines_of(*page, i);
  }
  return "no page";
}

TEST(ElementLines, EndAtBlocksAndBreaks) {
  EXPECT_EQ(lines_in("By Ann Lee<br>Harbour Bureau<div>Gazette</div>"),
            "By Ann Lee\nHarbour Bureau\nGazette");
}

TEST(ElementLines, EndAfterLinks) {
  EXPECT_EQ(lines_in("By <a href=\"/ann\">Ann Lee</a> Norrhavn Gazette"),
            "By Ann Lee\nNorrhavn Gazette");
  EXPECT_EQ(lines_in("By <a href=\"/ann\">Ann Lee</a> and <a href=\"/bo\">Bo Ray</a>"),
            "By Ann Lee\nand Bo Ray");
}

TEST(ElementLines, GoOnThroughElementsInsideALine) {
  EXPECT_EQ(lines_in("By <span>Ann</span> <span>Lee</span>"), "By Ann Lee");
  EXPECT_EQ(lines_in("By <b>A</b>nn Lee"), "By Ann Lee");
}

TEST(ElementLines, EndWhereOnlyAStylePartsWords) {
  EXPECT_EQ(lines_in("<b>Ann Lee</b><i>Editor</i>"), "Ann Lee\nEditor");
}

TEST(ElementLines, ListItemsSetAlike) {
  EXPECT_EQ(lines_in("<ul><li>Ann Lee</li><li>Bo Ray</li></ul>"), "Ann Lee,\nBo Ray");
  EXPECT_EQ(lines_in("<p class=n>Ann Lee</p><p class=job>Editor</p>"), "Ann Lee\nEditor");
}

}  // namespace
}  // namespace stemma

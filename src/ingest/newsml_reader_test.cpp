#include "ingest/newsml_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string item(std::string_view content, std::string_view status = "stat:usable") {
  return std::string(R"(<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" )"
                     R"(standard="NewsML-G2" xml:lang="en-GB"><itemMeta>)"
                     R"(<itemClass qcode="ninat:text"/><provider qcode="nprov:HW"/>)"
                     R"(<versionCreated>2024-05-03T12:00:00Z</versionCreated>)"
                     R"(<firstCreated>2024-05-03T10:08:00Z</firstCreated><pubStatus qcode=")") +
         std::string(status) +
         R"("/></itemMeta><contentMeta><by>By Ada Lund</by><headline>Ship &amp; crew</headline>)"
         R"(</contentMeta><contentSet>)" +
         std::string(content) + "</contentSet></newsItem>";
}

const std::string kHtml =
    R"(<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">)"
    R"(<body><p>The ship ran aground.</p></body></html></inlineXML>)";

TEST(NewsmlReader, AnItemGivesItsPageAndWhatIsSaidOfIt) {
  const auto read = everything_in(item(kHtml), "item.xml");
  ASSERT_EQ(read.documents.size(), 1U);
  const Document& document = read.documents[0];
  EXPECT_EQ(document.path, "item.xml");
  EXPECT_EQ(document.kind, Document::Kind::html);
  EXPECT_THAT(document.bytes, HasSubstr("<p>The ship ran aground.</p>"));
  EXPECT_EQ(document.given.title, "Ship & crew");
  EXPECT_EQ(document.given.outlet, "HW");
  EXPECT_EQ(document.given.language, "en-GB");
  EXPECT_EQ(document.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(document.given.modified, "2024-05-03T12:00:00Z");
  EXPECT_THAT(document.given.authors, ElementsAre("Ada Lund"));
}

TEST(NewsmlReader, AMessageGivesEachItemAndRefusesWhatIsWithheld) {
  const auto read = everything_in(
      "<?xml version=\"1.0\"?><newsMessage><itemSet>" + item(kHtml) + item(kHtml, "stat:withheld") +
          item("<inlineData contenttype=\"text/plain\">All crew are safe.</inlineData>") +
          "</itemSet></newsMessage>",
      "message.xml");
  ASSERT_EQ(read.documents.size(), 2U);
  EXPECT_EQ(read.documents[0].path, "message.xml#1");
  EXPECT_EQ(read.documents[1].path, "message.xml#3");
  EXPECT_EQ(read.documents[1].kind, Document::Kind::text);
  EXPECT_THAT(read.refusals, ElementsAre("message.xml#2: its provider says that it is withheld"));
}

TEST(NewsmlReader, AnEmbargoIsAWarningAndWithoutAnEndARefusal) {
  const auto embargoed = [](const std::string& element) {
    std::string xml = item(kHtml);
    return everything_in(xml.insert(xml.find("</itemMeta>"), element), "item.xml");
  };
  const auto dated = embargoed("<embargoed>2024-05-07T06:00:00Z</embargoed>");
  ASSERT_EQ(dated.documents.size(), 1U);
  EXPECT_THAT(dated.documents[0].warnings,
              ElementsAre("item.xml: its provider embargoes it until 2024-05-07T06:00:00Z"));
  EXPECT_THAT(embargoed("<embargoed/>").refusals,
              ElementsAre("item.xml: its provider says that it is embargoed until further notice"));
}

TEST(NewsmlReader, NitfIsReadAloneAndInside) {
  const std::string nitf =
      "<nitf><head><docdata><date.issue "
      "norm=\"20240503T100800Z\"/></docdata></head><body><body.head>"
      "<hedline><hl1>Ship aground</hl1></hedline><byline>By <person>Ada Lund</person></byline>"
      "</body.head><body.content><p>The ship.</p></body.content></body></nitf>";
  const auto alone = everything_in(nitf, "a.xml");
  ASSERT_EQ(alone.documents.size(), 1U);
  EXPECT_EQ(alone.documents[0].bytes, "<p>The ship.</p>");
  EXPECT_EQ(alone.documents[0].given.title, "Ship aground");
  EXPECT_THAT(alone.documents[0].given.authors, ElementsAre("Ada Lund"));
  const auto inside = everything_in(item("<inlineXML>" + nitf + "</inlineXML>"), "b.xml");
  ASSERT_EQ(inside.documents.size(), 1U);
  EXPECT_EQ(inside.documents[0].bytes, "<p>The ship.</p>");
  EXPECT_EQ(inside.documents[0].given.title, "Ship & crew");
}

TEST(NewsmlReader, XmlThatBreaksOffGivesTheItemsBefore) {
  const std::string whole = "<newsMessage><itemSet>" + item(kHtml) + item(kHtml);
  const auto read = everything_in(whole.substr(0, whole.size() - 20), "m.xml");
  EXPECT_EQ(read.documents.size(), 1U);
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_THAT(read.refusals[0], HasSubstr("m.xml: not well-formed XML"));
}

TEST(NewsmlReader, EntitiesAreNotExpanded) {
  const auto read = everything_in(
      "<!DOCTYPE newsItem [<!ENTITY a \"x\">]>" + item("<inlineData>&a;</inlineData>"), "m.xml");
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_THAT(read.refusals[0], HasSubstr("entities"));
}

}  // namespace
}  // namespace stemma

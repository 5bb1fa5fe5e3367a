#include "ingest/feed_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Everything feed(std::string xml, std::string path = "feed.xml") {
  return everything_in(std::move(xml), std::move(path));
}

std::string rss(std::string_view items, std::string_view more = "") {
  return fmt::format(
      "<?xml version='1.0'?><rss version='2.0' "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
      " xmlns:dc='http://purl.org/dc/elements/1.1/'{}><channel><title>The Aldane Post</title>"
      "<link>https://post.example</link><language>en-gb</language>{}</channel></rss>",
      more, items);
}

TEST(FeedReader, AnRssItemKeepsAllItSays) {
  const auto all = feed(rss(
      "<item><title>Mayor &amp;amp; council quarrel</title><link> https://post.example/1 </link>"
      "<description>A teaser.</description><dc:creator>Ada Lund</dc:creator>"
      "<content:encoded><![CDATA[<p>The mayor left the hall.</p>]]></content:encoded>"
      "<pubDate>Fri, 3 May 2024 10:08 GMT</pubDate></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  const Document& item = all.documents[0];
  EXPECT_EQ(item.path, "feed.xml#1");
  EXPECT_EQ(item.kind, Document::Kind::html);
  EXPECT_EQ(item.bytes, "<p>The mayor left the hall.</p>");
  EXPECT_EQ(item.given.title, "Mayor & council quarrel");
  EXPECT_EQ(item.given.url, "https://post.example/1");
  EXPECT_EQ(item.given.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(item.given.outlet, "post.example");
  EXPECT_EQ(item.given.outlet_name, "The Aldane Post");
  EXPECT_FALSE(item.given.partial);
  EXPECT_EQ(item.given.language, "en-gb");
  EXPECT_THAT(item.given.authors, ElementsAre("Ada Lund"));
  ASSERT_THAT(item.given.date_evidence, SizeIs(1));
  EXPECT_EQ(item.given.date_evidence[0].source, "feed");
}

TEST(FeedReader, ATeaserAloneIsRead) {
  const auto all =
      feed(rss("<item><description>The mayor left the hall early.</description></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].kind, Document::Kind::text);
  EXPECT_EQ(all.documents[0].bytes, "The mayor left the hall early.");
}

TEST(FeedReader, AnItemsOwnSourceIsItsOutlet) {
  const auto all =
      feed(rss("<item><description>Text.</description>"
               "<source url='https://wire.example/rss'>North Wire</source></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].given.outlet, "wire.example");
  EXPECT_EQ(all.documents[0].given.outlet_name, "North Wire");
}

std::vector<std::string> urls(const Everything& all) {
  std::vector<std::string> urls;
  for (const Document& each : all.documents) urls.push_back(each.given.url.value_or("none"));
  return urls;
}

TEST(FeedReader, RelativeLinksAreResolvedByTheHome) {
  const auto all =
      feed(rss("<item><link>/news/1</link><description>Text.</description></item>"
               "<item><link>news/2?a=b</link><description>Text.</description></item>"));
  EXPECT_THAT(urls(all),
              ElementsAre("https://post.example/news/1", "https://post.example/news/2?a=b"));
}

TEST(FeedReader, RelativeLinksAreResolvedByTheNearestXmlBase) {
  const auto all = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xml:base='https://post.example/a/'><title>P</title>"
      "<link href='../'/><entry><link href='1'/><summary>Text.</summary></entry>"
      "<entry xml:base='b/'><link href='2'/><summary>Text.</summary></entry>"
      "<entry><link xml:base='https://x.example/' "
      "href='3'/><summary>Text.</summary></entry></feed>");
  EXPECT_THAT(urls(all), ElementsAre("https://post.example/a/1", "https://post.example/a/b/2",
                                     "https://x.example/3"));
}

TEST(FeedReader, RelativeLinksAreResolvedByWhereTheFeedWasGot) {
  const auto all = read_feed(
      "<rss><channel><item><link>/1</link><description>T.</description></item></channel></rss>", "",
      "f", {}, "https://post.example/rss");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0]->given.url, "https://post.example/1");
  EXPECT_EQ(all[0]->given.outlet, "post.example");
}

TEST(FeedReader, ARelativeLinkOfNoKnownPlaceIsAWarning) {
  const auto all = feed(
      "<rss><channel><item><link>/1</link><description>T.</description></item></channel></rss>");
  EXPECT_THAT(urls(all), ElementsAre("none"));
  EXPECT_THAT(all.documents[0].warnings, ElementsAre(HasSubstr("#1: '/1' is no whole address")));
}

TEST(FeedReader, AnAggregatorsItemsAreOfTheirOwnOutlets) {
  const auto all =
      feed(rss("<item><link>https://a.example/1</link><description>T.</description></item>"
               "<item><link>https://www.b.example/1</link><description>T.</description></item>"
               "<item><link>https://c.example/1</link><description>T.</description></item>"));
  ASSERT_EQ(all.documents.size(), 3U);
  EXPECT_EQ(all.documents[1].given.outlet, "b.example");
  EXPECT_EQ(all.documents[1].given.outlet_name, std::nullopt);
}

TEST(FeedReader, ItemsBehindOneForwardingHostAreTheFeedsOwn) {
  const auto all =
      feed(rss("<item><link>https://proxy.example/1</link><description>T.</description></item>"
               "<item><link>https://proxy.example/2</link><description>T.</description></item>"));
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].given.outlet, "post.example");
}

TEST(FeedReader, TheFirstCategoryIsTheSection) {
  const auto all =
      feed(rss("<item><category>World</category><category>ships</category><description>T.</"
               "description></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].given.section, "World");
  const auto atom = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><category term='w1' label='World'/>"
      "<summary>T.</summary></entry></feed>");
  ASSERT_EQ(atom.documents.size(), 1U);
  EXPECT_EQ(atom.documents[0].given.section, "World");
}

TEST(FeedReader, ASummaryThatIsShortOrSaysThatMoreFollowsIsPartial) {
  const std::string report(500, 'a');
  const auto item = [](const std::string& text) {
    return "<item><description>" + text + "</description></item>";
  };
  const auto all = feed(rss(item("Ferry aground.") + item(report + ".") + item(report + " [...]") +
                            item(report + ". &lt;a href='/1'&gt;Read more&lt;/a&gt;")));
  ASSERT_EQ(all.documents.size(), 4U);
  std::vector<bool> partial;
  for (const Document& each : all.documents) partial.push_back(each.given.partial);
  EXPECT_THAT(partial, ElementsAre(true, false, true, true));
  EXPECT_EQ(all.documents[0].given.sources.partial, "feed");
}

TEST(FeedReader, AnEntryWhoseTextIsElsewhereSaysWhere) {
  const auto all = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://post.example/'><entry>"
      "<content src='t/1' type='text/html'/><summary>The mayor left.</summary></entry></feed>");
  EXPECT_THAT(urls(all), ElementsAre("https://post.example/t/1"));
  EXPECT_THAT(all.documents[0].warnings,
              ElementsAre(HasSubstr("its text is at 'https://post.example/t/1'")));
}

TEST(FeedReader, ABylineIsTakenApart) {
  const auto all =
      feed(rss("<item><dc:creator>By Ada Lund and Ben "
               "Reed</dc:creator><description>T.</description></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.documents[0].given.authors, ElementsAre("Ada Lund", "Ben Reed"));
}

TEST(FeedReader, BylinesAreReadAsInPages) {
  const auto authors = [](const std::string& by) {
    const auto all =
        feed(rss("<item><dc:creator>" + by + "</dc:creator><description>T.</description></item>"));
    return all.documents.at(0).given.authors;
  };
  EXPECT_THAT(authors("Ada Lund, Staff Writer"), ElementsAre("Ada Lund"));
  EXPECT_THAT(authors("Ada Lund, Health Editor, and Ben Reed, Reuters"),
              ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(authors("Von Ada Lund"), ElementsAre("Ada Lund"));
  EXPECT_THAT(authors("Par Ada Lund et Ben Reed"), ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(authors("Ada Lund / Ben Reed"), ElementsAre("Ada Lund", "Ben Reed"));
  EXPECT_THAT(authors("Ada Lund, Jr."), ElementsAre("Ada Lund, Jr."));
  EXPECT_THAT(authors("Lund, Ada"), ElementsAre("Ada Lund"));
  EXPECT_THAT(authors("By Trade and Industry Desk"), ElementsAre("Trade and Industry Desk"));
  EXPECT_THAT(authors("Department of Trade and Industry"),
              ElementsAre("Department of Trade and Industry"));
  EXPECT_THAT(authors("By "), IsEmpty());
}

TEST(FeedReader, AMailAddressIsNoAuthor) {
  const auto all =
      feed(rss("<item><description>Text.</description>"
               "<author>desk@post.example (Ada Lund)</author></item>"
               "<item><description>Text.</description><author>desk@post.example</author></item>"));
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_THAT(all.documents[0].given.authors, ElementsAre("Ada Lund"));
  EXPECT_THAT(all.documents[1].given.authors, IsEmpty());
}

TEST(FeedReader, RdfItemsStandBesideTheChannel) {
  const auto all = feed(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
      "xmlns='http://purl.org/rss/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'>"
      "<channel><title>Old Post</title></channel>"
      "<item rdf:about='https://post.example/2'><title>A</title><description>Text.</description>"
      "<d:date>2024-05-03T10:08:00+02:00</d:date></item></rdf:RDF>");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].given.outlet, "post.example");
  EXPECT_EQ(all.documents[0].given.outlet_name, "Old Post");
  EXPECT_EQ(all.documents[0].given.url, "https://post.example/2");
  EXPECT_EQ(all.documents[0].given.published, "2024-05-03T10:08:00+02:00");
}

TEST(FeedReader, AtomIsReadUnderAnyPrefix) {
  const auto all = feed(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:lang='en'><a:title>Aldane Post</a:title>"
      "<a:author><a:name>Desk</a:name></a:author><a:entry><a:title "
      "type='html'>&lt;b&gt;Vote&lt;/b&gt; close</a:title>"
      "<a:link rel='self' href='https://x.example'/><a:link href='https://post.example/3'/>"
      "<a:published>2024-05-03T10:08:00Z</a:published><a:updated>2024-05-04T08:00:00Z</a:updated>"
      "<a:content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>The <b>vote</b> was "
      "close.</p></div>"
      "</a:content></a:entry></a:feed>");
  ASSERT_EQ(all.documents.size(), 1U);
  const Document& entry = all.documents[0];
  EXPECT_EQ(entry.given.title, "Vote close");
  EXPECT_EQ(entry.given.url, "https://post.example/3");
  EXPECT_EQ(entry.given.modified, "2024-05-04T08:00:00Z");
  EXPECT_EQ(entry.given.language, "en");
  EXPECT_THAT(entry.given.authors, ElementsAre("Desk"));
  EXPECT_THAT(entry.bytes, HasSubstr("<p>The <b>vote</b> was close.</p>"));
}

TEST(FeedReader, AtomTextIsTextEvenWithAnAngle) {
  const auto all = feed(
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title><entry><summary>Below &lt;b 5 "
      "percent"
      "</summary></entry></feed>");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].kind, Document::Kind::text);
}

TEST(FeedReader, ADateThatCannotBeReadIsAWarningWithItsPlace) {
  const auto all =
      feed(rss("<item><description>Text.</description><pubDate>Thurs 3</pubDate></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].given.published, std::nullopt);
  EXPECT_THAT(all.documents[0].warnings,
              ElementsAre("feed.xml#1: date 'Thurs 3' is not RFC 822 or ISO 8601"));
}

TEST(FeedReader, AnItemWithoutTextIsRefusedByName) {
  const auto all =
      feed(rss("<item><title>Only this</title></item><item><description>T.</description></item>"));
  EXPECT_THAT(all.refusals, ElementsAre("feed.xml#1: the item has no text"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].path, "feed.xml#2");
}

TEST(FeedReader, BareAmpersandsAndHtmlEntitiesAreRead) {
  const auto all =
      feed(rss("<item><title>Fish & chips&nbsp;cost more &eacute;</title>"
               "<description>A & B said so.</description></item>"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].given.title, "Fish & chips cost more é");
}

TEST(FeedReader, ADoctypeThatDeclaresEntitiesIsRefused) {
  const auto all = feed(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>"
      "<rss><channel><item><description>&b;</description></item></channel></rss>");
  EXPECT_THAT(all.documents, IsEmpty());
  EXPECT_THAT(all.refusals, ElementsAre(HasSubstr("its DOCTYPE declares entities")));
}

TEST(FeedReader, ADoctypeThatOnlyNamesTheFormatIsPassedOver) {
  const auto all = feed(
      "<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://x.example/rss-0.91.dtd'>"
      "<rss version='0.91'><channel><item><description>Old "
      "news.</description></item></channel></rss>");
  EXPECT_EQ(all.documents.size(), 1U);
}

TEST(FeedReader, XmlThatBreaksOffGivesTheItemsBefore) {
  const std::string whole =
      rss("<item><description>One.</description></item>"
          "<item><description>Two.</description></item>");
  const auto all = feed(whole.substr(0, whole.rfind("Two.")));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "One.");
  EXPECT_THAT(all.refusals, ElementsAre(HasSubstr("feed.xml: not well-formed XML")));
}

TEST(FeedReader, AFeedInWindows1251IsDecoded) {
  const auto all = feed(
      "<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><description>"
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2</description></item></channel></rss>");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].bytes, "Президент");
}

TEST(FeedReader, AHundredThousandNestedElementsAreAnswered) {
  std::string xml = "<rss><channel><item><description>";
  for (int i = 0; i < 100000; ++i) xml += "<b>";
  const auto all = feed(xml);
  EXPECT_THAT(all.documents, IsEmpty());
  EXPECT_EQ(all.refusals.size(), 1U);
}

TEST(FeedReader, AFeedOverTheLimitIsRefused) {
  ReadLimits limits;
  limits.feed_bytes = 100;
  const auto all =
      everything_in(rss("<item><description>Text.</description></item>"), "f.xml", limits);
  EXPECT_THAT(all.faults, ElementsAre(Fault::too_large));
}

TEST(FeedReader, AFeedWithoutItemsIsRefusedAsEmpty) {
  EXPECT_THAT(feed(rss("")).refusals, ElementsAre("feed.xml: a feed without items"));
}

}  // namespace
}  // namespace stemma

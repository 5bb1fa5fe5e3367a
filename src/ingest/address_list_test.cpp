#include "ingest/address_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kNews =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
        xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
  <url><loc> https://herald.example/a?x=1&amp;y=2 </loc><lastmod>2024-05-09</lastmod>
    <news:news><news:publication><news:name>The Herald</news:name><news:language>en</news:language>
      </news:publication><news:publication_date>2024-05-03T10:08:00Z</news:publication_date>
      <news:title>Ship &amp;amp; crew</news:title></news:news></url>
  <url><loc>ftp://herald.example/b</loc></url>
  <url><loc>https://herald.example/c</loc></url>
</urlset>)";

TEST(AddressList, ANewsSitemapGivesTitleDateAndPublication) {
  const auto list = read_sitemap(kNews, "", {});
  ASSERT_TRUE(list);
  EXPECT_FALSE(list->is_index);
  ASSERT_EQ(list->addresses.size(), 2U);
  const ListedAddress& first = list->addresses[0];
  EXPECT_EQ(first.url, "https://herald.example/a?x=1&y=2");
  EXPECT_EQ(first.title, "Ship & crew");
  EXPECT_EQ(first.published, "2024-05-03T10:08:00Z");
  EXPECT_EQ(first.outlet, "The Herald");
  EXPECT_EQ(first.language, "en");
  EXPECT_EQ(list->addresses[1].published, "");
}

TEST(AddressList, AnIndexGivesSitemaps) {
  const auto list = read_sitemap(
      "<sitemapindex><sitemap><loc>https://h.example/1.xml</loc></sitemap></sitemapindex>", "", {});
  ASSERT_TRUE(list);
  EXPECT_TRUE(list->is_index);
  EXPECT_EQ(list->addresses.size(), 1U);
}

TEST(AddressList, ASitemapThatBreaksOffGivesTheAddressesBefore) {
  const auto list = read_sitemap(
      std::string_view(kNews).substr(0, std::string_view(kNews).find("ftp://")), "", {});
  ASSERT_TRUE(list);
  EXPECT_FALSE(list->addresses.empty());
  EXPECT_THAT(list->losses, ElementsAre(HasSubstr("not well-formed XML")));
}

TEST(AddressList, AddressesPastTheLimitAreLeftOut) {
  std::string many = "<urlset>";
  for (std::size_t i = 0; i <= kMaxListedAddresses; ++i) many += "<url><loc>http://a.b</loc></url>";
  const auto list = read_sitemap(many + "</urlset>", "", {});
  ASSERT_TRUE(list);
  EXPECT_EQ(list->addresses.size(), kMaxListedAddresses);
  EXPECT_THAT(list->losses, ElementsAre(HasSubstr("left out")));
}

TEST(AddressList, LinesGiveAddressesAndNameWhatIsNone) {
  const auto list = read_address_lines("# today\nhttps://a.example/\r\n\nfile:///etc/passwd\n");
  ASSERT_EQ(list.addresses.size(), 1U);
  EXPECT_EQ(list.addresses[0].url, "https://a.example/");
  EXPECT_THAT(list.losses, ElementsAre("line 4 is no http or https address"));
}

TEST(AddressList, ASitemapAsInputIsRefusedWithWhatItIsFor) {
  const auto read = everything_in(kNews, "sitemap.xml");
  ASSERT_EQ(read.refusals.size(), 1U);
  EXPECT_THAT(read.refusals[0], HasSubstr("sitemap.xml: a sitemap of 2 addresses without text"));
}

TEST(AddressList, ATextOfAddressesAloneIsTold) {
  EXPECT_TRUE(
      begins_as_address_lines("# of today\n\nhttps://h.example/1\r\nHTTP://h.example/2", true));
  EXPECT_FALSE(begins_as_address_lines("https://h.example/1\nThe ship ran aground.\n", true));
  EXPECT_FALSE(begins_as_address_lines("Seen at https://h.example/1\n", true));
  EXPECT_FALSE(begins_as_address_lines("# a heading\n", true));
}

TEST(AddressList, ALineThatBreaksOffWithTheBeginningIsLeftOpen) {
  EXPECT_TRUE(begins_as_address_lines("https://h.example/1\nhtt", false));
  EXPECT_FALSE(begins_as_address_lines("https://h.example/1\nhtt", true));
}

}  // namespace
}  // namespace stemma

#include "extract/metadata/address.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/html/parser.h"
#include "extract/metadata/outlet.h"

namespace stemma {
namespace {

struct Found {
  std::string url, canonical, outlet;
};

Found found(std::string_view head, std::optional<std::string> known = std::nullopt,
            std::string_view body = "") {
  const auto page = html::make_html_parser()->parse(
      fmt::format("<html><head>{}</head><body>{}</body></html>", head, body));
  const Head read = head_of(*page);
  const LinkedData data = linked_data_of(*page);
  const PageAddresses addresses = addresses_of(*page, read, data, known);
  const auto url = known           ? known
                   : addresses.url ? std::optional(addresses.url->value)
                                   : std::nullopt;
  const auto outlet = outlet_of(*page, read, data, url);
  return {url.value_or(""), addresses.canonical ? addresses.canonical->value : "",
          outlet ? outlet->value : ""};
}

constexpr std::string_view kForeign = R"(<link rel=canonical href="https://wire.example.org/a/1">)";

TEST(Addresses, AForeignCanonicalSaysWhereAReportIsFromAndNotWhoseItIs) {
  const std::string own = std::string(kForeign) +
                          R"(<meta property="og:url" content="https://www.harbourpost.com/a">
<meta property="og:site_name" content="Harbour Post">)";
  const Found page = found(own);
  EXPECT_EQ(page.url, "https://www.harbourpost.com/a");
  EXPECT_EQ(page.canonical, "https://wire.example.org/a/1");
  EXPECT_EQ(page.outlet, "harbourpost.com");
  // Without og:url its publisher and its links tell.
  const Found linked = found(
      std::string(kForeign) + R"(<script type="application/ld+json">
{"@type":"NewsArticle","url":"https://wire.example.org/a/1",
"publisher":{"name":"Harbour Post","url":"https://harbourpost.com/"}}</script>)",
      std::nullopt,
      R"(<a href="https://harbourpost.com/b">b</a><a href="https://harbourpost.com/c">c</a>)");
  EXPECT_EQ(linked.url, "");
  EXPECT_EQ(linked.canonical, "https://wire.example.org/a/1");
  EXPECT_EQ(linked.outlet, "harbourpost.com");
}

TEST(Addresses, KeepTheCanonicalBesideTheAddressThatIsKnown) {
  const Found page = found(kForeign, "https://harbourpost.com/a");
  EXPECT_EQ(page.url, "https://harbourpost.com/a");
  EXPECT_EQ(page.canonical, "https://wire.example.org/a/1");
  EXPECT_EQ(page.outlet, "harbourpost.com");
  EXPECT_EQ(found(kForeign, "http://www.wire.example.org/a/1/#top").canonical, "");
}

TEST(Addresses, AHomePageIsTheAddressOfNoReport) {
  const Found page = found(R"(<link rel=canonical href="https://harbourpost.com/">
<meta property="og:url" content="https://harbourpost.com/a">)");
  EXPECT_EQ(page.url, "https://harbourpost.com/a");
  EXPECT_EQ(page.canonical, "");
}

TEST(Addresses, RelativeOnesAreReadAgainstTheBase) {
  constexpr std::string_view kRelative = R"(<link rel=canonical href="../a/1?x=2">)";
  EXPECT_EQ(
      found(std::string(R"(<base href="https://harbourpost.com/news/b">)") + std::string(kRelative))
          .url,
      "https://harbourpost.com/a/1?x=2");
  EXPECT_EQ(found(kRelative, "https://harbourpost.com/news/b").canonical,
            "https://harbourpost.com/a/1?x=2");
  EXPECT_EQ(found(kRelative).url, "");
  EXPECT_EQ(found(R"(<link rel=canonical href="#top"><base href="https://harbourpost.com/">)").url,
            "");
}

TEST(Addresses, AreWithoutTheCacheOrTheArchiveAroundThem) {
  for (const char* url :
       {"https://www-harbourpost-com.cdn.ampproject.org/c/s/www.harbourpost.com/a",
        "https://www.google.com/amp/s/www.harbourpost.com/a",
        "https://web.archive.org/web/20240503101500/https://www.harbourpost.com/a",
        "https://web.archive.org/web/20240503101500id_/https:/www.harbourpost.com/a",
        "https://www-harbourpost-com.translate.goog/a"}) {
    EXPECT_EQ(original_address(url), "https://www.harbourpost.com/a") << url;
    EXPECT_EQ(found(fmt::format(R"(<link rel=canonical href="{}">)", url)).outlet,
              "harbourpost.com")
        << url;
    EXPECT_EQ(found("", url).outlet, "harbourpost.com") << url;
  }
  EXPECT_EQ(original_address("https://www.google.com/amp/s/"), "https://www.google.com/amp/s/");
  EXPECT_EQ(original_address("https://web.archive.org/web/"), "https://web.archive.org/web/");
  EXPECT_EQ(found(R"(<link rel=canonical href="https://archive.ph/abcd">
<meta property="og:site_name" content="Harbour Post">)")
                .outlet,
            "Harbour Post");
}

}  // namespace
}  // namespace stemma

#include "extract/metadata/outlet.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/html/parser.h"

namespace stemma {
namespace {

std::string outlet(std::string_view head) {
  const auto page = html::make_html_parser()->parse(
      fmt::format("<head>{}</head><body><h1>Ferry aground</h1></body>", head));
  const auto said = outlet_of(*page, head_of(*page), linked_data_of(*page), std::nullopt);
  return said ? said->value : "";
}

TEST(Outlet, IsKnownByWhatAPageWithoutAnAddressSaysOfItself) {
  for (const char* head :
       {R"(<base href="https://www.courier.com/world/">)",
        R"(<link rel=alternate hreflang=en href="https://www.courier.com/en/ferry">)",
        R"(<link rel=alternate type="application/rss+xml" href="https://www.courier.com/feed/">)",
        R"(<link rel=amphtml href="https://www.courier.com/ferry/amp">)",
        R"(<link rel=shortlink href="https://www.courier.com/?p=12">)",
        R"(<link rel="https://api.w.org/" href="https://www.courier.com/wp-json/">)",
        R"(<meta property="al:web:url" content="https://www.courier.com/ferry">)",
        R"(<meta name="twitter:domain" content="courier.com">)"}) {
    EXPECT_EQ(outlet(head), "courier.com") << head;
  }
}

TEST(Outlet, IsTheNameOfItsPublisherWhereThereIsNoAddress) {
  for (const char* field : {"application-name", "dc.publisher", "publisher", "copyright"}) {
    EXPECT_EQ(outlet(fmt::format("<meta name='{}' content='Norrhavn Courier'>", field)),
              "Norrhavn Courier");
  }
  EXPECT_EQ(outlet("<meta name=copyright content='© 2024 all rights reserved'>"), "");
}

}  // namespace
}  // namespace stemma

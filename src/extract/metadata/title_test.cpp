#include "extract/metadata/title.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/html/parser.h"
#include "extract/metadata/title_parts.h"

namespace stemma {
namespace {

std::optional<std::string> title(std::string_view html) {
  const auto page = html::make_html_parser()->parse(html);
  const auto said = title_of(*page, head_of(*page), linked_data_of(*page), "courier.example");
  return said ? std::optional(said->value) : std::nullopt;
}

TEST(Titles, LoseTheOutletsName) {
  EXPECT_EQ(without_outlet("Ferry runs aground in fog | World | The Courier", {"The Courier"}),
            "Ferry runs aground in fog");
  EXPECT_EQ(without_outlet("Ferry aground - owner says fog came within minutes", {}),
            "Ferry aground - owner says fog came within minutes");
  EXPECT_EQ(without_outlet("Ferry", {"The Courier"}), "Ferry");
}

TEST(Titles, LoseAKickerAndASecondLineThatAreElementsOfTheirOwn) {
  EXPECT_EQ(title("<title>Fog on the coast: Ferry runs aground - Courier</title>"
                  "<h1><span class=kicker>Fog on the coast</span> Ferry runs aground</h1>"),
            "Ferry runs aground");
  EXPECT_EQ(
      title("<title>Ferry runs aground</title><h1>Ferry runs aground <span>All are safe, says the "
            "owner</span></h1>"),
      "Ferry runs aground");
  EXPECT_EQ(title("<title>Fog: Ferry runs aground</title><h1>Fog: Ferry runs aground</h1>"),
            "Fog: Ferry runs aground");
}

TEST(Titles, KeepWhatIsNoNameAfterADash) {
  for (const char* whole :
       {"Trump - Biden debate - who won", "Ferry strikes: Norway - Denmark talks"}) {
    EXPECT_EQ(title(fmt::format("<title>{}</title>", whole)), whole);
  }
  EXPECT_EQ(without_outlet("Ferry runs aground in fog - courier.example", {}),
            "Ferry runs aground in fog");
  EXPECT_EQ(without_outlet("Norrhavn Courier: Ferry runs aground", {"Norrhavn Courier"}),
            "Ferry runs aground");
  EXPECT_EQ(without_outlet("Norrhavn: Ferry runs aground", {"Norrhavn Courier"}),
            "Norrhavn: Ferry runs aground");
}

TEST(Titles, LoseAKickerThatOnlyItsStyleSetsApart) {
  EXPECT_EQ(title(R"(<meta property="og:title" content="Ferry runs aground">
<h1><span>Live</span>Ferry runs aground</h1>)"),
            "Ferry runs aground");
  EXPECT_EQ(title("<title>McDonald is saved</title><h1>Mc<i>Donald</i> is saved</h1>"),
            "McDonald is saved");
}

TEST(Titles, AreDecodedAsOftenAsTheyWereEncoded) {
  EXPECT_EQ(title("<title>Ferry &amp;amp; ship collide</title>"), "Ferry & ship collide");
}

TEST(Titles, AreTheHeadingThatIsAPartOfThePagesTitle) {
  EXPECT_EQ(title("<title>Courier online - Notices - Ferry runs aground</title><h1>Courier</h1>"
                  "<h1>Notices</h1><h1>Ferry runs aground</h1>"),
            "Ferry runs aground");
}

TEST(Titles, KeepAPartThatOnlyMentionsTheOutlet) {
  EXPECT_EQ(without_outlet("Courier | What the Courier found when it asked the ferry's owner",
                           {"Courier"}),
            "What the Courier found when it asked the ferry's owner");
}

TEST(Titles, AreThePagesOnlyHeadingWhateverTheHeadSays) {
  const std::string heading = "<h1>Ferry runs aground in fog</h1>";
  for (const char* said : {"Norrhavn Courier", "News", "World | The Courier", "Home - Courier",
                           "courier.example", "What we know of the accident off Norrhavn"}) {
    EXPECT_EQ(title(fmt::format("<title>{}</title>{}", said, heading)),
              "Ferry runs aground in fog");
  }
  EXPECT_EQ(title("<title>Courier</title><aside>" + heading + "</aside>"), "Courier");
  EXPECT_EQ(title("<title>Courier</title><h2>Ferry runs aground in fog</h2>"),
            "Ferry runs aground in fog");
  // A label over a long headline.
  EXPECT_EQ(title("<title>Ferry with 212 people runs aground off Norrhavn</title>"
                  "<h1>Fog at sea</h1>"),
            "Ferry with 212 people runs aground off Norrhavn");
}

TEST(Titles, AreNoHeadingThatLeadsToTheFirstPage) {
  for (const char* home : {"/", "/index.php", "/?lang=de", "https://www.courier.example/"}) {
    EXPECT_EQ(title(fmt::format("<title>Ferry aground – the third | Ann's Logbook</title>"
                                "<h1><a href='{}'>Ann's Logbook</a></h1>",
                                home)),
              "Ferry aground – the third");
  }
  EXPECT_EQ(title("<title>Ann's Logbook</title><h1><a href='/ferry'>Ann's Logbook</a></h1>"),
            "Ann's Logbook");
}

TEST(Titles, AreNoHeadingThatIsNotShown) {
  EXPECT_EQ(title("<title>Ferry runs aground</title>"
                  "<h1 style='display:none'>All reports of the coast</h1>"),
            "Ferry runs aground");
}

TEST(Titles, LoseAKnownNameBehindAnyMark) {
  const OutletNames courier{"Norrhavn Courier", "norrhavn-courier.example"};
  for (const char* tail :
       {": Norrhavn Courier", " / Norrhavn Courier", " > Norrhavn Courier", "_Norrhavn Courier",
        " (Norrhavn Courier)", " ‒ The Norrhavn Courier", " @ Norrhavn Courier",
        " | world | Norrhavn Courier", " < World | Norrhavn Courier",
        " | Norrhavn Courier - News from the coast", "【Norrhavn Courier】"}) {
    EXPECT_EQ(without_outlet(fmt::format("Ferry runs aground{}", tail), courier),
              "Ferry runs aground")
        << tail;
  }
  EXPECT_EQ(without_outlet("Norrhavn Courier » World » Ferry runs aground", courier),
            "Ferry runs aground");
  EXPECT_EQ(without_outlet("Fähre auf Grund - Süddeutsche", {"sueddeutsche"}), "Fähre auf Grund");
}

TEST(Titles, KeepWhatStandsBeforeAKnownNameBehindAnotherMark) {
  const OutletNames courier{"Norrhavn Courier"};
  EXPECT_EQ(without_outlet("‘I was wrong’ – Captain Sund - Norrhavn Courier", courier),
            "‘I was wrong’ – Captain Sund");
  EXPECT_EQ(without_outlet("The ferry debate – who won? | Norrhavn Courier", courier),
            "The ferry debate – who won?");
  EXPECT_EQ(without_outlet("Cup final: Norrhavn United 0 - 4 Carrow Vale", courier),
            "Cup final: Norrhavn United 0 - 4 Carrow Vale");
  EXPECT_EQ(without_outlet("Schools: more Bildung for all", {"Bild"}),
            "Schools: more Bildung for all");
}

TEST(Titles, LoseTheirTailsInScriptsWithoutSpaces) {
  EXPECT_EQ(without_outlet("跨江大桥下月起封闭维修八个月_新闻_新港网", {}),
            "跨江大桥下月起封闭维修八个月");
  EXPECT_EQ(without_outlet("跨江大桥下月起封闭维修八个月 - 新港日报", {}),
            "跨江大桥下月起封闭维修八个月");
}

TEST(Titles, PartAKickerThatItsStyleSetsApartInAnyAlphabet) {
  EXPECT_EQ(title("<h1><b>Umgehungsstraße</b>Stadt stoppt den Bau</h1>"),
            "Umgehungsstraße Stadt stoppt den Bau");
  EXPECT_EQ(title("<h1><b>Exclusive:</b>Ferry runs aground</h1>"), "Exclusive: Ferry runs aground");
}

TEST(Titles, OfHeadingsInHeadingsTakeTimeThatGrowsWithThePage) {
  std::string page = "<title>Ferry</title>";
  for (int i = 0; i < 250; ++i) page += "<h1><div>";
  for (int i = 0; i < 200'000; ++i) page += "word ";
  EXPECT_EQ(title(page), "Ferry");
}

}  // namespace
}  // namespace stemma

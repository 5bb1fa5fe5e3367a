#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "extract/extract.h"

namespace stemma {
namespace {

using testing::HasSubstr;
using testing::Not;

// A report of our own, a paragraph an entry.
constexpr std::array<std::string_view, 5> kReport{
    "The harbour council of Norrhavn voted on Tuesday to close the old lock for two years, a step "
    "that fishermen say will cost them a third of the season.",
    "Work on the gates begins in March, the council's engineer, Tomas Eld, told the meeting. He "
    "put "
    "the price at 14 million crowns, of which the state pays half.",
    "\"Nobody here wants the lock to fail with a ship in it,\" Eld said. \"But that is where we "
    "will be in five winters if we do nothing.\"",
    "Boats over 12 metres will have to go round the island, which takes four hours in good "
    "weather, "
    "and the ferry to Sund will run only at high water.",
    "The fishermen's union has asked for a meeting with the minister and said it would go to court "
    "if no help was offered by the end of the month."};

std::string whole_report() {
  std::string text;
  for (const std::string_view paragraph : kReport) {
    if (!text.empty()) text += "\n\n";
    text += paragraph;
  }
  return text;
}

/// The report with something before and after each paragraph.
std::string report(std::string_view before, std::string_view after) {
  std::string html;
  for (const std::string_view paragraph : kReport) {
    html += before;
    html += paragraph;
    html += after;
  }
  return html;
}

/// A page around a body: a menu, the headline, the body, links to other reports, a footer.
std::string page(std::string_view body, std::string_view after = "") {
  std::string html =
      "<html><head><title>Council closes the old lock for two years | Norrhavn Courier</title>"
      "</head><body><nav class=menu><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li>"
      "<li><a href=/s>Sport</a></li></ul></nav><h1>Council closes the old lock for two years</h1>";
  html += body;
  html +=
      "<div class=related><h3>Most read</h3><ul><li><a href=/1>Ferry runs aground in fog</a></li>"
      "<li><a href=/2>Herring quota cut again</a></li><li><a href=/3>School gets its bell "
      "back</a></li></ul></div>";
  html += after;
  html += "<footer><p>© 2024 Norrhavn Courier. All rights reserved.</p></footer></body></html>";
  return html;
}

Article article_of_page(std::string html) {
  Document document;
  document.kind = Document::Kind::html;
  document.path = "page.html";
  document.bytes = std::move(html);
  document.given.published = "2024-05-03T20:10:00+02:00";
  auto extraction = extract(document);
  return extraction ? std::move(extraction->article) : Article{};
}

std::string text_of_page(std::string html) { return article_of_page(std::move(html)).text; }

TEST(Body, IsFoundWhateverItStandsIn) {
  const std::string paragraphs = report("<p>", "</p>");
  EXPECT_EQ(text_of_page(page("<article>" + paragraphs + "</article>")), whole_report());
  EXPECT_EQ(text_of_page(page("<div class=story-body>" + paragraphs + "</div>")), whole_report());
  EXPECT_EQ(text_of_page(page("<div>" + report("", "<br><br>") + "</div>")), whole_report());
  EXPECT_EQ(text_of_page(page("<form action=/ method=post><div>" + paragraphs + "</div></form>")),
            whole_report());
  EXPECT_EQ(text_of_page(page("<table><tr><td width=20>&nbsp;</td><td>" + paragraphs +
                              "</td></tr></table>")),
            whole_report());
  EXPECT_EQ(text_of_page(
                page("<story-body>" + report("<text-block>", "</text-block>") + "</story-body>")),
            whole_report());
  EXPECT_EQ(text_of_page(page(report("<div class=chunk><p>", "</p></div>"))), whole_report());
}

TEST(Body, GoesOnAfterAnEndOfThePageThatComesEarly) {
  std::string paragraphs = report("<p>", "</p>");
  paragraphs.insert(paragraphs.find("<p>Boats"), "</div></body></html>");
  EXPECT_EQ(text_of_page(page("<div>" + paragraphs)), whole_report());
}

TEST(Body, IsTakenFromWhatScriptsWouldShowWhereThereIsNoOther) {
  for (const std::string_view element : {"noscript", "template"}) {
    const std::string body = "<" + std::string(element) + "><div>" + report("<p>", "</p>") +
                             "</div></" + std::string(element) + ">";
    EXPECT_EQ(text_of_page("<html><body><h1>Council closes the old lock</h1><div id=root></div>" +
                           body + "</body></html>"),
              whole_report())
        << element;
    EXPECT_THAT(text_of_page(page("<article>" + report("<p>", "</p>") + "</article>",
                                  "<noscript><p>Please turn on scripts, or this page will not "
                                  "show you what the town has to say.</p></noscript>")),
                Not(HasSubstr("scripts")));
  }
}

TEST(Body, HasEachParagraphOnceWhereLayoutsRepeatIt) {
  std::string body = "<article>";
  for (const std::string_view paragraph : kReport) {
    for (const std::string_view layout : {"phone", "tablet", "desk", "print"}) {
      body += "<p class=\"body-" + std::string(layout) + "\">" + std::string(paragraph) + "</p>";
    }
  }
  EXPECT_EQ(text_of_page(page(body + "</article>")), whole_report());
}

TEST(Body, IsThereOnceWhereAllOfItIsRepeated) {
  const std::string body = "<div class=story-body>" + report("<p>", "</p>") + "</div>";
  EXPECT_EQ(text_of_page(page(body + body)), whole_report());
}

TEST(Body, KeepsALineThatTheWriterRepeats) {
  const std::string again =
      "<p>And what would you do if the lock was closed for longer than that?</p>";
  const std::string text =
      text_of_page(page("<article>" + report("<p>", "</p>" + again) + "</article>"));
  std::size_t count = 0;
  for (auto at = text.find("And what"); at != std::string::npos;
       at = text.find("And what", at + 1)) {
    ++count;
  }
  EXPECT_GE(count, kReport.size() - 1);
}

TEST(Body, KeepsFoldedTextAndDropsWhatIsHiddenBesideIt) {
  std::string paragraphs = report("<p>", "</p>");
  paragraphs.insert(paragraphs.find("<p>Boats"),
                    "<div class=read-more-content style=\"display: none\">");
  const std::string text = text_of_page(
      page("<article>" + paragraphs + "</div></article>",
           "<div class=modal aria-hidden=true style=\"display:none\"><p>Sign up for our newsletter "
           "and get the news of the harbour every morning, before the boats are back.</p></div>"));
  EXPECT_THAT(text, HasSubstr("will run only at high water.\n\nThe fishermen's union"));
  EXPECT_THAT(text, Not(HasSubstr("newsletter")));
}

// A live blog of the report, the last post first; `stamp` makes the line over each.
template <class Stamp>
std::string live_blog(Stamp stamp) {
  std::string body = "<article>";
  int hour = 20;
  for (const std::string_view paragraph : kReport) {
    body += "<div class=post>" + stamp(hour--) + "<p>" + std::string(paragraph) + "</p></div>";
  }
  return page(body + "</article>");
}

TEST(Body, LeavesOutLabelsOfThePagesOwnInAnyLanguage) {
  for (const std::string label :
       {"Advertisement", "La suite après cette publicité", "Реклама", "広告"}) {
    const std::string text = text_of_page(page(report("<p>", "</p><p class=x>" + label + "</p>")));
    EXPECT_THAT(text, HasSubstr("the ferry to Sund")) << label;
    EXPECT_THAT(text, Not(HasSubstr(label)));
  }
}

TEST(Body, EndsWhereThePageAppendsAnotherReport) {
  const std::string next =
      "<article class=story><h1>Herring quota cut again</h1><p>The ministry cut the quota for "
      "herring by a fifth on Monday, the third cut in as many years, and the fishermen of Norrhavn "
      "said that they had seen it coming since the spring.</p><p>Whoever lands more than is "
      "allowed "
      "will pay a fine of 2,000 crowns, the ministry said, and the boats will be "
      "watched.</p></article>";
  const std::string text = text_of_page(
      "<html><head><title>Council closes the old lock for two years</title></head><body><main>"
      "<article class=story><h1>Council closes the old lock for two years</h1>" +
      report("<p>", "</p>") + "</article>" + next + "</main></body></html>");
  EXPECT_THAT(text, HasSubstr("if no help was offered"));
  EXPECT_THAT(text, Not(HasSubstr("quota")));
}

TEST(Body, ABreakBehindASentenceEndsAParagraph) {
  EXPECT_EQ(text_of_page(page("<div>" + report("", "<br>") + "</div>")), whole_report());
}

TEST(Body, OfLanguagesWithoutLatinLettersIsReadAsProse) {
  const std::string arabic =
                        "قال مجلس ميناء نورهافن يوم الثلاثاء إن القفل القديم سيغلق لمدة عامين "
                        "بسبب أعمال الصيانة التي تبدأ في مارس",
                    hebrew =
                        "מועצת הנמל של נורהאבן החליטה ביום שלישי לסגור את השער הישן לשנתיים "
                        "והדייגים אמרו כי הם יפסידו שליש מן העונה",
                    thai =
                        "สภาท่าเรือนอร์ฮาเวนมีมติเมื่อวันอังคารให้ปิดประตูน้ำเก่าเป็นเวลาสองปี"
                        "ซึ่งชาวประมงกล่าวว่าจะทำให้เสียรายได้หนึ่งในสามของฤดูกาล",
                    ukrainian =
                        "Рада порту Норгавн у вівторок вирішила закрити старий шлюз на два "
                        "роки і рибалки кажуть що втратять третину сезону";
  for (const std::string& line : {arabic, hebrew, thai, ukrainian}) {
    std::string body, whole;
    for (const std::string number : {"١", "٢", "٣", "٤", "٥"}) {
      body += "<p>" + line + " " + number + ".</p>";
      whole += (whole.empty() ? "" : "\n\n") + line + " " + number + ".";
    }
    EXPECT_EQ(text_of_page(page("<div>" + body + "</div>")), whole);
  }
}

TEST(Body, KeepsJoinersThatSpell) {
  EXPECT_THAT(text_of_page(page(report("<p>", " می‌شود</p>"))), HasSubstr("می‌شود"));
  EXPECT_THAT(text_of_page(page(report("<p>", " sta‌tion</p>"))), HasSubstr("station"));
}

TEST(LivePosts, HaveTheTimeThatStandsOverThem) {
  const auto marked = [](int hour) {
    const std::string clock = std::to_string(hour) + ":15";
    return "<div><time datetime=2024-05-04T" + clock + ":00Z>" + clock + "</time></div>";
  };
  const auto printed = [](int hour) {
    return "<div class=clock>" + std::to_string(hour - 12) + ":15PM</div>";
  };
  for (const Article& article :
       {article_of_page(live_blog(marked)), article_of_page(live_blog(printed))}) {
    ASSERT_EQ(article.posts.size(), kReport.size());
    for (std::size_t i = 0; i < kReport.size(); ++i) {
      EXPECT_EQ(cut(article.text, article.posts[i].span), kReport[i]);
    }
  }
  EXPECT_EQ(article_of_page(live_blog(marked)).posts[1].time, "2024-05-04T19:15:00Z");
  EXPECT_THAT(article_of_page(live_blog(printed)).posts[1].time,
              testing::StartsWith("2024-05-03T19:15"));
}

TEST(LivePosts, AreNoneWhereTimesRunThisWayAndThat) {
  int turn = 0;
  const auto stamp = [&turn](int) {
    constexpr std::array kClocks{"9:15", "14:05", "8:20", "16:40", "7:30"};
    return "<div>" + std::string(kClocks[static_cast<std::size_t>(turn++)]) + "</div>";
  };
  EXPECT_TRUE(article_of_page(live_blog(stamp)).posts.empty());
}

}  // namespace
}  // namespace stemma

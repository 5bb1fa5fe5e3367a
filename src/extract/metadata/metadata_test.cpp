#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "extract/extract.h"
#include "extract/html/parser.h"
#include "extract/metadata/authors.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string kPage = R"(<!doctype html><html lang="en-GB"><head>
<title>Ferry runs aground in fog - Norrhavn Courier</title>
<meta property="og:site_name" content="Norrhavn Courier">
<meta property="article:published_time" content="2024-05-03T10:08:00+02:00">
<link rel="canonical" href="https://www.courier.example/world/ferry">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry runs aground in fog",
"author":[{"@type":"Person","name":"Mira Sund"}],"dateModified":"2024-05-04T08:00:00Z"}</script></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<h1>Ferry runs aground in fog</h1><p class="byline">By Mira Sund</p>
<article><p>A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said, and
all of them were brought ashore by noon.</p>
<p>The captain told the news&shy;paper that fog had come up within minutes. “We saw nothing at all,” she
said, and the mate, who had stood at the bow, said the same to the police.</p>
<p>The same ferry hit a pier five years ago, and in October the inspectors had asked for a new radar, which
the owner, a company of the town, has not bought.</p></article>
<footer>© 2024 Norrhavn Courier. All rights reserved.</footer></body></html>)";

html::Page page_of(std::string_view html) { return *html::make_html_parser()->parse(html); }

std::vector<std::string> authors(std::string_view html) {
  const html::Page page = page_of(html);
  return authors_of(page, head_of(page), linked_data_of(page), "courier.example").value;
}

TEST(Authors, AreNoOutletAndNoLoginWhereAPersonIsNamed) {
  EXPECT_THAT(
      authors(
          R"(<meta name=author content="The Courier"><h1>Ferry</h1><p class=byline>By Ann Lee</p>)"),
      ElementsAre("Ann Lee"));
  EXPECT_THAT(
      authors(
          R"(<meta name=author content="ann-lee"><h1>Ferry</h1><p class=byline>By Ann Lee</p>)"),
      ElementsAre("Ann Lee"));
  EXPECT_THAT(authors(R"(<meta name=author content="courierstaff"><h1>Ferry</h1>)"),
              ElementsAre("courierstaff"));
  EXPECT_THAT(authors(R"(<meta name=author content="Ann Lee Courier"><h1>Ferry</h1>)"),
              ElementsAre("Ann Lee"));
}

TEST(Authors, AreNotReadInMenusAndTeasers) {
  EXPECT_THAT(
      authors(R"(<html lang=en><div><ul><li><a href=/c>By Country</a><li>Report: Pilots Sign On
<li>By The Numbers<li><a href=/a>By Appointment Only</a><li>Door County News</ul></div>
<h1>Ferry runs aground</h1><div>By Ann Lee</div><p>Text</p>
<div><h3><a href=/x>Whale seen</a></h3><div>By Cara Fox</div></div>)"),
      ElementsAre("Ann Lee"));
  for (const char* teaser :
       {"<aside class=related><div>By Cara Fox</div></aside>",
        "<section class=more><h3><a href=/x>Whale</a></h3><span class=byline>By Cara Fox</span>"
        "</section>",
        "<div><h3><a href=/x>Whale</a></h3><a rel=author href=/author/cara>Cara Fox</a></div>"}) {
    EXPECT_THAT(authors(std::string("<h1>Ferry</h1><p>Text</p>") + teaser), IsEmpty()) << teaser;
  }
  EXPECT_THAT(authors("<div class=with-sidebar><h1>Ferry</h1><div>By Ann Lee</div></div>"),
              ElementsAre("Ann Lee"));
}

TEST(Authors, BesideTheDateAreKnownToBePersons) {
  const auto page = [](std::string_view line, std::string_view end) {
    return "<h1>Ferry</h1><div><span>" + std::string(line) +
           "</span><time>3 May 2024</time></div><p>Text</p>" + std::string(end);
  };
  for (const char* line :
       {"Middle East", "Climate Change", "<a href=/s>Premier League</a>", "Ann Lee"}) {
    EXPECT_THAT(authors(page(line, "")), IsEmpty()) << line;
  }
  EXPECT_THAT(authors(page("Ann Lee", "<p>Ann Lee is a reporter at the harbour.</p>")),
              ElementsAre("Ann Lee"));
}

TEST(Authors, AreNoNewsroomWhereAPersonIsNamed) {
  EXPECT_THAT(authors("<html lang=it><meta name=author content=Redazione><h1>Nave</h1>"
                      "<div>di Mario Rossi</div>"),
              ElementsAre("Mario Rossi"));
  EXPECT_THAT(authors("<meta name=author content=Redazione><h1>Nave</h1>"),
              ElementsAre("Redazione"));
}

TEST(Authors, KeepAFamilyNameThatIsAlsoAnOutlets) {
  EXPECT_THAT(authors(R"(<script type="application/ld+json">{"@type":"NewsArticle",
"author":[{"name":"Ben van der Post"},{"name":"Emily Post"},{"name":"Ann Lee Reuters"}]}</script>)"),
              ElementsAre("Ben van der Post", "Emily Post", "Ann Lee"));
}

TEST(Authors, AreFoundInTheNextObjectWhereTheFirstNamesTheOutlet) {
  EXPECT_THAT(authors(R"(<script type="application/ld+json">[
{"@type":"NewsArticle","author":{"name":", The Courier & Gazette"}},
{"@type":"NewsArticle","author":[{"name":"Ann Lee"}]}]</script>)"),
              ElementsAre("Ann Lee"));
}

TEST(Authors, AreWhoTheFirstLinksToAuthorsPagesName) {
  EXPECT_THAT(authors(R"(<a href="/author/sol/">Sol Vik</a><h1>Ferry</h1>
<p><a href="/author/ann/">Ann Lee</a> and <a href="/author/bo/">Bo Li</a></p><p>Text</p>
<div><a href="/author/sol/">Sol Vik</a></div>)"),
              ElementsAre("Ann Lee", "Bo Li"));
}

Result<Extraction> extract_page(std::string html) {
  Document document;
  document.kind = Document::Kind::html;
  document.path = "page.html";
  document.bytes = std::move(html);
  return extract(document);
}

TEST(Page, GivesEveryFieldWithItsEvidence) {
  const auto extraction = extract_page(kPage);
  ASSERT_TRUE(extraction.has_value());
  const Article& article = extraction->article;
  EXPECT_EQ(article.title, "Ferry runs aground in fog");
  EXPECT_THAT(article.authors, ElementsAre("Mira Sund"));
  EXPECT_EQ(article.published, "2024-05-03T10:08:00+02:00");
  EXPECT_EQ(article.modified, "2024-05-04T08:00:00Z");
  EXPECT_EQ(article.url, "https://www.courier.example/world/ferry");
  EXPECT_EQ(article.outlet, "courier.example");
  EXPECT_EQ(article.language, "en");
  ASSERT_FALSE(article.date_evidence.empty());
  EXPECT_EQ(article.date_evidence[0].source, "meta");
}

TEST(Page, SaysWhatGaveEachField) {
  std::string page = kPage;
  page.replace(page.find("\"dateModified\""), 0,
               "\"articleSection\":\"World\",\"isAccessibleForFree\":\"False\",");
  const auto extraction = extract_page(page);
  ASSERT_TRUE(extraction.has_value());
  const FieldSources& sources = extraction->article.sources;
  EXPECT_EQ(sources.url, "canonical link");
  EXPECT_EQ(sources.outlet, "url");
  EXPECT_EQ(sources.outlet_name, "meta og:site_name");
  EXPECT_EQ(sources.title, "heading");
  EXPECT_EQ(sources.authors, "json-ld");
  EXPECT_EQ(sources.published, "meta");
  EXPECT_EQ(sources.modified, "json-ld");
  EXPECT_EQ(sources.language, "html lang");
  EXPECT_EQ(sources.section, "json-ld");
  EXPECT_EQ(sources.partial, "json-ld");
}

TEST(Page, SaysNothingOfFieldsThatItLacks) {
  std::string page = kPage;
  page.erase(page.find("<meta property=\"article"),
             page.find("<link rel") - page.find("<meta property=\"article"));
  page.erase(page.find(",\"dateModified\":"),
             std::string_view(",\"dateModified\":\"2024-05-04T08:00:00Z\"").size());
  const auto extraction = extract_page(page);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(extraction->article.published, std::nullopt);
  EXPECT_EQ(extraction->article.sources.published, "");
  EXPECT_EQ(extraction->article.sources.modified, "");
  EXPECT_EQ(extraction->article.sources.section, "");
}

TEST(Page, BodyIsParagraphsWithoutFurnitureAndInvisibleCharacters) {
  const auto extraction = extract_page(kPage);
  ASSERT_TRUE(extraction.has_value());
  const std::string& text = extraction->article.text;
  EXPECT_THAT(text, testing::StartsWith("A ferry with 212 people aboard ran aground"));
  EXPECT_THAT(text, HasSubstr("by noon.\n\nThe captain told the newspaper"));
  EXPECT_THAT(text, testing::Not(HasSubstr("rights reserved")));
  EXPECT_THAT(text, testing::Not(HasSubstr("Home")));
}

TEST(Page, WhatTheContainerKnowsIsBelieved) {
  Document document;
  document.kind = Document::Kind::html;
  document.bytes = kPage;
  document.given.id = "seven";
  document.given.published = "2024-05-02";
  document.given.outlet = "Courier";
  const auto extraction = extract(document);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(extraction->article.id, "seven");
  EXPECT_EQ(extraction->article.published, "2024-05-02");
  EXPECT_EQ(extraction->article.outlet, "Courier");
  EXPECT_EQ(extraction->article.sources.outlet, "given");
  EXPECT_EQ(extraction->article.sources.published, "given");
  EXPECT_EQ(extraction->article.sources.title, "heading");
}

TEST(Page, WithoutArticleTextIsRefusedByName) {
  for (const char* page :
       {"", "<p>", "<nav><a href=/>Home</a></nav>", "<script>var x = 1</script>"}) {
    const auto extraction = extract_page(page);
    ASSERT_FALSE(extraction.has_value()) << page;
    EXPECT_THAT(extraction.error().message, testing::StartsWith("page.html: "));
  }
}

TEST(Page, SaysItsSectionItsOutletsNameAndThatItIsOnlyAPart) {
  std::string page = kPage;
  page.replace(page.find("\"dateModified\""), 0,
               "\"articleSection\":\"World\",\"isAccessibleForFree\":false,");
  const auto extraction = extract_page(page);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_EQ(extraction->article.section, "World");
  EXPECT_EQ(extraction->article.outlet_name, "Norrhavn Courier");
  EXPECT_TRUE(extraction->article.partial);
  EXPECT_FALSE(extract_page(kPage)->article.partial);
}

TEST(Page, OfALiveBlogGivesTheTimeOfEachPost) {
  std::string page = kPage;
  page.replace(page.find("\"dateModified\""), 0,
               R"("liveBlogUpdate":[{"datePublished":"2024-05-03T09:30:00Z","headline":"",
"articleBody":"The captain told the newspaper that fog had come up within minutes."},
{"datePublished":"2024-05-03T09:00:00Z","articleBody":"A ferry with 212 people aboard ran aground off Norrhavn"},
{"datePublished":"2024-05-03T08:00:00Z","articleBody":"What is nowhere in the text of the page."}],)");
  const auto extraction = extract_page(page);
  ASSERT_TRUE(extraction.has_value());
  const Article& article = extraction->article;
  ASSERT_EQ(article.posts.size(), 2u);
  EXPECT_EQ(article.posts[0].time, "2024-05-03T09:00:00Z");
  EXPECT_THAT(std::string(cut(article.text, article.posts[0].span)),
              testing::EndsWith("ashore by noon."));
  EXPECT_EQ(article.posts[1].time, "2024-05-03T09:30:00Z");
  EXPECT_EQ(article.posts[1].span.end, article.text.size());
}

TEST(Page, LosesADialogAboutCookiesEvenIfItIsLongerThanTheReport) {
  std::string dialog = "<div id=sheet>";
  for (const char* line : {"When you visit our website, we store cookies on your browser to "
                           "collect information, and the "
                           "information may be about you, your preferences or your device, and is "
                           "used to make the site work.",
                           "We do not allow you to opt-out of our certain cookies, as they are "
                           "necessary to ensure the proper "
                           "functioning of our website, such as prompting our cookie banner and "
                           "remembering your choices.",
                           "Targeting cookies may be set through our site by our advertising "
                           "partners, who may use them to build "
                           "a profile of your interests and show you relevant advertising on other "
                           "sites, if you consent.",
                           "Social media cookies are set by a range of services that we have added "
                           "to the site to enable you to "
                           "share our content with your friends and networks, and they are capable "
                           "of tracking your browser."}) {
    dialog += "<p>" + std::string(line) + "</p>";
  }
  std::string page = kPage;
  page.insert(page.find("<footer>"), dialog + "</div>");
  const auto extraction = extract_page(page);
  ASSERT_TRUE(extraction.has_value());
  EXPECT_THAT(extraction->article.text, testing::Not(HasSubstr("cookies")));
  EXPECT_THAT(extraction->article.text, HasSubstr("The captain told the newspaper"));
}

TEST(Page, TextThatOnlyScriptsBuildIsTakenFromLinkedData) {
  const auto extraction = extract_page(
      R"(<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":
"A ferry with 212 people aboard ran aground off Norrhavn on Tuesday, the coast guard said."}</script>
<body><div id=root></div></body></html>)");
  ASSERT_TRUE(extraction.has_value());
  EXPECT_THAT(extraction->article.text, testing::StartsWith("A ferry with 212"));
}

bool is_partial(std::string_view head) {
  std::string page = kPage;
  page.insert(page.find("</head>"), head);
  const auto extraction = extract_page(page);
  return extraction.has_value() && extraction->article.partial;
}

TEST(Page, IsAPartInEveryWayOfSayingThatItIsNotFree) {
  const auto stated = [](std::string_view json) {
    return fmt::format(
        R"(<script type="application/ld+json">{{"@type":"NewsArticle","isAccessibleForFree":{}}}</script>)",
        json);
  };
  for (const char* no : {"false", R"("False")", R"("http://schema.org/False")", R"("no")", R"("0")",
                         "0", R"(["False"])", R"({"@value":"False"})"}) {
    EXPECT_TRUE(is_partial(stated(no))) << no;
  }
  for (const char* free : {"true", R"("http://schema.org/True")", R"("yes")", R"("1")", "1",
                           R"("")", "null", R"(["True","False"])"}) {
    EXPECT_FALSE(is_partial(stated(free))) << free;
  }
  EXPECT_TRUE(is_partial(R"(<script type="application/ld+json">{"@type":"NewsArticle","hasPart":
{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".wall"}}</script>)"));
  EXPECT_TRUE(is_partial(R"(<meta itemprop="isAccessibleForFree" content="false">)"));
}

TEST(LinkedData, DecodesEveryNamedReference) {
  const html::Page page = page_of(R"(<script type="application/ld+json">{"@type":"NewsArticle",
"headline":"Pol&iacute;tica&nbsp;y econom&amp;iacute;a","author":{"name":"Mar&iacute;a L&oacute;pez"}}</script>)");
  const LinkedData data = linked_data_of(page);
  EXPECT_EQ(data.headline, "Política y economía");
  EXPECT_THAT(data.authors, ElementsAre("María López"));
}

// What needs a search of all objects an author, or of the text a post, would take minutes.
TEST(LinkedData, OfManyAuthorsAndPostsIsReadInLinearTime) {
  std::string page =
      R"(<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[)";
  for (int i = 0; i < 200000; ++i) page += R"({"@id":"none"},)";
  page += R"({"@id":"none"}]})";
  for (int i = 0; i < 4000; ++i) page += fmt::format(R"(,{{"@id":"{}","name":"Ann"}})", i);
  const auto begin = std::chrono::steady_clock::now();
  linked_data_of(page_of(page + "]}</script>"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

std::string german_page(std::string_view lang) {
  std::string page = fmt::format("<html lang=\"{}\"><h1>Fähre auf Grund gelaufen</h1>", lang);
  page += "<article>";
  for (int i = 0; i < 2; ++i) {
    page +=
        "<p>Eine Fähre mit 212 Menschen an Bord ist am Dienstag vor der Küste auf Grund "
        "gelaufen, wie die Küstenwache mitteilte, und alle wurden bis zum Mittag an Land "
        "gebracht.</p><p>Die Kapitänin sagte der Zeitung, der Nebel sei innerhalb weniger "
        "Minuten aufgezogen, und man habe nichts mehr gesehen, bis das Schiff aufsetzte.</p>";
  }
  return page + "</article></html>";
}

TEST(Page, IsInTheLanguageOfItsTextWhateverItSays) {
  const auto copied = extract_page(german_page("en"));
  ASSERT_TRUE(copied.has_value());
  EXPECT_EQ(copied->article.language, "de");
  EXPECT_EQ(copied->article.sources.language, "text");
  EXPECT_THAT(copied->warnings, ElementsAre(HasSubstr("'en'")));
  const auto right = extract_page(german_page("de-AT"));
  EXPECT_EQ(right->article.sources.language, "html lang");
  EXPECT_THAT(right->warnings, IsEmpty());
}

}  // namespace
}  // namespace stemma

#include "ingest/mail_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;

constexpr const char* kNewsletter =
    "Received: by mx.example.org\r\n"
    "From: \"Ada Writer\" <ada@herald.example>\r\n"
    "Subject: =?utf-8?Q?Ship_aground_off_Port_Ald=C3=A1ne?=\r\n"
    "Date: Fri, 3 May 2024 10:08:00 +0000\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe ship is aground.\r\n"
    "--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>The caf=E9 is closed.</p>\r\n--b--\r\n";

constexpr const char* kSavedPage =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/ship\r\n"
    "Subject: Ship aground - Herald\r\nDate: Tue, 7 May 2024 08:00:00 -0000\r\nMIME-Version: "
    "1.0\r\n"
    "Content-Type: "
    "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--Part--x----\"\r\n\r\n"
    "----Part--x----\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://herald.example/ship\r\n\r\n<p class=3D\"lead\">Aground.</p>\r\n"
    "----Part--x----\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n"
    "<p>Buy</p>\r\n----Part--x------\r\n";

TEST(MailReader, AMailGivesItsHtmlWithSubjectSenderAndDate) {
  const auto read = everything_in(kNewsletter, "news.eml");
  ASSERT_EQ(read.documents.size(), 1U);
  const Document& mail = read.documents[0];
  EXPECT_EQ(mail.kind, Document::Kind::html);
  EXPECT_EQ(mail.bytes, "<p>The caf\xE9 is closed.</p>");
  EXPECT_EQ(mail.charset, "iso-8859-1");
  EXPECT_EQ(mail.given.title, "Ship aground off Port Aldáne");
  EXPECT_THAT(mail.given.authors, ElementsAre("Ada Writer"));
  EXPECT_EQ(mail.given.published, "2024-05-03T10:08:00Z");
}

TEST(MailReader, ASavedPageGivesThePageAndItsAddressButNotTheDayItWasSaved) {
  const auto read = everything_in(kSavedPage, "ship.mhtml");
  ASSERT_EQ(read.documents.size(), 1U);
  const Document& page = read.documents[0];
  EXPECT_EQ(page.bytes, "<p class=\"lead\">Aground.</p>");
  EXPECT_EQ(page.given.url, "https://herald.example/ship");
  EXPECT_FALSE(page.given.published);
  EXPECT_FALSE(page.given.title);
}

TEST(MailReader, AnAttachedTextIsNotTheMail) {
  const auto mail = read_mail(
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
      "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nnotes\n"
      "--b\nContent-Type: text/plain\n\nThe report.\n--b--\n",
      "a.eml");
  ASSERT_EQ(mail.size(), 1U);
  ASSERT_TRUE(mail[0]);
  EXPECT_EQ(mail[0]->bytes, "The report.");
}

TEST(MailReader, AMailOfPicturesIsRefusedByName) {
  const auto mail = read_mail("MIME-Version: 1.0\nContent-Type: image/png\n\nx", "a.eml");
  ASSERT_EQ(mail.size(), 1U);
  ASSERT_FALSE(mail[0]);
  EXPECT_EQ(mail[0].error().message, "a.eml: the message has no text");
}

TEST(MailReader, AMailOfNoBreakSpacesHasNoText) {
  const auto mail = read_mail("Subject: x\n\n\xA0\xA0\xA0", "a.eml");
  ASSERT_EQ(mail.size(), 1U);
  EXPECT_FALSE(mail[0]);
}

// A message that encloses another as often as `depth` says.
std::string forwarded(std::size_t depth) {
  std::string message =
      "Subject: The release\nFrom: Port Aldane <port@x>\n\nThe ship is aground.\n";
  for (std::size_t i = 0; i < depth; ++i) {
    message = "Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b" +
              std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n\nSee below.\n--b" +
              std::to_string(i) + "\nContent-Type: message/rfc822\n\n" + message + "\n--b" +
              std::to_string(i) + "--\n";
  }
  return message;
}

TEST(MailReader, AForwardedMessageIsADocumentWithItsOwnSubjectAndSender) {
  const auto read = read_mail(forwarded(1), "a.eml");
  ASSERT_EQ(read.size(), 2U);
  ASSERT_TRUE(read[0] && read[1]);
  EXPECT_EQ(read[0]->path, "a.eml");
  EXPECT_EQ(read[0]->bytes, "See below.");
  EXPECT_EQ(read[1]->path, "a.eml#1");
  EXPECT_EQ(read[1]->given.title, "The release");
  EXPECT_THAT(read[1]->given.authors, ElementsAre("Port Aldane"));
}

TEST(MailReader, MessagesInMessagesAreBounded) {
  const auto read = read_mail(forwarded(kMaxEnclosedDepth + 3), "a.eml");
  ASSERT_EQ(read.size(), kMaxEnclosedDepth + 2);
  ASSERT_FALSE(read.back());
  EXPECT_EQ(read.back().error().fault, Fault::too_large);
}

TEST(MailReader, ADigestGivesItsMessages) {
  const auto read = read_mail(
      "MIME-Version: 1.0\nContent-Type: multipart/digest; boundary=b\n\n"
      "--b\n\nSubject: One\n\nThe ship sank.\n--b\n\nSubject: Two\n\nIt was raised.\n--b--\n",
      "a.eml");
  ASSERT_EQ(read.size(), 2U);
  ASSERT_TRUE(read[0] && read[1]);
  EXPECT_EQ(read[0]->given.title, "One");
  EXPECT_EQ(read[1]->bytes, "It was raised.");
}

TEST(MailReader, AnEnclosedPdfIsReadOrRefusedByItsPlace) {
  const auto read = read_mail(
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee below.\n--b\n"
      "Content-Type: application/octet-stream; name=\"Release.PDF\"\n\nno PDF\n--b--\n",
      "a.eml");
  ASSERT_EQ(read.size(), 2U);
  ASSERT_FALSE(read[1]);
  EXPECT_THAT(read[1].error().message, ::testing::StartsWith("a.eml#1: a PDF document"));
}

TEST(MailReader, AReportThatOpensWithLabelsIsNoMail) {
  EXPECT_FALSE(
      begins_as_mail("From: Port Aldane\nDate: 3 May 2024\nSubject: the ship\n\nIt sank."));
  EXPECT_FALSE(begins_as_mail("Title: Message-ID\nThe ship sank off the coast on Tuesday."));
  EXPECT_TRUE(
      begins_as_mail("From ada@example.org Fri May  3\nMessage-ID: <1@x>\nFrom: a\nTo: b\n\n"));
}

}  // namespace
}  // namespace stemma

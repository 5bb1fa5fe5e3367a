#include "ingest/mime.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

MimePartView coded(std::string_view encoding, std::string_view body) {
  MimePartView part;
  part.headers.push_back({"Content-Transfer-Encoding", encoding});
  part.body = body;
  return part;
}

TEST(Mime, QuotedPrintableJoinsBrokenLinesAndKeepsWhatIsNone) {
  EXPECT_EQ(body_of(coded("quoted-printable", "caf=C3=A9 on the qu=\r\nay, 100 =ZZ =3D")),
            "café on the quay, 100 =ZZ =");
  EXPECT_EQ(body_of(coded("Quoted-Printable", "blank at the end = \t\nof a line=")),
            "blank at the end of a line=");
}

TEST(Mime, Base64PassesOverWhatIsNone) {
  EXPECT_EQ(body_of(coded("BASE64", "UG9ydCBB\r\nbGRh!bmU=\r\n")), "Port Aldane");
  EXPECT_EQ(body_of(coded("base64", "UA==UA==")), "PP");
}

TEST(Mime, OtherEncodingsAreTheBytesThemselves) {
  EXPECT_EQ(body_of(coded("8bit", "=41 \xE9")), "=41 \xE9");
}

TEST(Mime, HeaderWordsAreDecodedAndJoined) {
  EXPECT_EQ(decoded_words("=?utf-8?Q?Storm_h=C3=A4lt?= =?UTF-8?B?IGFu?= (live)"),
            "Storm hält an (live)");
  EXPECT_EQ(decoded_words("=?iso-8859-1*en?q?caf=E9?="), "café");
  EXPECT_EQ(decoded_words("=?utf-8?X?no such form?= =?broken"),
            "=?utf-8?X?no such form?= =?broken");
}

TEST(Mime, PartsEndAtTheirOwnBoundaryOnly) {
  const MimePartView mail = read_mime(
      "Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\npreamble\r\n--a\r\n"
      "Content-Type: multipart/alternative; boundary=ab\r\n\r\n--ab\r\n\r\none\r\n--ab\r\n"
      "Content-Type: text/html\r\n\r\n<p>two\r\n--ab--\r\n--a\r\n\r\nthree\r\n--a--\r\nepilogue");
  ASSERT_EQ(mail.parts.size(), 2U);
  ASSERT_EQ(mail.parts[0].parts.size(), 2U);
  EXPECT_EQ(mail.parts[0].parts[0].body, "one");
  EXPECT_EQ(mail.parts[0].parts[1].media.type, "text/html");
  EXPECT_EQ(mail.parts[0].parts[1].body, "<p>two");
  EXPECT_EQ(mail.parts[1].body, "three");
}

TEST(Mime, AMessageThatBreaksOffHasWhatIsThere) {
  const MimePartView mail =
      read_mime("Content-Type: multipart/mixed; boundary=a\n\n--a\n\nThe ship ran agr");
  ASSERT_EQ(mail.parts.size(), 1U);
  EXPECT_EQ(mail.parts[0].body, "The ship ran agr");
}

TEST(Mime, DepthIsBounded) {
  std::string message;
  for (int i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    message += "Content-Type: multipart/mixed; boundary=b" + n + "x\n\n--b" + n + "x\n";
  }
  std::size_t depth = 0;
  const MimePartView mail = read_mime(message);
  for (const MimePartView* part = &mail; !part->parts.empty(); part = &part->parts[0]) ++depth;
  EXPECT_EQ(depth, kMaxMimeDepth);
}

RC_GTEST_PROP(Mime, HeaderWordsAreValidUtf8WhateverTheBytes, (const std::string& bytes)) {
  RC_ASSERT(is_valid_utf8(decoded_words(bytes)));
  RC_ASSERT(is_valid_utf8(decoded_words("=?utf-8?q?" + bytes + "?=")));
}

}  // namespace
}  // namespace stemma

#include "ingest/http_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DecodedBody body(std::string_view bytes, std::string_view headers) {
  return decode_body(std::string(bytes), headers_of(headers), {}).value();
}

TEST(HttpMessage, HeadersAreFoundInAnyCase) {
  const auto headers = headers_of("Content-Type: text/html\r\nX-Note : a\n folded\r\nno colon\r\n");
  EXPECT_EQ(header(headers, "content-TYPE"), "text/html");
  EXPECT_EQ(header(headers, "x-note"), "a\n folded");
  EXPECT_EQ(header(headers, "absent"), "");
}

TEST(HttpMessage, AMediaTypeIsTakenApart) {
  const MediaType media = media_type("Text/HTML ; Charset=\"windows-1251\"; x=y");
  EXPECT_EQ(media.type, "text/html");
  EXPECT_EQ(media.charset, "windows-1251");
}

TEST(HttpMessage, TheHeadOfAResponseIsRead) {
  const auto response = read_response_head("HTTP/1.1 404 Not Found\r\nServer: x\r\n\r\nGone");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(header(response->headers, "server"), "x");
  EXPECT_EQ(response->body_begin, 37U);
}

TEST(HttpMessage, BytesThatAreNoResponseHaveNoHead) {
  EXPECT_FALSE(read_response_head("<!DOCTYPE html>"));
}

TEST(HttpMessage, ChunksAreJoined) {
  const auto joined = body("5;name=x\r\nThe v\r\nA\r\note was cl\r\n4\r\nose.\r\n0\r\n\r\n",
                           "Transfer-Encoding: chunked");
  EXPECT_EQ(joined.bytes, "The vote was close.");
  EXPECT_THAT(joined.losses, IsEmpty());
}

TEST(HttpMessage, ABodyThatWasUnchunkedBeforeIsKept) {
  EXPECT_EQ(body("<p>The vote", "Transfer-Encoding: chunked").bytes, "<p>The vote");
}

TEST(HttpMessage, ChunksThatBreakOffKeepWhatWasWhole) {
  for (const char* broken :
       {"5\r\nThe v\r\nzz\r\nrest", "5\r\nThe v\r\n", "FFFFFFFFFFFFFFFF\r\nThe v"}) {
    const auto joined = body(broken, "Transfer-Encoding: chunked");
    EXPECT_EQ(joined.bytes, "The v") << broken;
    EXPECT_THAT(joined.losses, ElementsAre(HasSubstr("ends early"))) << broken;
  }
}

TEST(HttpMessage, PackedBodiesAreUnpacked) {
  EXPECT_EQ(body(packed("<p>Vote"), "Content-Encoding: gzip").bytes, "<p>Vote");
  EXPECT_EQ(body(packed("<p>Vote", 15), "Content-Encoding: deflate").bytes, "<p>Vote");
  EXPECT_EQ(body(packed(packed("<p>Vote")), "Content-Encoding: gzip, gzip").bytes, "<p>Vote");
}

TEST(HttpMessage, ABodyThatIsNotPackedInSpiteOfItsHeaderIsKept) {
  for (const char* coding : {"gzip", "br", "deflate", "zstd", "identity", "unheard-of"}) {
    EXPECT_EQ(body("<p>Vote", std::string("Content-Encoding: ") + coding).bytes, "<p>Vote")
        << coding;
  }
}

TEST(HttpMessage, ATruncatedBodyKeepsWhatWasWholeAndSaysSo) {
  const std::string whole =
      packed("The council voted on Friday, 7 to 2, after a debate of six hours.");
  const auto cut = body(whole.substr(0, whole.size() - 12), "Content-Encoding: gzip");
  EXPECT_THAT(cut.bytes, HasSubstr("The council voted"));
  EXPECT_THAT(cut.losses, ElementsAre(HasSubstr("ends early")));
}

TEST(HttpMessage, ABodyThatInflatesPastTheLimitIsRefused) {
  ReadLimits limits;
  limits.document_bytes = 1000;
  const auto big =
      decode_body(packed(std::string(5000, 'a')), headers_of("Content-Encoding: gzip"), limits);
  ASSERT_FALSE(big);
  EXPECT_EQ(big.error().fault, Fault::too_large);
}

RC_GTEST_PROP(HttpMessage, AnyBodyUnderAnyHeadersEnds, (const std::string& bytes)) {
  for (const char* headers : {"Transfer-Encoding: chunked\nContent-Encoding: gzip",
                              "Content-Encoding: deflate, br", "Content-Encoding: zstd"}) {
    RC_ASSERT(decode_body(bytes, headers_of(headers), {}).has_value());
  }
  (void)read_response_head("HTTP/" + bytes);
}

}  // namespace
}  // namespace stemma

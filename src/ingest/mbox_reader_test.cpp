#include "ingest/mbox_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string mail(std::string_view subject, std::string_view text) {
  return fmt::format(
      "From - Fri May  3 10:08:00 2024\nMessage-ID: <1@x>\nFrom: Ada Writer <ada@x>\nSubject: {}\n"
      "MIME-Version: 1.0\n\n{}\n\n",
      subject, text);
}

TEST(MboxReader, EveryMessageIsADocumentOfItsOwn) {
  const auto all =
      everything_in(mail("One", "The ship sank.") + mail("Two", "It was raised."), "news.mbox");
  ASSERT_EQ(all.documents.size(), 2U);
  EXPECT_EQ(all.documents[0].path, "news.mbox#1");
  EXPECT_EQ(all.documents[0].given.title, "One");
  EXPECT_EQ(all.documents[1].path, "news.mbox#2");
  EXPECT_EQ(all.documents[1].given.title, "Two");
  EXPECT_THAT(all.documents[1].bytes, HasSubstr("It was raised."));
}

TEST(MboxReader, QuotedMarksLoseOneQuote) {
  const auto all = everything_in(
      mail("One", "\n>From the pier it was seen.\n>>From afar too.\n> F"), "news.mbox");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.documents[0].bytes, HasSubstr("From the pier"));
  EXPECT_THAT(all.documents[0].bytes, ::testing::Not(HasSubstr(">From the pier")));
  EXPECT_THAT(all.documents[0].bytes, HasSubstr(">From afar"));
}

TEST(MboxReader, ASentenceThatNoOneQuotedCutsNoMail) {
  const auto all = everything_in(
      mail("One", "The ship sank.\n\nFrom the pier it was seen at 10:08.\n\nFrom 2024 on."),
      "news.mbox");
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_THAT(all.documents[0].bytes, HasSubstr("From 2024 on."));
}

TEST(MboxReader, LineEndsOfWindowsAreReadAlike) {
  std::string mails = mail("One", "The ship sank.") + mail("Two", "It was raised.");
  for (std::size_t at = 0; (at = mails.find('\n', at)) != std::string::npos; at += 2) {
    mails.insert(at, "\r");
  }
  EXPECT_EQ(everything_in(mails, "news.mbox").documents.size(), 2U);
}

TEST(MboxReader, AMessageOverTheLimitIsRefusedAndTheNextIsRead) {
  ReadLimits limits;
  limits.document_bytes = 1000;
  const auto all = everything_in(
      mail("One", std::string(2000, 'x')) + mail("Two", "It was raised."), "news.mbox", limits);
  EXPECT_THAT(all.refusals, ElementsAre("news.mbox#1: larger than the limit of 1000 bytes"));
  ASSERT_EQ(all.documents.size(), 1U);
  EXPECT_EQ(all.documents[0].path, "news.mbox#2");
}

TEST(MboxReader, ACutMailboxKeepsWhatWasWholeAndSaysSo) {
  const std::string whole = packed(mail("One", "The ship sank.") + mail("Two", "It was raised."));
  const auto all = everything_in(whole.substr(0, whole.size() - 12), "news.mbox.gz");
  EXPECT_FALSE(all.documents.empty());
  ASSERT_EQ(all.refusals.size(), 1U);
  EXPECT_THAT(all.refusals[0], HasSubstr("ends early"));
}

}  // namespace
}  // namespace stemma

#include "model/quotations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  for (const Span span : quoted_spans(text)) out.emplace_back(cut(text, span));
  return out;
}

TEST(Quotations, AnyStyleOfDoubleMarksIsRead) {
  EXPECT_THAT(quoted("She said “we leave today.” He said \"not yet,\" and »bald«, and „morgen“."),
              ElementsAre("we leave today.", "not yet,", "bald", "morgen"));
}

TEST(Quotations, OneThatIsNotClosedEndsWithItsParagraph) {
  EXPECT_THAT(quoted("“We waited all night.\n\n“Then they came,” she said."),
              ElementsAre("We waited all night.", "Then they came,"));
}

TEST(Quotations, AWrappedLineDoesNotEndOne) {
  EXPECT_THAT(quoted("\"We waited for\nthe boats,\" he said."),
              ElementsAre("We waited for\nthe boats,"));
}

TEST(Quotations, ApostrophesAreNoMarks) {
  EXPECT_THAT(quoted("The ministers' plan isn't the mayor's, he said. It's 'n' more."), IsEmpty());
}

TEST(Quotations, SingleMarksCountWhereTheyCloseAfterAComma) {
  EXPECT_THAT(quoted("‘We have lost the bridge,’ the mayor said."),
              ElementsAre("We have lost the bridge,"));
}

RC_GTEST_PROP(Quotations, AreDisjointAndInOrder, (const std::string& bytes)) {
  const std::string text = repair_utf8(bytes);
  std::uint32_t end = 0;
  for (const Span span : quoted_spans(text)) {
    RC_ASSERT(span.begin >= end);
    RC_ASSERT(span.begin < span.end);
    RC_ASSERT(span.end <= text.size());
    end = span.end;
  }
}

}  // namespace
}  // namespace stemma

#include "report/lines_json.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

TEST(LinesJson, PassageSpansCountCodePoints) {
  Article a, b;
  a.id = "a1";
  a.text = "Överkalix floods";
  b.id = "b1";
  b.text = "floods";
  SharedPassage passage;
  passage.a_span = {12, 18};
  passage.b_span = {0, 6};
  passage.similarity = 1;
  passage.earlier = SharedPassage::Earlier::b;
  EXPECT_EQ(
      shared_passage_json(passage, a, b),
      R"({"a":"a1","b":"b1","a_span":[11,16],"b_span":[0,6],"kind":"passage","similarity":1,"earlier":"b"})");
}

TEST(LinesJson, AStoryLineHasArticleAndStory) {
  EXPECT_EQ(story_line_json("a1", "s-a1"), R"({"id":"a1","story":"s-a1"})");
}

}  // namespace
}  // namespace stemma

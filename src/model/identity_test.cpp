#include "model/identity.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

Article at(std::string path) {
  Article article;
  article.text = "The dam is holding.";
  article.path = std::move(path);
  return article;
}

TEST(Identity, AReprintByAnotherOutletIsAnotherArticle) {
  Article a = at("a.txt"), b = at("a.txt");
  a.outlet = "Valley Post";
  b.outlet = "Radio Merin";
  EXPECT_NE(content_id(a), content_id(b));
}

TEST(Identity, ThePathDoesNotMatterWhereTheOutletIsKnown) {
  Article a = at("one.txt"), b = at("-");
  a.outlet = b.outlet = "Valley Post";
  EXPECT_EQ(content_id(a), content_id(b));
}

TEST(Identity, WithoutAnOutletTheNameOfTheFileTellsCopiesApart) {
  EXPECT_NE(content_id(at("story/post.txt")), content_id(at("story/merin.txt")));
  EXPECT_NE(content_id(at("a.zip#post.txt")), content_id(at("a.zip#merin.txt")));
  for (const char* same : {"other/post.txt", "a.zip#post.txt", "a.zip#in/post.txt", "post.txt#7"}) {
    EXPECT_EQ(content_id(at("post.txt")), content_id(at(same))) << same;
  }
}

TEST(Identity, WordsThatMoveBetweenFieldsMakeAnotherArticle) {
  Article a, b;
  a.title = "Dam";
  a.text = "holds";
  b.title = "Damh";
  b.text = "olds";
  EXPECT_NE(content_id(a), content_id(b));
}

}  // namespace
}  // namespace stemma

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

TEST(Identity, ThePathDoesNotMatter) {
  EXPECT_EQ(content_id(at("one.txt")), content_id(at("-")));
  EXPECT_EQ(content_id(at("story/post.txt")), content_id(at("a.zip#in/post.txt")));
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

#include "cluster/live_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ArticleVector vector_of(std::uint32_t term, std::optional<std::int64_t> seconds = {}) {
  ArticleVector vector;
  vector.terms = {term};
  vector.weights = {{1, 0, 0, 0, 0}};
  vector.seconds = seconds;
  return vector;
}

TEST(LiveArticles, ThoseThatShareATermAreCandidates) {
  LiveArticles live;
  const Arrival first = live.add(vector_of(7));
  live.add(vector_of(8));
  EXPECT_THAT(live.candidates(vector_of(7)), ElementsAre(first));
}

TEST(LiveArticles, NoMoreThanTheBestAreCandidates) {
  LiveArticles live;
  for (int i = 0; i < 1000; ++i) live.add(vector_of(7));
  EXPECT_EQ(live.candidates(vector_of(7)).size(), LiveArticles::kMaxCandidates);
}

TEST(LiveArticles, WhatIsOlderThanTheWindowIsNoCandidate) {
  LiveArticles live;
  live.add(vector_of(7, 0));
  for (std::size_t i = 0; i < LiveArticles::kClockArticles; ++i) {
    live.add(vector_of(8, LiveArticles::kWindow + 1));
  }
  EXPECT_THAT(live.candidates(vector_of(7)), IsEmpty());
}

TEST(LiveArticles, OnlySoManyLiveWithoutDates) {
  LiveArticles live;
  for (std::size_t i = 0; i < LiveArticles::kMaxArticles + 5; ++i) live.add({});
  EXPECT_EQ(live.first(), 5U);
}

}  // namespace
}  // namespace stemma

#include "fingerprint/fingerprint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/utf8.h"

namespace stemma {
namespace {

Article article(std::string title, std::string text) {
  Article out;
  if (!title.empty()) out.title = std::move(title);
  out.text = std::move(text);
  return out;
}

TEST(Fingerprint, PluralAndSingularAreOneTerm) {
  EXPECT_EQ(fingerprint(article("", "Ferry")).terms.at(0).term,
            fingerprint(article("", "ferry's")).terms.at(0).term);
}

TEST(Fingerprint, TheFirstWordsStandForAMissingTitle) {
  const Fingerprint made = fingerprint(article("", "Harbor closed after spill"));
  for (const TermCount& term : made.terms) EXPECT_EQ(term.title, 1);
}

TEST(Fingerprint, WordsAreCountedWhereTheyStand) {
  const Fingerprint made =
      fingerprint(article("Spill", "spill " + std::string("again ") + "spill"));
  const auto spill = std::find_if(made.terms.begin(), made.terms.end(),
                                  [](const TermCount& term) { return term.title > 0; });
  ASSERT_NE(spill, made.terms.end());
  EXPECT_EQ(spill->lead, 2);
  EXPECT_EQ(spill->rest, 0);
}

TEST(Fingerprint, TimeComesFromThePublicationDate) {
  Article dated = article("", "Harbor");
  EXPECT_FALSE(fingerprint(dated).seconds);
  dated.published = "1970-01-02";
  EXPECT_EQ(fingerprint(dated).seconds, 86400);
}

RC_GTEST_PROP(Fingerprint, TermsAndPrintsOfAnyTextAreSorted, (const std::string& bytes)) {
  const Fingerprint made = fingerprint(article("", repair_utf8(bytes)));
  RC_ASSERT(
      std::is_sorted(made.terms.begin(), made.terms.end(),
                     [](const TermCount& a, const TermCount& b) { return a.term <= b.term; }) ||
      made.terms.size() < 2);
  RC_ASSERT(std::is_sorted(made.prints.begin(), made.prints.end()));
}

}  // namespace
}  // namespace stemma

#include "collate/origins.h"

#include <gmock/gmock.h>

#include "base/text.h"
#include "collate/collate.h"
#include "model/tree.h"

namespace stemma {
namespace {

// An article with one sentence a line; each line is one clause about its first word.
AnnotatedArticle clauses_of(const std::string& id, const std::string& text) {
  AnnotatedArticle annotated;
  annotated.article.id = id;
  annotated.article.outlet = id + ".example";
  annotated.article.text = text;
  Annotations& notes = annotated.annotations;
  notes.layers = Annotations::all_layers;
  notes.sentences = lines_of(text);
  for (const Span& line : notes.sentences) {
    const auto first = static_cast<Index>(notes.tokens.size());
    for (const Word& word : words_of(std::string_view(text).substr(line.begin, line.size()))) {
      Token token;
      token.span = {word.span.begin + line.begin, word.span.end + line.begin};
      token.head = first;
      token.lemma = notes.strings.id(word.folded);
      const bool is_first = notes.tokens.size() == first;
      token.pos = is_first ? Pos::verb : Pos::noun;
      token.dep = is_first ? Dep::root : Dep::dobj;
      notes.tokens.push_back(token);
    }
  }
  set_edges(notes.tokens);
  return annotated;
}

Span find(const AnnotatedArticle& annotated, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(annotated.article.text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

void attribute(AnnotatedArticle& to, std::string_view source, std::string_view cue,
               std::string_view content, const std::string& speaker, bool anonymous = false) {
  Attribution attribution;
  attribution.source = find(to, source);
  attribution.cue = find(to, cue);
  attribution.content = {find(to, content)};
  attribution.speaker = speaker;
  attribution.anonymous = anonymous;
  // The source's last word is its head.
  const Annotations::Range words = to.annotations.tokens_in(*attribution.source);
  for (Index i = words.first; i + 1 < words.last; ++i) {
    to.annotations.tokens[i].head = words.last - 1;
  }
  set_edges(to.annotations.tokens);
  to.annotations.attributions.push_back(attribution);
}

void name_person(AnnotatedArticle& in, std::string_view name) {
  Entity entity;
  entity.span = find(in, name);
  entity.type = "PERSON";
  in.annotations.entities.push_back(entity);
}

const CollatedClaim* claim_in_all(const Collation& collation, std::size_t articles) {
  for (const CollatedClaim& claim : collation.claims) {
    if (claim.mentions.size() == articles) return &claim;
  }
  return nullptr;
}

TEST(Origins, OneUtteranceHasOneSpeakerHoweverTheReportsNameHim) {
  std::vector<AnnotatedArticle> story;
  const std::string words = "the northern sluice gates were opened far too late";
  for (const char* id : {"a", "b"}) {
    story.push_back(clauses_of(id, "\u201c" + words + "\u201d said somebody quietly."));
  }
  attribute(story[0], "somebody", "said", "\u201c" + words + "\u201d", "Lena Ohm");
  name_person(story[0], "somebody");
  attribute(story[1], "somebody", "said", "\u201c" + words + "\u201d", "the official", true);
  const Collation collation = collate(story, {});
  const CollatedClaim* claim = claim_in_all(collation, 2);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->independent_origins, 1u);
  EXPECT_EQ(claim->origins[0].name, "Lena Ohm");
  EXPECT_FALSE(claim->origins[0].anonymous);
}

TEST(Origins, AShortNameTiesTwoFullerOnesWhereverItStands) {
  std::vector<AnnotatedArticle> story;
  const std::string text = "opened the northern sluice gates far too late in the night, ";
  const std::vector<std::string> names = {"chairwoman Lena B. Ohm", "Ohm", "Lena Ohm"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    story.push_back(
        clauses_of(std::string(1, static_cast<char>('a' + i)), text + names[i] + " said."));
    attribute(story[i], names[i], "said",
              "opened the northern sluice gates far too late in the night", names[i]);
    name_person(story[i], names[i]);
  }
  const CollatedClaim* claim = claim_in_all(collate(story, {}), 3);
  ASSERT_NE(claim, nullptr);
  EXPECT_EQ(claim->independent_origins, 1u);
}

// Two reports of one sentence, each on the word of another source.
std::uint32_t origins_of_two(const std::string& first, const std::string& second, bool persons) {
  std::vector<AnnotatedArticle> story;
  for (const std::string& name : {first, second}) {
    story.push_back(clauses_of(
        std::string(1, static_cast<char>('a' + story.size())),
        "opened the northern sluice gates far too late in the night, " + name + " said."));
    attribute(story.back(), name, "said",
              "opened the northern sluice gates far too late in the night", name);
    if (persons) name_person(story.back(), name);
    for (Token& token : story.back().annotations.tokens) {
      const bool inside = find(story.back(), name).contains(token.span.begin);
      const bool capital = is_ascii_upper(story.back().article.text[token.span.begin]);
      if (inside && capital) token.pos = Pos::propn;
    }
  }
  const CollatedClaim* claim = claim_in_all(collate(story, {}), 2);
  return claim == nullptr ? 0 : claim->independent_origins;
}

TEST(Origins, BodiesOfTwoCountriesAreTwo) {
  EXPECT_EQ(origins_of_two("the Norlin Defense Ministry", "the Velmark Defense Ministry", false),
            2u);
  EXPECT_EQ(origins_of_two("the Norlin Defense Ministry", "the Defense Ministry", false), 1u);
}

TEST(Origins, FirstNamesTellPersonsApart) {
  EXPECT_EQ(origins_of_two("John Varn", "Jane Varn", true), 2u);
  EXPECT_EQ(origins_of_two("John Varn", "J. Varn", true), 1u);
  EXPECT_EQ(origins_of_two("Mike Varn", "Michael Varn", true), 1u);
}

TEST(Origins, ACourtFilingIsNotALetter) {
  EXPECT_EQ(origins_of_two("a filing", "a letter", false), 2u);
  EXPECT_EQ(origins_of_two("a filing", "a court document", false), 1u);
}

TEST(Origins, TheOfficialIsTheOneWhomTheAgencyCited) {
  std::vector<AnnotatedArticle> story = {
      clauses_of("a",
                 "opened the gates late, a senior water official told the agency.\n"
                 "slept the engineers through the whole night, the official said.")};
  attribute(story[0], "a senior water official", "told", "opened the gates late",
            "a senior water official", true);
  attribute(story[0], "the official", "said", "slept the engineers through the whole night",
            "the official", true);
  Citation citation;
  citation.outlet = "Norlin Press Agency";
  citation.name = find(story[0], "the agency");
  citation.attribution = 0;
  story[0].annotations.citations.push_back(citation);
  bool found = false;
  for (const CollatedClaim& claim : collate(story, {}).claims) {
    for (const Origin& origin : claim.origins) {
      if (claim.text.find("slept") == std::string::npos) continue;
      found = true;
      EXPECT_EQ(origin.name, "a senior water official");
      EXPECT_EQ(origin.via, std::vector<std::string>{"Norlin Press Agency"});
    }
  }
  EXPECT_TRUE(found);
}

TEST(Origins, WhomAnAgencyQuotesIsTheOriginOfWhatItSays) {
  std::vector<AnnotatedArticle> story = {clauses_of(
      "a",
      "opened the gates late, the Norlin Press Agency said, quoting an unnamed water official.")};
  attribute(story[0], "the Norlin Press Agency", "said", "opened the gates late",
            "the Norlin Press Agency");
  attribute(story[0], "the Norlin Press Agency", "quoting", "an unnamed water official",
            "the Norlin Press Agency");
  Annotations& notes = story[0].annotations;
  const Index cue = notes.token_at(find(story[0], "quoting").begin);
  notes.tokens[cue].lemma = notes.strings.id("quote");
  const Annotations::Range whom = notes.tokens_in(find(story[0], "an unnamed water official"));
  for (Index i = whom.first; i + 1 < whom.last; ++i) notes.tokens[i].head = whom.last - 1;
  story.push_back(clauses_of("b", "slept."));
  story[1].article.outlet = "Norlin Press Agency";
  const Collation collation = collate(story, {});
  ASSERT_FALSE(collation.claims.empty());
  ASSERT_EQ(collation.claims[0].origins.size(), 1u);
  EXPECT_EQ(collation.claims[0].origins[0].name, "an unnamed water official");
  EXPECT_EQ(collation.claims[0].origins[0].via, std::vector<std::string>{"Norlin Press Agency"});
}

TEST(Origins, OwnReportingIsNotOnRecord) {
  std::vector<AnnotatedArticle> story = {clauses_of("a", "opened the northern gates late.")};
  const Collation collation = collate(story, {});
  ASSERT_EQ(collation.claims.size(), 1u);
  EXPECT_EQ(collation.claims[0].independent_origins, 1u);
  EXPECT_EQ(collation.claims[0].on_record, 0u);
}

TEST(Origins, WhatAReportTakesFromAnotherComesFromThatOne) {
  const std::string text = "opened the northern sluice gates far too late";
  std::vector<AnnotatedArticle> story = {clauses_of("a", text + ", the Herald reported."),
                                         clauses_of("b", text + ".")};
  story[1].article.outlet = "Herald";
  attribute(story[0], "the Herald", "reported", text, "Herald");
  Citation citation;
  citation.outlet = "Herald";
  citation.name = find(story[0], "the Herald");
  citation.attribution = 0;
  story[0].annotations.citations.push_back(citation);
  const Collation collation = collate(story, {});
  const CollatedClaim* claim = claim_in_all(collation, 2);
  ASSERT_NE(claim, nullptr);
  ASSERT_EQ(claim->origins.size(), 1u);
  EXPECT_EQ(claim->origins[0].name, "Herald (own reporting)");
}

TEST(Origins, ACountingWordIsNobodysWord) {
  std::vector<AnnotatedArticle> story;
  for (const char* id : {"a", "b"}) {
    story.push_back(
        clauses_of(id, "found two parcels near the harbour, one addressed to the mayor."));
    attribute(story.back(), "one", "addressed", "to the mayor", "one");
    story.back()
        .annotations.tokens[story.back().annotations.token_at(find(story.back(), "one").begin)]
        .pos = Pos::num;
  }
  const Collation collation = collate(story, {});
  const CollatedClaim* claim = claim_in_all(collation, 2);
  ASSERT_NE(claim, nullptr);
  for (const Origin& origin : claim->origins) EXPECT_FALSE(origin.attributed) << origin.name;
}

TEST(Origins, TheCountryIsNoPronoun) {
  std::vector<AnnotatedArticle> story = {
      clauses_of("a", "opened the northern gates late, US officials said.")};
  attribute(story[0], "US officials", "said", "opened the northern gates late", "US officials",
            true);
  const Collation collation = collate(story, {});
  ASSERT_FALSE(collation.claims.empty());
  EXPECT_TRUE(collation.claims[0].origins[0].attributed);
}

TEST(Origins, WhoSaysItIsNoClaimByItself) {
  std::vector<AnnotatedArticle> story;
  for (const char* id : {"a", "b"}) {
    story.push_back(
        clauses_of(id, "said a senior official of the water ministry in Norlin.\nThe gates held."));
    attribute(story.back(), "a senior official of the water ministry", "said", "The gates held",
              "a senior official", true);
  }
  const Collation collation = collate(story, {});
  ASSERT_FALSE(collation.claims.empty());
  for (const CollatedClaim& claim : collation.claims) {
    for (const Mention& mention : claim.mentions) {
      EXPECT_GE(mention.span.begin, find(story[0], "The gates").begin);
    }
  }
}

}  // namespace
}  // namespace stemma

#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/annotations.h"
#include "model/collation.h"

namespace stemma::test {

/// The place of the first occurrence of `words` in an article of the story.
inline Mention at(const std::vector<AnnotatedArticle>& story, Index article,
                  std::string_view words) {
  const std::size_t begin = story[article].article.text.find(words);
  assert(begin != std::string::npos);
  return {article, Span{static_cast<std::uint32_t>(begin),
                        static_cast<std::uint32_t>(begin + words.size())}};
}

inline AnnotatedArticle report_of(std::string id, std::string outlet, std::string title,
                                  std::string published, std::vector<std::string> sentences) {
  AnnotatedArticle made;
  made.article.id = std::move(id);
  made.article.path = made.article.id + ".txt";
  made.article.outlet = std::move(outlet);
  made.article.title = std::move(title);
  made.article.published = std::move(published);
  made.article.language = "en";
  std::string& text = made.article.text;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i != 0) text += i % 2 == 0 ? "\n\n" : " ";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += sentences[i];
    made.annotations.sentences.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  made.annotations.layers = Annotations::all_layers;
  return made;
}

/// Three invented reports of one dam and what a collation of them looks like. The first report has
/// letters of two bytes before the places that are pointed at, so bytes and code points differ.
struct Story {
  std::vector<AnnotatedArticle> articles;
  Collation collation;
};

inline std::vector<AnnotatedArticle> dam_reports() {
  return {
      report_of("alder", "Ostrava Wire", "Dam at Käsemark gives way", "2031-03-05T09:00:00Z",
                {"KÄSEMARK — The dam at Käsemark gave way on Tuesday, a senior official said.",
                 "About 400 people were moved from the valley.",
                 "“We did not, at any point, lose control of the gates,” said Ilse Varga."}),
      report_of(
          "birch", "Valley Post", "Hundreds moved after dam fails", "2031-03-05T11:00:00Z",
          {"The dam gave way on Tuesday, the Ostrava Wire reported, citing a senior official.",
           "More than 380 people were moved from the valley.",
           "\"We did not lose control of the gates,\" Varga said."}),
      report_of("cedar", "Radio Merin", "Dam company denies break", "2031-03-06",
                {"The company denied that the dam gave way.",
                 "It said 450 people were moved late on Wednesday."}),
  };
}

inline CollatedClaim dam_claim(const std::vector<AnnotatedArticle>& s) {
  CollatedClaim claim;
  claim.id = "c1";
  claim.text = "The dam at Käsemark gave way on Tuesday, a senior official said.";
  claim.status = CollatedClaim::Status::disputed;
  claim.mentions = {at(s, 0, "The dam at Käsemark gave way on Tuesday, a senior official said."),
                    at(s, 1,
                       "The dam gave way on Tuesday, the Ostrava Wire reported, citing a "
                       "senior official.")};
  claim.focus = {at(s, 0, "The dam at Käsemark gave way on Tuesday").span,
                 at(s, 1, "The dam gave way on Tuesday").span};
  Origin official{"a senior official", {"Ostrava Wire"}, {0, 1}, {}, true, true};
  official.evidence = {at(s, 0, "a senior official said"),
                       at(s, 1, "the Ostrava Wire reported, citing a senior official")};
  claim.origins = {official};
  claim.unnamed_low = 1;
  claim.unnamed_high = 2;
  claim.disputed_by = {at(s, 2, "The company denied that the dam gave way.")};
  claim.weight = 2.5;
  return claim;
}

inline CollatedClaim moved_claim(const std::vector<AnnotatedArticle>& s) {
  CollatedClaim claim;
  claim.id = "c2";
  claim.text = "About 400 people were moved from the valley.";
  claim.status = CollatedClaim::Status::corroborated;
  claim.mentions = {at(s, 0, "About 400 people were moved from the valley."),
                    at(s, 2, "It said 450 people were moved late on Wednesday.")};
  Origin own{"Ostrava Wire (own reporting)", {}, {0}, {}, false, false};
  Origin company{"The company", {}, {1}, {at(s, 2, "It said")}, true, false};
  claim.origins = {own, company};
  claim.independent_origins = 2;
  claim.on_record = 1;
  claim.weight = 1.5;
  return claim;
}

inline Quote gates_quote(const std::vector<AnnotatedArticle>& s) {
  using Kind = QuoteEdit::Kind;
  Quote quote{"q1", "Ilse Varga", false, {}};
  QuoteReading whole{"We did not, at any point, lose control of the gates,",
                     {at(s, 0, "We did not, at any point, lose control of the gates,")},
                     {{Kind::same, "We did not, at any point, lose control of the gates,"}}};
  QuoteReading shorter{"We did not lose control of the gates,",
                       {at(s, 1, "We did not lose control of the gates,")},
                       {{Kind::same, "We did not"},
                        {Kind::omitted, "at any point"},
                        {Kind::same, "lose control of the gates,"}}};
  quote.readings = {whole, shorter};
  return quote;
}

inline Story dam_story() {
  Story story{dam_reports(), {}};
  const auto& s = story.articles;
  Collation& c = story.collation;
  c.claims = {dam_claim(s), moved_claim(s)};
  c.variants = {
      Variant{"v1",
              Variant::Kind::number,
              "people moved",
              Variant::Relation::differ,
              {{"about 400", {at(s, 0, "About 400 people")}},
               {"more than 380", {at(s, 1, "More than 380 people")}}}},
      Variant{"v2",
              Variant::Kind::time,
              "people moved",
              Variant::Relation::conflict,
              {{"2031-03-04", {at(s, 0, "Tuesday"), at(s, 1, "Tuesday")}},
               {"2031-03-05", {at(s, 2, "late on Wednesday")}}}},
  };
  c.quotes = {gates_quote(s)};
  c.timeline = {TimelineEntry{"2031-03-04", "c1", {at(s, 0, "Tuesday"), at(s, 1, "Tuesday")}},
                TimelineEntry{"2031-03-05", "", {at(s, 2, "late on Wednesday")}}};
  c.provenance = {
      ProvenanceEdge{
          "Ostrava Wire", 1, ProvenanceEdge::Kind::cites, {at(s, 1, "the Ostrava Wire reported")}},
      ProvenanceEdge{"alder", 1, ProvenanceEdge::Kind::copies, {at(s, 1, "moved from the valley")}},
  };
  c.doubtful_dates = {DoubtfulDate{2,
                                   "2031-03-06",
                                   "visible line",
                                   "2031-03-05",
                                   "Every other report is of 5 March.",
                                   {at(s, 2, "late on Wednesday")}}};
  return story;
}

}  // namespace stemma::test

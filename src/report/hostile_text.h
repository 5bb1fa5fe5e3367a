#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "report/test_story.h"

namespace stemma::test {

/// Valid UTF-8 made of what breaks outputs: marks of every format, control characters, turned
/// direction, wide and combining characters, blanks, and plain words.
inline rc::Gen<std::string> hostile_text() {
  static const std::vector<std::string> kBits{
      "<",
      "&",
      ">",
      "\"",
      "'",
      "</style>",
      "]]>",
      "-->",
      "&amp;",
      "<script>",
      "=1+1",
      "@x",
      ",",
      ";",
      "|",
      "*",
      "_",
      "`",
      "[a](b)",
      "\\",
      "\n",
      "\r",
      "\t",
      " ",
      "\x1b[31m",
      "\x1b]8;;",
      "\x07",
      "\x01",
      "\x7f",
      "\xC2\x9B",
      "\xE2\x80\xAE",
      "\xE2\x80\xA8",
      "\xEF\xBF\xBE",
      "\xE6\xB0\xB4",
      "e\xCC\x81",
      "\xF0\x9F\x98\x80",
      "dam",
      "officials",
      "450",
      "\xE2\x80\x9C",
      "\n\n",
      std::string(1, '\0'),
      "averyveryveryveryveryveryveryveryveryveryveryverylongword"};
  return rc::gen::map(
      rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, kBits.size())),
      [](const std::vector<std::size_t>& picks) {
        std::string text;
        for (const std::size_t pick : picks) text += kBits[pick];
        return text;
      });
}

/// Any span of the text whose ends are the starts of characters.
inline Span any_span(std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  auto a = *rc::gen::inRange<std::uint32_t>(0, size + 1);
  auto b = *rc::gen::inRange<std::uint32_t>(0, size + 1);
  const auto start = [&](std::uint32_t at) {
    while (at > 0 && at < size && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  };
  a = start(a);
  b = start(b);
  return {std::min(a, b), std::max(a, b)};
}

/// The dam story with hostile text in every field and spans anywhere: for laws that hold whatever
/// the reports say.
inline Story hostile_story() {
  Story story = dam_story();
  const auto any = [] { return *hostile_text(); };
  for (AnnotatedArticle& each : story.articles) {
    Article& a = each.article;
    a.path = any();
    a.url = any();
    a.outlet = any();
    a.title = any();
    a.authors = {any()};
    a.published = any();
    a.text = any();
    Annotations& n = each.annotations;
    n.sentences = {any_span(a.text)};
    Attribution attribution;
    attribution.source = any_span(a.text);
    attribution.content = {any_span(a.text)};
    n.attributions = {attribution};
    Quantity quantity;
    quantity.span = any_span(a.text);
    n.quantities = {quantity};
    Time time;
    time.span = any_span(a.text);
    n.times = {time};
  }
  const auto anywhere = [&](std::vector<Mention>& mentions) {
    for (Mention& each : mentions) {
      each.span = any_span(story.articles[each.article].article.text);
    }
  };
  Collation& c = story.collation;
  for (CollatedClaim& each : c.claims) {
    each.text = any();
    anywhere(each.mentions);
    anywhere(each.disputed_by);
    for (std::size_t i = 0; i < each.focus.size(); ++i) {
      each.focus[i] = any_span(story.articles[each.mentions[i].article].article.text);
    }
    for (Origin& origin : each.origins) {
      origin.name = any();
      origin.via = {any()};
      anywhere(origin.evidence);
    }
  }
  for (Variant& each : c.variants) {
    each.about = any();
    for (Reading& reading : each.readings) {
      reading.value = any();
      anywhere(reading.mentions);
    }
  }
  for (Quote& each : c.quotes) {
    each.speaker = any();
    for (QuoteReading& reading : each.readings) {
      reading.text = any();
      anywhere(reading.mentions);
      for (QuoteEdit& edit : reading.edits) edit.text = any();
    }
  }
  for (TimelineEntry& each : c.timeline) {
    each.time = any();
    anywhere(each.mentions);
  }
  for (ProvenanceEdge& each : c.provenance) {
    each.from = any();
    anywhere(each.evidence);
  }
  for (DoubtfulDate& each : c.doubtful_dates) {
    each.stated = any();
    each.reason = any();
    each.story = any();
    anywhere(each.evidence);
  }
  return story;
}

}  // namespace stemma::test

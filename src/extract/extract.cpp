#include "extract/extract.h"

#include <fmt/format.h>

#include "base/languages.h"
#include "extract/credits.h"
#include "extract/date_check.h"
#include "extract/metadata/language.h"
#include "extract/page_article.h"
#include "extract/text_article.h"
#include "model/calendar.h"
#include "model/identity.h"

namespace stemma {
namespace {

Result<Extraction> article_of(const Document& document, const RepeatedLines& repeated) {
  switch (document.kind) {
    case Document::Kind::html:
      return article_of_page(document, repeated);
    case Document::Kind::text:
      return article_of_text(document, repeated);
    case Document::Kind::article:
      break;
  }
  return article_as_given(document, repeated);
}

bool is_line(const DateEvidence& evidence) { return evidence.source == "visible line"; }

// What is given is believed where it names a language, in whatever way.
void settle_language(Extraction& extraction, std::string_view path) {
  Article& article = extraction.article;
  if (!article.language) return;
  auto language = language_named(*article.language);
  if (!language) {
    extraction.warnings.push_back(fmt::format(
        "{}: '{}' names no language, which is told from the text", path, *article.language));
    language = detected_language(article.text);
    article.sources.language = language ? "text" : "";
  }
  article.language = std::move(language);
}

// A publication day that the text contradicts is shown as doubtful. When nothing but a line of a
// scraped text speaks for it, it is no publication day at all.
void doubt_published(const Document& document, Article& article) {
  if (!article.published) return;
  const bool scraped = document.kind != Document::Kind::html;
  const std::string day = *article.published;
  bool only_line = false;
  for (const DateEvidence& evidence : article.date_evidence) {
    only_line = only_line || (evidence.value == day && is_line(evidence));
  }
  for (const DateEvidence& evidence : article.date_evidence) {
    only_line = only_line && (evidence.value != day || is_line(evidence));
  }
  std::string why = contradiction(article.text, day);
  const auto got = day_of(document.received), published = day_of(day);
  if (got && published && *published > *got + std::chrono::days(1)) {
    why = "later than it was got, on " + iso_of(*got);
  }
  if (why.empty() && only_line && scraped) why = silence_before(article.text, day);
  if (why.empty()) return;
  bool known = false;
  for (DateEvidence& evidence : article.date_evidence) {
    if (evidence.value != day) continue;
    evidence.doubtful = known = true;
    evidence.reason = why;
  }
  if (!known) article.date_evidence.push_back({day, "given", true, why});
  if (!only_line) return;
  article.published.reset();
  article.sources.published.clear();
}

}  // namespace

Result<Extraction> extract(const Document& document, const RepeatedLines& repeated) {
  Result<Extraction> extraction = article_of(document, repeated);
  if (!extraction) return extraction;
  Article& article = extraction->article;
  article.path = document.path;
  article.credits = credits_in(article.text);
  settle_language(*extraction, document.path);
  doubt_published(document, article);
  if (article.id.empty()) article.id = content_id(article);
  return extraction;
}

}  // namespace stemma

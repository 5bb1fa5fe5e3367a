#include "extract/text_article.h"

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/text.h"
#include "extract/body/blocks.h"
#include "extract/metadata/authors.h"
#include "extract/metadata/language.h"
#include "extract/scraped_text.h"

namespace stemma {
namespace {

// "By Ann Lee", "Author: Ann Lee": the first line that gives names.
void note_bylines(std::string_view text, const ScrapedText& divided, Article& article) {
  constexpr std::size_t kLongestByline = 120;
  for (const Span line : divided.bylines) {
    if (!article.authors.empty()) return;
    const std::string_view words = cut(text, line);
    if (words.size() <= kLongestByline && opens_byline(words)) {
      article.authors = names_in_byline(words);
    }
  }
}

// A date that a reader of the page would take for the day of publication. It is weak evidence:
// date_check.h decides whether it stands.
void note_date_lines(std::string_view text, const ScrapedText& divided, Article& article) {
  for (const Span line : divided.date_lines) {
    const auto iso = read_date_line(cut(text, line));
    if (!iso) continue;
    article.date_evidence.push_back({*iso, "visible line", false, ""});
    if (!article.published) article.published = *iso;
  }
}

}  // namespace

Result<Extraction> article_of_text(const Document& document) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  const DecodedText decoded = decode_text(document.bytes, document.charset, false);
  for (const std::string& loss : decoded.losses) {
    extraction.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  const ScrapedText divided = divide_scraped_text(decoded.text, false);
  article.text.clear();
  for (const Span line : divided.body) {
    if (!article.text.empty()) article.text += "\n\n";
    append_collapsed(article.text, article.text.size(), cut(decoded.text, line));
  }
  if (trim(article.text).empty()) {
    return failure(Fault::empty, fmt::format("{}: no text was found", document.path));
  }
  if (divided.title && !article.title) {
    article.title = collapse_space(cut(decoded.text, *divided.title));
  }
  note_bylines(decoded.text, divided, article);
  note_date_lines(decoded.text, divided, article);
  if (!article.language) article.language = detected_language(article.text);
  return extraction;
}

Extraction article_as_given(const Document& document) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  const ScrapedText divided = divide_scraped_text(article.text, true);
  article.furniture = divided.furniture;
  note_date_lines(article.text, divided, article);
  if (!article.language) article.language = detected_language(article.text);
  return extraction;
}

}  // namespace stemma

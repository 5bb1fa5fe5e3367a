#include "extract/page_article.h"

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/languages.h"
#include "base/text.h"
#include "extract/body/body.h"
#include "extract/metadata/authors.h"
#include "extract/metadata/head.h"
#include "extract/metadata/language.h"
#include "extract/metadata/outlet.h"
#include "extract/metadata/published.h"
#include "extract/metadata/title.h"

namespace stemma {
namespace {

constexpr std::size_t kFewestLetters = 25;  // below it a page has no article text

std::string text_of_body(const Blocks& blocks, const Body& body) {
  std::string text;
  for (const std::uint32_t index : body.blocks) {
    if (!text.empty()) text += "\n\n";
    text += blocks.of(blocks.items[index]);
  }
  return text;
}

bool has_text(std::string_view text) {
  const TextCounts counts = count_text(text.substr(0, 4096));
  return counts.letters >= kFewestLetters;
}

void fill_metadata(const html::Page& page, const LinkedData& data, Article& article) {
  const Head head = head_of(page);
  if (!article.url) article.url = address_of(head, data);
  if (!article.outlet) article.outlet = outlet_of(page, head, data, article.url);
  if (!article.title) {
    if (const auto title = title_of(page, head, data, article.outlet)) {
      article.title.emplace();
      append_collapsed(*article.title, 0, *title);
    }
  }
  if (article.authors.empty()) {
    article.authors = authors_of(page, head, data, article.outlet);
  }
  PublicationDates dates = dates_of(page, head, data, article.url);
  if (!article.published) article.published = dates.published;
  if (!article.modified) article.modified = dates.modified;
  for (DateEvidence& evidence : dates.evidence) {
    article.date_evidence.push_back(std::move(evidence));
  }
  if (!article.language) article.language = language_named(head.language);
  if (!article.language) article.language = language_named(data.language);
  if (!article.language) article.language = detected_language(article.text);
}

}  // namespace

Result<Extraction> article_of_page(const Document& document) {
  DecodedText decoded = decode_text(document.bytes, document.charset, true);
  const auto page = html::make_html_parser()->parse(decoded.text);
  if (!page) {
    return failure(page.error().fault, fmt::format("{}: {}", document.path, page.error().message));
  }
  Extraction extraction{document.given, document.annotations, document.warnings};
  for (const std::string& loss : decoded.losses) {
    extraction.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  if (page->truncated) {
    extraction.warnings.push_back(
        fmt::format("{}: the page has too many tags, its end was left out", document.path));
  }
  const LinkedData data = linked_data_of(*page);
  const Blocks blocks = blocks_of(*page);
  const std::string title = witness_title(*page, data);
  const Body body = choose_body(*page, blocks, {title, data.description, data.body});
  extraction.article.text = text_of_body(blocks, body);
  // A page that scripts build may have its text only in the linked data.
  if (!has_text(extraction.article.text)) extraction.article.text = data.body;
  if (!has_text(extraction.article.text)) {
    return failure(Fault::empty, fmt::format("{}: the page holds no article text", document.path));
  }
  fill_metadata(*page, data, extraction.article);
  return extraction;
}

}  // namespace stemma

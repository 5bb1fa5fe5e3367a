#include "extract/extract.h"

#include <cstdio>  // CLD2's header needs it and does not say so

#include <cld2/public/compact_lang_det.h>

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/body/body.h"
#include "extract/date_check.h"
#include "extract/html/parser.h"
#include "extract/metadata/authors.h"
#include "extract/metadata/dates.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"
#include "extract/metadata/title.h"
#include "extract/scraped_text.h"
#include "model/calendar.h"
#include "model/identity.h"
#include "model/outlets.h"

namespace stemma {
namespace {

constexpr std::size_t kLettersToTellLanguage = 200;
constexpr std::size_t kLanguageSampleBytes = std::size_t{64} << 10;

std::size_t letters_in(std::string_view text, std::size_t enough) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size() && letters < enough;) {
    const Decoded c = decode_utf8(text, i);
    letters += is_letter(c.code_point) ? 1 : 0;
    i += c.size;
  }
  return letters;
}

// The language of a text by CLD2; nothing when it is short or CLD2 is not sure.
std::optional<std::string> tell_language(std::string_view text) {
  if (letters_in(text, kLettersToTellLanguage) < kLettersToTellLanguage) return std::nullopt;
  std::size_t size = std::min(text.size(), kLanguageSampleBytes);
  while (size < text.size() && size > 0 &&
         (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
    --size;
  bool reliable = false;
  const CLD2::Language language =
      CLD2::DetectLanguage(text.data(), static_cast<int>(size), true, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return std::nullopt;
  const std::string code = CLD2::LanguageCode(language);
  return code.substr(0, code.find('-'));
}

// Keeps what the container said; the page fills what is missing.
void fill(std::optional<std::string>& field, std::string value) {
  if (!field && !value.empty()) field = std::move(value);
}

// A publication day that the text contradicts is shown as doubtful and not used.
void doubt_published(Article& article) {
  if (!article.published) return;
  const std::string why = contradiction(article.text, *article.published);
  if (why.empty()) return;
  bool found = false;
  for (DateEvidence& evidence : article.date_evidence) {
    if (evidence.value != *article.published) continue;
    evidence.doubtful = found = true;
    evidence.reason = why;
  }
  if (!found) article.date_evidence.push_back({*article.published, "given", true, why});
}

// Weak evidence (a visible line) that is contradicted is no publication day at all.
void drop_doubtful_line(Article& article) {
  for (const DateEvidence& evidence : article.date_evidence) {
    if (article.published == evidence.value && evidence.doubtful &&
        evidence.source == "visible line") {
      article.published.reset();
      return;
    }
  }
}

std::string joined(const Blocks& blocks, const std::vector<std::uint32_t>& chosen) {
  std::string text;
  for (const std::uint32_t i : chosen) {
    if (!text.empty()) text += "\n\n";
    text += blocks.of(blocks.items[i]);
  }
  return text;
}

// A repeated headline at the head of the body is the title, not the text.
void drop_title(const Blocks& blocks, std::string_view title, std::vector<std::uint32_t>& chosen) {
  while (!chosen.empty() && equal_ignoring_case(blocks.of(blocks.items[chosen.front()]), title)) {
    chosen.erase(chosen.begin());
  }
}

Result<Extraction> extract_page(const Document& document) {
  Extraction extraction{document.given, {}, document.warnings};
  Article& article = extraction.article;
  const DecodedText decoded = decode_text(document.bytes, document.charset, true);
  for (const std::string& loss : decoded.losses) {
    extraction.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  auto page = html::make_html_parser()->parse(decoded.text);
  if (!page)
    return failure(page.error().fault, fmt::format("{}: {}", document.path, page.error().message));
  if (page->truncated) {
    extraction.warnings.push_back(document.path + ": the page is too long; its end was not read");
  }
  const LinkedData data = linked_data_of(*page);
  const Head head = read_head(*page);
  const Blocks blocks = blocks_of(*page);
  Body body = choose_body(*page, blocks, {witness_title(*page, data), data.description, data.body});
  const std::string title = choose_title(head, data);
  drop_title(blocks, title, body.blocks);
  article.text = joined(blocks, body.blocks);
  if (article.text.empty()) article.text = plain_of(data.body);
  if (trim(article.text).empty()) {
    return failure(Fault::empty,
                   fmt::format("{}: no article text was found in the page", document.path));
  }
  const std::size_t first_block = body.blocks.empty() ? 0 : body.blocks.front();
  std::string address(head.first({"og:url", "twitter:url", "parsely-link"}));
  if (!head.canonical.empty()) address = head.canonical;
  if (registrable_domain(address).empty()) address = data.url;
  if (!registrable_domain(address).empty()) fill(article.url, address);
  const PageDates dates =
      read_dates(head, data, blocks, first_block, article.url.value_or(address));
  fill(article.title, title);
  if (article.authors.empty()) article.authors = read_authors(head, data, blocks, first_block);
  if (!article.published) article.published = dates.published;
  if (!article.modified) article.modified = dates.modified;
  article.date_evidence.insert(article.date_evidence.end(), dates.evidence.begin(),
                               dates.evidence.end());
  if (article.url) fill(article.outlet, registrable_domain(*article.url));
  fill(article.outlet, std::string(head.first({"og:site_name", "application-name"})));
  fill(article.outlet, data.publisher);
  if (!article.language) article.language = tell_language(article.text);
  fill(article.language, head.language.size() == 2 ? head.language : "");
  return extraction;
}

Result<Extraction> extract_text(const Document& document) {
  Extraction extraction{document.given, {}, document.warnings};
  Article& article = extraction.article;
  const DecodedText decoded = decode_text(document.bytes, document.charset, false);
  for (const std::string& loss : decoded.losses) {
    extraction.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  const ScrapedText divided = divide_scraped_text(decoded.text, false);
  for (const Span line : divided.body) {
    if (!article.text.empty()) article.text += "\n\n";
    append_collapsed(article.text, article.text.size(), cut(decoded.text, line));
  }
  if (trim(article.text).empty()) {
    return failure(Fault::empty, fmt::format("{}: no text was found", document.path));
  }
  if (divided.title) fill(article.title, collapse_space(cut(decoded.text, *divided.title)));
  for (const Span line : divided.date_lines) {
    const std::string_view written = cut(decoded.text, line);
    auto iso = read_date_line(written);
    if (!iso) continue;
    const std::string why = implausible(*iso);
    article.date_evidence.push_back({*iso, "visible line", !why.empty(), why});
    if (why.empty()) fill(article.published, *iso);
  }
  article.language = article.language ? article.language : tell_language(article.text);
  return extraction;
}

// The text was given and stays; what is no part of the report is only marked.
Result<Extraction> extract_given(const Document& document) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  const ScrapedText divided = divide_scraped_text(article.text, true);
  article.furniture = divided.furniture;
  for (const Span line : divided.date_lines) {
    const auto iso = read_date_line(cut(article.text, line));
    if (iso) article.date_evidence.push_back({*iso, "visible line", false, ""});
    if (iso && !article.published) article.published = *iso;
  }
  if (!article.language) article.language = tell_language(article.text);
  return extraction;
}

}  // namespace

Result<Extraction> extract(const Document& document) {
  auto extraction = document.kind == Document::Kind::html   ? extract_page(document)
                    : document.kind == Document::Kind::text ? extract_text(document)
                                                            : extract_given(document);
  if (!extraction) return extraction;
  Article& article = extraction->article;
  article.path = document.path;
  doubt_published(article);
  drop_doubtful_line(article);
  if (article.id.empty()) article.id = content_id(article);
  return extraction;
}

}  // namespace stemma

#include "extract/page_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/encoding.h"
#include "base/languages.h"
#include "base/text.h"
#include "extract/body/body.h"
#include "extract/live_posts.h"
#include "extract/metadata/address.h"
#include "extract/metadata/authors.h"
#include "extract/metadata/head.h"
#include "extract/metadata/language.h"
#include "extract/metadata/outlet.h"
#include "extract/metadata/published.h"
#include "extract/metadata/saved_page.h"
#include "extract/metadata/title.h"
#include "extract/opening.h"
#include "extract/page_kind.h"

namespace stemma {
namespace {

constexpr std::size_t kFewestLetters = 25;  // below it a page has no article text

bool is_paragraph(std::string_view line) {
  constexpr std::uint32_t kFewestWords = 25;
  return count_text(line).words >= kFewestWords;
}

std::string text_of_body(const Blocks& blocks, const Body& body, const RepeatedLines& repeated,
                         const Article& known) {
  std::vector<std::string_view> lines;
  for (const std::uint32_t index : body.blocks) lines.push_back(blocks.of(blocks.items[index]));
  // Lines about the writing stand at either end, the first few among the headline's second lines
  // but before the first paragraph: behind it they are subheads and names of speakers.
  constexpr std::size_t kOpening = 5;
  while (lines.size() > 1 && is_about_writing(lines.back(), known)) lines.pop_back();
  std::size_t opening = 0;
  while (opening < std::min(kOpening, lines.size()) && !is_paragraph(lines[opening])) ++opening;
  for (std::size_t i = opening; i-- > 0 && lines.size() > 1;) {
    if (is_about_writing(lines[i], known))
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
  }
  const std::vector<bool> is_repeated = repeated.among(lines, known.outlet);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_repeated[i]) continue;
    if (!text.empty()) text += "\n\n";
    text += lines[i];
  }
  return text;
}

bool has_text(std::string_view text) {
  for (const std::size_t bytes : {std::size_t{256}, std::size_t{4096}}) {
    if (count_text(text.substr(0, bytes)).letters >= kFewestLetters) return true;
  }
  return false;
}

// A field that the input came with stays.
void settle(std::optional<std::string>& field, std::string& source,
            std::optional<Said<std::string>> said) {
  if (field || !said) return;
  field = std::move(said->value);
  source = std::move(said->source);
}

// Whose page it is: what tells its lines from the report's needs this first.
void fill_outlet(const html::Page& page, const Head& head, const LinkedData& data,
                 const std::string& saved_from, Article& article) {
  FieldSources& sources = article.sources;
  if (!saved_from.empty()) {
    settle(article.url, sources.url, Said{saved_from, std::string("saved page")});
  }
  PageAddresses addresses = addresses_of(page, head, data, article.url);
  settle(article.url, sources.url, std::move(addresses.url));
  settle(article.canonical, sources.canonical, std::move(addresses.canonical));
  settle(article.outlet, sources.outlet, outlet_of(page, head, data, article.url));
  settle(article.outlet_name, sources.outlet_name, outlet_name_of(head, data));
  if (article.outlet_name == article.outlet) {
    article.outlet_name.reset();
    sources.outlet_name.clear();
  }
}

std::optional<Said<std::string>> section_of(const Head& head, const LinkedData& data) {
  for (const auto& [name, source] :
       {Said<std::string_view>{data.section, "json-ld"},
        head.first_said({"article:section", "og:article:section", "section"})}) {
    if (std::string line = as_line(name); !line.empty()) return Said{std::move(line), source};
  }
  return std::nullopt;
}

std::optional<Said<std::string>> language_said(const Head& head, const LinkedData& data) {
  for (const auto& [name, source] : {Said<std::string_view>{head.language, "html lang"},
                                     Said<std::string_view>{data.language, "json-ld"}}) {
    if (auto language = language_named(name)) return Said{std::move(*language), source};
  }
  return std::nullopt;
}

// What the page says, unless its text is clearly in another language: templates are copied.
void settle_language(const Head& head, const LinkedData& data, std::string_view path,
                     Extraction& extraction) {
  Article& article = extraction.article;
  if (article.language) return;
  auto said = language_said(head, data);
  if (said && speaks_against(article.text, said->value)) {
    auto language = detected_language(article.text);
    if (language && !are_alike(*language, said->value)) {
      extraction.warnings.push_back(
          fmt::format("{}: the page says that its language is '{}', its "
                      "text is in '{}'",
                      path, said->value, *language));
      said = Said{std::move(*language), std::string("text")};
    }
  }
  if (!said) {
    if (auto language = detected_language(article.text)) {
      said = Said{std::move(*language), std::string("text")};
    }
  }
  settle(article.language, article.sources.language, std::move(said));
}

// Whether the page says that it does not show all of the article.
void note_partial(const Head& head, const LinkedData& data, Article& article) {
  const Said<std::string_view> tier =
      head.first_said({"article:content_tier", "og:article:content_tier"});
  const bool is_locked = tier.value == "locked" || tier.value == "metered";
  if (article.partial) return;
  const Said<std::string_view> stated = head.first_said({"isaccessibleforfree"});
  const bool is_closed = data.is_free == false;
  article.partial = is_closed || is_locked || truth_of(stated.value) == false;
  if (article.partial) {
    article.sources.partial = is_locked ? tier.source : is_closed ? "json-ld" : stated.source;
  }
}

void fill_metadata(const html::Page& page, const Head& head, const LinkedData& data,
                   const std::string& received, Article& article) {
  FieldSources& sources = article.sources;
  settle(article.section, sources.section, section_of(head, data));
  note_partial(head, data, article);
  if (!article.title) {
    auto title = title_of(page, head, data, article.outlet);
    if (title) title->value = as_line(title->value);
    settle(article.title, sources.title, std::move(title));
  }
  if (article.authors.empty()) {
    auto [authors, source] = authors_of(page, head, data, article.outlet);
    article.authors = std::move(authors);
    sources.authors = std::move(source);
  }
  PublicationDates dates = dates_of(page, head, data, article.url, received);
  settle(article.published, sources.published, std::move(dates.published));
  settle(article.modified, sources.modified, std::move(dates.modified));
  for (DateEvidence& evidence : dates.evidence) {
    article.date_evidence.push_back(std::move(evidence));
  }
}

// The article of one reading of the page, or why it is none.
Result<Extraction> read_article(const Document& document, const html::Page& page,
                                const std::string& saved_from, const RepeatedLines& repeated) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  note_sources(article, "given");
  const LinkedData data = linked_data_of(page);
  const Blocks blocks = blocks_of(page);
  const std::string title = witness_title(page, data);
  Body body = choose_body(page, blocks, {title, data.description, data.body});
  const Head head = head_of(page);
  if (const std::string_view kind = other_kind_of(page, head, blocks, body); !kind.empty()) {
    return failure(Fault::empty, fmt::format("{}: {}, not an article", document.path, kind));
  }
  const std::vector<TimeLine> times = time_lines_of(page, blocks, body);
  for (const TimeLine& time : times) std::erase(body.blocks, time.block);
  fill_outlet(page, head, data, saved_from, article);
  fill_metadata(page, head, data, document.received, article);
  article.text = text_of_body(blocks, body, repeated, article);
  // A page that scripts build may have its text only in the linked data.
  if (!has_text(article.text)) article.text = data.body;
  if (!has_text(article.text)) {
    return failure(Fault::empty, fmt::format("{}: the page holds no article text", document.path));
  }
  article.posts = posts_of(blocks, body, article.text, data, times, article.published.value_or(""));
  settle_language(head, data, document.path, extraction);
  return extraction;
}

}  // namespace

Result<Extraction> article_of_page(const Document& document, const RepeatedLines& repeated) {
  DecodedText decoded = decode_text(document.bytes, document.charset, true);
  const auto parser = html::make_html_parser();
  const auto page = parser->parse(decoded.text);
  if (!page) {
    return failure(page.error().fault, fmt::format("{}: {}", document.path, page.error().message));
  }
  const std::string saved_from = address_saved_from(decoded.text);
  Result<Extraction> extraction = read_article(document, *page, saved_from, repeated);
  if (!extraction) {
    // What stands there for browsers without scripts is a notice as a rule, and now and then all
    // text that there is.
    constexpr std::uint32_t kFewestWords = 50;
    const auto unscripted = parser->parse(decoded.text, html::Unscripted::shown);
    if (unscripted) {
      Result<Extraction> other = read_article(document, *unscripted, saved_from, repeated);
      if (other && count_text(other->article.text).words >= kFewestWords) {
        extraction = std::move(other);
      }
    }
  }
  if (!extraction) return extraction;
  for (const std::string& loss : decoded.losses) {
    extraction->warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  if (page->truncated) {
    extraction->warnings.push_back(
        fmt::format("{}: the page has too many tags, its end was left out", document.path));
  }
  return extraction;
}

PageLines lines_of_html(const Document& document) {
  const DecodedText decoded = decode_text(document.bytes, document.charset, true);
  const auto page = html::make_html_parser()->parse(decoded.text);
  if (!page) return {};
  const LinkedData data = linked_data_of(*page);
  const Head head = head_of(*page);
  Article article = document.given;
  fill_outlet(*page, head, data, address_saved_from(decoded.text), article);
  PageLines lines;
  lines.outlet = article.outlet.value_or("");
  lines.title =
      article.title
          ? *article.title
          : title_of(*page, head, data, article.outlet).value_or(Said<std::string>{}).value;
  const Blocks blocks = blocks_of(*page);
  for (const Block& block : blocks.items) lines.add(blocks.of(block));
  return lines;
}

}  // namespace stemma

#include "extract/page_article.h"

#include <fmt/format.h>

#include <algorithm>

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
#include "extract/opening.h"
#include "extract/page_kind.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr std::size_t kFewestLetters = 25;  // below it a page has no article text

std::string text_of_body(const Blocks& blocks, const Body& body, const RepeatedLines& repeated,
                         const std::optional<std::string>& outlet) {
  std::vector<std::string_view> lines;
  for (const std::uint32_t index : body.blocks) lines.push_back(blocks.of(blocks.items[index]));
  while (lines.size() > 1 && is_about_writing(lines.back())) lines.pop_back();
  std::size_t opening = 0;
  while (opening + 1 < lines.size() && is_about_writing(lines[opening])) ++opening;
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(opening));
  const std::vector<bool> is_repeated = repeated.among(lines, outlet);
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_repeated[i]) continue;
    if (!text.empty()) text += "\n\n";
    text += lines[i];
  }
  return text;
}

// Where the linked data has a live blog's posts with their times: each begins where the text has
// its headline or its first words, after the post before it.
std::vector<Post> posts_in(std::string_view text, const LinkedData& data) {
  constexpr std::size_t kFirstBytes = 40;
  std::vector<Post> posts;
  for (const LinkedData::Post& post : data.posts) {
    const auto time = read_date(post.published);
    if (!time) continue;
    for (const std::string& words : {post.headline, post.body}) {
      std::string start;
      append_collapsed(start, 0, std::string_view(words).substr(0, words.find('\n')));
      if (const auto blank = start.rfind(' ', kFirstBytes); start.size() > kFirstBytes) {
        start.resize(blank == std::string::npos ? 0 : blank);
      }
      if (words_of(start).size() < 3) continue;
      const auto at = text.find(start);
      if (at == std::string_view::npos || (at != 0 && text[at - 1] != '\n')) continue;
      posts.push_back(
          {time->iso, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())}});
      break;
    }
  }
  std::sort(posts.begin(), posts.end(),
            [](const Post& a, const Post& b) { return a.span.begin < b.span.begin; });
  for (std::size_t i = 0; i + 1 < posts.size(); ++i) {
    posts[i].span = trim(text, Span{posts[i].span.begin, posts[i + 1].span.begin});
  }
  std::erase_if(posts, [](const Post& post) { return post.span.empty(); });
  return posts;
}

bool has_text(std::string_view text) {
  const TextCounts counts = count_text(text.substr(0, 4096));
  return counts.letters >= kFewestLetters;
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
                 Article& article) {
  FieldSources& sources = article.sources;
  settle(article.url, sources.url, address_of(head, data));
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

std::optional<Said<std::string>> language_of(const Head& head, const LinkedData& data,
                                             std::string_view text) {
  for (const auto& [name, source] : {Said<std::string_view>{head.language, "html lang"},
                                     Said<std::string_view>{data.language, "json-ld"}}) {
    if (auto language = language_named(name)) return Said{std::move(*language), source};
  }
  if (auto language = detected_language(text)) return Said{std::move(*language), "text"};
  return std::nullopt;
}

// Whether the page says that it does not show all of the article.
void note_partial(const Head& head, const LinkedData& data, Article& article) {
  const Said<std::string_view> tier = head.first_said({"article:content_tier"});
  const bool is_locked = tier.value == "locked" || tier.value == "metered";
  article.partial = data.is_free == false || is_locked;
  if (article.partial) article.sources.partial = is_locked ? tier.source : "json-ld";
}

void fill_metadata(const html::Page& page, const Head& head, const LinkedData& data,
                   Article& article) {
  FieldSources& sources = article.sources;
  settle(article.section, sources.section, section_of(head, data));
  note_partial(head, data, article);
  article.posts = posts_in(article.text, data);
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
  PublicationDates dates = dates_of(page, head, data, article.url);
  settle(article.published, sources.published, std::move(dates.published));
  settle(article.modified, sources.modified, std::move(dates.modified));
  for (DateEvidence& evidence : dates.evidence) {
    article.date_evidence.push_back(std::move(evidence));
  }
  if (!article.language) {
    settle(article.language, sources.language, language_of(head, data, article.text));
  }
}

}  // namespace

Result<Extraction> article_of_page(const Document& document, const RepeatedLines& repeated) {
  DecodedText decoded = decode_text(document.bytes, document.charset, true);
  const auto page = html::make_html_parser()->parse(decoded.text);
  if (!page) {
    return failure(page.error().fault, fmt::format("{}: {}", document.path, page.error().message));
  }
  Extraction extraction{document.given, document.annotations, document.warnings};
  note_sources(extraction.article, "given");
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
  const Head head = head_of(*page);
  if (const std::string_view kind = other_kind_of(*page, head, blocks, body); !kind.empty()) {
    return failure(Fault::empty, fmt::format("{}: {}, not an article", document.path, kind));
  }
  fill_outlet(*page, head, data, extraction.article);
  extraction.article.text = text_of_body(blocks, body, repeated, extraction.article.outlet);
  // A page that scripts build may have its text only in the linked data.
  if (!has_text(extraction.article.text)) extraction.article.text = data.body;
  if (!has_text(extraction.article.text)) {
    return failure(Fault::empty, fmt::format("{}: the page holds no article text", document.path));
  }
  fill_metadata(*page, head, data, extraction.article);
  return extraction;
}

PageLines lines_of_html(const Document& document) {
  const DecodedText decoded = decode_text(document.bytes, document.charset, true);
  const auto page = html::make_html_parser()->parse(decoded.text);
  if (!page) return {};
  const LinkedData data = linked_data_of(*page);
  const Head head = head_of(*page);
  Article article = document.given;
  fill_outlet(*page, head, data, article);
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

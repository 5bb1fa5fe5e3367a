#include "extract/text_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/encoding.h"
#include "base/reflow.h"
#include "base/text.h"
#include "extract/body/blocks.h"
#include "extract/metadata/address.h"
#include "extract/metadata/language.h"
#include "extract/scraped_text.h"
#include "model/byline/names.h"
#include "model/outlets.h"

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

// The address over a text is the report's, and says whose it is.
void note_address(std::string_view text, const ScrapedText& divided, Article& article) {
  if (!divided.address || article.url) return;
  const std::string_view address = cut(text, *divided.address);
  std::string domain = registrable_domain(address);
  // A button to share it, or a picture of it, is not the report's own address.
  constexpr std::array kPictures{".jpg", ".jpeg", ".png", ".gif", ".webp"};
  const bool is_picture = std::any_of(kPictures.begin(), kPictures.end(),
                                      [&](std::string_view end) { return address.ends_with(end); });
  if (domain.empty() || is_picture || is_on_every_page(domain)) return;
  article.url = std::string(address);
  if (!article.outlet) article.outlet = std::move(domain);
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

void note_language(Article& article) {
  if (article.language) return;
  article.language = detected_language(article.text);
  note_sources(article, "text");
}

// "© 2024 Norrhavn Courier. All rights reserved." → Norrhavn Courier
std::optional<std::string> copyright_holder(std::string_view line) {
  constexpr std::size_t kLongestLine = 160, kMostWords = 5;
  if (line.size() > kLongestLine) return std::nullopt;
  const auto sign = line.find("©");
  const bool word = starts_with_ignoring_case(line, "copyright ");
  if (sign == std::string_view::npos && !word) return std::nullopt;
  std::string_view rest = sign != std::string_view::npos ? line.substr(sign + 2) : line.substr(10);
  constexpr std::string_view kNoLetter = "0123456789 -–,()";
  const auto begin = rest.find_first_not_of(kNoLetter);
  if (begin == std::string_view::npos) return std::nullopt;
  rest = rest.substr(begin);
  const std::string_view name = trim(rest.substr(0, rest.find_first_of(".|,;")));
  const std::size_t words = words_of(name).size();
  if (words == 0 || words > kMostWords || !is_ascii_upper(name.front())) return std::nullopt;
  return std::string(name);
}

bool is_agency(std::string_view name) {
  const Outlet* outlet = known_outlet(name);
  return outlet != nullptr && outlet->is_agency;
}

// Of the lines around the report, and its own first and last, one that is an outlet's name and
// nothing else, or says whose the rights are. An agency's name there is a credit: others print it.
std::optional<std::string> outlet_in(std::string_view text, const ScrapedText& divided) {
  constexpr std::size_t kReach = 3;
  std::vector<std::string_view> lines;
  for (const Span line : divided.furniture) lines.push_back(cut(text, line));
  const auto& body = divided.body;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (i < kReach || i + kReach >= body.size()) lines.push_back(cut(text, body[i]));
  }
  for (const std::string_view line : lines) {
    const Outlet* outlet = known_outlet(trim(line));
    if (outlet != nullptr && !outlet->is_agency) return std::string(outlet->name);
  }
  for (const std::string_view line : lines) {
    if (auto holder = copyright_holder(trim(line)); holder && !is_agency(*holder)) return holder;
  }
  return std::nullopt;
}

// Moves lines that the outlet's other pages have too from the report to its furniture.
void move_repeated(std::string_view text, const RepeatedLines& repeated,
                   const std::optional<std::string>& outlet, ScrapedText& divided) {
  std::vector<std::string_view> lines;
  for (const Span line : divided.body) lines.push_back(cut(text, line));
  const std::vector<bool> is_repeated = repeated.among(lines, outlet);
  std::vector<Span> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    (is_repeated[i] ? divided.furniture : kept).push_back(divided.body[i]);
  }
  divided.body = std::move(kept);
  std::sort(divided.furniture.begin(), divided.furniture.end());
}

// Paragraphs that were broken to fit a page's width are on one line each again: a line is judged as
// a paragraph.
DecodedText decoded_lines(const Document& document) {
  DecodedText decoded = decode_text(document.bytes, document.charset, false);
  // Lines may end as on the old Macintosh.
  if (decoded.text.find('\n') == std::string::npos) {
    std::replace(decoded.text.begin(), decoded.text.end(), '\r', '\n');
  }
  if (is_wrapped(decoded.text)) decoded.text = reflow(decoded.text, false);
  return decoded;
}

}  // namespace

Result<Extraction> article_of_text(const Document& document, const RepeatedLines& repeated) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  const DecodedText decoded = decoded_lines(document);
  for (const std::string& loss : decoded.losses) {
    extraction.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  ScrapedText divided = divide_scraped_text(decoded.text, false);
  note_sources(article, "given");
  note_address(decoded.text, divided, article);
  if (!article.outlet) article.outlet = outlet_in(decoded.text, divided);
  move_repeated(decoded.text, repeated, article.outlet, divided);
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
  note_sources(article, "visible line");
  note_language(article);
  return extraction;
}

Extraction article_as_given(const Document& document, const RepeatedLines& repeated) {
  Extraction extraction{document.given, document.annotations, document.warnings};
  Article& article = extraction.article;
  note_sources(article, "given");
  // Where paragraphs were broken to fit, no line can be judged.
  if (is_wrapped(article.text)) {
    note_language(article);
    return extraction;
  }
  ScrapedText divided = divide_scraped_text(article.text, true);
  move_repeated(article.text, repeated, article.outlet, divided);
  article.furniture = divided.furniture;
  note_date_lines(article.text, divided, article);
  note_sources(article, "visible line");
  note_language(article);
  return extraction;
}

PageLines lines_of_text(const Document& document) {
  const bool given = document.kind == Document::Kind::article;
  const std::string text = given ? document.given.text : decoded_lines(document).text;
  const ScrapedText divided = divide_scraped_text(text, given);
  PageLines lines;
  lines.outlet = document.given.outlet ? *document.given.outlet
                 : given               ? std::string()
                                       : outlet_in(text, divided).value_or("");
  lines.title = document.given.title ? *document.given.title
                : divided.title      ? std::string(cut(text, *divided.title))
                                     : std::string();
  for (const Span line : lines_of(text)) lines.add(cut(text, line));
  return lines;
}

}  // namespace stemma

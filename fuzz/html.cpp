// Fuzzes: extract
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/utf8.h"
#include "extract/extract.h"
#include "fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  Document document;
  document.kind = Document::Kind::html;
  document.path = "page.html";
  document.bytes.assign(reinterpret_cast<const char*>(data), size);
  const auto extraction = extract(document);
  if (!extraction) {
    expect(extraction.error().message.starts_with("page.html: "), "a refusal names its page");
    return 0;
  }
  const Article& article = extraction->article;
  expect(is_valid_utf8(article.text) && !article.text.empty(), "an article has text in UTF-8");
  expect(is_valid_utf8(article.title.value_or("")), "a title is UTF-8");
  for (const std::string& author : article.authors) {
    expect(is_valid_utf8(author) && !author.empty(), "an author has a name in UTF-8");
  }
  expect(!article.id.empty(), "an article has an id");
  return 0;
}

// Fuzzes: extract
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "extract/extract.h"
#include "extract/scraped_text.h"
#include "fuzz/expect.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string text = repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  for (const bool gently : {false, true}) {
    const ScrapedText divided = divide_scraped_text(text, gently);
    std::vector<Span> lines = divided.body;
    lines.insert(lines.end(), divided.furniture.begin(), divided.furniture.end());
    std::sort(lines.begin(), lines.end());
    expect(lines == lines_of(text), "every line is report or furniture");
  }
  Document document;
  document.path = "page.txt";
  document.bytes = text;
  const auto extraction = extract(document);
  expect(!extraction || is_valid_utf8(extraction->article.text), "an article has text in UTF-8");
  return 0;
}

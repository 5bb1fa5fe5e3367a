// Fuzzes: annotate
#include <cstddef>
#include <cstdint>
#include <string>

#include "annotate/quantities.h"
#include "base/utf8.h"
#include "fuzz/expect.h"
#include "fuzz/plain_tokens.h"
#include "model/compare.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  const AnnotatedArticle made = plain_tokens(text);
  std::uint32_t end = 0;
  for (const Quantity& quantity : find_quantities(made.article, made.annotations)) {
    expect(quantity.span.begin >= end && quantity.span.end <= text.size(),
           "quantities are in order");
    expect(!quantity.span.empty(), "a quantity has words");
    end = quantity.span.end;
    expect(compare(quantity, quantity) == Fit::agree || !allowed_interval(quantity),
           "a quantity agrees with itself");
  }
  return 0;
}

// Fuzzes: annotate
#include "annotate/times.h"

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/utf8.h"
#include "fuzz/expect.h"
#include "fuzz/plain_tokens.h"
#include "model/calendar.h"
#include "model/compare.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  (void)day_of(text);
  (void)range_of(text);
  const AnnotatedArticle made = plain_tokens(text);
  std::uint32_t end = 0;
  for (const Time& time : find_times(made.article, made.annotations)) {
    expect(time.span.begin >= end && time.span.end <= text.size(), "times are in order");
    expect(!time.span.empty() && !time.value.empty(), "a time has words and a value");
    end = time.span.end;
    if (const auto range = range_of(time)) expect(range->begin < range->end, "a range has days");
  }
  return 0;
}

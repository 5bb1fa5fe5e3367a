// Fuzzes: model
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/expect.h"
#include "model/calendar.h"
#include "model/written_date.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const auto date = read_written_date({reinterpret_cast<const char*>(data), size});
  expect(!date || day_of(*date).has_value(), "a date that is read is a day of the calendar");
  expect(!date || read_written_date(*date) == date, "a date that was read reads as itself");
  return 0;
}

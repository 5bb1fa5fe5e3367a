// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/mail_reader.h"
#include "ingest/mime.h"

// Mails and saved pages (MHTML): parts, transfer encodings, header words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(read_mail(bytes, "a.eml"));
  (void)begins_as_mail(bytes);
  expect(is_valid_utf8(decoded_words(bytes)), "header words are valid UTF-8");
  return 0;
}

// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/mail_reader.h"
#include "ingest/mbox_reader.h"
#include "ingest/mime.h"

// Mails and saved pages (MHTML), mailboxes: parts, transfer encodings, header words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto& document : read_mail(bytes, "a.eml")) check(document);
  MboxReader mailbox(Input(view_bytes(bytes)), "a.mbox", fuzz_limits());
  check_all(mailbox);
  (void)begins_as_mail(bytes);
  expect(is_valid_utf8(decoded_words(bytes)), "header words are valid UTF-8");
  return 0;
}

// Fuzzes: ingest
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "fuzz/readers.h"
#include "ingest/http_message.h"

// A whole response: head, chunks and content encodings.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stemma;
  const std::string_view message(reinterpret_cast<const char*>(data), size);
  const auto response = read_response_head(message);
  if (!response) return 0;
  expect(response->body_begin <= size, "the body lies in the message");
  (void)media_type(header(response->headers, "Content-Type"));
  const auto body = decode_body(std::string(message.substr(response->body_begin)),
                                response->headers, fuzz_limits());
  expect(!body || body->bytes.size() <= fuzz_limits().document_bytes, "bodies are bounded");
  return 0;
}

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/limits.h"

namespace stemma {

/// A field of an HTTP, WARC or mail header.
struct HeaderView {
  std::string_view name, value;
};

/// The fields of a block of header lines, `CR LF` or `LF` at each end. Lines without a colon are
/// passed over; a line that begins with a blank goes on with the value before it as far as one
/// view can hold it.
std::vector<HeaderView> headers_of(std::string_view lines);

/// The value of the first field of that name, in any case; empty when there is none.
std::string_view header(const std::vector<HeaderView>& headers, std::string_view name);

/// "text/html; charset=UTF-8" taken apart; the media type is in lower case.
struct MediaType {
  std::string type;
  std::string charset;
};
MediaType media_type(std::string_view content_type);

/// A parameter of a header value ("boundary"), without quotes; empty when there is none.
std::string parameter(std::string_view value, std::string_view name);

/// Where the header block ends: the position after its blank line, or npos.
std::size_t end_of_headers(std::string_view message);

/// An HTTP response as an archive keeps it (RFC 9112): views of the message.
struct HttpResponseView {
  int status = 0;
  std::vector<HeaderView> headers;
  std::size_t body_begin = 0;
};

/// The head of a response; nothing when the bytes do not begin with an HTTP status line.
std::optional<HttpResponseView> read_response_head(std::string_view message);

/// A body as it was before it was sent.
struct DecodedBody {
  std::string bytes;
  std::vector<std::string> losses;  ///< "the chunked body ends early"
};

/// Undoes `Transfer-Encoding: chunked` and the content encodings gzip, deflate, br and zstd. A
/// body that is not what its header says is kept as it is: archives often store it unpacked and
/// leave the header. Damaged data keeps what was whole; past `limits` the body is refused.
Result<DecodedBody> decode_body(std::string body, const std::vector<HeaderView>& headers,
                                const ReadLimits& limits);

}  // namespace stemma

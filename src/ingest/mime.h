#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/http_message.h"

namespace stemma {

/// Parts inside parts, and parts in one message, past which no more are looked at.
inline constexpr std::size_t kMaxMimeDepth = 8;
inline constexpr std::size_t kMaxMimeParts = 10'000;

/// A message or one of its parts (MIME, RFC 2045 and 2046): views of the message's bytes.
///
///     header: value                    Content-Type: multipart/related; boundary=B
///     (blank line)                     (blank line)
///     body, as transferred             --B CRLF part CRLF --B CRLF part CRLF --B--
struct MimePartView {
  std::vector<HeaderView> headers;
  MediaType media;        ///< text/plain when the part does not say; in a digest a message
  std::string_view body;  ///< still in its transfer encoding
  std::vector<MimePartView> parts;  ///< of a multipart, in order
};

/// Takes a message apart. A multipart without its last boundary has what is there. O(n) for each
/// level of parts; cannot fail.
MimePartView read_mime(std::string_view message);

/// A part's body without its transfer encoding: base64, quoted-printable, or as it is. What is no
/// base64 is passed over; what is no quoted-printable stays as it stands.
std::string body_of(const MimePartView& part);

/// A header value for a person, in UTF-8 and on one line: encoded words (RFC 2047) decoded.
std::string decoded_words(std::string_view value);

}  // namespace stemma

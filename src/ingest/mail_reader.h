#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// Whether bytes begin as a mail (RFC 5322) or a page saved as one file (MHTML, RFC 2557) do: a
/// block of header lines with a field that only transport and mail programs write.
bool begins_as_mail(std::string_view head);

/// Messages and PDFs that one mail may enclose, and how deep messages may lie in messages; past
/// either the rest is refused by name.
inline constexpr std::size_t kMaxEnclosed = 100;
inline constexpr std::size_t kMaxEnclosedDepth = 4;

/// The page in an MHTML file, with its address; or a mail's text, HTML where it has both forms,
/// with subject, date and sender, and after it what the mail encloses: forwarded messages
/// (message/rfc822 parts, a digest's messages) and PDFs, each a document `path#N`. Other
/// attachments, frames and pictures are passed over. `path` names the mail. One with nothing to
/// read is refused.
std::vector<Result<Document>> read_mail(std::string_view message, std::string_view path);

}  // namespace stemma

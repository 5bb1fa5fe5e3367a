#pragma once

#include <string_view>

#include "base/result.h"
#include "model/document.h"

namespace stemma {

/// Whether bytes begin as a mail (RFC 5322) or a page saved as one file (MHTML, RFC 2557) do: a
/// block of header lines with a field that only transport and mail programs write.
bool begins_as_mail(std::string_view head);

/// The page in an MHTML file, with its address, or the text of a mail: HTML where it has both
/// forms, with subject, date and sender. Attachments, frames and pictures are passed over. `path`
/// names the document. A message without a readable part is refused.
Result<Document> read_mail(std::string_view message, std::string_view path);

}  // namespace stemma

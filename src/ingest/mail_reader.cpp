#include "ingest/mail_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/encoding.h"
#include "base/reflow.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/mime.h"
#include "ingest/pdf_reader.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr std::string_view kMailFields[] = {"from", "to", "date", "subject", "content-type"};
// Fields that no one writes by hand over a report.
constexpr std::string_view kTransportFields[] = {"mime-version",
                                                 "message-id",
                                                 "received",
                                                 "return-path",
                                                 "x-mailer",
                                                 "delivered-to",
                                                 "dkim-signature",
                                                 "snapshot-content-location",
                                                 "content-transfer-encoding"};

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
  });
}

template <std::size_t n>
bool is_one_of(std::string_view name, const std::string_view (&names)[n]) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view each) { return equal_ignoring_case(each, name); });
}

// Mailboxes put a line of their own before a message: "From ada@example.org Fri May  3 …".
std::string_view without_envelope(std::string_view message) {
  if (!message.starts_with("From ")) return message;
  return message.substr(std::min(message.find('\n'), message.size() - 1) + 1);
}

bool is_attachment(const MimePartView& part) {
  return starts_with_ignoring_case(trim(header(part.headers, "Content-Disposition")), "attachment");
}

bool is_text(const MimePartView& part) {
  return part.media.type == "text/plain" || part.media.type == "text/html" ||
         part.media.type == "application/xhtml+xml";
}

bool is_message(const MimePartView& part) { return part.media.type == "message/rfc822"; }

// Mail programs that do not know a PDF attach it as bytes with a name.
bool is_pdf(const MimePartView& part) {
  if (part.media.type == "application/pdf") return true;
  if (part.media.type != "application/octet-stream") return false;
  for (const auto& [field, name] :
       {std::pair("Content-Type", "name"), std::pair("Content-Disposition", "filename")}) {
    const std::string file = parameter(header(part.headers, field), name);
    if (file.size() > 4 &&
        equal_ignoring_case(std::string_view(file).substr(file.size() - 4), ".pdf")) {
      return true;
    }
  }
  return false;
}

bool is_html(const MimePartView& part) { return is_text(part) && part.media.type != "text/plain"; }

// The part to read: of alternatives the HTML, else the first that is text.
const MimePartView* readable_part(const MimePartView& part) {
  if (part.parts.empty()) return is_text(part) && !is_attachment(part) ? &part : nullptr;
  const MimePartView* found = nullptr;
  for (const MimePartView& each : part.parts) {
    const MimePartView* inside = readable_part(each);
    if (inside == nullptr) continue;
    const bool better = found == nullptr || (!is_html(*found) && is_html(*inside));
    if (better) found = inside;
    if (part.media.type != "multipart/alternative") break;
  }
  return found;
}

// A page saved as one file: its parts stand for addresses.
bool is_saved_page(const MimePartView& message, const MimePartView& part) {
  return !header(message.headers, "Snapshot-Content-Location").empty() ||
         (is_html(part) && message.media.type == "multipart/related" &&
          !header(part.headers, "Content-Location").empty());
}

std::string address_of(const MimePartView& message, const MimePartView& part) {
  for (const std::string_view value : {header(part.headers, "Content-Location"),
                                       header(message.headers, "Snapshot-Content-Location"),
                                       header(message.headers, "Content-Location")}) {
    std::string address = decoded_words(value);
    if (starts_with_ignoring_case(address, "http")) return address;
  }
  return {};
}

// "Ada Writer <ada@example.org>", "ada@example.org (Ada Writer)".
std::string sender(std::string_view from) {
  const std::string line = decoded_words(from);
  const std::size_t open = line.find('<');
  std::string_view name = std::string_view(line).substr(0, open);
  if (open == std::string::npos) {
    const std::size_t comment = line.find('('), end = line.rfind(')');
    if (comment == std::string::npos || end == std::string::npos || end < comment) return {};
    name = std::string_view(line).substr(comment + 1, end - comment - 1);
  }
  name = trim(name);
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
    name = trim(name.substr(1, name.size() - 2));
  }
  return name.find('@') == std::string_view::npos ? std::string(name) : std::string();
}

void note_mail(const MimePartView& message, Document& document) {
  Article& given = document.given;
  if (auto subject = decoded_words(header(message.headers, "Subject")); !subject.empty()) {
    given.title = std::move(subject);
  }
  if (auto name = sender(header(message.headers, "From")); !name.empty()) {
    given.authors.push_back(std::move(name));
  }
  const std::string date = decoded_words(header(message.headers, "Date"));
  given.published = read_written_date(date);
  if (given.published) {
    given.date_evidence.push_back({*given.published, "mail", false, ""});
  } else if (!date.empty()) {
    document.warnings.push_back(fmt::format("{}: date '{}' is not RFC 5322", document.path, date));
  }
  note_sources(given, "mail");
}

// Mail programs break lines at about 72 characters.
void unwrap(Document& document) {
  DecodedText decoded = decode_text(document.bytes, document.charset, false);
  for (const std::string& loss : decoded.losses) {
    document.warnings.push_back(fmt::format("{}: {}", document.path, loss));
  }
  document.bytes = reflow(decoded.text, false);
  document.charset = "utf-8";
}

// One message's text, or nothing when it has none.
std::optional<Document> text_of(const MimePartView& mail, const std::string& path) {
  const MimePartView* part = readable_part(mail);
  if (part == nullptr) return std::nullopt;
  Document document;
  document.path = path;
  document.bytes = body_of(*part);
  if (trim(document.bytes).empty()) return std::nullopt;
  document.kind = is_html(*part) ? Document::Kind::html : Document::Kind::text;
  document.charset = repair_utf8(part->media.charset);
  if (!is_html(*part)) unwrap(document);
  if (document.bytes.empty()) return std::nullopt;  // no-break spaces in some encoding
  if (is_saved_page(mail, *part)) {
    if (auto address = address_of(mail, *part); !address.empty()) {
      document.given.url = std::move(address);
      document.given.sources.url = "saved page";
    }
  } else {
    note_mail(mail, document);
  }
  return document;
}

// A mail and what it encloses, in order.
class EnvelopeReader {
 public:
  explicit EnvelopeReader(std::string_view path) : path_(path) {}

  std::vector<Result<Document>> read(std::string_view message) {
    const MimePartView mail = read_mime(message);
    if (auto text = text_of(mail, path_)) documents_.emplace_back(std::move(*text));
    const MimePartView* page = readable_part(mail);
    if (page == nullptr || !is_saved_page(mail, *page)) read_enclosed(mail, 1);
    if (documents_.empty()) {
      documents_.emplace_back(
          failure(Fault::empty, fmt::format("{}: the message has no text", path_)));
    }
    return std::move(documents_);
  }

 private:
  void read_enclosed(const MimePartView& part, std::size_t depth) {
    for (const MimePartView& each : part.parts) read_enclosed(each, depth);
    if (!part.parts.empty() || over_ || (!is_message(part) && !is_pdf(part))) return;
    if (depth > kMaxEnclosedDepth || enclosed_ == kMaxEnclosed) {
      over_ = true;
      documents_.emplace_back(
          failure(Fault::too_large,
                  fmt::format("{}: more than {} messages and PDFs, or messages more than {} deep, "
                              "in one mail; the rest is passed over",
                              path_, kMaxEnclosed, kMaxEnclosedDepth)));
      return;
    }
    const std::string place = fmt::format("{}#{}", path_, ++enclosed_);
    const std::string body = body_of(part);
    if (is_pdf(part)) {
      documents_.push_back(read_pdf(body, place));
      return;
    }
    const MimePartView message = read_mime(body);
    const std::size_t before = documents_.size();
    if (auto text = text_of(message, place)) documents_.emplace_back(std::move(*text));
    read_enclosed(message, depth + 1);
    if (documents_.size() == before) {
      documents_.emplace_back(
          failure(Fault::empty, fmt::format("{}: the message has no text", place)));
    }
  }

  std::string path_;
  std::vector<Result<Document>> documents_;
  std::size_t enclosed_ = 0;
  bool over_ = false;
};

}  // namespace

bool begins_as_mail(std::string_view head) {
  head = without_envelope(head);
  std::size_t fields = 0, transport = 0;
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (trim(line).empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (fields == 0) return false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return head.empty() && fields > 1 && transport > 0;
    const std::string_view name = line.substr(0, colon);
    if (!is_field_name(name)) return false;
    fields += is_one_of(name, kMailFields) ? 1 : 0;
    transport += is_one_of(name, kTransportFields) ? 1 : 0;
  }
  return fields > 0 && transport > 0 && fields + transport > 2;
}

std::vector<Result<Document>> read_mail(std::string_view message, std::string_view path) {
  return EnvelopeReader(path).read(without_envelope(message));
}

}  // namespace stemma

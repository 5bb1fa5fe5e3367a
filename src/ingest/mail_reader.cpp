#include "ingest/mail_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/mime.h"
#include "base/reflow.h"
#include "model/written_date.h"

namespace stemma {
namespace {

constexpr std::string_view kMailFields[] = {"from", "to", "date", "subject", "content-type"};
// Fields that no one writes by hand over a report.
constexpr std::string_view kTransportFields[] = {
    "mime-version", "message-id",   "received",       "return-path",
    "x-mailer",     "delivered-to", "dkim-signature", "snapshot-content-location"};

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

Result<Document> read_mail(std::string_view message, std::string_view path) {
  const MimePartView mail = read_mime(without_envelope(message));
  const MimePartView* part = readable_part(mail);
  Document document;
  document.path = path;
  if (part != nullptr) document.bytes = body_of(*part);
  if (trim(document.bytes).empty()) {
    return failure(Fault::empty, fmt::format("{}: the message has no text", path));
  }
  document.kind = is_html(*part) ? Document::Kind::html : Document::Kind::text;
  document.charset = repair_utf8(part->media.charset);
  if (!is_html(*part)) unwrap(document);
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

}  // namespace stemma

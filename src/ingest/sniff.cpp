#include "ingest/sniff.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/encoding/utf16.h"
#include "base/text.h"
#include "ingest/address_list.h"
#include "ingest/mail_reader.h"

namespace stemma {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::size_t at;
  std::string_view bytes;
  Sniffed is;
};

constexpr Sniffed unsupported(std::string_view what) { return {Format::unsupported, what}; }

// Bytes that tell a format by themselves. Longer marks stand before their beginnings.
constexpr Magic kMagic[] = {
    {0, "WARC/"sv, {Format::warc, "a WARC archive"}},
    {0, "\x1F\x8B"sv, {Format::gzip, "gzip data"}},
    {0, "\x28\xB5\x2F\xFD"sv, {Format::zstd, "zstd data"}},
    {1, "\x2A\x4D\x18"sv, {Format::zstd, "zstd data"}},
    {0, "filedesc://"sv, unsupported("an ARC archive")},
    {0, "{\\rtf"sv, unsupported("a rich text document")},
    {0, "%!PS"sv, unsupported("a PostScript document")},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, unsupported("an office document")},
    {0, "\x89PNG\r\n\x1A\n"sv, unsupported("a PNG image")},
    {0, "\xFF\xD8\xFF"sv, unsupported("a JPEG image")},
    {0, "GIF87a"sv, unsupported("a GIF image")},
    {0, "GIF89a"sv, unsupported("a GIF image")},
    {8, "WEBP"sv, unsupported("a WebP image")},
    {0, "II*\0"sv, unsupported("a TIFF image")},
    {0, "MM\0*"sv, unsupported("a TIFF image")},
    {0, "\0\0\x01\0"sv, unsupported("an icon")},
    {4, "ftypavif"sv, unsupported("an AVIF image")},
    {4, "ftyphei"sv, unsupported("a HEIC image")},
    {4, "ftyp"sv, unsupported("a video")},
    {0, "\x1A\x45\xDF\xA3"sv, unsupported("a video")},
    {8, "AVI "sv, unsupported("a video")},
    {0, "ID3"sv, unsupported("a sound recording")},
    {0, "OggS"sv, unsupported("a sound recording")},
    {0, "fLaC"sv, unsupported("a sound recording")},
    {8, "WAVE"sv, unsupported("a sound recording")},
    {0,
     "\x7F"
     "ELF"sv,
     unsupported("a program")},
    {0, "MZ"sv, unsupported("a program")},
    {0, "\xFE\xED\xFA"sv, unsupported("a program")},
    {0, "\xCF\xFA\xED\xFE"sv, unsupported("a program")},
    {0, "\xCA\xFE\xBA\xBE"sv, unsupported("a program")},
    {0, "wOFF"sv, unsupported("a font")},
    {0, "wOF2"sv, unsupported("a font")},
    {0, "7z\xBC\xAF\x27\x1C"sv, unsupported("a 7z archive")},
    {0, "Rar!\x1A\x07"sv, unsupported("a RAR archive")},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     unsupported("xz data")},
    {0, "BZh"sv, unsupported("bzip2 data")},
    {0, "\x04\x22\x4D\x18"sv, unsupported("lz4 data")},
    {257, "ustar"sv, unsupported("a tar archive")},
    {0, "SQLite format 3\0"sv, unsupported("an SQLite database")},
    {0, "PAR1"sv, unsupported("a Parquet table")},
};

// Start tags that begin a page, or a piece of one (WHATWG MIME Sniffing, section 7.1, and the
// elements of HTML 5 that articles begin with).
constexpr std::string_view kPageTags[] = {
    "!doctype html",
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "base",
    "div",
    "p",
    "article",
    "main",
    "section",
    "header",
    "nav",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "a",
    "b",
    "i",
    "br",
    "span",
    "ul",
    "ol",
    "figure",
    "img",
    "iframe",
    "font",
    "center",
    "form",
    "strong",
    "em",
    "blockquote",
};

struct Root {
  std::string_view local_name;
  Sniffed is;
};
constexpr Root kXmlRoots[] = {
    {"rss", {Format::feed, "an RSS feed"}},
    {"rdf", {Format::feed, "an RSS feed"}},
    {"feed", {Format::feed, "an Atom feed"}},
    {"html", {Format::html, "a page"}},
    {"svg", unsupported("an SVG image")},
    {"urlset", {Format::sitemap, "a sitemap"}},
    {"sitemapindex", {Format::sitemap, "a sitemap index"}},
    {"newsitem", {Format::newsml, "a news item (NewsML-G2)"}},
    {"newsmessage", {Format::newsml, "a news message (NewsML-G2)"}},
    {"nitf", {Format::newsml, "a news item (NITF)"}},
    {"packageitem", unsupported("a package of news items without text (NewsML-G2)")},
    {"newsml", unsupported("a NewsML 1 document")},
    {"opml", unsupported("a list of feeds (OPML)")},
};

struct Extension {
  std::string_view name;
  Sniffed is;
};
// What a name says of plain text, where the text itself says nothing.
constexpr Extension kExtensions[] = {
    {"jsonl", {Format::json_lines, "JSON Lines"}},
    {"ndjson", {Format::json_lines, "JSON Lines"}},
    {"eml", {Format::mail, "a mail"}},
    {"html", {Format::html, "a page"}},
    {"htm", {Format::html, "a page"}},
    {"xhtml", {Format::html, "a page"}},
    {"shtml", {Format::html, "a page"}},
    {"css", unsupported("a style sheet")},
    {"js", unsupported("a script")},
    {"mjs", unsupported("a script")},
    {"csv", unsupported("a table (CSV)")},
    {"tsv", unsupported("a table (TSV)")},
};

std::optional<Sniffed> by_extension(std::string_view name) {
  if (name.size() > 3 && (name.ends_with(".gz") || name.ends_with(".GZ"))) name.remove_suffix(3);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos) return {};
  for (const Extension& extension : kExtensions) {
    if (equal_ignoring_case(name.substr(dot + 1), extension.name)) return extension.is;
  }
  return {};
}

constexpr bool is_printable(char c) { return c > ' ' && c < 0x7F; }

Sniffed zip_kind(std::string_view head) {
  const auto holds = [&](std::string_view part) {
    return head.find(part) != std::string_view::npos;
  };
  if (holds("word/")) return unsupported("a Word document");
  if (holds("xl/")) return unsupported("an Excel workbook");
  if (holds("ppt/")) return unsupported("a PowerPoint presentation");
  if (holds("mimetypeapplication/epub")) return unsupported("an EPUB book");
  if (holds("mimetypeapplication/vnd.oasis")) return unsupported("an OpenDocument file");
  return {Format::zip, "a ZIP archive"};
}

bool is_name_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == ':' ||
         (c & 0x80) != 0;
}

// The text without what may stand before the root of a document: blanks, comments, processing
// instructions and, in XML, a DOCTYPE.
std::string_view skip_prolog(std::string_view text) {
  while (true) {
    text = trim(text);
    std::size_t end = std::string_view::npos;
    if (text.starts_with("<!--")) {
      end = text.find("-->", 4);
    } else if (text.starts_with("<?")) {
      end = text.find('>');
    } else if (starts_with_ignoring_case(text, "<!doctype") &&
               !starts_with_ignoring_case(text, "<!doctype html")) {
      // Declarations inside it end with "]".
      end = text.find_first_of("[>");
      if (end != std::string_view::npos && text[end] == '[') end = text.find(']', end);
    } else {
      return text;
    }
    if (end != std::string_view::npos) end = text.find('>', end);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
}

bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (!text.starts_with('<') || !starts_with_ignoring_case(text.substr(1), tag)) return false;
  const std::string_view rest = text.substr(1 + tag.size());
  return rest.empty() || is_ascii_space(rest[0]) || rest[0] == '>' || rest[0] == '/';
}

// Warnings of a server or stray words may stand before the page itself. A text that speaks of the
// tag has words after it, or no end tags.
bool has_page_inside(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at);
    if (begins_with_tag(rest, "!doctype html")) return true;
    if (!begins_with_tag(rest, "html") && !begins_with_tag(rest, "body")) continue;
    const std::size_t end = rest.find('>');
    if (end == std::string_view::npos) return false;
    const std::string_view inside = trim(rest.substr(end + 1));
    const bool begins_line = at == 0 || text[at - 1] == '\n' || text[at - 1] == '>';
    const bool goes_on = inside.starts_with('<');
    const bool has_end_tag = inside.find("</") != std::string_view::npos;
    if (begins_line ? goes_on || has_end_tag : goes_on && has_end_tag) return true;
  }
  return false;
}

std::optional<Sniffed> by_markup(std::string_view text) {
  const std::string_view root = skip_prolog(text);
  if (root.starts_with('<')) {
    const auto end = std::find_if_not(root.begin() + 1, root.end(), is_name_character);
    std::string_view name = root.substr(1, static_cast<std::size_t>(end - root.begin()) - 1);
    if (const auto colon = name.find(':'); colon != std::string_view::npos) {
      name.remove_prefix(colon + 1);
    }
    for (const Root& known : kXmlRoots) {
      if (equal_ignoring_case(name, known.local_name)) return known.is;
    }
  }
  const Sniffed page{Format::html, "a page"};
  for (const std::string_view tag : kPageTags) {
    if (begins_with_tag(root, tag)) return page;
  }
  if (has_page_inside(text)) return page;
  if (text.starts_with("<?xml")) return unsupported("an XML document that is no feed");
  const bool custom_element = root.size() > 1 && root[0] == '<' && is_ascii_letter(root[1]);
  if (custom_element && root.find("</") != std::string_view::npos) return page;
  return {};
}

// The first line of JSON and whether more follows decide between one value and a value a line.
std::optional<Sniffed> by_json(std::string_view text) {
  if (text.empty() || (text[0] != '{' && text[0] != '[')) return {};
  const std::string_view inside = trim(text.substr(1));
  const Sniffed whole{Format::json, "JSON"}, lines{Format::json_lines, "JSON Lines"};
  if (text[0] == '[') {
    if (inside.starts_with('{')) return whole;
    return {};
  }
  if (!inside.starts_with('"') && !inside.starts_with('}')) return {};
  // PHP writes strokes with an escape.
  for (const std::string_view mark : {"jsonfeed.org/version/"sv, "jsonfeed.org\\/version\\/"sv}) {
    if (text.find(mark) != std::string_view::npos) return whole;
  }
  const std::size_t line_end = text.find('\n');
  if (line_end == std::string_view::npos) return lines;
  const std::string_view line = trim(text.substr(0, line_end));
  const bool open = line.ends_with('{') || line.ends_with('[') || line.ends_with(',');
  return open && !trim(text.substr(line_end)).starts_with('{') ? whole : lines;
}

bool is_utf16(std::string_view head) {
  return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
}

// UTF-16 with its NUL bytes left out reads as ASCII where its marks are: tags, braces, quotes.
std::string_view without_nul(std::string_view head, std::array<char, kSniffBytes>& room) {
  std::size_t size = 0;
  for (const char c : head.substr(0, room.size())) {
    if (c != '\0') room[size++] = c;
  }
  return {room.data(), size};
}

// More than one control character in ten is no text; NUL is judged after UTF-16 was.
bool is_binary(std::string_view text) {
  const auto control = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !is_ascii_space(c) && byte != 0x1B) || byte == 0x7F;
  });
  return static_cast<std::size_t>(control) * 10 > text.size();
}

}  // namespace

Sniffed sniff(std::string_view head, std::string_view name) {
  for (const Magic& magic : kMagic) {
    if (head.size() <= magic.at || !head.substr(magic.at).starts_with(magic.bytes)) continue;
    // "MZ" and "BZh" begin words too.
    const bool needs_nul = magic.bytes.size() <= 4 &&
                           std::all_of(magic.bytes.begin(), magic.bytes.end(), is_printable);
    if (!needs_nul || head.find('\0') != std::string_view::npos) return magic.is;
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return zip_kind(head);
  // Readers accept a PDF whose mark is not the first thing (ISO 32000-1, annex H).
  const std::size_t pdf = head.substr(0, 1024).find("%PDF-");
  if (pdf == 0 || (pdf != std::string_view::npos && head[pdf - 1] == '\n')) {
    return {Format::pdf, "a PDF document"};
  }
  std::array<char, kSniffBytes> room;
  const bool wide = is_utf16(head) || utf16_without_mark(head).has_value();
  std::string_view text = wide ? without_nul(head, room) : head;
  if (is_utf16(text)) text.remove_prefix(2);
  text = trim(text);
  if (text.empty()) return {Format::empty, "nothing"};
  if (begins_as_mail(text)) return {Format::mail, "a mail"};
  if (const auto json = by_json(text)) return *json;
  if (const auto markup = by_markup(text)) return *markup;
  if (!wide && is_binary(head)) return unsupported("binary data");
  if (begins_as_address_lines(text, head.size() < kSniffBytes)) {
    return {Format::addresses, "a list of addresses"};
  }
  if (const auto named = by_extension(name)) return *named;
  return {Format::text, "plain text"};
}

}  // namespace stemma

#include "ingest/zip_reader.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "ingest/input.h"

namespace stemma {
namespace {

/// Most pages of a list that are looked for, and the longest line of it (it may hold a text).
constexpr std::size_t kMaxListedPages = 1'000'000;
constexpr std::uint64_t kMaxPageLineBytes = std::uint64_t{16} << 20;

// "http://www.example.org/a/#top" and "https://example.org/a" are one page.
std::string page_key(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  if (starts_with_ignoring_case(url, "www.")) url.remove_prefix(4);
  while (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

bool is_page_list(std::string_view name) {
  return name.starts_with("pages/") && name.ends_with(".jsonl");
}

bool is_hidden(std::string_view name) {
  return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
         name.starts_with("__MACOSX/");
}

}  // namespace

ZipReader::ZipReader(std::unique_ptr<ByteSource> source, std::string path, const ReadLimits& limits,
                     Revisits* revisits)
    : source_(std::move(source)), path_(std::move(path)), limits_(limits), revisits_(revisits) {
  if (limits_.containers == 0) {
    refusal_ =
        Error{Fault::too_large, fmt::format("{}: archives inside archives past the limit", path_)};
    return;
  }
  --limits_.containers;
  look_for_pages();
  if (!source_->seek(0)) {
    refusal_ = Error{Fault::unreadable, fmt::format("{}: cannot be read twice", path_)};
    return;
  }
  archive_ = std::make_unique<ZipArchive>(*source_, limits_);
}

// A first pass over the names, since the list of pages may stand behind the records. What is wrong
// with the archive is said in the second.
void ZipReader::look_for_pages() {
  ZipArchive archive(*source_, limits_);
  while (const auto member = archive.next()) {
    if (!*member) return;
    const std::string& name = (*member)->name;
    if (name.starts_with("archive/") && name.find(".warc") != std::string::npos) {
      is_collection_ = true;
    } else if (is_page_list(name)) {
      read_pages(archive.content());
    }
  }
}

void ZipReader::read_pages(std::unique_ptr<ByteSource> lines) {
  Input input(std::move(lines));
  std::string line;
  while (pages_.size() < kMaxListedPages) {
    const Input::Line taken = input.take_line(kMaxPageLineBytes, line);
    if (taken == Input::Line::end) return;
    const auto page = Json::parse(line);
    if (!page) continue;
    if (const auto url = page->root()["url"].text()) pages_.insert(page_key(*url));
  }
}

bool ZipReader::is_wanted(const Document& document) const {
  return pages_.empty() || document.kind != Document::Kind::html || !document.given.url ||
         pages_.contains(page_key(*document.given.url));
}

// Opens the next member that is to be read; false at the end. What cannot be read goes to
// `refusal`.
bool ZipReader::open_next(std::optional<Error>& refusal) {
  while (const auto member = archive_->next()) {
    if (!*member) {
      refusal = Error{member->error().fault, fmt::format("{}: {}", path_, member->error().message)};
      return true;
    }
    const std::string& name = (*member)->name;
    const bool wanted = !is_collection_ || name.starts_with("archive/");
    if (!(*member)->is_file || is_hidden(name) || !wanted) continue;
    std::string place = fmt::format("{}#{}", path_, name);
    if ((*member)->is_encrypted) {
      refusal = Error{Fault::unsupported, fmt::format("{}: encrypted", place)};
      return true;
    }
    ReadLimits inner = limits_;
    inner.unpacked_bytes = archive_->bytes_left();
    member_ = open_documents(archive_->content(), std::move(place), inner, revisits_);
    return true;
  }
  return false;
}

std::optional<Result<Document>> ZipReader::next() {
  while (!refusal_) {
    while (member_) {
      auto document = member_->next();
      if (!document) {
        member_.reset();
      } else if (!is_collection_ || !*document || is_wanted(**document)) {
        return document;
      }
    }
    std::optional<Error> refusal;
    if (!open_next(refusal)) return std::nullopt;
    if (refusal) return tl::unexpected(*refusal);
  }
  if (!archive_ && source_) {
    source_.reset();
    return tl::unexpected(*refusal_);
  }
  return std::nullopt;
}

}  // namespace stemma

#include "ingest/json_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/address.h"
#include "base/encoding.h"
#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/article_json.h"
#include "ingest/feed_item.h"
#include "ingest/ninjs.h"

namespace stemma {
namespace {

using Documents = std::vector<Result<Document>>;

bool is_json_feed(JsonView root) {
  const auto version = root["version"].text();
  return version && version->find("jsonfeed.org/version/") != std::string_view::npos &&
         root["items"].is_array();
}

std::string text(JsonView value) { return std::string(value.text().value_or("")); }

std::vector<std::string> author_names(JsonView object) {
  std::vector<std::string> names;
  for (const JsonView author : object["authors"].items()) names.push_back(text(author["name"]));
  // Version 1 of the format has one.
  if (names.empty()) names.push_back(text(object["author"]["name"]));
  std::erase(names, "");
  return names;
}

FeedItem item_of(JsonView object, JsonView feed, std::string_view home) {
  FeedItem item;
  item.title = text(object["title"]);
  std::string written = text(object["url"]);
  if (written.empty()) written = text(object["external_url"]);
  item.url = absolute_address(written, home);
  if (item.url.empty() && !written.empty()) item.warnings.push_back(incomplete_link(written));
  item.html = text(object["content_html"]);
  item.text = text(object["content_text"]);
  item.is_summary = item.html.empty() && item.text.empty();
  if (item.is_summary) item.text = text(object["summary"]);
  item.published = text(object["date_published"]);
  item.modified = text(object["date_modified"]);
  item.authors = author_names(object);
  if (item.authors.empty()) item.authors = author_names(feed);
  // Several are tags; one alone is where the outlet puts it.
  if (const auto tags = object["tags"].items(); tags.size() == 1) item.section = text(tags[0]);
  item.language = text(object["language"]);
  if (item.language.empty()) item.language = text(feed["language"]);
  return item;
}

Documents read_items(JsonView feed, std::string_view path) {
  FeedOwner owner{text(feed["title"]), text(feed["home_page_url"])};
  if (owner.home.empty()) owner.home = text(feed["feed_url"]);
  std::vector<FeedItem> items;
  for (const JsonView object : feed["items"].items()) {
    items.push_back(item_of(object, feed, owner.home));
  }
  name_outlets(owner, items);
  Documents documents;
  for (FeedItem& item : items) {
    const std::string place = fmt::format("{}#{}", path, documents.size() + 1);
    documents.push_back(feed_document(std::move(item), place));
  }
  if (documents.empty()) {
    documents.emplace_back(failure(Fault::empty, fmt::format("{}: a feed without items", path)));
  }
  return documents;
}

// The article's own path stays, since the page it came from says more than the line it stands in.
Result<Document> article(JsonView object, std::string_view place, std::string path) {
  auto document = read_article_json(object, place);
  if (!document) return document;
  const std::string_view own = trim(object["path"].text().value_or(""));
  document->path = own.empty() ? std::move(path) : std::string(own);
  return document;
}

// An article in our own form, or a news item in the press's (ninjs).
Result<Document> one_of(JsonView object, std::string_view place, std::string path) {
  if (is_ninjs(object)) return feed_document(ninjs_item(object), path);
  return article(object, place, std::move(path));
}

Documents read_value(JsonView root, std::string_view place, std::string_view path) {
  Documents documents;
  if (is_json_feed(root)) return read_items(root, path);
  if (!root.is_array()) {
    documents.push_back(one_of(root, place, std::string(path)));
    return documents;
  }
  for (const JsonView item : root.items()) {
    const std::string name = fmt::format("{}#{}", path, documents.size() + 1);
    documents.push_back(one_of(item, name, name));
  }
  return documents;
}

void add_losses(const DecodedText& decoded, std::string_view place, Documents& documents) {
  if (documents.empty() || !documents.front()) return;
  for (const std::string& loss : decoded.losses) {
    documents.front()->warnings.push_back(fmt::format("{}: {}", place, loss));
  }
}

// JSON is UTF-8 (RFC 8259, section 8.1); bytes that are not are read as text in another encoding.
Documents read_text(std::string_view bytes, std::string_view place, std::string_view path) {
  DecodedText decoded;
  std::string_view json = bytes;
  if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string_view::npos) {
    decoded = decode_text(bytes, "", false);
    json = decoded.text;
  }
  const auto parsed = Json::parse(json);
  Documents documents;
  if (!parsed) {
    documents.emplace_back(failure(parsed.error().fault,
                                   fmt::format("{}: not JSON: {}", place, parsed.error().message)));
    return documents;
  }
  documents = read_value(parsed->root(), place, path);
  add_losses(decoded, place, documents);
  return documents;
}

std::string_view without_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

}  // namespace

JsonLinesReader::JsonLinesReader(Input input, std::string path, const ReadLimits& limits)
    : input_(std::move(input)), path_(std::move(path)), limits_(limits) {}

std::optional<Result<Document>> JsonLinesReader::next() {
  while (ready_.empty() && !over_) {
    const Input::Line taken = input_.take_line(limits_.line_bytes, line_);
    ++number_;
    const std::string place = fmt::format("{}:{}", path_, number_);
    if (input_.error()) {
      // A line that breaks off with the input is no line.
      over_ = true;
      return failure(input_.error()->fault, fmt::format("{}: {}", place, input_.error()->message));
    }
    if (taken == Input::Line::end) {
      over_ = true;
    } else if (taken == Input::Line::too_long) {
      return failure(Fault::too_large, fmt::format("{}: a line over the limit of {} bytes", place,
                                                   limits_.line_bytes));
    } else if (!trim(line_).empty()) {
      ready_ = read_text(without_mark(line_), place, fmt::format("{}#{}", path_, number_));
      std::reverse(ready_.begin(), ready_.end());
    }
  }
  if (ready_.empty()) return std::nullopt;
  auto first = std::move(ready_.back());
  ready_.pop_back();
  return first;
}

std::vector<Result<Document>> read_json(std::string_view text, std::string_view path) {
  return read_text(without_mark(text), path, path);
}

std::vector<Result<Document>> read_press_json(std::string_view text, std::string_view path) {
  const auto parsed = Json::parse(without_mark(text));
  if (!parsed) return {};
  const JsonView root = parsed->root();
  const std::vector<JsonView> items = root.items();
  const bool is_press = is_json_feed(root) || is_ninjs(root) ||
                        (!items.empty() && std::all_of(items.begin(), items.end(), is_ninjs));
  return is_press ? read_value(root, path, path) : Documents();
}

}  // namespace stemma

#include "ingest/ninjs.h"

#include <string>
#include <string_view>

#include "base/text.h"

namespace stemma {
namespace {

// A member by its name in any case.
JsonView member(JsonView object, std::string_view name) {
  if (const JsonView exact = object[name]) return exact;
  for (const auto& [key, value] : object.members()) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

std::string text(JsonView object, std::string_view name) {
  return std::string(member(object, name).text().value_or(""));
}

// "body_text", "body_xhtml" of generation 1.
JsonView flat_body(JsonView object, std::string_view kind) {
  constexpr std::string_view kPrefix = "body_";
  for (const auto& [key, value] : object.members()) {
    if (key.starts_with(kPrefix) && key.substr(kPrefix.size()) == kind) return value;
  }
  return {};
}

// Of several, the one whose role is "main", else the first.
std::string main_value(JsonView list) {
  std::string first;
  for (const JsonView each : list.items()) {
    std::string value = text(each, "value");
    if (equal_ignoring_case(text(each, "role"), "main")) return value;
    if (first.empty()) first = std::move(value);
  }
  return first;
}

// Providers write "text/html", "application/xhtml+xml", or the names of generation 1.
bool is_html(std::string_view content_type) {
  return content_type.find("html") != std::string_view::npos ||
         content_type.find("nitf") != std::string_view::npos;
}

// The first body of each kind; other roles repeat the main one in another dress.
void read_bodies(JsonView object, FeedItem& item) {
  for (const JsonView body : member(object, "bodies").items()) {
    std::string& into = is_html(text(body, "contenttype")) ? item.html : item.text;
    if (into.empty()) into = text(body, "value");
  }
  for (const std::string_view kind : {"xhtml", "html"}) {
    if (item.html.empty()) item.html = flat_body(object, kind).text().value_or("");
  }
  if (item.text.empty()) item.text = flat_body(object, "text").text().value_or("");
}

// Who made it: generation 3 has `infoSources`, 1 has `infosource`, some providers only `provider`.
std::string provider(JsonView object) {
  for (const std::string_view name : {"infosources", "infosource"}) {
    for (const JsonView each : member(object, name).items()) {
      if (auto found = text(each, "name"); !found.empty()) return found;
    }
  }
  for (const std::string_view name : {"provider", "source"}) {
    if (auto found = text(object, name); !found.empty()) return found;
    if (auto found = text(member(object, name), "name"); !found.empty()) return found;
  }
  return {};
}

}  // namespace

bool is_ninjs(JsonView object) {
  if (!object.is_object() || object["text"] || object["html"]) return false;
  if (equal_ignoring_case(text(object["standard"], "name"), "ninjs")) return true;
  const bool has_body = object["bodies"].is_array() || flat_body(object, "text") ||
                        flat_body(object, "xhtml") || flat_body(object, "html");
  return object["uri"].is_string() && has_body;
}

FeedItem ninjs_item(JsonView object) {
  FeedItem item;
  item.status = text(object, "pubstatus");
  const JsonView embargo = member(object, "embargoed");
  item.is_embargoed = static_cast<bool>(embargo) && !embargo.is_null();
  item.embargo = embargo.text().value_or("");
  item.title = main_value(member(object, "headlines"));
  if (item.title.empty()) item.title = text(object, "headline");
  if (item.title.empty()) item.title = text(object, "title");
  item.url = text(object, "uri");
  if (!starts_with_ignoring_case(item.url, "http")) item.url.clear();
  read_bodies(object, item);
  item.published = text(object, "firstcreated");
  if (item.published.empty()) item.published = text(object, "contentcreated");
  item.modified = text(object, "versioncreated");
  if (item.published.empty()) std::swap(item.published, item.modified);
  std::string by = text(object, "by");
  if (by.empty()) by = text(object, "byline");
  item.authors = authors_named_in(by);
  item.outlet = provider(object);
  item.language = text(object, "language");
  return item;
}

}  // namespace stemma

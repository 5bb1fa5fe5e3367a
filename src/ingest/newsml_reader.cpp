#include "ingest/newsml_reader.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/text.h"
#include "ingest/feed_item.h"
#include "ingest/xml.h"

namespace stemma {
namespace {

// A party is named by a child `name`, by a literal, or by a code ("nprov:AFP").
std::string party(pugi::xml_node node) {
  if (auto name = text_of(child_named(node, "name")); !trim(name).empty()) return name;
  for (const char* attribute : {"literal", "qcode"}) {
    const std::string_view value = node.attribute(attribute).value();
    if (!value.empty()) return std::string(value.substr(value.rfind(':') + 1));
  }
  return text_of(node);
}

pugi::xml_node first_of(pugi::xml_node parent, std::initializer_list<std::string_view> path) {
  for (const std::string_view name : path) parent = child_named(parent, name);
  return parent;
}

// NITF: the words are in body/body.content, the headline in body/body.head/hedline/hl1.
void read_nitf(pugi::xml_node nitf, FeedItem& item) {
  const pugi::xml_node body = child_named(nitf, "body"), head = child_named(body, "body.head");
  item.html = markup_of(child_named(body, "body.content"));
  if (item.title.empty()) item.title = markup_of(first_of(head, {"hedline", "hl1"}));
  if (item.title.empty()) item.title = text_of(first_of(nitf, {"head", "title"}));
  if (item.authors.empty()) {
    const pugi::xml_node byline = child_named(head, "byline");
    const pugi::xml_node person = child_named(byline, "person");
    item.authors = authors_named_in(markup_of(person ? person : byline));
  }
  if (item.published.empty()) {
    item.published = first_of(nitf, {"head", "docdata", "date.issue"}).attribute("norm").value();
  }
}

void read_content(pugi::xml_node item_node, FeedItem& item) {
  for (const pugi::xml_node content : child_named(item_node, "contentSet").children()) {
    const std::string_view name = local_name(content);
    if (name == "inlineXML") {
      if (const pugi::xml_node nitf = child_named(content, "nitf")) {
        read_nitf(nitf, item);
      } else {
        item.html = markup_of(content);
      }
    } else if (name == "inlineData") {
      const std::string_view type = content.attribute("contenttype").value();
      (type.find("html") == std::string_view::npos ? item.text : item.html) = text_of(content);
    }
    if (!trim(item.html).empty() || !trim(item.text).empty()) return;
  }
}

std::vector<std::string> authors(pugi::xml_node content_meta) {
  std::vector<std::string> names;
  for (const pugi::xml_node node : content_meta.children()) {
    // A creator without a name is a code in the provider's own list.
    if (local_name(node) != "creator" || !child_named(node, "name")) continue;
    names.push_back(party(node));
  }
  return names.empty() ? authors_named_in(markup_of(child_named(content_meta, "by"))) : names;
}

FeedItem read_item(pugi::xml_node node) {
  const pugi::xml_node about_item = child_named(node, "itemMeta");
  const pugi::xml_node about_content = child_named(node, "contentMeta");
  FeedItem item;
  const std::string_view status = child_named(about_item, "pubStatus").attribute("qcode").value();
  item.status = status.substr(status.rfind(':') + 1);
  const pugi::xml_node embargo = child_named(about_item, "embargoed");
  item.is_embargoed = !embargo.empty();
  item.embargo = text_of(embargo);
  item.title = markup_of(child_named(about_content, "headline"));
  item.authors = authors(about_content);
  read_content(node, item);
  if (item.title.empty()) item.title = markup_of(child_named(about_item, "title"));
  for (const pugi::xml_node created :
       {child_named(about_content, "contentCreated"), child_named(about_item, "firstCreated")}) {
    if (item.published.empty()) item.published = text_of(created);
  }
  item.modified = text_of(child_named(about_content, "contentModified"));
  if (item.modified.empty()) item.modified = text_of(child_named(about_item, "versionCreated"));
  if (item.published.empty()) std::swap(item.published, item.modified);
  item.outlet = party(child_named(about_content, "infoSource"));
  if (trim(item.outlet).empty()) item.outlet = party(child_named(about_item, "provider"));
  item.language = child_named(about_content, "language").attribute("tag").value();
  if (item.language.empty()) item.language = node.attribute("xml:lang").value();
  const std::string_view guid = node.attribute("guid").value();
  if (starts_with_ignoring_case(guid, "http")) item.url = guid;
  return item;
}

// The item that is the text itself, or those that a message carries.
std::vector<pugi::xml_node> items_in(pugi::xml_node root) {
  if (local_name(root) == "newsItem") return {root};
  std::vector<pugi::xml_node> items;
  for (const pugi::xml_node node : child_named(root, "itemSet").children()) {
    if (local_name(node) == "newsItem") items.push_back(node);
  }
  return items;
}

}  // namespace

std::vector<Result<Document>> read_newsml(std::string_view bytes, std::string_view charset,
                                          std::string_view path, const ReadLimits& limits) {
  std::vector<Result<Document>> documents;
  const auto refuse = [&](Fault fault, std::string reason) {
    documents.emplace_back(failure(fault, fmt::format("{}: {}", path, reason)));
  };
  const auto xml = XmlText::read(bytes, charset, "a news item", limits);
  if (!xml) {
    refuse(xml.error().fault, xml.error().message);
    return documents;
  }
  const pugi::xml_node root = xml->root();
  if (xml->is_whole() && local_name(root) == "nitf") {
    FeedItem item;
    read_nitf(root, item);
    documents.push_back(feed_document(std::move(item), path));
  } else {
    const std::vector<pugi::xml_node> items = items_in(root);
    std::size_t number = 0;
    for (const pugi::xml_node node : items) {
      ++number;
      if (!xml->is_whole() && !xml->has_end_of(node)) continue;
      const bool alone = node == root;
      documents.push_back(feed_document(
          read_item(node), alone ? std::string(path) : fmt::format("{}#{}", path, number)));
    }
    if (items.empty() && xml->is_whole()) refuse(Fault::empty, "a news message without news items");
  }
  for (const std::string& loss : xml->losses()) {
    if (documents.empty() || !documents.front()) break;
    documents.front()->warnings.push_back(fmt::format("{}: {}", path, loss));
  }
  if (!xml->is_whole()) {
    refuse(Fault::malformed,
           fmt::format("{}; {} items before it were read", xml->complaint(), documents.size()));
  }
  return documents;
}

}  // namespace stemma

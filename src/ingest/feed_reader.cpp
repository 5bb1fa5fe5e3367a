#include "ingest/feed_reader.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <utility>

#include "base/address.h"
#include "base/text.h"
#include "ingest/feed_item.h"
#include "ingest/xml.h"

namespace stemma {
namespace {

struct Namespace {
  std::string_view address, prefix;
};
// Prefixes by which elements are known below; a feed may choose others.
constexpr Namespace kNamespaces[] = {
    {"http://www.w3.org/2005/Atom", ""},
    {"http://purl.org/atom/ns#", ""},
    {"http://purl.org/rss/1.0/", ""},
    {"http://my.netscape.com/rdf/simple/0.9/", ""},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://purl.org/rss/1.0/modules/content/", "content"},
    {"http://purl.org/dc/elements/1.1/", "dc"},
    {"http://purl.org/dc/terms/", "dcterms"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
};

// One feed's elements under the names of RSS 2.0 and Atom, whatever prefixes it uses.
class FeedXml {
 public:
  explicit FeedXml(pugi::xml_node root) : root_(root) {
    for (const pugi::xml_attribute attribute : root.attributes()) {
      const std::string_view name = attribute.name();
      if (!name.starts_with("xmlns:")) continue;
      for (const Namespace& known : kNamespaces) {
        if (known.address == attribute.value()) prefixes_.emplace(name.substr(6), known.prefix);
      }
    }
  }

  pugi::xml_node root() const { return root_; }

  std::string name_of(pugi::xml_node node) const {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    if (colon == std::string_view::npos) return std::string(name);
    const auto known = prefixes_.find(name.substr(0, colon));
    const std::string_view prefix =
        known == prefixes_.end() ? name.substr(0, colon) : known->second;
    return prefix.empty() ? std::string(name.substr(colon + 1))
                          : fmt::format("{}:{}", prefix, name.substr(colon + 1));
  }

  /// The first child of the first of these names that has one.
  pugi::xml_node child(pugi::xml_node parent, std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      for (const pugi::xml_node node : parent.children()) {
        if (name_of(node) == name) return node;
      }
    }
    return {};
  }

  std::vector<pugi::xml_node> children(pugi::xml_node parent,
                                       std::initializer_list<std::string_view> names) const {
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node node : parent.children()) {
      for (const std::string_view name : names) {
        if (name_of(node) == name) found.push_back(node);
      }
    }
    return found;
  }

 private:
  pugi::xml_node root_;
  std::map<std::string_view, std::string_view> prefixes_;
};

class FeedParser {
 public:
  /// `url` is where the feed was got; it may be empty.
  FeedParser(pugi::xml_node root, std::string_view url)
      : xml_(root), channel_(xml_.child(root, {"channel"})), base_(url) {
    if (!channel_) channel_ = root;
    owner_.title = markup_of(xml_.child(channel_, {"title"}));
    // What stands in the feed is resolved by xml:base; in RSS, which has none, by the home.
    base_ = base_of(root, base_);
    if (channel_ != root) base_ = base_of(channel_, base_);
    owner_.home = absolute_address(link_of(channel_), base_);
    if (owner_.home.empty()) owner_.home = base_;
    if (base_ == url && !owner_.home.empty()) base_ = owner_.home;
    language_ = text_of(xml_.child(channel_, {"language", "dc:language"}));
    if (language_.empty()) language_ = root.attribute("xml:lang").value();
  }

  const FeedOwner& owner() const { return owner_; }

  /// Items stand in the channel, beside it (RDF), or in the feed itself (Atom).
  std::vector<pugi::xml_node> items() const {
    std::vector<pugi::xml_node> items = xml_.children(channel_, {"item", "entry"});
    if (channel_ != xml_.root()) {
      for (const pugi::xml_node item : xml_.children(xml_.root(), {"item", "entry"})) {
        items.push_back(item);
      }
    }
    return items;
  }

  FeedItem read(pugi::xml_node node) const {
    FeedItem item;
    item.title = markup_of(xml_.child(node, {"title", "dc:title"}));
    read_body(node, item);
    read_address(node, item);
    item.published = text_of(xml_.child(node, {"pubDate", "published", "issued", "dc:date",
                                               "dcterms:issued", "dcterms:created", "created"}));
    item.modified = text_of(xml_.child(node, {"updated", "modified", "dcterms:modified"}));
    if (item.published.empty()) std::swap(item.published, item.modified);
    item.authors = authors(node);
    read_source(node, item);
    item.section = section(node);
    item.language = language_;
    if (const auto own = text_of(xml_.child(node, {"dc:language"})); !own.empty())
      item.language = own;
    if (const auto* own = node.attribute("xml:lang").value(); *own != '\0') item.language = own;
    return item;
  }

 private:
  static std::string base_of(pugi::xml_node node, const std::string& outer) {
    const std::string_view own = node.attribute("xml:base").value();
    std::string base = own.empty() ? std::string() : absolute_address(own, outer);
    return base.empty() ? outer : base;
  }

  void read_body(pugi::xml_node node, FeedItem& item) const {
    for (const std::string_view name :
         {"content:encoded", "content", "xhtml:body", "description", "summary", "dc:description"}) {
      const pugi::xml_node body = xml_.child(node, {name});
      std::string markup = markup_of(body);
      if (trim(markup).empty()) continue;
      const std::string_view type = body.attribute("type").value();
      const bool is_text = (name == "content" || name == "summary") && !has_elements(body) &&
                           (type.empty() || type == "text" || type == "text/plain");
      (is_text ? item.text : item.html) = std::move(markup);
      item.is_summary = name != "content:encoded" && name != "content" && name != "xhtml:body";
      return;
    }
  }

  void read_address(pugi::xml_node node, FeedItem& item) const {
    const std::string base = base_of(node, base_);
    const pugi::xml_node content = xml_.child(node, {"content"});
    const std::string elsewhere =
        absolute_address(content.attribute("src").value(), base_of(content, base));
    std::string written = address(node);
    if (trim(written).empty()) written = elsewhere;
    item.url = absolute_address(written, base);
    if (item.url.empty() && !trim(written).empty()) {
      item.warnings.push_back(incomplete_link(written));
    }
    if (!elsewhere.empty() && item.is_summary) {
      item.warnings.push_back(
          fmt::format("its text is at '{}'; only the summary was read", elsewhere));
    }
  }

  // The page that an element stands for, as written.
  std::string link_of(pugi::xml_node node) const {
    for (const pugi::xml_node link : xml_.children(node, {"link"})) {
      const std::string_view relation = link.attribute("rel").value();
      if (!relation.empty() && relation != "alternate") continue;
      if (const std::string href = link.attribute("href").value(); !href.empty()) {
        const std::string based = absolute_address(href, base_of(link, ""));
        return based.empty() ? href : based;
      }
      if (auto text = text_of(link); !trim(text).empty()) return text;
    }
    return {};
  }

  std::string address(pugi::xml_node node) const {
    if (auto link = link_of(node); !link.empty()) return link;
    const pugi::xml_node id = xml_.child(node, {"guid", "id"});
    std::string text = text_of(id);
    const bool is_address = std::string_view(id.attribute("isPermaLink").value()) != "false" &&
                            starts_with_ignoring_case(trim(text), "http");
    if (is_address) return text;
    return node.attribute("rdf:about").value();
  }

  // RSS has "news@example.org (Ada Writer)", Atom has elements.
  std::string author_name(pugi::xml_node author) const {
    if (const auto name = xml_.child(author, {"name"})) return text_of(name);
    std::string text = text_of(author);
    const std::size_t open = text.find('('), close = text.rfind(')');
    const bool has_brackets =
        open != std::string::npos && close != std::string::npos && open < close;
    if (text.find('@') == std::string::npos || !has_brackets) return text;
    return text.substr(open + 1, close - open - 1);
  }

  std::vector<std::string> authors(pugi::xml_node node) const {
    std::vector<std::string> names;
    std::vector<pugi::xml_node> found = xml_.children(node, {"dc:creator", "author"});
    if (found.empty()) found = xml_.children(xml_.root(), {"author"});
    for (const pugi::xml_node author : found) {
      if (std::string name = author_name(author); !name.empty()) names.push_back(std::move(name));
    }
    return names;
  }

  // RSS has the name in it and the address of its feed beside it, Atom elements of a feed.
  void read_source(pugi::xml_node node, FeedItem& item) const {
    const pugi::xml_node source = xml_.child(node, {"source"});
    item.source = markup_of(xml_.child(source, {"title"}));
    if (item.source.empty()) item.source = text_of(source);
    item.source_url = source.attribute("url").value();
    if (item.source_url.empty()) item.source_url = link_of(source);
  }

  // The first of the item's categories: feeds put the section before the tags.
  std::string section(pugi::xml_node node) const {
    const pugi::xml_node category = xml_.child(node, {"category", "dc:subject"});
    for (const char* attribute : {"label", "term"}) {
      if (const std::string name = category.attribute(attribute).value(); !name.empty()) {
        return name;
      }
    }
    return text_of(category);
  }

  FeedXml xml_;
  pugi::xml_node channel_;
  FeedOwner owner_;
  std::string base_, language_;
};

}  // namespace

std::vector<Result<Document>> read_feed(std::string_view bytes, std::string_view charset,
                                        std::string_view path, const ReadLimits& limits,
                                        std::string_view url) {
  std::vector<Result<Document>> documents;
  const auto refuse = [&](Fault fault, std::string reason) {
    documents.emplace_back(failure(fault, fmt::format("{}: {}", path, reason)));
  };
  const auto xml = XmlText::read(bytes, charset, "a feed", limits);
  if (!xml) {
    refuse(xml.error().fault, xml.error().message);
    return documents;
  }
  std::size_t number = 0;
  if (const pugi::xml_node root = xml->root()) {
    const FeedParser feed(root, url);
    std::vector<FeedItem> items;
    std::vector<std::string> places;
    for (const pugi::xml_node node : feed.items()) {
      ++number;
      if (!xml->is_whole() && !xml->has_end_of(node)) continue;
      items.push_back(feed.read(node));
      places.push_back(fmt::format("{}#{}", path, number));
    }
    name_outlets(feed.owner(), items);
    for (std::size_t i = 0; i < items.size(); ++i) {
      documents.push_back(feed_document(std::move(items[i]), places[i]));
    }
  }
  if (!documents.empty() && documents.front()) {
    for (const std::string& loss : xml->losses()) {
      documents.front()->warnings.push_back(fmt::format("{}: {}", path, loss));
    }
  }
  if (!xml->is_whole()) {
    refuse(Fault::malformed,
           fmt::format("{}; {} items before it were read", xml->complaint(), documents.size()));
  } else if (number == 0) {
    refuse(Fault::empty, "a feed without items");
  }
  return documents;
}

}  // namespace stemma

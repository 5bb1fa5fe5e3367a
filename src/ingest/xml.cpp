#include "ingest/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>

namespace stemma {
namespace {

// A DOCTYPE with declarations in it: entities could grow without bound, and no feed needs them.
bool declares_entities(std::string_view xml) {
  const std::size_t doctype = xml.find("<!DOCTYPE");
  if (doctype == std::string_view::npos) return false;
  const std::size_t end = xml.find_first_of("[>", doctype);
  return end != std::string_view::npos && xml[end] == '[';
}

}  // namespace

Result<XmlText> XmlText::read(std::string_view bytes, std::string_view charset,
                              std::string_view what, const ReadLimits& limits) {
  if (bytes.size() > limits.feed_bytes) {
    return failure(Fault::too_large,
                   fmt::format("{} larger than the limit of {} bytes", what, limits.feed_bytes));
  }
  XmlText xml;
  xml.decoded_ = decode_text(bytes, charset, false);
  if (declares_entities(xml.decoded_.text)) {
    return failure(Fault::unsupported, "its DOCTYPE declares entities, which are not expanded");
  }
  xml.document_ = std::make_unique<pugi::xml_document>();
  xml.parsed_ = xml.document_->load_buffer(xml.decoded_.text.data(), xml.decoded_.text.size(),
                                           pugi::parse_default | pugi::parse_ws_pcdata_single,
                                           pugi::encoding_utf8);
  return xml;
}

pugi::xml_node XmlText::root() const {
  for (const pugi::xml_node node : document_->children()) {
    if (node.type() == pugi::node_element) return node;
  }
  return {};
}

std::string XmlText::complaint() const {
  return fmt::format("not well-formed XML: {} at byte {}", parsed_.description(), parsed_.offset);
}

bool XmlText::has_end_of(pugi::xml_node element) const {
  const auto end = static_cast<std::size_t>(parsed_.offset);
  const auto begin = static_cast<std::size_t>(std::max<std::ptrdiff_t>(element.offset_debug(), 0));
  const std::string closing = fmt::format("</{}", element.name());
  return begin < end && std::string_view(decoded_.text).substr(begin, end - begin).find(closing) !=
                            std::string_view::npos;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children()) {
    if (node.type() == pugi::node_element && local_name(node) == name) return node;
  }
  return {};
}

std::string text_of(pugi::xml_node node) {
  std::string text;
  for (const pugi::xml_node piece : node.children()) {
    if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata)
      text += piece.value();
  }
  return text;
}

bool has_elements(pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_element) return true;
  }
  return false;
}

std::string markup_of(pugi::xml_node node) {
  if (!has_elements(node)) return text_of(node);
  std::ostringstream out;
  for (const pugi::xml_node child : node.children()) {
    child.print(out, "", pugi::format_raw | pugi::format_no_declaration);
  }
  return out.str();
}

}  // namespace stemma

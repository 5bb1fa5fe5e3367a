#pragma once

#include <cstddef>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/encoding.h"
#include "base/result.h"
#include "ingest/limits.h"

namespace stemma {

/// An XML text and its elements. Entities are not expanded: a DOCTYPE that declares some is
/// refused, as is a text over `limits.feed_bytes`. XML that breaks off keeps the elements before
/// the break.
class XmlText {
 public:
  /// The error's message is the reason, for the caller to prefix. `what` names the text in it: "a
  /// feed". `charset` is what an HTTP header said.
  static Result<XmlText> read(std::string_view bytes, std::string_view charset,
                              std::string_view what, const ReadLimits& limits);

  pugi::xml_node root() const;  ///< the outermost element; none when there is none
  const std::string& text() const { return decoded_.text; }
  const std::vector<std::string>& losses() const { return decoded_.losses; }

  bool is_whole() const { return static_cast<bool>(parsed_); }
  /// Where and why it broke off: "not well-formed XML: … at byte 12".
  std::string complaint() const;
  /// Whether an element was read to its end before the XML broke off.
  bool has_end_of(pugi::xml_node element) const;

 private:
  DecodedText decoded_;
  std::unique_ptr<pugi::xml_document> document_;
  pugi::xml_parse_result parsed_;
};

/// An element's name without its namespace prefix.
std::string_view local_name(pugi::xml_node node);

/// The first child element of that local name.
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);

/// All character data directly inside an element, its several pieces joined.
std::string text_of(pugi::xml_node node);

/// The markup inside an element, be it escaped, in CDATA, or written as elements (XHTML).
std::string markup_of(pugi::xml_node node);

bool has_elements(pugi::xml_node node);

}  // namespace stemma

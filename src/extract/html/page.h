#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "extract/html/class_words.h"

namespace stemma::html {

/// The elements that mean something to extraction; every other one is `other`.
// clang-format off
enum class Tag : std::uint8_t {
  text, other,
  // Elements that stand inside a line.
  a, abbr, b, big, cite, code, em, font, i, img, kbd, mark, q, s, small, span, strong, sub, sup, time, u,
  br, hr,
  // Elements that open a block.
  address, article, aside, blockquote, body, button, center, dd, details, dialog, div, dl, dt, fieldset,
  figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, html, label, li, link, main, meta,
  nav, ol, p, pre, script, section, summary, table, tbody, td, th, title, tr, ul, video, count_
};
// clang-format on

enum class Attribute : std::uint8_t {
  aria_hidden,
  class_,
  content,
  datetime,
  hidden,
  href,
  id,
  itemprop,
  lang,
  name,
  property,
  pubdate,
  rel,
  role,
  style,
  title,
  type,
  unknown
};

struct AttributeValue {
  Attribute name = Attribute::unknown;
  Span value;       // in Page::characters
  Roles roles = 0;  ///< that a class or id names
};

/// One element or text of a page. Nodes stand in document order, so the subtree of node i is the
/// range [i, nodes[i].end).
struct Node {
  Tag tag = Tag::other;
  std::uint32_t parent = 0;  ///< the root points at itself
  std::uint32_t end = 0;
  Span text;  ///< of Tag::text, in Page::characters
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

/// A parsed page as one flat array. Scripts (but for linked data), styles, templates, drawings and
/// comments are left out. Node 0 is a root without tag. Owns its characters: valid UTF-8.
struct Page {
  std::string characters;
  std::vector<Node> nodes;
  std::vector<AttributeValue> attributes;
  bool truncated = false;  ///< a limit of the parser ended it early

  std::string_view text(std::uint32_t node) const { return cut(characters, nodes[node].text); }
  /// The attribute's value, empty when there is none.
  std::string_view attribute(std::uint32_t node, Attribute name) const;
  bool has(std::uint32_t node, Attribute name) const;
  /// What the element's class, or its class and id, says that it holds.
  Roles class_roles(std::uint32_t node) const;
  Roles roles(std::uint32_t node) const;
};

/// Text of the whole subtree, white space collapsed. O(subtree).
std::string text_of(const Page& page, std::uint32_t node);

bool is_inline(Tag tag);
inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

}  // namespace stemma::html

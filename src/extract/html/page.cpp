#include "extract/html/page.h"

#include <algorithm>

#include "base/text.h"

namespace stemma::html {

std::string_view Page::attribute(std::uint32_t node, Attribute name) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    const AttributeValue& attribute = attributes[n.first_attribute + i];
    if (attribute.name == name) return cut(characters, attribute.value);
  }
  return {};
}

bool Page::has(std::uint32_t node, Attribute name) const {
  const Node& n = nodes[node];
  const auto* first = attributes.data() + n.first_attribute;
  return std::any_of(first, first + n.attribute_count,
                     [&](const AttributeValue& a) { return a.name == name; });
}

Roles Page::class_roles(std::uint32_t node) const {
  const Node& n = nodes[node];
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    const AttributeValue& attribute = attributes[n.first_attribute + i];
    if (attribute.name == Attribute::class_) return attribute.roles;
  }
  return 0;
}

Roles Page::roles(std::uint32_t node) const {
  const Node& n = nodes[node];
  Roles roles = 0;
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    roles |= attributes[n.first_attribute + i].roles;
  }
  return roles;
}

std::string text_of(const Page& page, std::uint32_t node) {
  std::string text;
  std::vector<std::uint32_t> block_ends;  // of the block elements that are open, innermost last
  for (std::uint32_t i = node; i < page.nodes[node].end; ++i) {
    for (; !block_ends.empty() && block_ends.back() <= i; block_ends.pop_back()) text += ' ';
    const Tag tag = page.nodes[i].tag;
    if (tag == Tag::text) {
      text += page.text(i);
    } else if (!is_inline(tag)) {
      text += ' ';
      block_ends.push_back(page.nodes[i].end);
    }
  }
  return collapse_space(text);
}

bool is_inline(Tag tag) { return tag < Tag::br; }

}  // namespace stemma::html

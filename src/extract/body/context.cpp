#include "extract/body/context.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Tag;

constexpr int kNoPlace = -1;

int place_of(Tag tag) {
  switch (tag) {
    case Tag::article:
      return static_cast<int>(Place::article);
    case Tag::main:
      return static_cast<int>(Place::main);
    case Tag::section:
      return static_cast<int>(Place::section);
    case Tag::aside:
      return static_cast<int>(Place::aside);
    case Tag::nav:
      return static_cast<int>(Place::nav);
    case Tag::header:
      return static_cast<int>(Place::header);
    case Tag::footer:
      return static_cast<int>(Place::footer);
    case Tag::form:
    case Tag::fieldset:
    case Tag::label:
      return static_cast<int>(Place::form);
    case Tag::figure:
      return static_cast<int>(Place::figure);
    case Tag::figcaption:
      return static_cast<int>(Place::caption);
    case Tag::table:
      return static_cast<int>(Place::table);
    case Tag::ul:
    case Tag::ol:
    case Tag::dl:
      return static_cast<int>(Place::list);
    case Tag::blockquote:
      return static_cast<int>(Place::quote);
    case Tag::button:
      return static_cast<int>(Place::button);
    case Tag::p:
      return static_cast<int>(Place::paragraph);
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return static_cast<int>(Place::heading);
    default:
      return kNoPlace;
  }
}

// ARIA roles name the same places.
int place_of_role(std::string_view role) {
  if (role == "main") return static_cast<int>(Place::main);
  if (role == "article") return static_cast<int>(Place::article);
  if (role == "navigation") return static_cast<int>(Place::nav);
  if (role == "banner") return static_cast<int>(Place::header);
  if (role == "contentinfo") return static_cast<int>(Place::footer);
  if (role == "complementary") return static_cast<int>(Place::aside);
  if (role == "button") return static_cast<int>(Place::button);
  return kNoPlace;
}

bool hides(const html::Page& page, std::uint32_t node) {
  if (page.nodes[node].attribute_count == 0) return false;
  if (page.has(node, Attribute::hidden)) return true;
  if (page.attribute(node, Attribute::aria_hidden) == "true") return true;
  const std::string_view style = page.attribute(node, Attribute::style);
  const auto display = style.find("display");
  if (display == std::string_view::npos) return false;
  return style.substr(display, 16).find("none") != std::string_view::npos;
}

std::uint8_t farther(std::uint8_t distance) {
  return std::min<std::uint8_t>(static_cast<std::uint8_t>(distance + 1), NodeContext::kFar);
}

}  // namespace

NodeContext Contexts::make(std::uint32_t node, const NodeContext* parent) const {
  NodeContext context;
  if (parent == nullptr) {
    context.role.fill(NodeContext::kFar);
    context.place.fill(NodeContext::kFar);
    return context;
  }
  context = *parent;
  for (std::uint8_t& distance : context.role) distance = farther(distance);
  for (std::uint8_t& distance : context.place) distance = farther(distance);
  context.body_property = farther(context.body_property);
  ++context.depth;
  context.hidden = parent->hidden || hides(page_, node);

  html::Roles roles = 0;
  const html::Node& n = page_.nodes[node];
  for (std::uint32_t i = 0; i < n.attribute_count; ++i) {
    const html::AttributeValue& attribute = page_.attributes[n.first_attribute + i];
    const std::string_view value = cut(page_.characters, attribute.value);
    roles |= attribute.roles;
    if (attribute.name == Attribute::itemprop) {
      if (value.find("articleBody") != std::string_view::npos) context.body_property = 0;
    } else if (attribute.name == Attribute::role) {
      if (const int place = place_of_role(value); place != kNoPlace) {
        context.place[static_cast<std::size_t>(place)] = 0;
      }
    }
  }
  // Classes of <html> and <body> describe the whole page, not a part of it.
  if (n.tag != Tag::html && n.tag != Tag::body) {
    for (std::size_t role = 0; role < context.role.size(); ++role) {
      if ((roles >> role & 1) != 0) context.role[role] = 0;
    }
  }
  if (const int place = place_of(n.tag); place != kNoPlace) {
    context.place[static_cast<std::size_t>(place)] = 0;
  }
  return context;
}

const NodeContext& Contexts::of(std::uint32_t node) {
  path_.clear();
  std::uint32_t at = node;
  while (index_[at] == kNoContext) {
    path_.push_back(at);
    if (at == 0) break;
    at = page_.nodes[at].parent;
  }
  while (!path_.empty()) {
    const std::uint32_t next = path_.back();
    path_.pop_back();
    const NodeContext* parent = next == 0 ? nullptr : &contexts_[index_[page_.nodes[next].parent]];
    NodeContext context = make(next, parent);
    index_[next] = static_cast<std::uint32_t>(contexts_.size());
    contexts_.push_back(context);
  }
  return contexts_[index_[node]];
}

}  // namespace stemma

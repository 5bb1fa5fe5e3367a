#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/html/class_words.h"
#include "extract/html/page.h"

namespace stemma {

/// Elements whose nearness says what a line is.
enum class Place : std::uint8_t {
  article,
  main,
  section,
  aside,
  nav,
  header,
  footer,
  form,
  figure,
  caption,
  table,
  list,
  quote,
  button,
  paragraph,
  heading,
  count_
};
inline constexpr int kPlaces = static_cast<int>(Place::count_);

/// What stands around an element: how many levels up the nearest element of each role and place is
/// (0: the element itself; kFar: none within reach).
struct NodeContext {
  static constexpr std::uint8_t kFar = 24;
  std::array<std::uint8_t, html::kRoles> role{};
  std::array<std::uint8_t, kPlaces> place{};
  std::uint16_t depth = 0;
  std::uint8_t body_property = kFar;  ///< itemprop="articleBody"
  bool hidden = false;                ///< by attribute or style, here or above
};

/// Contexts of elements, made when asked for and kept: only ancestors of text are ever looked at.
class Contexts {
 public:
  explicit Contexts(const html::Page& page) : page_(page), index_(page.nodes.size(), kNoContext) {}
  const NodeContext& of(std::uint32_t node);

 private:
  static constexpr std::uint32_t kNoContext = ~std::uint32_t{0};
  NodeContext make(std::uint32_t node, const NodeContext* parent) const;

  const html::Page& page_;
  std::vector<std::uint32_t> index_;
  std::vector<NodeContext> contexts_;
  std::vector<std::uint32_t> path_;
};

}  // namespace stemma

#pragma once

#include <cstdint>
#include <string_view>

namespace stemma::html {

/// What the class and id words of an element say that it holds. Web authors' vocabulary, English
/// for the most part whatever the page's language.
enum class Role : std::uint8_t {
  content,
  title,
  summary,
  author,
  meta,
  caption,
  comment,
  share,
  related,
  navigation,
  header,
  footer,
  side,
  advertisement,
  newsletter,
  consent,
  hidden,
  box,
  list,
  video,
  // These say something of a date that stands there, and nothing of a line.
  published,
  modified,
  dated,
  not_dating,  ///< dates of comments, events, other reports
};
/// The roles that say what a line is.
inline constexpr int kRoles = static_cast<int>(Role::video) + 1;

using Roles = std::uint32_t;  ///< one bit a role
constexpr Roles bit(Role role) { return Roles{1} << static_cast<int>(role); }

/// The roles named in a class or id value, or in a line of text: "article-body__related" → content,
/// related. Words are found inside longer ones ("articlebody") unless they are short ("ad").
/// O(length).
Roles roles_of(std::string_view class_or_id);

}  // namespace stemma::html

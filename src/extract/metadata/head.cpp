#include "extract/metadata/head.h"

#include "base/text.h"
#include "extract/metadata/linked_data.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;

void read_meta(const Page& page, std::uint32_t node, Head& head) {
  const std::string_view content = page.attribute(node, Attribute::content);
  if (trim(content).empty()) return;
  for (const Attribute key : {Attribute::property, Attribute::name, Attribute::itemprop}) {
    const std::string_view name = page.attribute(node, key);
    if (!name.empty()) head.meta.emplace_back(ascii_lower(trim(name)), plain_of(content));
  }
}

void read_link(const Page& page, std::uint32_t node, Head& head) {
  const std::string_view href = trim(page.attribute(node, Attribute::href));
  const std::string rel = ascii_lower(page.attribute(node, Attribute::rel));
  if (rel == "canonical" && head.canonical.empty()) head.canonical = std::string(href);
  constexpr std::size_t kMostForms = 32;
  if (head.forms.size() == kMostForms) return;
  for (const std::string_view form : {"shortlink", "amphtml", "https://api.w.org/", "alternate"}) {
    if (rel == form) head.forms.emplace_back(rel, href);
  }
}

}  // namespace

Said<std::string_view> Head::first_said(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const auto& [key, content] : meta) {
      if (key == name) return {content, "meta " + key};
    }
  }
  return {};
}

std::string_view Head::first(std::initializer_list<std::string_view> names) const {
  return first_said(names).value;
}

Head head_of(const Page& page) {
  Head head;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    switch (page.nodes[i].tag) {
      case Tag::html:
        if (head.language.empty()) head.language = std::string(page.attribute(i, Attribute::lang));
        break;
      case Tag::title:
        if (head.title.empty()) head.title = plain_of(html::text_of(page, i));
        break;
      case Tag::meta:
        read_meta(page, i, head);
        break;
      case Tag::link:
        read_link(page, i, head);
        break;
      case Tag::other:
        // Of the elements of a head that have no tag of their own, <base> alone has an address.
        if (head.base.empty() && page.nodes[page.nodes[i].parent].tag == Tag::head) {
          head.base = std::string(trim(page.attribute(i, Attribute::href)));
        }
        break;
      default:
        break;
    }
  }
  return head;
}

}  // namespace stemma

#include "extract/metadata/head.h"

#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/linked_data.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Tag;

constexpr std::size_t kMaxEntries = 256;        // of one kind; pages have a few dozen
constexpr std::size_t kMaxHeadingBytes = 1000;  // a longer h1 is no title

void read_meta(const Page& page, std::uint32_t i, Head& head) {
  if (head.meta.size() >= kMaxEntries) return;
  const std::string value = plain_of(page.attribute(i, Attribute::content));
  if (value.empty()) return;
  for (const Attribute key : {Attribute::property, Attribute::name, Attribute::itemprop}) {
    const std::string_view name = page.attribute(i, key);
    if (!name.empty()) head.meta.push_back({to_lower(trim(name)), value});
  }
}

void read_time(const Page& page, std::uint32_t i, Head& head) {
  if (head.times.size() >= kMaxEntries) return;
  const std::string_view property = page.attribute(i, Attribute::itemprop);
  const bool is_time = page.nodes[i].tag == Tag::time;
  const bool published =
      property.find("datePublished") != std::string_view::npos || page.has(i, Attribute::pubdate);
  const bool modified = property.find("dateModified") != std::string_view::npos;
  if (!is_time && !published && !modified) return;
  std::string value(trim(page.attribute(i, Attribute::datetime)));
  if (value.empty()) value = trim(page.attribute(i, Attribute::content));
  if (value.empty()) value = html::text_of(page, i);
  if (!value.empty()) head.times.push_back({std::move(value), i, published, modified});
}

bool names_author(const Page& page, std::uint32_t i) {
  return page.attribute(i, Attribute::rel) == "author" ||
         page.attribute(i, Attribute::itemprop).find("author") != std::string_view::npos;
}

}  // namespace

std::string_view Head::first(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    for (const Meta& each : meta) {
      if (each.key == key) return each.value;
    }
  }
  return {};
}

Head read_head(const Page& page) {
  Head head;
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    switch (page.nodes[i].tag) {
      case Tag::html:
        head.language = to_lower(trim(page.attribute(i, Attribute::lang)).substr(0, 3));
        if (const std::size_t end = head.language.find_first_of("-_"); end != std::string::npos) {
          head.language.resize(end);
        }
        break;
      case Tag::meta:
        read_meta(page, i, head);
        break;
      case Tag::title:
        if (head.title.empty()) head.title = html::text_of(page, i);
        break;
      case Tag::link:
        if (head.canonical.empty() && page.attribute(i, Attribute::rel) == "canonical") {
          head.canonical = trim(page.attribute(i, Attribute::href));
        }
        break;
      case Tag::h1:
        if (head.headings.size() < kMaxEntries) {
          std::string text = html::text_of(page, i);
          if (!text.empty() && text.size() < kMaxHeadingBytes) {
            head.headings.push_back(std::move(text));
          }
        }
        break;
      default:
        break;
    }
    read_time(page, i, head);
    if (names_author(page, i) && head.author_links.size() < kMaxEntries) {
      head.author_links.push_back(html::text_of(page, i));
    }
  }
  return head;
}

}  // namespace stemma

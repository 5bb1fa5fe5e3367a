#include "extract/metadata/headings.h"

#include <algorithm>

#include "base/address.h"
#include "base/text.h"
#include "base/utf8.h"
#include "extract/metadata/title_parts.h"
#include "model/outlets.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Page;
using html::Role;
using html::Tag;

constexpr std::size_t kLongest = 400;    // bytes of a headline
constexpr std::uint32_t kLargest = 400;  // nodes in one
constexpr std::size_t kShortest = 3;     // words
constexpr html::Roles kBeside = bit(Role::summary) | bit(Role::meta) | bit(Role::author);

std::vector<std::size_t> seams_in(const Page& page, std::uint32_t heading) {
  std::vector<std::size_t> seams;
  std::size_t words = 0;
  for (std::uint32_t i = heading; i < page.nodes[heading].end; ++i) {
    if (page.nodes[i].tag != Tag::text) continue;
    seams.push_back(words);
    words += words_of(page.text(i)).size();
  }
  return seams;
}

// "Live" and "Ferry aground", which only their style sets apart: a word in lower case, or the end
// of a sentence, and a capital.
bool is_glued(std::string_view before, std::string_view after) {
  constexpr std::size_t kShortestWord = 3;
  if (before.empty() || after.empty() || !is_upper(decode_utf8(after, 0).code_point)) return false;
  if (std::string_view(":!?").find(before.back()) != std::string_view::npos) return true;
  std::size_t letters = 0;
  for (std::size_t at = before.size(); at > 0 && letters < kShortestWord; ++letters) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(before[at]) & 0xC0) == 0x80);
    const char32_t c = decode_utf8(before, at).code_point;
    if (letters == 0 ? !is_lower(c) : !is_letter(c)) return false;
  }
  return letters == kShortestWord;
}

// Whether a heading is too large for a headline, by its text and by what is in it.
bool is_large(const Page& page, std::uint32_t heading) {
  constexpr std::size_t kMostSpace = 2000;  // of a template's indentation
  if (page.nodes[heading].end - heading > kLargest) return true;
  std::size_t size = 0;
  for (std::uint32_t i = heading; i < page.nodes[heading].end; ++i) {
    if (page.nodes[i].tag == Tag::text) size += page.text(i).size();
  }
  return size > kLongest + kMostSpace;
}

// The heading's text without the kicker or second line that an element of its own in it says it
// holds; alone what such an element says is the headline. Not at the price of nearly all of it.
std::string headline_text(const Page& page, std::uint32_t heading) {
  std::string rest;
  for (std::uint32_t i = heading + 1; i < page.nodes[heading].end; ++i) {
    const html::Roles roles = page.class_roles(i);
    if ((roles & bit(Role::title)) != 0 && (roles & kBeside) == 0) {
      std::string inner = html::text_of(page, i);
      if (length_in_words(inner) >= kShortest && !inner.ends_with(':')) return inner;
    }
    if ((roles & kBeside) != 0) {
      i = page.nodes[i].end - 1;
    } else if (page.nodes[i].tag == Tag::text) {
      if (is_glued(rest, page.text(i))) rest += ' ';
      rest += page.text(i);
    } else if (!html::is_inline(page.nodes[i].tag)) {
      rest += ' ';
    }
  }
  rest = collapse_space(rest);
  return length_in_words(rest) >= kShortest ? rest : html::text_of(page, heading);
}

// "/", "/index.html", "/de/", "/?lang=de", "https://courier.example": the site's first page.
bool is_home(std::string_view address, const std::optional<std::string>& domain) {
  address = trim(address);
  if (const std::string host = host_of(address); !host.empty()) {
    if (domain && registrable_domain(host) != *domain) return false;
    const auto path = address.find('/', address.find("//") + 2);
    address = path == std::string_view::npos ? std::string_view() : address.substr(path);
    if (address.empty()) return true;
  }
  // A query names a language, or a page by its number.
  if (const auto query = address.find('?'); query != std::string_view::npos) {
    const std::string_view asked = address.substr(query);
    if (std::any_of(asked.begin(), asked.end(), is_ascii_digit)) return false;
    address = address.substr(0, query);
    if (address.empty()) return false;
  }
  if (address.starts_with('.')) address.remove_prefix(1);
  if (!address.starts_with('/')) return starts_with_ignoring_case(address, "index.");
  address.remove_prefix(1);
  if (address.ends_with('/')) address.remove_suffix(1);
  return address.empty() || address.size() == 2 || starts_with_ignoring_case(address, "index.");
}

std::string opening_of(const Page& page, std::uint32_t heading) {
  for (std::uint32_t i = heading + 1; i < page.nodes[heading].end; ++i) {
    if (page.nodes[i].tag != Tag::text) continue;
    if (std::string text = collapse_space(page.text(i)); !text.empty()) return text;
  }
  return {};
}

bool is_hidden(const Page& page, std::uint32_t node) {
  const std::string_view style = page.attribute(node, Attribute::style);
  return page.has(node, Attribute::hidden) ||
         style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos;
}

bool is_marked(const Page& page, std::uint32_t node) {
  const Tag tag = page.nodes[node].tag;
  return page.nodes[node].attribute_count != 0 && tag != Tag::meta && tag != Tag::link &&
         page.attribute(node, Attribute::itemprop) == "headline";
}

}  // namespace

bool is_aside(const Page& page, std::uint32_t node, std::uint32_t headline) {
  constexpr html::Roles kAside = bit(Role::related) | bit(Role::navigation) | bit(Role::footer) |
                                 bit(Role::side) | bit(Role::comment);
  constexpr html::Roles kBody = bit(Role::content) | bit(Role::title);
  for (; node != 0; node = page.nodes[node].parent) {
    if (node <= headline && headline < page.nodes[node].end) return false;
    const Tag tag = page.nodes[node].tag;
    if (tag == Tag::nav || tag == Tag::aside || tag == Tag::footer) return true;
    if (tag == Tag::body) return false;
    if (is_hidden(page, node)) return true;
    const html::Roles roles = page.roles(node);
    if ((roles & kAside) != 0 && (roles & kBody) == 0) return true;
  }
  return false;
}

bool leads_home(const Page& page, std::uint32_t heading, const std::optional<std::string>& domain) {
  const auto is_home_link = [&](std::uint32_t node) {
    return page.nodes[node].tag == Tag::a && page.has(node, Attribute::href) &&
           is_home(page.attribute(node, Attribute::href), domain);
  };
  if (is_home_link(page.nodes[heading].parent)) return true;
  std::uint32_t linked_until = heading;
  for (std::uint32_t i = heading + 1; i < page.nodes[heading].end; ++i) {
    if (is_home_link(i)) linked_until = page.nodes[i].end;
    if (page.nodes[i].tag == Tag::text && i >= linked_until && !trim(page.text(i)).empty()) {
      return false;
    }
  }
  return linked_until != heading;
}

std::vector<Heading> headings_of(const Page& page, const std::optional<std::string>& domain) {
  constexpr std::size_t kMost = 40, kMostTried = 200;
  std::vector<Heading> found;
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < page.nodes.size() && found.size() < kMost; ++i) {
    if (page.nodes[i].tag != Tag::h1 && !is_marked(page, i)) continue;
    if (is_large(page, i)) continue;
    if (++tried > kMostTried) break;
    std::string text = headline_text(page, i);
    if (text.empty() || text.size() >= kLongest) continue;
    found.push_back({std::move(text), seams_in(page, i), leads_home(page, i, domain),
                     opening_of(page, i), is_aside(page, i)});
  }
  return found;
}

std::string lesser_heading_of(const Page& page) {
  constexpr std::size_t kMostTried = 20;
  std::size_t tried = 0;
  for (std::uint32_t i = 0; i < page.nodes.size() && tried < kMostTried; ++i) {
    const Tag tag = page.nodes[i].tag;
    const bool is_called = tag != Tag::h2 && tag != Tag::text && !html::is_heading(tag) &&
                           (page.class_roles(i) & bit(Role::title)) != 0;
    if ((tag != Tag::h2 && !is_called) || is_large(page, i) || is_aside(page, i)) continue;
    ++tried;
    std::string text = headline_text(page, i);
    if (text.size() < kLongest && length_in_words(text) >= kShortest) return text;
  }
  return {};
}

}  // namespace stemma

#include "base/address.h"

#include <fmt/format.h>
#include <lexbor/url/url.h>

#include <algorithm>
#include <memory>

#include "base/text.h"

namespace stemma {
namespace {

struct DestroyParser {
  void operator()(lxb_url_parser_t* parser) const {
    lxb_url_parser_memory_destroy(parser);
    lxb_url_parser_destroy(parser, true);
  }
};
using Parser = std::unique_ptr<lxb_url_parser_t, DestroyParser>;

bool is_visible(char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7F'; }

lxb_status_t append(const lxb_char_t* bytes, std::size_t size, void* out) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return LXB_STATUS_OK;
}

// The same reference in other words, for what lexbor 3.0 reads amiss: a '?' or '#' right after a
// last dot segment is taken for a part of the path (its issue 409), so "..?a" is written "../?a";
// and '\', which stands for '/' in a path, is forgotten behind a lone '%'.
std::string reworded(std::string_view url) {
  const std::size_t end = std::min(url.find_first_of("?#"), url.size());
  std::string path(url.substr(0, end));
  std::replace(path.begin(), path.end(), '\\', '/');
  const std::string_view last = std::string_view(path).substr(path.rfind('/') + 1);
  const bool is_open = end < url.size() && (last == "." || last == "..");
  return path + (is_open ? "/" : "") + std::string(url.substr(end));
}

const lxb_url_t* parse(const Parser& parser, const lxb_url_t* base, std::string_view url) {
  const std::string words = reworded(url);
  lxb_url_parser_clean(parser.get());
  return lxb_url_parse(parser.get(), base, reinterpret_cast<const lxb_char_t*>(words.data()),
                       words.size());
}

// lexbor 3.0 lets a control behind a lone '%' stand as it is.
std::string with_escaped_controls(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (is_visible(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

// As browsers resolve it; empty where it is no address of the web.
std::string resolved(std::string_view reference, std::string_view base) {
  const Parser parser(lxb_url_parser_create());
  if (!parser || lxb_url_parser_init(parser.get(), nullptr) != LXB_STATUS_OK) return {};
  const lxb_url_t* from = is_web_address(base) ? parse(parser, nullptr, base) : nullptr;
  const bool is_of_no_scheme = from == nullptr && reference.starts_with("//");
  const lxb_url_t* to =
      parse(parser, from, is_of_no_scheme ? "https:" + std::string(reference) : reference);
  if (to == nullptr || (to->scheme.type != LXB_URL_SCHEMEL_TYPE_HTTP &&
                        to->scheme.type != LXB_URL_SCHEMEL_TYPE_HTTPS)) {
    return {};
  }
  std::string url;
  if (lxb_url_serialize(to, append, &url, false) != LXB_STATUS_OK) return {};
  return host_of(url).empty() ? std::string() : with_escaped_controls(url);
}

// Whether an address has none of the bytes that a parser must mend: blanks and controls, and '\'
// where it stands for '/'.
bool is_plain(std::string_view url) {
  return std::all_of(url.begin(), url.end(), is_visible) &&
         url.find('\\') >= url.find_first_of("?#");
}

}  // namespace

bool is_web_address(std::string_view text) {
  return starts_with_ignoring_case(text, "http://") || starts_with_ignoring_case(text, "https://");
}

std::string absolute_address(std::string_view reference, std::string_view base) {
  reference = trim(reference);
  if (reference.empty()) return {};
  if (is_plain(reference) && is_web_address(reference) && !host_of(reference).empty()) {
    return std::string(reference);
  }
  return resolved(reference, trim(base));
}

std::string_view host_at_head(std::string_view authority) {
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (const auto user = authority.rfind('@'); user != std::string_view::npos) {
    authority.remove_prefix(user + 1);
  }
  return authority.substr(0, authority.find(':'));
}

std::string host_of(std::string_view url) {
  url = trim(url);
  if (!url.starts_with("//") && !is_web_address(url)) return {};
  std::string_view host = host_at_head(url.substr(url.find("//") + 2));
  while (host.ends_with('.')) host.remove_suffix(1);
  return ascii_lower(host);
}

}  // namespace stemma

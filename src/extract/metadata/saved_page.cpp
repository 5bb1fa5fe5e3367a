#include "extract/metadata/saved_page.h"

#include <algorithm>

#include "base/address.h"
#include "base/text.h"

namespace stemma {
namespace {

constexpr std::size_t kHead = 4096;  // bytes before which the comment ends

// What follows the mark, past blanks, up to the next.
std::string_view word_behind(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return {};
  text = trim(text.substr(at + mark.size()));
  return text.substr(0, std::min(text.find_first_of(" \t\r\n"), text.find("-->")));
}

}  // namespace

std::string address_saved_from(std::string_view html) {
  html = html.substr(0, kHead);
  std::string_view address = word_behind(html, "saved from url=");
  if (address.starts_with('('))
    address.remove_prefix(std::min(address.find(')') + 1, address.size()));
  if (const auto single = html.find("Page saved with SingleFile");
      single != std::string_view::npos) {
    address = word_behind(html.substr(single), "url:");
  }
  return is_web_address(address) && !host_of(address).empty() ? std::string(address)
                                                              : std::string();
}

}  // namespace stemma

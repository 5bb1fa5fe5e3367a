#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "ingest/limits.h"

namespace stemma {

/// An address that a list gives, with what it says of the page there. Texts are plain, in UTF-8.
struct ListedAddress {
  std::string url, title, published, outlet, language;
};

/// Addresses to fetch.
struct AddressList {
  bool is_index = false;  ///< the addresses are those of more sitemaps
  std::vector<ListedAddress> addresses;
  std::vector<std::string> losses;  ///< what could not be read, for the caller to prefix
};

/// More addresses in one list are not read (sitemaps.org allows 50,000).
inline constexpr std::size_t kMaxListedAddresses = 50'000;

/// Reads a sitemap, a sitemap with news (its titles, dates, publications) or an index of sitemaps
/// (sitemaps.org 0.9, Google's news extension). XML that breaks off gives the addresses before. The
/// error's message is the reason, for the caller to prefix.
Result<AddressList> read_sitemap(std::string_view bytes, std::string_view charset,
                                 const ReadLimits& limits);

/// Reads an address a line; blank lines and lines that begin with "#" are passed over, lines that
/// are no http or https address are losses, each by its number.
AddressList read_address_lines(std::string_view text);

/// Whether a text, or the beginning of one, is such a list and nothing else.
bool begins_as_address_lines(std::string_view head, bool is_whole);

/// The list in a file, or on standard input for "-", packed with gzip or not: a sitemap or
/// addresses a line. Losses and the error's message name the file.
Result<AddressList> read_address_file(const std::string& path, const ReadLimits& limits);

}  // namespace stemma

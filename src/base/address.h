#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// Whether a text begins as an absolute address of the web does: "http://", "https://".
bool is_web_address(std::string_view text);

/// A reference as the absolute address it means on a page at `base`, as browsers resolve it (WHATWG
/// URL Standard): "../b?c" → "https://a.example/b?c". An address that is already whole stays as it
/// was written, unless what stands in it may not ("https://a.example/b c" → ".../b%20c"). Empty for
/// an empty reference, for what is no http or https address ("mailto:…"), and for a part of one
/// where the base is none; "//a.example/b" is then read as https. O(length), 5 µs where it has to
/// be resolved.
std::string absolute_address(std::string_view reference, std::string_view base);

/// The host of an address in lower case: "https://www.Example.com:80/a" → "www.example.com". Empty
/// for a relative address and for one of another scheme.
std::string host_of(std::string_view url);

/// The host at the head of what follows "//" in an address, as written: "user@a.example:80/b" →
/// "a.example".
std::string_view host_at_head(std::string_view authority);

}  // namespace stemma

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"

namespace stemma {

// The JSON of a page's scripts, which browsers do not read and nobody checks.

/// The outermost object or list in a script's text, without what stands around it and with its
/// raw line breaks and needless character references mended; empty where there is none.
std::string json_in_script(std::string_view script);

/// What JavaScript would forgive is forgiven: a comma before a closing bracket, escapes that JSON
/// lacks. Nothing for what is broken otherwise.
std::optional<Json> parse_forgivingly(const std::string& json);

/// Of what no parser reads, the text behind a key ("\"headline\""), as far as the next quotation
/// mark that a comma or a bracket follows: one in the text is often not escaped.
std::string text_for_key(std::string_view broken, std::string_view key);

/// Of the same, a member at whose key it begins, as far as its value's braces and brackets tell and
/// at most a few hundred bytes.
std::string_view member_at(std::string_view broken);

}  // namespace stemma

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stemma {

/// BCP 47 primary tag of what a file declares its language to be: a tag in any case, with or
/// without what follows it ("EN", "en-GB", "en_US.UTF-8"), an ISO 639-2 code that has a shorter one
/// ("eng"), or the language's English name by CLDR ("English", "English (US)") give "en". Nothing
/// for what is none of these and for "und". A tag of two or three letters is not looked up.
std::optional<std::string> language_named(std::string_view declared);

}  // namespace stemma

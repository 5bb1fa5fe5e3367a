#pragma once

#include <string>
#include <string_view>

#include "model/collation.h"

namespace stemma {

/// A TIMEX3 value as people read it: "2024-03-12TEV" is "2024-03-12, evening", "XXXX-WXX-4"
/// "Thursday", "XXXX-05-02" "2 May", "2024-SU" "summer 2024". What has no such form is returned as
/// it is. The machine formats print the value itself.
std::string printed_time(std::string_view value);

/// A reading's value for people: times as above, all else as it is.
std::string printed_value(const Variant& variant, const Reading& reading);

}  // namespace stemma

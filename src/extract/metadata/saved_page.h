#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// The address that a browser or SingleFile notes at the head of a page that it saves, in a
/// comment:
/// "<!-- saved from url=(0031)https://www.courier.example/a -->". Empty where there is none. O(1).
std::string address_saved_from(std::string_view html);

}  // namespace stemma

#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace stemma {

/// What kind of thing went wrong; decides the exit status, never the wording.
enum class Fault : std::uint8_t {
  unreadable,   ///< the system refused: no such file, no permission, broken pipe
  unsupported,  ///< a format that is not read here: PDF, image
  malformed,    ///< the bytes are not what they say they are
  empty,        ///< nothing to work on
  too_large,    ///< a named limit was reached
  duplicate,    ///< an id that was already read
  model,        ///< a language model is missing or damaged
  unwritable,   ///< the output cannot be written
};

/// A fault, and one sentence for a person that names the input, the place and the reason:
/// `feed.xml#12: date 'Thurs 3' is not RFC 822 or ISO 8601`.
struct Error {
  Fault fault = Fault::malformed;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(Fault fault, std::string message) {
  return tl::unexpected<Error>(Error{fault, std::move(message)});
}

}  // namespace stemma

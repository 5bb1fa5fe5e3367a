#pragma once

#include <string>

#include "model/article.h"

namespace stemma {

/// An id made from content: the same article read again, from a file or a stream, has the same id;
/// its path and the day it was read do not matter. 16 hexadecimal digits of SHA-256 over the URL,
/// the title and the text.
std::string content_id(const Article& article);

}  // namespace stemma

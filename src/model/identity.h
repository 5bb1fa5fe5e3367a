#pragma once

#include <string>

#include "model/article.h"

namespace stemma {

/// An id made from content: the same report read again has the same id, from a file or from
/// standard input; a reprint by another outlet has its own. 16 hexadecimal digits of SHA-256 over
/// the URL, the outlet, the title and the text.
std::string content_id(const Article& article);

}  // namespace stemma

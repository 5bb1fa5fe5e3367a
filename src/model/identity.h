#pragma once

#include <string>

#include "model/article.h"

namespace stemma {

/// An id made from content: the same report read again has the same id, a reprint by another outlet
/// has its own. 16 hexadecimal digits of SHA-256 over the URL, the outlet, the title and the text;
/// where neither URL nor outlet is known, over the file's name too, as the only thing that tells
/// two outlets' copies apart. The folder, a record's number in its file and the day of reading do
/// not matter.
std::string content_id(const Article& article);

}  // namespace stemma

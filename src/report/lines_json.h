#pragma once

#include <string>
#include <string_view>

#include "model/article.h"
#include "model/reuse.h"

namespace stemma {

/// One line of `stemma reuse`, without line end. `a` and `b` are the passage's two articles; spans
/// become code points.
std::string shared_passage_json(const SharedPassage& passage, const Article& a, const Article& b);

/// One line of `stemma cluster`, without line end.
std::string story_line_json(std::string_view article_id, std::string_view story);

}  // namespace stemma

#pragma once

#include <string_view>

#include "model/article.h"

namespace stemma {

/// Whether a line says when or by whom the report was written and nothing else: "Published 3 May
/// 2024, 10:15 BST", "Updated 2 hours ago", "By Ann Lee and Bo Li for the AP"; in other languages
/// where nothing is left of it without its dates, their labels, and the authors and outlet that are
/// `known`: "Publié le 3 mai 2024 à 10h15 par Ann Lee". Such lines open or close an article and are
/// metadata.
bool is_about_writing(std::string_view line, const Article& known = {});

}  // namespace stemma

#pragma once

#include <string_view>

namespace stemma {

/// Whether a line says when or by whom the report was written and nothing else: "Published 3 May
/// 2024, 10:15 BST", "Updated 2 hours ago", "By Ann Lee and Bo Li for the AP". Such lines open or
/// close an article and are metadata.
bool is_about_writing(std::string_view line);

}  // namespace stemma

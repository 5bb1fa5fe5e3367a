#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// The stretches between quotation marks, marks excluded, in order and disjoint. Double marks of
/// any style, and single ones where the closing mark follows a comma or a full stop ("... it,' she
/// said"), since an apostrophe never does. A quotation that is not closed ends with its paragraph:
/// speech that runs over several opens each of them anew. O(n).
std::vector<Span> quoted_spans(std::string_view text);

}  // namespace stemma

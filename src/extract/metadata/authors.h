#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/page.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"

namespace stemma {

/// The persons (or desks) a page names as its authors: JSON-LD, meta elements and bylines in the
/// text are each read to a list of names, and the best founded list is taken.
/// `outlet`, a name or a domain, is no author where a person is. None: an empty list.
Said<std::vector<std::string>> authors_of(const html::Page& page, const Head& head,
                                          const LinkedData& data,
                                          const std::optional<std::string>& outlet);

}  // namespace stemma

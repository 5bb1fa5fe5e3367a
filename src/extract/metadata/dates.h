#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/body/blocks.h"
#include "extract/metadata/head.h"
#include "extract/metadata/linked_data.h"
#include "model/article.h"

namespace stemma {

/// When a page says it was published and changed, and everything that says so.
struct PageDates {
  std::optional<std::string> published, modified;
  std::vector<DateEvidence> evidence;
};

/// Reads every date of a page and takes the publication from the most reliable kind of evidence
/// that has a plausible one: linked data, meta elements, time elements, the address, visible lines
/// about the article's start (the ladder of htmldate, Barbaresi 2020). `title_block` is where the
/// article begins among the blocks.
PageDates read_dates(const Head& head, const LinkedData& data, const Blocks& blocks,
                     std::size_t first_body_block, std::string_view url);

/// The day in an address: "/2019/05/03/", "/2019-05-03-", "/20190503/".
std::optional<std::string> date_in_url(std::string_view url);

/// Why a day cannot be one of publication: it lies before news on the web or in the far future.
/// Empty when it can.
std::string implausible(std::string_view iso);

}  // namespace stemma

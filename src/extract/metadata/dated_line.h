#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/written_date.h"

namespace stemma {

/// What the words beside a date say happened on it.
enum class DateLabel : std::uint8_t { none, published, modified };

/// The last label in some words ("Originally published:", "mis à jour le"), in the languages whose
/// months are read. O(length).
DateLabel label_of(std::string_view words);

struct LabelledDate {
  WrittenDate date;
  DateLabel label = DateLabel::none;
};

/// The dates of a short line, each with the label before it, the last one also with one that ends
/// the line ("May 5, 2024 (updated)"). A copyright notice and a sentence that happens to name a day
/// ("On January 4, 2019, a ferry sank.") date nothing: none. `label` is what stood before the line.
std::vector<LabelledDate> labelled_dates(std::string_view line, bool month_first,
                                         DateLabel label = DateLabel::none);

}  // namespace stemma

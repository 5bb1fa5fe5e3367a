#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/annotations.h"
#include "model/collation.h"

namespace stemma {

/// What a collation can be printed as.
enum class ReportFormat : std::uint8_t {
  text,          ///< for a terminal
  json,          ///< CONTRACT form, docs/schema/collation.json
  html,          ///< one file that needs nothing else
  csv,           ///< both tables, one blank line between them
  csv_mentions,  ///< one row a mention of a claim
  csv_variants,  ///< one row a mention of a reading
  markdown,
  dot,
  graphml,
  tei,
};

struct FormatName {
  std::string_view name;
  ReportFormat format;
  std::string_view help;  ///< a few words for the list of formats
};

/// Every name, in the order a person wants to see them.
std::span<const FormatName> format_names();
std::optional<ReportFormat> format_named(std::string_view name);

struct RenderOptions {
  std::size_t columns = 80;  ///< text: width of the terminal
  bool color = false;        ///< text: marks of colour; the caller knows the terminal
};

/// The collation in that format, with a line end. Total; the same bytes for the same values.
std::string render(ReportFormat format, std::span<const AnnotatedArticle> story,
                   const Collation& collation, const RenderOptions& options = {});

}  // namespace stemma

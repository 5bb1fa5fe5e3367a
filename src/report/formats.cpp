#include "report/formats.h"

#include <algorithm>
#include <array>

#include "report/collation_json.h"
#include "report/html.h"
#include "report/report_view.h"
#include "report/terminal.h"

namespace stemma {
namespace {

constexpr std::array kNames{
    FormatName{"text", ReportFormat::text, "the findings, for a terminal"},
    FormatName{"json", ReportFormat::json, "one JSON object"},
    FormatName{"html", ReportFormat::html, "one page that needs nothing else"},
};

}  // namespace

std::span<const FormatName> format_names() { return kNames; }

std::optional<ReportFormat> format_named(std::string_view name) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const FormatName& each) { return each.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->format;
}

std::string render(ReportFormat format, std::span<const AnnotatedArticle> story,
                   const Collation& collation, const RenderOptions& options) {
  if (format == ReportFormat::json) return collation_json(story, collation);
  const ReportView view(story, collation);
  switch (format) {
    case ReportFormat::text:
      return terminal_text(view, options.columns, options.color);
    case ReportFormat::html:
      return html_page(view);
    default:
      return {};
  }
}

}  // namespace stemma

#include "report/formats.h"

#include <algorithm>
#include <array>

#include "report/collation_json.h"
#include "report/csv.h"
#include "report/graph_files.h"
#include "report/html.h"
#include "report/markdown.h"
#include "report/report_view.h"
#include "report/tei.h"
#include "report/terminal.h"

namespace stemma {
namespace {

constexpr std::array kNames{
    FormatName{"text", ReportFormat::text, "the findings, for a terminal"},
    FormatName{"json", ReportFormat::json, "one JSON object"},
    FormatName{"html", ReportFormat::html, "one page that needs nothing else"},
    FormatName{"csv", ReportFormat::csv, "both tables, one blank line between them"},
    FormatName{"csv-mentions", ReportFormat::csv_mentions, "one row a mention of a claim"},
    FormatName{"csv-variants", ReportFormat::csv_variants, "one row a mention of a reading"},
    FormatName{"markdown", ReportFormat::markdown, "the findings, for notes"},
    FormatName{"dot", ReportFormat::dot, "who told whom what, for Graphviz"},
    FormatName{"graphml", ReportFormat::graphml, "the same, for graph programs"},
    FormatName{"tei", ReportFormat::tei, "a critical apparatus in TEI P5"},
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
    case ReportFormat::csv:
      return csv_mentions(view) + '\n' + csv_variants(view);
    case ReportFormat::csv_mentions:
      return csv_mentions(view);
    case ReportFormat::csv_variants:
      return csv_variants(view);
    case ReportFormat::markdown:
      return markdown_text(view);
    case ReportFormat::dot:
      return dot_graph(view);
    case ReportFormat::graphml:
      return graphml_graph(view);
    case ReportFormat::tei:
      return tei_apparatus(view);
    case ReportFormat::json:
      break;
  }
  return {};
}

}  // namespace stemma

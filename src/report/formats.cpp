#include "report/formats.h"

#include <algorithm>
#include <array>

#include "report/collation_json.h"
#include "report/story_view.h"
#include "report/terminal.h"

namespace stemma {
namespace {

constexpr std::array kNames{
    FormatName{"text", Format::text, "the findings, for a terminal"},
    FormatName{"json", Format::json, "one JSON object"},
};

}  // namespace

std::span<const FormatName> format_names() { return kNames; }

std::optional<Format> format_named(std::string_view name) {
  const auto* found = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const FormatName& each) { return each.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->format;
}

std::string render(Format format, std::span<const AnnotatedArticle> story,
                   const Collation& collation, const RenderOptions& options) {
  if (format == Format::json) return collation_json(story, collation);
  const StoryView view(story, collation);
  switch (format) {
    case Format::text:
      return terminal_text(view, options.columns, options.color);
    default:
      return {};
  }
}

}  // namespace stemma

#include "model/article.h"

namespace stemma {

void note_sources(Article& article, std::string_view source) {
  FieldSources& sources = article.sources;
  const auto note = [&](bool has_value, std::string& of) {
    if (has_value && of.empty()) of = source;
  };
  note(article.url.has_value(), sources.url);
  note(article.outlet.has_value(), sources.outlet);
  note(article.outlet_name.has_value(), sources.outlet_name);
  note(article.title.has_value(), sources.title);
  note(!article.authors.empty(), sources.authors);
  note(article.published.has_value(), sources.published);
  note(article.modified.has_value(), sources.modified);
  note(article.language.has_value(), sources.language);
  note(article.section.has_value(), sources.section);
  note(article.partial, sources.partial);
  note(article.canonical.has_value(), sources.canonical);
}

}  // namespace stemma

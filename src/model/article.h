#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace stemma {

/// One day or instant that something says the article was published, and what says it.
struct DateEvidence {
  std::string value;  ///< ISO 8601, as precise as the source; as written where it cannot be read
  std::string
      source;  ///< "json-ld", "meta", "time element", "visible line", "url", "header", "feed"
  bool doubtful = false;
  std::string reason;  ///< why it is doubtful; empty otherwise
};

/// What gave each field of an article: "json-ld", "meta og:title", "heading", "feed"; "given" where
/// the input says no more, "text" where it was told from the text. Empty where the field is.
struct FieldSources {
  std::string url, outlet, outlet_name, title, authors, published, modified, language, section,
      partial, canonical;
};

struct FieldSourceName {
  std::string_view name;  ///< of the field, as it is printed
  std::string FieldSources::* source;
};

/// All of them, in the order in which the fields are printed.
inline constexpr std::array<FieldSourceName, 11> kFieldSourceNames{{
    {"url", &FieldSources::url},
    {"outlet", &FieldSources::outlet},
    {"title", &FieldSources::title},
    {"authors", &FieldSources::authors},
    {"published", &FieldSources::published},
    {"modified", &FieldSources::modified},
    {"language", &FieldSources::language},
    {"outlet_name", &FieldSources::outlet_name},
    {"section", &FieldSources::section},
    {"partial", &FieldSources::partial},
    {"canonical", &FieldSources::canonical},
}};

/// One post of a live blog: when it was written, and where it stands in the text.
struct Post {
  std::string time;  ///< ISO 8601
  Span span;         ///< from its first word to the next post that is known
};

/// One report by one outlet. Owns its text; everything said about it points into that text.
struct Article {
  std::string id;    ///< stable: given, or made from content (model/identity.h)
  std::string path;  ///< the input as the user named it; an archive's member is `archive#record`
  std::optional<std::string> url;
  std::optional<std::string> outlet;  ///< a name or a registrable domain, as found
  std::optional<std::string> title;
  std::vector<std::string> authors;
  std::optional<std::string> published;  ///< ISO 8601; a bare day is YYYY-MM-DD
  std::optional<std::string> modified;
  std::optional<std::string>
      language;      ///< BCP 47 primary tag: "en"; absent where it cannot be told
  std::string text;  ///< valid UTF-8, paragraphs separated by one blank line where we made it

  // What follows is ours to add to the contract's Article.
  FieldSources sources;
  std::vector<DateEvidence> date_evidence;
  /// Stretches of `text` that are page furniture (breadcrumbs, tags, lists of other headlines) and
  /// could not be cut because the text was given. Sorted, disjoint. No layer but the language
  /// model's own says anything inside them.
  std::vector<Span> furniture;

  std::optional<std::string> outlet_name;  ///< as the outlet prints it, where `outlet` is a domain
  /// Where the page says its original stands, if that is not `url`: another address of the outlet,
  /// or another outlet's report that this one reprints.
  std::optional<std::string> canonical;
  std::optional<std::string> section;  ///< of the outlet: "World"
  bool partial = false;                ///< the page says that it does not show all of it
  /// Stretches of `text` that say whose report it is ("(Reuters) -", "Reporting by …"), in order.
  std::vector<Span> credits;
  std::vector<Post> posts;  ///< of a live blog, in text order

  /// Whether the span overlaps any furniture. O(log n).
  bool in_furniture(Span span) const {
    const auto next = std::partition_point(furniture.begin(), furniture.end(),
                                           [&](Span f) { return f.end <= span.begin; });
    return next != furniture.end() && next->overlaps(span);
  }
};

/// Notes `source` for every field that has a value and no source yet.
void note_sources(Article& article, std::string_view source);

}  // namespace stemma

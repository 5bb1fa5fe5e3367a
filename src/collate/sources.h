#pragma once

#include <string>
#include <vector>

#include "collate/story_view.h"
#include "model/collation.h"

namespace stemma {

/// Whom an article names for a stretch of its text. `none` is no source: a relative or counting
/// word
/// ("one addressed to …"), or the "I" of a quotation, whose speaker another attribution names.
struct Source {
  enum class Kind : std::uint8_t { person, body, document, anonymous, outlet, hearsay, none };
  Kind kind = Kind::person;
  std::string name;                 ///< fullest form in the article; an outlet's canonical name
  std::vector<std::string> via;     ///< outlets that relay it, sorted
  std::vector<std::string> words;   ///< lemmas that describe it, sorted: "defense", "official"
  std::string head;                 ///< the describing noun: "official"; may be empty
  std::vector<std::string> proper;  ///< those of `words` that tell which: "u.s.", "israeli", sorted
  std::vector<Mention> evidence;    ///< source, cue, relaying outlet
  std::uint32_t people = 1;         ///< how many speak, where they are counted: "two officials"
  bool denies = false;              ///< it rejects what it is quoted on
  Index sentence = kNone;           ///< in StoryView::sentences
};

/// Sources of every article, found once from its attributions and citations. Where those layers
/// are empty there are none. Views the story.
class Sources {
 public:
  explicit Sources(const StoryView& story);

  /// The source of the stretch: the innermost attribution that covers it, people before outlets
  /// before hearsay; an outlet that names its own source gives way to it. Null when the article
  /// speaks for itself. O(attributions of the stretch's sentences).
  const Source* of(Index article, Span span) const;

  const std::vector<Source>& in(Index article) const { return by_article_[article].sources; }

 private:
  struct InArticle {
    std::vector<Source> sources;  // one an attribution, then those that outlets cite
    std::vector<Index> cited;     // of each attribution: whom its outlet cites, in `sources`
    std::vector<std::vector<Index>> by_sentence;  // attributions that touch each sentence
  };
  void read(Index article);
  void read_relays(Index article);
  void read_quoted_sources(Index article);
  static void follow_unnamed(std::vector<Source>& sources);

  const StoryView& story_;
  std::vector<InArticle> by_article_;
};

/// The kind of document that a noun means, where documents speak: papers of a court, letters,
/// reports, statements. 0 for what is no document.
int document_class(std::string_view lemma);

}  // namespace stemma

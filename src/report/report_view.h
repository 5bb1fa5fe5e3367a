#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/code_points.h"
#include "model/annotations.h"
#include "model/collation.h"

namespace stemma {

/// A place in its sentence: the sentence's words before it, the words pointed at, the words after.
/// White space is collapsed; stretches past a limit are left out, which `…` shows.
struct Excerpt {
  std::string before, words, after;
  std::string text() const { return before + words + after; }
};

/// How one report, or one place in it, stands to a claim.
enum class Stance : std::uint8_t { silent, asserts, attributes, copies, disputes };

/// What every page needs to know of a story and its collation: names, order, sentences and places.
/// Views both, which must outlive it. Built in linear time; totals and order do not depend on the
/// order of threads or the locale.
class ReportView {
 public:
  ReportView(std::span<const AnnotatedArticle> story, const Collation& collation);

  Index size() const { return static_cast<Index>(story_.size()); }
  const Article& article(Index at) const { return story_[at].article; }
  const Annotations& annotations(Index at) const { return story_[at].annotations; }
  const Collation& collation() const { return collation_; }

  /// Reports by instant of publication, those without one last; ties as they came.
  const std::vector<Index>& by_time() const { return by_time_; }
  /// "A", "B" … "Z", "AA": a short key, in order of `by_time`.
  const std::string& key(Index at) const { return keys_[at]; }
  /// The outlet; where none is known the title, the last part of the path, or the id.
  const std::string& outlet(Index at) const { return outlets_[at]; }
  /// "2024-03-13 06:40 +09:00", "2024-03-13 06:40 UTC", the day, or empty: as the report gives it.
  std::string published(Index at) const;

  /// The sentences of a report, and the stretches between them that hold any letters: sorted,
  /// disjoint, none crosses a paragraph. Everything but white space is in one of them.
  const std::vector<Span>& units(Index at) const { return units_[at]; }
  /// The first unit that ends after the place.
  Index unit_of(const Mention& mention) const;
  /// The whole units that the place touches.
  Span sentence(const Mention& mention) const;
  Excerpt excerpt(const Mention& mention) const { return excerpt(mention, mention.span); }
  /// The mention's sentence with the words of `marked` apart.
  Excerpt excerpt(const Mention& mention, Span marked) const;
  /// The place in code points, as every output prints it.
  Span place(const Mention& mention) const;

  /// The heaviest first; conflicts before differences before agreement; altered before verbatim.
  const std::vector<const CollatedClaim*>& claims() const { return claims_; }
  const std::vector<const Variant*>& variants() const { return variants_; }
  /// How many of the variants differ or conflict: they stand first. The others are told alike.
  std::size_t differences() const { return differences_; }
  const std::vector<const Quote*>& quotes() const { return quotes_; }
  /// The claim of an id, or null.
  const CollatedClaim* claim(std::string_view id) const;

  /// Of each of the claim's mentions.
  std::vector<Stance> stances(const CollatedClaim& claim) const;
  /// Whether the place lies in a passage that its report copies.
  bool is_copied(const Mention& mention) const;
  /// The passages that a report copies: sorted, disjoint.
  const std::vector<Span>& copied(Index at) const { return copied_[at]; }

  /// Who an origin of the claim is. A report of no known outlet is named as `outlet` names it.
  std::string origin_name(const CollatedClaim& claim, const Origin& origin) const;
  /// The way of the information: "a senior official, via Ostrava Wire".
  std::string chain_in_words(const CollatedClaim& claim, const Origin& origin) const;

  /// The report whose outlet has this name, when there is exactly one; an id of a report; kNone.
  Index report_by(std::string_view outlet_or_id) const;
  /// The outlet of an article id, or the name itself.
  const std::string& name(const std::string& outlet_or_id) const;

 private:
  std::span<const AnnotatedArticle> story_;
  const Collation& collation_;
  std::vector<CodePointsView> code_points_;
  std::vector<Index> by_time_, rank_;  // rank_: of each report in by_time_
  std::vector<std::string> keys_, outlets_;
  std::vector<std::vector<Span>> units_;
  std::vector<std::vector<Span>> copied_;  // passages of each report that it copies
  std::vector<const CollatedClaim*> claims_;
  std::vector<const Variant*> variants_;
  std::size_t differences_ = 0;
  std::vector<const Quote*> quotes_;
  std::unordered_map<std::string_view, const CollatedClaim*> claim_by_id_;
  std::unordered_map<std::string, Index> by_outlet_, by_id_;
};

/// "1 on record + 1 to 6 unnamed + 2 unsourced"; "no origin named" where there is none.
std::string origins_in_words(const CollatedClaim& claim);

/// "single origin", "corroborated", "disputed".
std::string_view status_in_words(CollatedClaim::Status status);

/// "says", "cites", "copies" …: one word for a cell.
std::string_view stance_in_words(Stance stance);

/// "1 report", "3 reports".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace stemma

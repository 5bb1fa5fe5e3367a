#pragma once

#include <string_view>
#include <vector>

#include "collate/story_view.h"
#include "model/collation.h"

namespace stemma {

/// Groups the renderings of one utterance across the reports: quoted sentences that share most of
/// their words, and fragments that lie whole in one of them. A group has at least two mentions in
/// different articles. Its readings are the distinct texts, the fullest first, each with its edits
/// against that one. O(pieces²) inside a story, bounded by kMaxPieces.
std::vector<Quote> group_quotes(const StoryView& story);

/// How one rendering stands to another, word by word: a longest common subsequence of their words.
std::vector<QuoteEdit> align_words(std::string_view base, std::string_view reading);

}  // namespace stemma

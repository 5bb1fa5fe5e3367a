#pragma once

#include <cstdint>
#include <vector>

namespace stemma {

/// What of a line's words counts in `word_odds`, as hashes: each of the first words, each pair of
/// neighbours, the first word and the first two as such. `words` are of `hash_words`. O(words).
void word_keys(const std::vector<std::uint64_t>& words, std::vector<std::uint64_t>& keys);

/// The log odds that a line is an article's by its words alone: a logistic regression over the keys
/// that pages of many sites have (models/extract/word_odds.inc), one feature among others of the
/// labeller. O(words).
double word_odds(const std::vector<std::uint64_t>& words);

}  // namespace stemma

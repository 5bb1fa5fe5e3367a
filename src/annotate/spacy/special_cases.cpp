#include "annotate/spacy/special_cases.h"

#include <algorithm>

namespace stemma::spacy {
namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return std::uint64_t{node} << 32 | word;
}

}  // namespace

void SpecialCases::add(const std::vector<std::string_view>& words) {
  if (words.empty()) return;
  std::uint32_t node = 0;
  for (const std::string_view text : words) {
    const auto number =
        words_.try_emplace(std::string(text), static_cast<std::uint32_t>(words_.size() + 1))
            .first->second;
    longest_word_ = std::max(longest_word_, text.size());
    const auto [entry, is_new] =
        next_.try_emplace(edge(node, number), static_cast<std::uint32_t>(is_end_.size()));
    if (is_new) is_end_.push_back(false);
    node = entry->second;
  }
  is_end_[node] = true;
  longest_ = std::max(longest_, static_cast<std::uint32_t>(words.size()));
}

std::uint32_t SpecialCases::word(std::string_view text) const {
  if (text.size() > longest_word_) return 0;
  const auto found = words_.find(text);
  return found == words_.end() ? 0 : found->second;
}

const std::vector<SpecialCases::Range>& SpecialCases::find(std::string_view text,
                                                           const std::vector<TokenSlice>& tokens,
                                                           Scratch& scratch) const {
  auto& [words, found, seen, accepted] = scratch;
  const auto size = static_cast<std::uint32_t>(tokens.size());
  words.clear();
  for (const TokenSlice& token : tokens) words.push_back(word(cut(text, token.span)));
  found.clear();
  accepted.clear();
  for (std::uint32_t first = 0; first < size; ++first) {
    std::uint32_t node = 0;
    for (std::uint32_t at = first; at < size && words[at] != 0; ++at) {
      const auto step = next_.find(edge(node, words[at]));
      if (step == next_.end()) break;
      node = step->second;
      if (is_end_[node]) found.push_back({first, at + 1});
    }
  }
  if (found.empty()) return accepted;
  std::sort(found.begin(), found.end(), [](const Range& a, const Range& b) {
    const std::uint32_t a_size = a.last - a.first, b_size = b.last - b.first;
    return a_size != b_size ? a_size > b_size : a.first < b.first;
  });
  seen.assign(size, false);
  for (const Range& range : found) {
    if (!seen[range.first] && !seen[range.last - 1]) accepted.push_back(range);
    for (std::uint32_t i = range.first; i < range.last; ++i) seen[i] = true;
  }
  std::sort(accepted.begin(), accepted.end(),
            [](const Range& a, const Range& b) { return a.first < b.first; });
  return accepted;
}

}  // namespace stemma::spacy

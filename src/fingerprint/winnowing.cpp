#include "fingerprint/winnowing.h"

#include <xxhash.h>

#include <algorithm>

namespace stemma {
namespace {

std::uint32_t hash_of(std::span<const WordId> gram) {
  return static_cast<std::uint32_t>(XXH3_64bits(gram.data(), gram.size_bytes()) >> 32);
}

// Keeps the least hash of every window; of equal ones the last, so that long repeats give few.
void winnow_run(std::span<const WordId> words, std::uint32_t place, std::vector<Print>& prints) {
  if (words.size() < kGram) return;
  const std::size_t grams = words.size() - kGram + 1;
  std::vector<std::uint32_t> hashes(grams);
  for (std::size_t i = 0; i < grams; ++i) hashes[i] = hash_of(words.subspan(i, kGram));
  const std::size_t window = std::min<std::size_t>(kWindow, grams);
  std::size_t kept = grams;
  for (std::size_t i = 0; i + window <= grams; ++i) {
    std::size_t least = i;
    for (std::size_t j = i + 1; j < i + window; ++j) {
      if (hashes[j] <= hashes[least]) least = j;
    }
    if (least == kept) continue;
    kept = least;
    prints.push_back({hashes[least], place + static_cast<std::uint32_t>(least)});
  }
}

}  // namespace

std::vector<Print> winnow(std::span<const WordId> words) {
  std::vector<Print> prints;
  prints.reserve(words.size() / 2);
  const auto counts = [](WordId id) { return id != kNoWord && !is_quoted(id); };
  for (std::size_t begin = 0; begin < words.size();) {
    if (!counts(words[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < words.size() && counts(words[end])) ++end;
    winnow_run(words.subspan(begin, end - begin), static_cast<std::uint32_t>(begin), prints);
    begin = end;
  }
  return prints;
}

}  // namespace stemma

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace stemma {

/// One stemmed word of an article, by hash, and how often each part has it.
struct TermCount {
  std::uint64_t term = 0;
  std::uint16_t title = 0;  ///< of an article without a title, its first words
  std::uint16_t lead = 0;
  std::uint16_t rest = 0;
  std::uint16_t names = 0;  ///< of all these, capitalized inside a sentence
  bool is_number = false;
};

/// What `cluster` compares of an article, made once from its text.
struct Fingerprint {
  std::vector<TermCount> terms;         ///< sorted by term
  std::vector<std::uint32_t> prints;    ///< hashes of word sequences, sorted, each once
  std::optional<std::int64_t> seconds;  ///< of publication since 1970-01-01 UTC
};

}  // namespace stemma

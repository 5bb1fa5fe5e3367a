#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stemma::spacy {

/// A package's table of word vectors.
struct StaticVectors {
  static constexpr std::size_t kWidth = 300;

  std::vector<std::uint64_t> words;  ///< string ids, in order
  std::vector<std::uint32_t> rows;   ///< of each word, its vector
  std::vector<float> floats;         ///< `count` vectors of kWidth
  std::size_t count = 0;             ///< none in a small package
};

/// Reads vocab/vectors (NumPy's format, version 1.0) and vocab/key2row (msgpack).
Result<StaticVectors> read_static_vectors(std::string_view npy, std::string_view key2row);

}  // namespace stemma::spacy

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace stemma::spacy {

/// The number that stands for a text in spaCy's tables: 0 for the empty text, the symbol's number
/// for its 457 built-in symbols ("det" is 415, "X" is 101), else MurmurHash64A with seed 1.
std::uint64_t string_id(std::string_view text);

/// Four row numbers of a hashed embedding (MurmurHash3 x64, 128 bits, of an 8-byte key).
std::array<std::uint32_t, 4> hash_rows(std::uint64_t value, std::uint32_t seed);

}  // namespace stemma::spacy

#include "extract/body/word_grams.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace stemma {
namespace {

// What a byte adds to the hash of a word, ASCII letters without case and all digits alike: 0 where
// a word ends. Bytes from 0x80 to 0xC2 only go on with a word.
constexpr std::array<std::uint8_t, 256> kWordBytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (std::size_t i = 0; i < 256; ++i) {
    const char c = static_cast<char>(i);
    if (is_ascii_digit(c)) {
      bytes[i] = '0' + 1;
    } else if (is_ascii_letter(c)) {
      bytes[i] = static_cast<std::uint8_t>((is_ascii_upper(c) ? i + 32 : i) + 1);
    } else if (i >= 0x80) {
      bytes[i] = static_cast<std::uint8_t>(i == 0xFF ? i : i + 1);
    }
  }
  return bytes;
}();

}  // namespace

void hash_words(std::string_view text, std::vector<std::uint64_t>& out) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint8_t value = kWordBytes[byte];
    if (value != 0 && (hash != 0 || byte < 0x80 || byte >= 0xC3)) {
      hash = (hash ^ value) * kMultiplier;
      hash ^= hash >> 29;
    } else if (hash != 0) {
      out.push_back(hash);
      hash = 0;
    }
  }
  if (hash != 0) out.push_back(hash);
}

WordGrams::WordGrams(std::string_view text, std::size_t size) : size_(size) {
  std::vector<std::uint64_t> words;
  hash_words(text, words);
  for (std::size_t i = 0; i + size_ <= words.size(); ++i) grams_.push_back(at(words, i));
  std::sort(grams_.begin(), grams_.end());
  for (const std::uint64_t gram : grams_) seen_[gram >> 51] = true;
}

double WordGrams::share(const std::vector<std::uint64_t>& words) const {
  if (words.size() < size_ || grams_.empty()) return 0;
  std::size_t found = 0;
  const std::size_t count = words.size() - size_ + 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t gram = at(words, i);
    found += seen_[gram >> 51] && std::binary_search(grams_.begin(), grams_.end(), gram);
  }
  return static_cast<double>(found) / static_cast<double>(count);
}

std::uint64_t WordGrams::at(const std::vector<std::uint64_t>& words, std::size_t i) const {
  std::uint64_t hash = 0;
  for (std::size_t k = 0; k < size_; ++k) hash = mix(hash, words[i + k]);
  return hash;
}

}  // namespace stemma

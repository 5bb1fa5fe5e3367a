#include "annotate/spacy/package_vectors.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

#include "annotate/spacy/msgpack.h"
#include "annotate/spacy/package_refusal.h"

namespace stemma::spacy {
namespace {

using Kind = MsgpackView::Kind;

}  // namespace

Result<StaticVectors> read_static_vectors(std::string_view npy, std::string_view key2row) {
  // NumPy's format, version 1: magic, version, length of the header, a Python dict as text, floats.
  if (npy.size() < 10 || npy.compare(0, 6, "\x93NUMPY") != 0) {
    return refused("vocab/vectors: no array");
  }
  if (npy[6] != 1 || npy[7] != 0) return refused("vocab/vectors: not version 1.0 of the format");
  const std::size_t header = 10 + static_cast<unsigned char>(npy[8]) +
                             std::size_t{256} * static_cast<unsigned char>(npy[9]);
  if (header > npy.size()) return refused("vocab/vectors: cut short");
  const std::string text(npy.substr(10, header - 10));
  const std::size_t shape = text.find("'shape': (");
  std::size_t rows = 0, width = 0;
  if (shape == std::string::npos ||
      std::sscanf(text.c_str() + shape, "'shape': (%zu, %zu)", &rows, &width) != 2) {
    return refused("vocab/vectors: no shape");
  }
  if (rows == 0) return StaticVectors{};
  if (text.find("'fortran_order': False") == std::string::npos) {
    return refused("vocab/vectors: not in C order");
  }
  if (text.find("<f4") == std::string::npos || width != StaticVectors::kWidth ||
      rows > (1U << 22) || npy.size() - header != rows * width * sizeof(float)) {
    return refused("vocab/vectors: not float32 vectors of 300");
  }
  const auto keys = read_msgpack(key2row);
  if (!keys || !keys->is(Kind::map)) return refused("vocab/key2row: no map");
  std::vector<std::pair<std::uint64_t, std::uint32_t>> pairs;
  for (const auto& [key, row] : keys->members) {
    if (!key.is(Kind::integer) || !row.is(Kind::integer) || row.integer >= rows) {
      return refused("vocab/key2row: a key without a vector");
    }
    pairs.emplace_back(key.integer, static_cast<std::uint32_t>(row.integer));
  }
  std::sort(pairs.begin(), pairs.end());
  StaticVectors vectors;
  for (const auto& [word, row] : pairs) {
    vectors.words.push_back(word);
    vectors.rows.push_back(row);
  }
  vectors.floats.resize(rows * width);
  std::memcpy(vectors.floats.data(), npy.data() + header, npy.size() - header);
  vectors.count = rows;
  return vectors;
}

}  // namespace stemma::spacy

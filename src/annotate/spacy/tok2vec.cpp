#include "annotate/spacy/tok2vec.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/spacy/string_id.h"
#include "nn/rows.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kPieces = 3;
constexpr std::size_t kWindow = 3;
constexpr std::size_t kColumns = 6;

// The attributes of a type in the order of spaCy's columns: NORM PREFIX SUFFIX SHAPE SPACY
// IS_SPACE.
std::array<std::uint64_t, kColumns> attributes_of(const Lexicon& lexicon, std::uint32_t number) {
  const TokenType& type = lexicon.type(number);
  const Lexeme& lexeme = lexicon.lexeme(type.lexeme);
  return {type.norm,
          lexeme.prefix,
          lexeme.suffix,
          lexeme.shape,
          type.space ? 1ULL : 0ULL,
          lexeme.is_blank ? 1ULL : 0ULL};
}

}  // namespace

Result<Tok2Vec::Layer> Tok2Vec::load_layer(const ModelFile& file, const std::string& name,
                                           std::size_t inputs) const {
  auto weights = file.floats(name + "/W", kWidth * kPieces * inputs);
  auto bias = file.floats(name + "/b", kWidth * kPieces);
  auto gain = file.floats(name + "/norm/G", kWidth);
  auto shift = file.floats(name + "/norm/b", kWidth);
  for (const auto* each : {&weights, &bias, &gain, &shift}) {
    if (!*each) return tl::unexpected(each->error());
  }
  Layer layer;
  layer.maxout = nn::pack(nn::rows_of(weights->data(), inputs, kWidth, bias->data(), kPieces));
  layer.gain = *gain;
  layer.bias = *shift;
  return layer;
}

Result<Tok2Vec> Tok2Vec::load(const ModelFile& file, const std::string& name,
                              JsonView description) {
  Tok2Vec net;
  const auto columns = description["columns"].items(), seeds = description["seeds"].items();
  if (columns.empty() || columns.size() != seeds.size() || columns.size() > kColumns) {
    return failure(Fault::model, fmt::format("damaged model file: columns of {}", name));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto column = columns[i].integer(), seed = seeds[i].integer();
    auto rows = file.floats(fmt::format("{}/embed/{}", name, i));
    if (!rows) return tl::unexpected(rows.error());
    if (!column || !seed || *column < 0 || static_cast<std::size_t>(*column) >= kColumns ||
        *seed < 0 || *seed > UINT32_MAX || rows->size() % kWidth != 0) {
      return failure(Fault::model, fmt::format("damaged model file: table {} of {}", i, name));
    }
    net.tables_.push_back(
        {*rows, static_cast<std::uint32_t>(*seed), static_cast<std::uint32_t>(*column)});
  }
  std::size_t inputs = kWidth * columns.size();
  if (description["vectors"].boolean().value_or(false)) {
    auto keys = file.keys("vectors/keys");
    auto rows = file.words("vectors/rows");
    auto vectors = file.floats(name + "/vectors");
    if (!keys) return tl::unexpected(keys.error());
    if (!rows) return tl::unexpected(rows.error());
    if (!vectors) return tl::unexpected(vectors.error());
    const std::size_t count = vectors->size() / kWidth;
    if (keys->size() != rows->size() || vectors->size() % kWidth != 0 ||
        std::any_of(rows->begin(), rows->end(), [&](std::uint32_t row) { return row >= count; })) {
      return failure(Fault::model, "damaged model file: vectors");
    }
    net.vector_keys_ = *keys;
    net.vector_rows_ = *rows;
    net.vectors_ = *vectors;
    inputs += kWidth;
  }
  auto mix = net.load_layer(file, name + "/mix", inputs);
  if (!mix) return tl::unexpected(mix.error());
  net.mix_ = std::move(*mix);
  for (std::size_t i = 0; i < kEncoderLayers; ++i) {
    auto layer = net.load_layer(file, fmt::format("{}/encoder/{}", name, i), kWidth * kWindow);
    if (!layer) return tl::unexpected(layer.error());
    net.encoder_[i] = std::move(*layer);
  }
  return net;
}

void Tok2Vec::embed(const Lexicon& lexicon, std::uint32_t type, float* out) const {
  const auto attributes = attributes_of(lexicon, type);
  for (const Table& table : tables_) {
    std::fill_n(out, kWidth, 0.0F);
    const std::size_t count = table.rows.size() / kWidth;
    for (const std::uint32_t hash : hash_rows(attributes[table.column], table.seed)) {
      nn::add_row(table.rows.subspan(hash % count * kWidth, kWidth), out);
    }
    out += kWidth;
  }
  if (vector_keys_.empty()) return;
  std::fill_n(out, kWidth, 0.0F);
  const std::uint64_t orth = lexicon.lexeme_of_type(type).orth;
  const auto found = std::lower_bound(vector_keys_.begin(), vector_keys_.end(), orth);
  if (found == vector_keys_.end() || *found != orth) return;
  const std::uint32_t row = vector_rows_[static_cast<std::size_t>(found - vector_keys_.begin())];
  std::copy_n(vectors_.begin() + static_cast<std::ptrdiff_t>(row * kWidth), kWidth, out);
}

void Tok2Vec::mix(const Lexicon& lexicon, TypeRows& types) const {
  const std::size_t inputs = mix_.maxout.inputs();
  std::size_t at = types.rows.size() / kWidth;
  types.rows.resize(lexicon.types() * kWidth);
  types.embedded.resize(kBlock * inputs);
  while (at < lexicon.types()) {
    const std::size_t count = std::min(kBlock, lexicon.types() - at);
    for (std::size_t i = 0; i < count; ++i) {
      embed(lexicon, static_cast<std::uint32_t>(at + i), types.embedded.data() + i * inputs);
    }
    float* rows = types.rows.data() + at * kWidth;
    nn::multiply(mix_.maxout, types.embedded.data(), inputs, count, rows, kWidth);
    for (std::size_t i = 0; i < count; ++i) {
      float* row = rows + i * kWidth;
      nn::layer_norm({row, kWidth}, mix_.gain.data(), mix_.bias.data(), row);
    }
    at += count;
  }
}

//  rows of scratch.x     outside   pad       tokens of the document       pad     outside
//  document index     ... -5   | -4 .. -1 |  0  ...            n - 1 |  n .. n+3 |  n+4 ...
//
// spaCy pads a document with four rows of zeros on either side that are encoded like tokens; what
// lies outside of them stays zero. Layer l is computed for the block and 4 - l rows to either side.
void Tok2Vec::encode(std::span<const std::uint32_t> token_types, const TypeRows& types,
                     std::size_t begin, std::size_t end, Scratch& scratch, float* out) const {
  constexpr auto kPad = static_cast<std::ptrdiff_t>(kEncoderLayers);
  const auto n = static_cast<std::ptrdiff_t>(token_types.size());
  const auto first = static_cast<std::ptrdiff_t>(begin) - kPad - 1;  // document index of row 0
  const auto last = static_cast<std::ptrdiff_t>(end) + kPad + 1;
  const auto row_at = [&](std::vector<float>& rows, std::ptrdiff_t i) {
    return rows.data() + (i - first) * static_cast<std::ptrdiff_t>(kWidth);
  };
  scratch.x.assign(static_cast<std::size_t>(last - first) * kWidth, 0.0F);
  scratch.next.resize(scratch.x.size());
  const std::ptrdiff_t low = std::max<std::ptrdiff_t>(first + 1, 0), high = std::min(last - 1, n);
  for (std::ptrdiff_t i = low; i < high; ++i) {
    const float* row = types.rows.data() + token_types[static_cast<std::size_t>(i)] * kWidth;
    std::copy_n(row, kWidth, row_at(scratch.x, i));
  }
  for (std::size_t l = 0; l < kEncoderLayers; ++l) {
    const auto halo = static_cast<std::ptrdiff_t>(kEncoderLayers - 1 - l);
    const std::ptrdiff_t from = std::max(static_cast<std::ptrdiff_t>(begin) - halo, -kPad);
    const std::ptrdiff_t to = std::min(static_cast<std::ptrdiff_t>(end) + halo, n + kPad);
    const Layer& layer = encoder_[l];
    nn::multiply(layer.maxout, row_at(scratch.x, from - 1), kWidth,
                 static_cast<std::size_t>(to - from), row_at(scratch.next, from), kWidth);
    for (std::ptrdiff_t i = from; i < to; ++i) {
      nn::add_layer_norm({row_at(scratch.next, i), kWidth}, layer.gain.data(), layer.bias.data(),
                         row_at(scratch.x, i));
    }
  }
  std::copy_n(row_at(scratch.x, static_cast<std::ptrdiff_t>(begin)), (end - begin) * kWidth, out);
}

}  // namespace stemma::spacy

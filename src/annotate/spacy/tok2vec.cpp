#include "annotate/spacy/tok2vec.h"

#include <fmt/format.h>

#include <algorithm>

#include "annotate/spacy/string_id.h"
#include "model/annotations.h"
#include "nn/rows.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kPieces = nn::PackedConvolution::kPieces;
constexpr std::size_t kWindow = nn::PackedConvolution::kWindow;
constexpr std::size_t kProducts = kWindow * kPieces * kWidth;  // of one type, by window and piece
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

Result<Tok2Vec::Maxout> Tok2Vec::maxout_named(const ModelFile& file, const std::string& name,
                                              std::size_t inputs) {
  auto weights = file.floats(name + "/W", kWidth * kPieces * inputs);
  auto bias = file.floats(name + "/b", kWidth * kPieces);
  auto gain = file.floats(name + "/norm/G", kWidth);
  auto shift = file.floats(name + "/norm/b", kWidth);
  for (const auto* each : {&weights, &bias, &gain, &shift}) {
    if (!*each) return tl::unexpected(each->error());
  }
  return Maxout{*weights, *bias, {*gain, *shift}};
}

// From [output][piece][window][width] to columns by window, piece and output.
void Tok2Vec::take_first(const Maxout& layer) {
  std::vector<float> weights(layer.weights.size());
  first_bias_.resize(layer.bias.size());
  for (std::size_t output = 0; output < kWidth; ++output) {
    for (std::size_t piece = 0; piece < kPieces; ++piece) {
      first_bias_[piece * kWidth + output] = layer.bias[output * kPieces + piece];
      for (std::size_t window = 0; window < kWindow; ++window) {
        const std::size_t from = ((output * kPieces + piece) * kWindow + window) * kWidth;
        const std::size_t to = ((window * kPieces + piece) * kWidth + output) * kWidth;
        std::copy_n(layer.weights.begin() + static_cast<std::ptrdiff_t>(from), kWidth,
                    weights.begin() + static_cast<std::ptrdiff_t>(to));
      }
    }
  }
  first_ = nn::pack(nn::rows_of(weights.data(), kWidth, kProducts, nullptr));
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
  const auto mix = maxout_named(file, name + "/mix", inputs);
  if (!mix) return tl::unexpected(mix.error());
  net.mix_ = nn::pack(nn::rows_of(mix->weights.data(), inputs, kWidth, mix->bias.data(), kPieces));
  net.mix_norm_ = mix->norm;
  for (std::size_t i = 0; i < kEncoderLayers; ++i) {
    const auto layer = maxout_named(file, fmt::format("{}/encoder/{}", name, i), kWidth * kWindow);
    if (!layer) return tl::unexpected(layer.error());
    net.norms_[i] = layer->norm;
    if (i == 0) {
      net.take_first(*layer);
    } else {
      net.later_[i - 1] =
          nn::pack_convolution(layer->weights.data(), layer->bias.data(), kWidth, kWidth);
    }
  }
  return net;
}

void Tok2Vec::embed(const Lexicon& lexicon, std::uint32_t type, float* out) const {
  const auto attributes = attributes_of(lexicon, type);
  for (const Table& table : tables_) {
    std::fill_n(out, kWidth, 0.0F);
    const std::size_t count = table.rows.size() / kWidth;
    for (const std::uint32_t hash : hash_rows(attributes[table.column], table.seed)) {
      rows_.add_row(table.rows.subspan(hash % count * kWidth, kWidth), out);
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

void Tok2Vec::mix(const Lexicon& lexicon, TypeMemory& memory) const {
  const std::size_t inputs = mix_.inputs();
  std::size_t at = memory.mixed_.size() / kWidth;
  if (at == lexicon.types()) return;
  // By halves, and no further than the lexicon goes: what is twice as large would stay so.
  constexpr std::size_t kMost = (Lexicon::kMaxTypes + kBlock + 2 * kReach) * kWidth;
  const std::size_t needed = lexicon.types() * kWidth;
  if (memory.mixed_.capacity() < needed) {
    memory.mixed_.reserve(std::max(needed, std::min(needed + needed / 2, kMost)));
  }
  memory.mixed_.resize(needed);
  memory.slots_.resize(lexicon.types(), kNone);
  memory.embedded_.resize(kBlock * inputs);
  while (at < lexicon.types()) {
    const std::size_t count = std::min(kBlock, lexicon.types() - at);
    for (std::size_t i = 0; i < count; ++i) {
      embed(lexicon, static_cast<std::uint32_t>(at + i), memory.embedded_.data() + i * inputs);
    }
    float* rows = memory.mixed_.data() + at * kWidth;
    nn::multiply(mix_, memory.embedded_.data(), inputs, count, rows, kWidth);
    rows_.layer_norm(rows, kWidth, count, mix_norm_.gain.data(), mix_norm_.bias.data(), rows);
    at += count;
  }
}

void Tok2Vec::TypeMemory::clear() {
  mixed_.clear();
  slots_.clear();
  taken_.clear();
  products_.clear();
  hand_ = 0;
}

// A slot that the block at hand does not need: a new one, or the next that was not used since the
// hand last passed (the clock algorithm). A block has fewer types than there are slots.
std::uint32_t Tok2Vec::TypeMemory::free_slot() {
  if (taken_.size() < kSlots) {
    taken_.emplace_back();
    if (products_.size() == products_.capacity()) {
      products_.reserve(std::min(kSlots, taken_.size() + taken_.size() / 2 + 1) * kProducts);
    }
    products_.resize(taken_.size() * kProducts);
    return static_cast<std::uint32_t>(taken_.size() - 1);
  }
  while (true) {
    hand_ = (hand_ + 1) % kSlots;
    Slot& slot = taken_[hand_];
    if (slot.last_block == block_) continue;
    if (!slot.was_used) break;
    slot.was_used = false;
  }
  slots_[taken_[hand_].type] = kNone;
  return static_cast<std::uint32_t>(hand_);
}

// Sees to it that the products of these types are in the memory.
void Tok2Vec::remember(std::span<const std::uint32_t> types, TypeMemory& memory) const {
  static_assert(kBlock + 2 * kReach < TypeMemory::kSlots);
  ++memory.block_;
  memory.missing_.clear();
  for (const std::uint32_t type : types) {
    std::uint32_t& slot = memory.slots_[type];
    if (slot == kNone) {
      slot = memory.free_slot();
      memory.taken_[slot].type = type;
      memory.missing_.push_back(type);
    }
    memory.taken_[slot].was_used = true;
    memory.taken_[slot].last_block = memory.block_;
  }
  const std::size_t count = memory.missing_.size();
  memory.embedded_.resize(std::max(memory.embedded_.size(), count * kWidth));
  memory.fresh_.resize(count * kProducts);
  for (std::size_t i = 0; i < count; ++i) {
    std::copy_n(memory.mixed_.data() + memory.missing_[i] * kWidth, kWidth,
                memory.embedded_.data() + i * kWidth);
  }
  nn::multiply(first_, memory.embedded_.data(), kWidth, count, memory.fresh_.data(), kProducts);
  for (std::size_t i = 0; i < count; ++i) {
    std::copy_n(memory.fresh_.data() + i * kProducts, kProducts,
                memory.products_.data() + memory.slots_[memory.missing_[i]] * kProducts);
  }
}

//  rows of scratch.x     outside   pad       tokens of the document       pad     outside
//  document index     ... -5   | -4 .. -1 |  0  ...            n - 1 |  n .. n+3 |  n+4 ...
//
// spaCy pads a document with four rows of zeros on either side that are encoded like tokens; what
// lies outside of them stays zero. The last layer is computed for the block, and each one before it
// for a group of four rows more to either side; groups begin at multiples of four of the document.
void Tok2Vec::encode(std::span<const std::uint32_t> token_types, std::size_t size,
                     TypeMemory& memory, std::size_t begin, std::size_t end, Scratch& scratch,
                     float* out) const {
  static constexpr std::array<float, kProducts> kNothing{};
  constexpr auto kPad = static_cast<std::ptrdiff_t>(kEncoderLayers);
  constexpr auto kLast = static_cast<std::ptrdiff_t>(kEncoderLayers) - 1;
  constexpr auto kGroup = static_cast<std::ptrdiff_t>(nn::PackedConvolution::kGroup);
  const auto whole = [](std::ptrdiff_t i) { return (i + kGroup - 1) / kGroup * kGroup; };
  const auto n = static_cast<std::ptrdiff_t>(size);
  constexpr auto kMargin = static_cast<std::ptrdiff_t>(kReach);
  const auto first = static_cast<std::ptrdiff_t>(begin) - kMargin;  // document index of row 0
  const auto last = whole(static_cast<std::ptrdiff_t>(end)) + kMargin;
  const std::ptrdiff_t low = std::max<std::ptrdiff_t>(first, 0), high = std::min(last, n);
  const auto row_at = [&](std::vector<float>& rows, std::ptrdiff_t i) {
    return rows.data() + (i - first) * static_cast<std::ptrdiff_t>(kWidth);
  };
  const auto type_at = [&](std::ptrdiff_t i) { return token_types[static_cast<std::size_t>(i)]; };
  remember(token_types.subspan(static_cast<std::size_t>(low), static_cast<std::size_t>(high - low)),
           memory);

  scratch.x.resize(static_cast<std::size_t>(last - first) * kWidth);
  scratch.next.resize(scratch.x.size());
  std::fill(row_at(scratch.x, first), row_at(scratch.x, low), 0.0F);
  std::fill(row_at(scratch.x, high), row_at(scratch.x, last), 0.0F);
  for (std::ptrdiff_t i = low; i < high; ++i) {
    std::copy_n(memory.mixed_.data() + type_at(i) * kWidth, kWidth, row_at(scratch.x, i));
  }
  const auto normalize = [&](std::size_t l, std::ptrdiff_t from, std::ptrdiff_t to) {
    rows_.add_layer_norm(row_at(scratch.next, from), kWidth, static_cast<std::size_t>(to - from),
                         norms_[l].gain.data(), norms_[l].bias.data(), row_at(scratch.x, from));
  };
  const auto products = [&](std::ptrdiff_t i, std::size_t window) {
    const float* row = i < 0 || i >= n
                           ? kNothing.data()
                           : memory.products_.data() + memory.slots_[type_at(i)] * kProducts;
    return row + window * kPieces * kWidth;
  };
  std::ptrdiff_t from = std::max(first + kGroup - 1, -kPad);
  std::ptrdiff_t to = std::min(last - kGroup + 1, n + kPad);
  for (std::ptrdiff_t i = from; i < to; ++i) {
    const std::array<const float*, kWindow> rows = {products(i - 1, 0), products(i, 1),
                                                    products(i + 1, 2)};
    rows_.sum_and_maxout(rows, first_bias_.data(), kPieces, kWidth, row_at(scratch.next, i));
  }
  normalize(0, from, to);
  for (std::ptrdiff_t l = 1; l <= kLast; ++l) {
    const std::ptrdiff_t margin = kGroup * l;  // rows at either side that this layer leaves out
    from = std::max(first + margin, -kPad);
    to = std::min(last - margin, whole(n + kPad));
    const auto layer = static_cast<std::size_t>(l);
    nn::convolve(later_[layer - 1], row_at(scratch.x, from),
                 static_cast<std::size_t>((to - from) / kGroup), scratch.transformed,
                 row_at(scratch.next, from));
    normalize(layer, from, std::min(to, n + kPad));
  }
  std::copy_n(row_at(scratch.x, static_cast<std::ptrdiff_t>(begin)), (end - begin) * kWidth, out);
}

}  // namespace stemma::spacy

#include "annotate/spacy/transition_scorer.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "model/annotations.h"
#include "nn/rows.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kPieces = 2;
constexpr std::size_t kState = TransitionScorer::kHidden * kPieces;
constexpr std::uint32_t kSlots = 256;  // tokens whose products are kept
constexpr std::size_t kMaxFeatures = 8;

// From spaCy's [rows][output][piece] to [rows][piece][output]: the maximum of the pieces is then
// one of two halves.
std::vector<float> pieces_apart(std::span<const float> floats, std::size_t rows,
                                std::size_t width) {
  constexpr std::size_t kOutputs = TransitionScorer::kHidden;
  std::vector<float> out(floats.size());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t o = 0; o < kOutputs; ++o) {
      for (std::size_t p = 0; p < kPieces; ++p) {
        const std::size_t from = ((row * kOutputs + o) * kPieces + p) * width;
        const std::size_t to = ((row * kPieces + p) * kOutputs + o) * width;
        std::copy_n(floats.begin() + static_cast<std::ptrdiff_t>(from), width,
                    out.begin() + static_cast<std::ptrdiff_t>(to));
      }
    }
  }
  return out;
}

}  // namespace

Result<TransitionScorer> TransitionScorer::load(const ModelFile& file, const std::string& name,
                                                std::size_t features, std::size_t classes,
                                                std::uint32_t batch) {
  assert(features <= kMaxFeatures);
  auto lower = file.floats(name + "/lower/W", features * kState * kHidden);
  auto bias = file.floats(name + "/lower/b", kState);
  auto pad = file.floats(name + "/lower/pad", features * kState);
  auto hidden = file.floats(name + "/hidden/W", kHidden * kWidth);
  auto hidden_bias = file.floats(name + "/hidden/b", kHidden);
  auto upper = file.floats(name + "/upper/W", classes * kHidden);
  auto upper_bias = file.floats(name + "/upper/b", classes);
  for (const auto* each : {&lower, &bias, &pad, &hidden, &hidden_bias, &upper, &upper_bias}) {
    if (!*each) return tl::unexpected(each->error());
  }
  TransitionScorer scorer;
  scorer.features_ = features;
  scorer.batch_ = batch;
  const std::vector<float> weights = pieces_apart(*lower, features, kHidden);
  scorer.lower_ = nn::pack(nn::rows_of(weights.data(), kHidden, features * kState, nullptr));
  scorer.lower_of_first_ = nn::pack(nn::rows_of(weights.data(), kHidden, kState, nullptr));
  scorer.bias_ = pieces_apart(*bias, 1, 1);
  scorer.pad_ = pieces_apart(*pad, features, 1);
  scorer.hidden_ = nn::pack(nn::rows_of(hidden->data(), kWidth, kHidden, hidden_bias->data()));
  scorer.upper_ = nn::pack(nn::rows_of(upper->data(), kHidden, classes, upper_bias->data()));
  return scorer;
}

void TransitionScorer::reduce(const float* vectors, std::size_t count, float* out) const {
  nn::multiply(hidden_, vectors, kWidth, count, out, kHidden);
}

void TransitionScorer::start(Scratch& scratch) const {
  const std::size_t tokens = scratch.reduced.size() / kHidden;
  const auto slots = static_cast<std::uint32_t>(std::min<std::size_t>(kSlots, tokens + batch_));
  scratch.products_.resize(slots * features_ * kState);
  scratch.owner_.assign(slots, kNone);
  scratch.filled_ = 0;
  scratch.scores.assign(score_floats(), 0.0F);
}

void TransitionScorer::fill(std::uint32_t first, std::uint32_t count, Scratch& scratch) const {
  const auto slots = static_cast<std::uint32_t>(scratch.owner_.size());
  const std::uint32_t slot = first % slots;
  count = std::min(count, slots - slot);  // a batch lies in one piece
  nn::multiply(lower_, scratch.reduced.data() + std::size_t{first} * kHidden, kHidden, count,
               scratch.products_.data() + slot * features_ * kState, features_ * kState);
  for (std::uint32_t i = 0; i < count; ++i) scratch.owner_[slot + i] = first + i;
}

const float* TransitionScorer::products_of(std::uint32_t token, Scratch& scratch) const {
  const auto tokens = static_cast<std::uint32_t>(scratch.reduced.size() / kHidden);
  const auto slot = token % static_cast<std::uint32_t>(scratch.owner_.size());
  if (scratch.owner_[slot] != token) {
    // A new token comes with those after it; an old one that lost its slot comes alone.
    const bool is_new = token >= scratch.filled_;
    const std::uint32_t count = is_new ? std::min(batch_, tokens - token) : 1;
    fill(token, count, scratch);
    if (is_new) scratch.filled_ = token + count;
  }
  return scratch.products_.data() + slot * features_ * kState;
}

bool TransitionScorer::all_kept(std::span<const std::uint32_t> tokens, const Scratch& scratch) {
  return std::all_of(tokens.begin(), tokens.end(), [&](std::uint32_t token) {
    return token == kNone || scratch.owner_[token % scratch.owner_.size()] == token;
  });
}

void TransitionScorer::score(std::span<const std::uint32_t> tokens, Scratch& scratch) const {
  std::array<const float*, kMaxFeatures> rows;
  for (std::size_t f = 0; f < features_; ++f) {
    rows[f] = (tokens[f] == kNone ? pad_.data() : products_of(tokens[f], scratch)) + f * kState;
  }
  // Tokens of one state may be so far apart that they want the same slots: then what was made for
  // one is gone when the next has been made.
  std::array<float, kMaxFeatures * kState> copies;
  if (!all_kept(tokens, scratch)) {
    for (std::size_t f = 0; f < features_; ++f) {
      if (tokens[f] == kNone) continue;
      std::copy_n(products_of(tokens[f], scratch) + f * kState, kState, copies.data() + f * kState);
      rows[f] = copies.data() + f * kState;
    }
  }
  std::array<float, kHidden> hidden;
  rows_.sum_and_maxout({rows.data(), features_}, bias_.data(), kPieces, kHidden, hidden.data());
  nn::multiply(upper_, hidden.data(), kHidden, 1, scratch.scores.data(), score_floats());
}

void TransitionScorer::score_alone(std::uint32_t first, std::uint32_t count, Scratch& scratch,
                                   float* out) const {
  scratch.first_products_.resize(count * kState);
  scratch.first_hidden_.resize(count * kHidden);
  nn::multiply(lower_of_first_, scratch.reduced.data() + std::size_t{first} * kHidden, kHidden,
               count, scratch.first_products_.data(), kState);
  std::array<const float*, kMaxFeatures> rows;
  for (std::size_t f = 1; f < features_; ++f) rows[f] = pad_.data() + f * kState;
  for (std::size_t i = 0; i < count; ++i) {
    rows[0] = scratch.first_products_.data() + i * kState;
    rows_.sum_and_maxout({rows.data(), features_}, bias_.data(), kPieces, kHidden,
                         scratch.first_hidden_.data() + i * kHidden);
  }
  nn::multiply(upper_, scratch.first_hidden_.data(), kHidden, count, out, score_floats());
}

}  // namespace stemma::spacy

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "annotate/spacy/model_file.h"
#include "annotate/spacy/tok2vec.h"
#include "base/result.h"
#include "nn/gemm.h"
#include "nn/rows.h"

namespace stemma::spacy {

/// The network of a transition system: the vector of each token is reduced, multiplied once with
/// the weights of each feature position, and a state's score is a sum over the tokens it looks at,
/// a maxout of two pieces and one more layer (spaCy's precomputable affine).
class TransitionScorer {
 public:
  static constexpr std::size_t kHidden = 64;

  /// `batch`: of how many tokens the products are made at once when one of them is wanted.
  static Result<TransitionScorer> load(const ModelFile& file, const std::string& name,
                                       std::size_t features, std::size_t classes,
                                       std::uint32_t batch);

  std::size_t classes() const { return upper_.outputs(); }
  /// Floats of one state's scores: classes() and zeros up to a multiple of 16, as masks have.
  std::size_t score_floats() const { return (classes() + 15) / 16 * 16; }
  std::size_t features() const { return features_; }

  /// Reduces the vectors of tokens to kHidden floats each.
  void reduce(const float* vectors, std::size_t count, float* out) const;

  /// What one thread needs to score the states of one document: the products of recent tokens are
  /// kept, older ones are made again, so memory does not grow with the document.
  class Scratch {
   public:
    std::vector<float> reduced;  ///< kHidden floats a token, filled before scoring starts
    std::vector<float> scores;   ///< of the last state: score_floats()

   private:
    friend class TransitionScorer;
    std::vector<float> products_;
    std::vector<std::uint32_t> owner_;  // which token's products a slot holds
    std::uint32_t filled_ = 0;          // tokens whose products were made in order
    std::vector<float> first_products_, first_hidden_;
  };

  void start(Scratch& scratch) const;

  /// Scores a state by its feature tokens (kNone: no token) into scratch.scores.
  void score(std::span<const std::uint32_t> tokens, Scratch& scratch) const;

  /// Scores the states that look at one token alone, as their first feature, for tokens [first,
  /// first + count): rows of score_floats() to `out`. The same bits as `score`, in one product.
  void score_alone(std::uint32_t first, std::uint32_t count, Scratch& scratch, float* out) const;

 private:
  const float* products_of(std::uint32_t token, Scratch& scratch) const;
  static bool all_kept(std::span<const std::uint32_t> tokens, const Scratch& scratch);
  void fill(std::uint32_t first, std::uint32_t count, Scratch& scratch) const;

  nn::RowKernels rows_;
  std::size_t features_ = 0;
  std::uint32_t batch_ = 1;
  nn::PackedMatrix hidden_, lower_, upper_;
  nn::PackedMatrix lower_of_first_;  // the part of lower_ for the first feature
  std::vector<float> bias_, pad_;    // pieces apart: [piece][output], and so for each feature
};

}  // namespace stemma::spacy

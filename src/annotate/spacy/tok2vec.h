#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "annotate/spacy/lexicon.h"
#include "annotate/spacy/model_file.h"
#include "base/json.h"
#include "base/result.h"
#include "nn/gemm.h"

namespace stemma::spacy {

/// Width of every hidden vector of the pipelines that are known here.
inline constexpr std::size_t kWidth = 96;
/// Layers of the encoder; each looks one token to either side.
inline constexpr std::size_t kEncoderLayers = 4;

/// spaCy's HashEmbedCNN: hashed embeddings of a token's attributes (and its static vector), mixed
/// by a maxout layer, then four residual convolutions over three tokens with layer normalization.
class Tok2Vec {
 public:
  /// `description` is the member of the file's description that names columns and seeds; sections
  /// of the file start with `name`.
  static Result<Tok2Vec> load(const ModelFile& file, const std::string& name, JsonView description);

  /// What is computed once a token type: kWidth floats each, by type number. Belongs to one thread.
  struct TypeRows {
    std::vector<float> rows;
    std::vector<float> embedded;  // scratch of one block
  };

  /// Computes the rows of all types of the lexicon that are not there yet.
  void mix(const Lexicon& lexicon, TypeRows& types) const;

  struct Scratch {
    std::vector<float> x, next;
  };
  static constexpr std::size_t kBlock = 256;  ///< tokens that are encoded at once

  /// The vectors of tokens [begin, end) of a document given by its token types: (end - begin) rows
  /// of kWidth floats to `out`. Depends on the four tokens to either side and nothing else, so any
  /// division into blocks gives the same bits.
  void encode(std::span<const std::uint32_t> token_types, const TypeRows& types, std::size_t begin,
              std::size_t end, Scratch& scratch, float* out) const;

 private:
  struct Table {
    std::span<const float> rows;
    std::uint32_t seed = 0;
    std::uint32_t column = 0;  // which attribute: the order of attributes_of
  };
  struct Layer {
    nn::PackedMatrix maxout;
    std::span<const float> gain, bias;
  };
  Result<Layer> load_layer(const ModelFile& file, const std::string& name,
                           std::size_t inputs) const;
  void embed(const Lexicon& lexicon, std::uint32_t type, float* out) const;

  std::vector<Table> tables_;
  std::span<const std::uint64_t> vector_keys_;  // ascending; empty: no static vectors
  std::span<const std::uint32_t> vector_rows_;
  std::span<const float> vectors_;  // already projected to kWidth
  Layer mix_;
  std::array<Layer, kEncoderLayers> encoder_;
};

}  // namespace stemma::spacy

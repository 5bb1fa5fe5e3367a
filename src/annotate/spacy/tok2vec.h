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
#include "nn/convolution.h"
#include "nn/gemm.h"
#include "nn/rows.h"

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

  /// What is computed once a token type and kept: the mixed vectors of all types, and the products
  /// of the first encoder layer for the types met lately. Belongs to one thread; of bounded size as
  /// long as the lexicon is. Nothing depends on what is in it.
  class TypeMemory {
   public:
    static constexpr std::size_t kSlots = 4096;  ///< types whose products are kept
    void clear();

   private:
    friend class Tok2Vec;
    std::uint32_t free_slot();

    std::vector<float> mixed_;          // kWidth a type
    std::vector<std::uint32_t> slots_;  // by type: where its products are, or kNone
    std::vector<float> products_;       // kProducts a slot
    struct Slot {
      std::uint32_t type;
      bool was_used;             // since the hand passed
      std::uint64_t last_block;  // that needed it
    };
    std::vector<Slot> taken_;
    std::size_t hand_ = 0;
    std::uint64_t block_ = 0;
    std::vector<std::uint32_t> missing_;
    std::vector<float> embedded_, fresh_;  // scratch of one block
  };

  /// Mixes the types of the lexicon that were not there yet.
  void mix(const Lexicon& lexicon, TypeMemory& memory) const;

  struct Scratch {
    std::vector<float> x, next, transformed;
  };
  static constexpr std::size_t kBlock = 256;  ///< tokens that are encoded at once
  static constexpr std::size_t kReach = 12;   ///< tokens to either side that a block is made from

  /// The vectors of tokens [begin, end) of a document of `size` tokens: (end - begin) rows of
  /// kWidth floats to `out`; begin is a multiple of four. Reads the types of kReach tokens to
  /// either side, which must be mixed; any division into blocks gives the same bits.
  void encode(std::span<const std::uint32_t> token_types, std::size_t size, TypeMemory& memory,
              std::size_t begin, std::size_t end, Scratch& scratch, float* out) const;

 private:
  struct Table {
    std::span<const float> rows;
    std::uint32_t seed = 0;
    std::uint32_t column = 0;  // which attribute: the order of attributes_of
  };
  struct Norm {
    std::span<const float> gain, bias;
  };
  // A maxout layer as the file has it: rows of `inputs` weights by output and piece.
  struct Maxout {
    std::span<const float> weights, bias;
    Norm norm;
  };
  static Result<Maxout> maxout_named(const ModelFile& file, const std::string& name,
                                     std::size_t inputs);
  void take_first(const Maxout& layer);
  void embed(const Lexicon& lexicon, std::uint32_t type, float* out) const;
  void remember(std::span<const std::uint32_t> types, TypeMemory& memory) const;

  nn::RowKernels rows_;
  std::vector<Table> tables_;
  std::span<const std::uint64_t> vector_keys_;  // ascending; empty: no static vectors
  std::span<const std::uint32_t> vector_rows_;
  std::span<const float> vectors_;  // already projected to kWidth
  nn::PackedMatrix mix_;
  // The first layer sees vectors that depend on the type alone, so it is taken apart: the products
  // of a type as the left, the middle and the right one of three tokens, and a bias.
  nn::PackedMatrix first_;
  std::vector<float> first_bias_;
  std::array<nn::PackedConvolution, kEncoderLayers - 1> later_;
  Norm mix_norm_;
  std::array<Norm, kEncoderLayers> norms_;
};

}  // namespace stemma::spacy

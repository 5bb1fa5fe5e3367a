#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/annotations.h"

namespace stemma {

/// Scratch memory of one thread for LanguageModel::parse; grows to the longest text seen. One that
/// was moved from, or whose text met std::bad_alloc, starts anew.
class ParseWorkspace {
 public:
  /// The steps of parsing, in order.
  enum Stage : std::uint8_t { tokens, vectors, arcs, rules, names, output };
  static constexpr std::array<std::string_view, 6> kStages = {"tokens", "vectors", "arcs",
                                                              "rules",  "names",   "output"};
  ParseWorkspace();
  ~ParseWorkspace();
  ParseWorkspace(ParseWorkspace&&) noexcept;
  ParseWorkspace& operator=(ParseWorkspace&&) noexcept;

  /// What each stage took, over all texts so far.
  std::array<std::chrono::nanoseconds, kStages.size()> stage_times() const;

  /// Words, by text and setting, that are known from texts so far. They are forgotten together when
  /// there are many (spacy/lexicon.h), within a text too, so memory for them is bounded;
  /// docs/library.md has the measured figure.
  std::size_t remembered_words() const;

  struct Buffers;
  Buffers& buffers();
  void forget();

 private:
  std::unique_ptr<Buffers> buffers_;  // null until they are needed
};

/// Whether a text was parsed, or why not.
enum class ParseStatus : std::uint8_t { parsed, not_utf8, too_long };

/// All that a model can say of tokens and names, apart from lemmas; each once, none empty.
struct ModelLabels {
  std::vector<std::string> tags;  ///< of the tagger, by its scores; then those of rules alone
  // Sorted, as are spaCy's:
  std::vector<std::string> deps;         ///< without the parser's decoration
  std::vector<std::string> entities;     ///< of the name finder
  std::vector<std::string> pos, morphs;  ///< of the attribute rules
};

/// A trained spaCy English pipeline, run natively: tokens, tags, lemmas, sentences, dependency
/// parse, names and noun chunks, with spaCy's own decisions. Read-only after loading: any number of
/// threads may parse with one model, each with a workspace of its own.
class LanguageModel {
 public:
  /// Maps a converted model file. A missing or damaged file is one sentence that names it.
  static Result<std::shared_ptr<const LanguageModel>> load(const std::filesystem::path& file);
  /// The same from the bytes of a converted file, which are copied.
  static Result<std::shared_ptr<const LanguageModel>> from_bytes(std::string_view bytes);
  /// The same over bytes that stay where they are: spacy::ModelFile::in_place.
  static Result<std::shared_ptr<const LanguageModel>> in_place(std::string_view bytes,
                                                               std::shared_ptr<const void> owner);
  ~LanguageModel();

  /// What the package calls the pipeline and its version: "en_core_web_md", "3.8.0".
  const std::string& name() const;
  const std::string& version() const;
  const ModelLabels& labels() const;

  /// The model layer of a text. Total: text that is no UTF-8, and text of 4 GiB and more, gets an
  /// empty answer, as the status says. Linear in the text's length. Throws std::bad_alloc alone;
  /// the annotations are then unfinished and the workspace has forgotten all.
  ParseStatus parse(std::string_view text, ParseWorkspace& workspace,
                    Annotations& annotations) const;

 private:
  LanguageModel();
  struct Parts;
  static Result<std::shared_ptr<const LanguageModel>> from(std::unique_ptr<Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace stemma

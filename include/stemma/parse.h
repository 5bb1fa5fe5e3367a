#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Of this header; stemma::parsing::version() is that of the library in memory.
#define STEMMA_VERSION_MAJOR 0
#define STEMMA_VERSION_MINOR 1
#define STEMMA_VERSION_PATCH 0

#if defined(__GNUC__)
#define STEMMA_PUBLIC __attribute__((visibility("default")))
#else
#define STEMMA_PUBLIC
#endif

/// Parsing English text: tokens, sentences, tags, lemmas, dependencies, names and noun chunks, with
/// the decisions of spaCy's pipelines en_core_web_sm and en_core_web_md 3.8. docs/library.md is the
/// manual.
namespace stemma::parsing {

/// Half-open range of bytes of the parsed text, on character boundaries.
struct Range {
  std::uint32_t begin = 0, end = 0;
};

/// One token. Tokens follow each other in the text; between two of them lies nothing or one blank.
/// Other white space is a token (pos SPACE).
struct Token {
  Range range;
  std::uint32_t head = 0;   ///< index of a token; a root's own index
  std::uint32_t lemma = 0;  ///< this and what follows: numbers of names, see Parse::name
  std::uint32_t tag = 0;    ///< Penn Treebank: "VBD"
  std::uint32_t pos = 0;    ///< Universal Dependencies: "VERB"
  std::uint32_t dep = 0;    ///< ClearNLP: "nsubj"
  std::uint32_t morph = 0;  ///< "Tense=Past|VerbForm=Fin"; may be empty
};

struct Entity {
  Range range;
  std::uint32_t type = 0;  ///< OntoNotes: "PERSON", "GPE", "DATE"
};

/// Whether a text was parsed, or why it has no tokens: it is not UTF-8, or has 4 GiB or more.
enum class Status : std::uint8_t { parsed, not_utf8, too_long };

/// What a model says of one text. Lists are in text order. Owns all it holds.
struct STEMMA_PUBLIC Parse {
  Status status = Status::parsed;
  std::vector<Token> tokens;
  std::vector<Range> sentences;  ///< from the first to the last token that is no white space
  std::vector<Range> noun_chunks;
  std::vector<Entity> entities;
  std::vector<std::string> names;  ///< each once; names[0] is empty

  /// The name of that number: "nsubj". Equal names of one parse have equal numbers.
  std::string_view name(std::uint32_t number) const { return names[number]; }
};

/// Scratch memory of one thread. It grows with the longest text (0.5 KB a token) and keeps what it
/// learned of words, at most 100 MB of it (docs/library.md); a used one gives the same answers as a
/// fresh one, faster. One that was moved from, or whose parse threw, starts anew.
class STEMMA_PUBLIC Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

 private:
  friend class Model;
  struct Memory;
  std::unique_ptr<Memory> memory_;
};

/// Every label that a model can give, each once and none empty: what tokens and names are told to
/// be, apart from lemmas. `tags`, `deps` and `entities` are those of spaCy's nlp.pipe_labels for
/// "tagger", "parser" and "ner", in its order; for what its rules give spaCy has no list.
struct STEMMA_PUBLIC Labels {
  std::vector<std::string> tags;      ///< of Token::tag, in the order of the tagger's scores
  std::vector<std::string> pos;       ///< of Token::pos, sorted; a token may also have none, ""
  std::vector<std::string> morphs;    ///< of Token::morph, sorted; a token may also have none, ""
  std::vector<std::string> deps;      ///< of Token::dep, sorted
  std::vector<std::string> entities;  ///< of Entity::type, sorted
};

/// A model in memory. Nothing of it changes after loading: any number of threads may parse with it
/// at once, each with a workspace of its own.
class STEMMA_PUBLIC Model {
 public:
  /// Maps a file that `stemma model add` made: some 20 ms and 8 MB, and the file's pages, which
  /// processes share. Null when it is missing or damaged; `why` then names it and says what is
  /// wrong. While it is in use the file must not be changed in place: replace it by renaming.
  static std::shared_ptr<const Model> load(const std::filesystem::path& file,
                                           std::string* why = nullptr);

  /// The same of such a file's bytes, at any address. They are copied, and may go or change once
  /// this has returned: the model costs their number in memory, which no other process shares.
  static std::shared_ptr<const Model> load_copy(std::span<const std::byte> bytes,
                                                std::string* why = nullptr);

  /// The same without a copy: the model reads the bytes where they are. They must begin at a
  /// multiple of kAlignment bytes (null otherwise, and `why` says so), and stay as they are until
  /// the last pointer to the model is gone (parses and workspaces hold nothing of it); bytes that
  /// change or go before are undefined behaviour. `owner` is what keeps them: the model holds it
  /// for that long, or, when loading fails, not at all. It is null for bytes that stay anyway, such
  /// as a model that is part of the program (examples/embedded).
  static std::shared_ptr<const Model> load_in_place(std::span<const std::byte> bytes,
                                                    std::shared_ptr<const void> owner,
                                                    std::string* why = nullptr);
  static constexpr std::size_t kAlignment = 64;

  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// What its makers call the pipeline and its version: "en_core_web_md", "3.8.0".
  std::string_view name() const;
  std::string_view version() const;

  /// What this model can say. Listed when the model is loaded (20 KB); asking costs nothing.
  const Labels& labels() const;

  /// Parses a text of UTF-8. Linear in its length. Text that is no UTF-8, and text of 4 GiB and
  /// more, gets a parse without tokens whose status says so. Throws nothing but std::bad_alloc. The
  /// same text gives the same parse, whatever was parsed before and however many threads there are.
  Parse parse(std::string_view text, Workspace& workspace) const;

  /// The instruction set that models loaded now are bound to, the best of the machine: "AVX-512",
  /// "AVX2", "NEON" or "baseline".
  static std::string instruction_set();

 private:
  struct Parts;
  explicit Model(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

/// The version of the library in memory: "0.1.0".
STEMMA_PUBLIC std::string_view version();

}  // namespace stemma::parsing

#include <stemma/parse.h>

#include <array>

#include "annotate/language_model.h"
#include "annotate/spacy/model_file.h"
#include "nn/kernels.h"

namespace stemma::parsing {

#define STEMMA_TEXT(number) STEMMA_TEXT_OF(number)
#define STEMMA_TEXT_OF(number) #number
static_assert(std::string_view(STEMMA_BUILD_VERSION) ==
                  STEMMA_TEXT(STEMMA_VERSION_MAJOR) "." STEMMA_TEXT(
                      STEMMA_VERSION_MINOR) "." STEMMA_TEXT(STEMMA_VERSION_PATCH),
              "the header's version is not the project's");

namespace {

std::string_view characters_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

struct Workspace::Memory {
  ParseWorkspace workspace;
};

Workspace::Workspace() : memory_(std::make_unique<Memory>()) {}
Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;

struct Model::Parts {
  std::shared_ptr<const LanguageModel> model;
  Labels labels;

  static std::shared_ptr<const Model> model_of(Result<std::shared_ptr<const LanguageModel>> loaded,
                                               std::string* why) {
    if (!loaded) {
      if (why != nullptr) *why = std::move(loaded.error().message);
      return nullptr;
    }
    const ModelLabels& known = (*loaded)->labels();
    auto parts = std::make_unique<Parts>();
    parts->labels = {known.tags, known.pos, known.morphs, known.deps, known.entities};
    parts->model = std::move(*loaded);
    return std::shared_ptr<const Model>(new Model(std::move(parts)));
  }
};

Model::Model(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Model::~Model() = default;

static_assert(Model::kAlignment == spacy::ModelFile::kAlignment);

std::shared_ptr<const Model> Model::load(const std::filesystem::path& file, std::string* why) {
  return Parts::model_of(LanguageModel::load(file), why);
}

std::shared_ptr<const Model> Model::load_copy(std::span<const std::byte> bytes, std::string* why) {
  return Parts::model_of(LanguageModel::from_bytes(characters_of(bytes)), why);
}

std::shared_ptr<const Model> Model::load_in_place(std::span<const std::byte> bytes,
                                                  std::shared_ptr<const void> owner,
                                                  std::string* why) {
  return Parts::model_of(LanguageModel::in_place(characters_of(bytes), std::move(owner)), why);
}

namespace {

Range range_of(const Span& span) { return {span.begin, span.end}; }

/// Numbers of the names of an enumeration, each looked up once.
template <class Kind>
class NamesOf {
 public:
  explicit NamesOf(Strings& strings) : strings_(strings) { numbers_.fill(kNone); }
  std::uint32_t number(Kind kind) {
    std::uint32_t& number = numbers_[static_cast<std::uint8_t>(kind)];
    if (number == kNone) number = strings_.id(name_of(kind));
    return number;
  }

 private:
  Strings& strings_;
  std::array<std::uint32_t, 256> numbers_;
};

}  // namespace

Parse Model::parse(std::string_view text, Workspace& workspace) const {
  if (!workspace.memory_) workspace.memory_ = std::make_unique<Workspace::Memory>();
  Annotations found;
  const ParseStatus status = parts_->model->parse(text, workspace.memory_->workspace, found);
  Strings& strings = found.strings;
  NamesOf<Pos> pos(strings);
  NamesOf<Dep> dep(strings);
  Parse parse;
  parse.status = status == ParseStatus::not_utf8   ? Status::not_utf8
                 : status == ParseStatus::too_long ? Status::too_long
                                                   : Status::parsed;
  parse.tokens.reserve(found.tokens.size());
  for (const stemma::Token& token : found.tokens) {
    parse.tokens.push_back({range_of(token.span), token.head, token.lemma, token.tag,
                            pos.number(token.pos), dep.number(token.dep), token.morph});
  }
  for (const Span& span : found.sentences) parse.sentences.push_back(range_of(span));
  for (const Span& span : found.noun_chunks) parse.noun_chunks.push_back(range_of(span));
  for (const stemma::Entity& entity : found.entities) {
    parse.entities.push_back({range_of(entity.span), strings.id(entity.type)});
  }
  parse.names.reserve(strings.size());
  for (std::uint32_t i = 0; i < strings.size(); ++i) parse.names.emplace_back(strings[i]);
  return parse;
}

std::string_view Model::name() const { return parts_->model->name(); }
std::string_view Model::version() const { return parts_->model->version(); }
const Labels& Model::labels() const { return parts_->labels; }

std::string_view version() { return STEMMA_BUILD_VERSION; }

std::string Model::instruction_set() { return nn::kernel_name(); }

}  // namespace stemma::parsing

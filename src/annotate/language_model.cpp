#include "annotate/language_model.h"

namespace stemma {

struct ParseWorkspace::Buffers {};
ParseWorkspace::ParseWorkspace() : buffers_(std::make_unique<Buffers>()) {}
ParseWorkspace::~ParseWorkspace() = default;
ParseWorkspace::ParseWorkspace(ParseWorkspace&&) noexcept = default;
ParseWorkspace& ParseWorkspace::operator=(ParseWorkspace&&) noexcept = default;

struct LanguageModel::Parts {};
LanguageModel::LanguageModel() = default;
LanguageModel::~LanguageModel() = default;

Result<std::shared_ptr<const LanguageModel>> LanguageModel::load(
    const std::filesystem::path& file) {
  return failure(Fault::model, file.string() + ": no such model");
}

void LanguageModel::parse(std::string_view, ParseWorkspace&, Annotations&) const {}

}  // namespace stemma

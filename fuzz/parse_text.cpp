// Fuzzes: annotate
// Any text gets an answer whose tokens cover it. The model is models/sm.stemma, or that of
// STEMMA_MODELS; without one there is nothing to try, which is a failure.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "annotate/language_model.h"
#include "base/utf8.h"

namespace {

using namespace stemma;

std::shared_ptr<const LanguageModel> load() {
  const char* folder = std::getenv("STEMMA_MODELS");
  const auto model =
      LanguageModel::load(std::string(folder != nullptr ? folder : "models") + "/sm.stemma");
  if (!model) std::fprintf(stderr, "%s\n", model.error().message.c_str());
  return model ? *model : nullptr;
}

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto model = load();
  static ParseWorkspace workspace;
  if (!model) std::abort();
  const std::string text = repair_utf8({reinterpret_cast<const char*>(data), size});
  Annotations annotations;
  model->parse(text, workspace, annotations);
  std::uint32_t at = 0;
  for (const Token& token : annotations.tokens) {
    expect(token.span.begin == at || (token.span.begin == at + 1 && text[at] == ' '));
    expect(token.span.begin < token.span.end && token.span.end <= text.size());
    expect(token.head < annotations.tokens.size());
    at = token.span.end;
  }
  expect(at == text.size() || (at + 1 == text.size() && text.back() == ' '));
  for (const Span& sentence : annotations.sentences) expect(sentence.end <= text.size());
  for (const Entity& entity : annotations.entities) expect(entity.span.end <= text.size());
  for (const Span& chunk : annotations.noun_chunks) expect(chunk.end <= text.size());
  return 0;
}

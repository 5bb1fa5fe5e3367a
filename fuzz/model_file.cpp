// Fuzzes: annotate
// A model file of any bytes is refused or works. The input is a list of changes (position, value)
// to models/sm.stemma, made behind a right checksum; and by itself a model file and a msgpack text.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "annotate/language_model.h"
#include "annotate/spacy/model_file.h"
#include "annotate/spacy/msgpack.h"
#include "base/files.h"
#include "fuzz/expect.h"

namespace {

using namespace stemma;

constexpr std::uint64_t kLimitBytes = std::uint64_t{1} << 28U;
constexpr std::size_t kChangeBytes = 5;

std::string read_model() {
  const char* folder = std::getenv("STEMMA_MODELS");
  return read_file(std::string(folder != nullptr ? folder : "models") + "/sm.stemma", kLimitBytes)
      .value_or("");
}

void parse(const std::string& bytes) {
  const auto model = LanguageModel::from_bytes(bytes);
  if (!model) return;
  ParseWorkspace workspace;
  for (const std::string_view text :
       {"\"We didn't,\" he told U.S. officials...\n\nGonna rain.",
        "\u201CWe\u201D said x\u20AC\U0001D11Ex \u4E16\u754Cx, na\u00EFve\u00A0caf\u00E9s\u2026"}) {
    Annotations annotations;
    (*model)->parse(text, workspace, annotations);
    std::uint32_t at = 0;
    for (const Token& token : annotations.tokens) {
      expect(token.span.begin == at || (token.span.begin == at + 1 && text[at] == ' '),
             "tokens cover the text");
      expect(token.span.begin < token.span.end && token.span.end <= text.size(),
             "a token lies in the text");
      expect((static_cast<unsigned char>(text[token.span.begin]) & 0xC0U) != 0x80U,
             "a token begins with a character");
      expect(token.head < annotations.tokens.size(), "a head is a token");
      at = token.span.end;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string own(reinterpret_cast<const char*>(data), size);
  (void)spacy::read_msgpack(own);
  parse(own);
  spacy::ModelFileWriter::seal(own);
  parse(own);

  static const std::string model = read_model();
  expect(!model.empty(), "models/sm.stemma is there");
  std::string changed = model;
  for (std::size_t i = 0; i + kChangeBytes <= size; i += kChangeBytes) {
    std::uint32_t at = 0;
    std::memcpy(&at, data + i, sizeof at);
    changed[at % changed.size()] = static_cast<char>(data[i + sizeof at]);
  }
  spacy::ModelFileWriter::seal(changed);
  parse(changed);
  return 0;
}

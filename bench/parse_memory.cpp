// What a workspace of the language runtime holds, by the C library's own count of bytes in use.
//
//     parse_memory_bench [MODEL.stemma TEXTS.jsonl]
//
// Without arguments: models/md.stemma and the golden texts. First the texts are joined to one text,
// of growing length, each in a fresh workspace; then each is parsed by itself in one workspace;
// then new words come until the workspace forgets.
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <random>

#include "annotate/language_model.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"

namespace {

using namespace stemma;

constexpr std::uint64_t kLimitBytes = std::uint64_t{1} << 32U;

double megabytes_in_use() {
  const auto counts = mallinfo2();
  return static_cast<double>(counts.uordblks + counts.hblkhd) * 1e-6;
}

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  const auto file = read_file(path, kLimitBytes);
  if (!file) return texts;
  for (const std::string_view line : split(*file, '\n')) {
    const auto json = Json::parse(line);
    if (json && json->root()["text"].text()) texts.emplace_back(*json->root()["text"].text());
  }
  return texts;
}

// Tokens of the text; its annotations are gone when this returns.
std::size_t parse(const LanguageModel& model, std::string_view text, ParseWorkspace& workspace) {
  Annotations annotations;
  model.parse(text, workspace, annotations);
  return annotations.tokens.size();
}

void one_long_text(const LanguageModel& model, const std::vector<std::string>& texts) {
  for (const std::size_t share : {100U, 30U, 10U, 3U, 1U}) {
    const std::size_t count = std::max<std::size_t>(texts.size() / share, 1);
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += texts[i] + "\n\n";
    const double before = megabytes_in_use();
    ParseWorkspace workspace;
    const std::size_t tokens = parse(model, all, workspace);
    fmt::print("one text of {} tokens: {:.1f} MB\n", tokens, megabytes_in_use() - before);
  }
}

void one_workspace(const LanguageModel& model, const std::vector<std::string>& texts) {
  const double before = megabytes_in_use();
  ParseWorkspace workspace;
  std::size_t tokens = 0;
  for (const std::string& text : texts) tokens += parse(model, text, workspace);
  fmt::print("{} texts one after another, {} tokens: {:.1f} MB\n", texts.size(), tokens,
             megabytes_in_use() - before);
  std::mt19937 random(1);
  double most = 0;
  std::size_t words = 0;
  for (int text = 0; text < 60; ++text) {
    std::string letters;
    for (int word = 0; word < 2000; ++word, ++words) {
      for (int i = 0; i < 8; ++i) letters += static_cast<char>('a' + random() % 26);
      letters += ' ';
    }
    parse(model, letters, workspace);
    most = std::max(most, megabytes_in_use() - before);
  }
  fmt::print("then {} new words: at most {:.1f} MB\n", words, most);
}

}  // namespace

int main(int argc, char** argv) {
  const auto model =
      LanguageModel::load(argc > 1 ? argv[1] : STEMMA_SOURCE_DIR "/models/md.stemma");
  const double loaded = megabytes_in_use();
  const auto texts =
      read_texts(argc > 2 ? argv[2] : STEMMA_SOURCE_DIR "/src/annotate/spacy/golden/texts.jsonl");
  if (!model || texts.empty()) {
    std::fprintf(stderr, "%s\n", model ? "no texts" : model.error().message.c_str());
    return 1;
  }
  fmt::print("the model: {:.1f} MB beside its mapped file\n", loaded);
  one_long_text(**model, texts);
  one_workspace(**model, texts);
  return 0;
}

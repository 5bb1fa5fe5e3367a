// Tokens per second of the language runtime on one thread, by processor time.
//
//     runtime_vs_spacy_bench MODEL.stemma TEXTS.jsonl [ROUNDS]
//
// Prints one JSON object. bench/runtime_vs_spacy.py runs it beside spaCy.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "annotate/language_model.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "nn/kernels.h"

namespace {

using namespace stemma;

constexpr std::uint64_t kLimitBytes = std::uint64_t{1} << 32U;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Of this program alone: the figure of getrusage starts with that of the program that ran it.
double peak_megabytes() {
  const auto status = read_file("/proc/self/status", 1U << 16U);
  if (!status) return 0;
  const std::size_t at = status->find("VmHWM:");
  return at == std::string::npos ? 0 : std::strtod(status->c_str() + at + 6, nullptr) / 1024;
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

// A number that any change of any token's answer changes, very likely.
std::uint64_t answer_of(const Annotations& annotations) {
  std::uint64_t sum = annotations.entities.size() + annotations.sentences.size();
  for (const Token& token : annotations.tokens) {
    sum = sum * 31 + token.span.begin + token.head * 7U + static_cast<std::uint64_t>(token.dep);
  }
  return sum;
}

struct Round {
  std::size_t tokens = 0;
  std::uint64_t answer = 0;
  double seconds = 0;
};

Round run(const LanguageModel& model, const std::vector<std::string>& texts,
          ParseWorkspace& workspace) {
  Round round;
  const double before = processor_seconds();
  for (const std::string& text : texts) {
    Annotations annotations;
    model.parse(text, workspace, annotations);
    round.tokens += annotations.tokens.size();
    round.answer += answer_of(annotations);
  }
  round.seconds = processor_seconds() - before;
  return round;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const double start = processor_seconds();
  const auto model = LanguageModel::load(argv[1]);
  const double load = processor_seconds() - start;
  const auto texts = read_texts(argv[2]);
  if (!model || texts.empty()) {
    std::fprintf(stderr, "%s\n", model ? "no texts" : model.error().message.c_str());
    return 1;
  }
  ParseWorkspace workspace;
  const Round cold = run(**model, texts, workspace);
  Round best = cold;
  for (int i = argc > 3 ? std::atoi(argv[3]) : 3; i > 0; --i) {
    const Round round = run(**model, texts, workspace);
    if (round.answer != cold.answer) {
      std::fprintf(stderr, "two rounds give different answers\n");
      return 1;
    }
    if (round.seconds < best.seconds) best = round;
  }
  const auto per_second = [](const Round& round) {
    return static_cast<double>(round.tokens) / round.seconds;
  };
  fmt::print("{{\"kernels\": \"{}\", \"texts\": {}, \"tokens\": {}, \"load_ms\": {:.1f}, ",
             nn::kernel_name(), texts.size(), cold.tokens, load * 1e3);
  fmt::print("\"cold_tokens_per_second\": {:.0f}, \"tokens_per_second\": {:.0f}, ",
             per_second(cold), per_second(best));
  fmt::print("\"peak_mb\": {:.0f}, \"answer\": \"{:016x}\", \"stages\": {{", peak_megabytes(),
             cold.answer);
  std::chrono::nanoseconds all{0};
  const auto times = workspace.stage_times();
  for (const auto time : times) all += time;
  for (std::size_t i = 0; i < times.size(); ++i) {
    fmt::print("{}\"{}\": {:.3f}", i == 0 ? "" : ", ", ParseWorkspace::kStages[i],
               static_cast<double>(times[i].count()) / static_cast<double>(all.count()));
  }
  fmt::print("}}}}\n");
  return 0;
}

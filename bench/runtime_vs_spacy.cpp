// Tokens per second of the language runtime: by processor time, and by the clock on several
// threads.
//
//     runtime_vs_spacy_bench [MODEL.stemma TEXTS.jsonl [ROUNDS [KERNELS [THREADS]]]]
//
// Without arguments: models/md.stemma and the golden texts, a few kilobytes.
// Prints one JSON object. bench/runtime_vs_spacy.py runs it beside spaCy.
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <thread>

#include "annotate/language_model.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "nn/kernels.h"

namespace {

using namespace stemma;

constexpr std::uint64_t kLimitBytes = std::uint64_t{1} << 32U;

double clock_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

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
  double seconds = 0, processor_seconds = 0;
};

// Every thread takes the next text and has a workspace of its own.
Round run(const LanguageModel& model, const std::vector<std::string>& texts,
          std::vector<ParseWorkspace>& workspaces) {
  std::vector<std::pair<std::size_t, std::uint64_t>> answers(texts.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&](ParseWorkspace& workspace) {
    for (std::size_t i = next++; i < texts.size(); i = next++) {
      Annotations annotations;
      model.parse(texts[i], workspace, annotations);
      answers[i] = {annotations.tokens.size(), answer_of(annotations)};
    }
  };
  Round round;
  const double before = clock_seconds(), processor_before = processor_seconds();
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workspaces.size(); ++i) {
      threads.emplace_back([&, i] { work(workspaces[i]); });
    }
    work(workspaces[0]);
  }
  round.seconds = clock_seconds() - before;
  round.processor_seconds = processor_seconds() - processor_before;
  for (const auto& [tokens, answer] : answers) {
    round.tokens += tokens;
    round.answer = round.answer * 31 + answer;
  }
  return round;
}

void print(const Round& cold, const Round& best, double load, const std::vector<std::string>& texts,
           const std::vector<ParseWorkspace>& workspaces) {
  const auto per_second = [](std::size_t tokens, double seconds) {
    return static_cast<double>(tokens) / seconds;
  };
  fmt::print("{{\"kernels\": \"{}\", \"threads\": {}, \"texts\": {}, \"tokens\": {}, ",
             nn::kernel_name(), workspaces.size(), texts.size(), cold.tokens);
  fmt::print("\"load_ms\": {:.1f}, \"cold_tokens_per_second\": {:.0f}, ", load * 1e3,
             per_second(cold.tokens, cold.processor_seconds));
  fmt::print("\"tokens_per_second\": {:.0f}, \"tokens_per_clock_second\": {:.0f}, ",
             per_second(best.tokens, best.processor_seconds),
             per_second(best.tokens, best.seconds));
  fmt::print("\"peak_mb\": {:.0f}, \"answer\": \"{:016x}\", \"stages\": {{", peak_megabytes(),
             cold.answer);
  const auto times = workspaces[0].stage_times();
  const auto all = std::accumulate(times.begin(), times.end(), std::chrono::nanoseconds{0});
  for (std::size_t i = 0; i < times.size(); ++i) {
    fmt::print("{}\"{}\": {:.3f}", i == 0 ? "" : ", ", ParseWorkspace::kStages[i],
               static_cast<double>(times[i].count()) / static_cast<double>(all.count()));
  }
  fmt::print("}}}}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 4) {
    if (const auto used = nn::use_kernels(argv[4]); !used) {
      std::fprintf(stderr, "%s\n", used.error().message.c_str());
      return 2;
    }
  }
  const double start = processor_seconds();
  const auto model =
      LanguageModel::load(argc > 1 ? argv[1] : STEMMA_SOURCE_DIR "/models/md.stemma");
  const double load = processor_seconds() - start;
  const auto texts =
      read_texts(argc > 2 ? argv[2] : STEMMA_SOURCE_DIR "/src/annotate/spacy/golden/texts.jsonl");
  if (!model || texts.empty()) {
    std::fprintf(stderr, "%s\n", model ? "no texts" : model.error().message.c_str());
    return 1;
  }
  std::vector<ParseWorkspace> workspaces(argc > 5 ? std::strtoul(argv[5], nullptr, 10) : 1);
  if (workspaces.empty()) return 2;
  const Round cold = run(**model, texts, workspaces);
  Round best = cold;
  for (int i = argc > 3 ? std::atoi(argv[3]) : 3; i > 0; --i) {
    const Round round = run(**model, texts, workspaces);
    if (round.answer != cold.answer) {
      std::fprintf(stderr, "two rounds give different answers\n");
      return 1;
    }
    if (round.seconds < best.seconds) best.seconds = round.seconds;
    if (round.processor_seconds < best.processor_seconds) {
      best.processor_seconds = round.processor_seconds;
    }
  }
  print(cold, best, load, texts, workspaces);
  return 0;
}

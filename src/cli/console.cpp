#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "base/utf8.h"
#include "cli/model_folders.h"
#include "nn/kernels.h"
#include "report/escape.h"

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;
constexpr auto kFirstShown = std::chrono::seconds(1);
constexpr auto kBetweenShown = std::chrono::milliseconds(200);

// Nobody is told when standard error cannot be written: the status must say it.
void put(const std::string& text) { (void)std::fputs(text.c_str(), stderr); }

}  // namespace

Console::Console(const Settings& settings, bool quiet)
    : quiet_(quiet), started_(std::chrono::steady_clock::now()), last_shown_(started_) {
  const std::string& wanted = settings["progress"];
  if (wanted == "json") {
    progress_ = Progress::json;
  } else if (wanted == "always" || (wanted == "auto" && isatty(STDERR_FILENO) == 1)) {
    progress_ = Progress::line;
  }
}

Console::~Console() { clear_progress(); }

void say(std::string_view message) {
  put(fmt::format("stemma: {}\n", printable(repair_utf8(message))));
}

void Console::say(std::string_view message) {
  clear_progress();
  cli::say(message);
}

Observer Console::observer() {
  Observer observer;
  observer.refused = [this](const Error& refusal) {
    ++refused_;
    say(refusal.message);
  };
  observer.warned = [this](const std::string& warning) {
    if (!quiet_) say("warning: " + warning);
  };
  observer.progressed = [this](std::uint64_t articles) {
    articles_ = articles;
    show_progress();
  };
  return observer;
}

void Console::show_progress() {
  if (progress_ == Progress::off) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - started_ < kFirstShown || now - last_shown_ < kBetweenShown) return;
  last_shown_ = now;
  const std::chrono::duration<double> spent = now - started_;
  if (progress_ == Progress::json) {
    put(fmt::format("{{\"articles\":{},\"refused\":{},\"seconds\":{:.1f}}}\n", articles_, refused_,
                    spent.count()));
    return;
  }
  put(fmt::format("\r{} articles, {:.0f} a second, {} refused ", articles_,
                  static_cast<double>(articles_) / spent.count(), refused_));
  (void)std::fflush(stderr);
  shown_ = true;
}

void Console::clear_progress() {
  if (!shown_) return;
  put("\r\x1b[K");
  shown_ = false;
}

bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

unsigned terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long number = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
  return number > 0 && number <= 4096 ? static_cast<unsigned>(number) : 80;
}

Result<std::shared_ptr<const LanguageModel>> load_chosen_model(const Settings& settings) {
  const std::string& kernels = settings["kernels"];
  if (auto used = nn::use_kernels(kernels == "auto" ? "" : kernels); !used) {
    return tl::unexpected(Error{Fault::model, used.error().message});
  }
  const ModelFolders folders(settings);
  const std::string& name = settings["model"];
  const fs::path file = folders.file(name);
  auto model = LanguageModel::load(file);
  if (model) return model;
  std::error_code code;
  const std::string advice = fs::exists(file, code)
                                 ? fmt::format("`stemma model add {}` makes it anew", name)
                                 : folders.how_to_get(name);
  return failure(Fault::model, fmt::format("{}; {}", model.error().message, advice));
}

ModelOnDemand chosen_model(const Settings& settings) {
  return ModelOnDemand([settings] { return load_chosen_model(settings); });
}

int run_stream(const CommandLine& line, const Settings& settings, std::uint32_t layers,
               Output& output, const std::function<Result<void>(AnnotatedArticle&&)>& take,
               const std::function<Result<void>()>& at_end) {
  Console console(settings, line.quiet);
  ModelOnDemand model = chosen_model(settings);
  StreamOptions options{line.inputs, settings.number("threads"), layers, {}, output.files()};
  const bool extracts = line.command == "extract";
  options.batch = extracts && line.batch;
  options.keep_copies = extracts;
  const auto refusals = stream_articles(options, model, console.observer(), take);
  Result<void> ended;
  if (refusals) ended = at_end();
  if (refusals && ended) ended = output.finish();
  if (!refusals || !ended) {
    console.say(refusals ? ended.error().message : refusals.error().message);
    return kImpossible;
  }
  return *refusals == 0 ? kDone : kRefused;
}

}  // namespace stemma::cli

#include "cli/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace stemma::cli {
namespace {

namespace fs = std::filesystem;
constexpr auto kFirstShown = std::chrono::seconds(1);
constexpr auto kBetweenShown = std::chrono::milliseconds(200);

std::string reason() { return std::generic_category().message(errno); }

bool holds_model(const fs::path& folder) {
  std::error_code code;
  for (const char* name : {"md.stemma", "sm.stemma"}) {
    if (fs::exists(folder / name, code)) return true;
  }
  return false;
}

// Messages name outside input: control characters in it must not reach the terminal.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\x{:02x}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

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

void Console::say(std::string_view message) {
  clear_progress();
  fmt::print(stderr, "stemma: {}\n", printable(message));
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
    fmt::print(stderr, "{{\"articles\":{},\"refused\":{},\"seconds\":{:.1f}}}\n", articles_,
               refused_, spent.count());
    return;
  }
  fmt::print(stderr, "\r{} articles, {:.0f} a second, {} refused ", articles_,
             static_cast<double>(articles_) / spent.count(), refused_);
  std::fflush(stderr);
  shown_ = true;
}

void Console::clear_progress() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1b[K");
  shown_ = false;
}

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(stdout, "");
  std::FILE* file = std::fopen((path + ".part").c_str(), "wb");
  if (file == nullptr) return failure(Fault::unwritable, fmt::format("{}: {}", path, reason()));
  return Output(file, path);
}

Output::Output(Output&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)), path_(std::move(other.path_)) {}

Output::~Output() {
  if (file_ == nullptr || path_.empty()) return;
  (void)std::fclose(file_);
  (void)std::remove((path_ + ".part").c_str());
}

Result<void> Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    return failure(Fault::unwritable, fmt::format("{}: {}", name(), reason()));
  }
  return {};
}

Result<void> Output::line(std::string_view text) {
  if (auto done = write(text); !done) return done;
  return write("\n");
}

Result<void> Output::finish() {
  bool whole = std::fflush(file_) == 0 && std::ferror(file_) == 0;
  if (!path_.empty()) {
    whole = std::fclose(std::exchange(file_, nullptr)) == 0 && whole;
    whole = whole && std::rename((path_ + ".part").c_str(), path_.c_str()) == 0;
  }
  if (!whole) return failure(Fault::unwritable, fmt::format("{}: {}", name(), reason()));
  return {};
}

bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

unsigned terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long number = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
  return number > 0 && number <= 4096 ? static_cast<unsigned>(number) : 80;
}

std::string models_folder(const Settings& settings) {
  if (!settings["models"].empty()) return settings["models"];
  std::error_code code;
  const fs::path program = fs::read_symlink("/proc/self/exe", code);
  std::vector<fs::path> places;
  if (!code) {
    // build/release/stemma in a checkout, bin/stemma in an installation.
    places.push_back(program.parent_path().parent_path().parent_path() / "models");
    places.push_back(program.parent_path().parent_path() / "share/stemma/models");
  }
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0') {
    places.push_back(fs::path(data) / "stemma/models");
  } else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
    places.push_back(fs::path(home) / ".local/share/stemma/models");
  }
  for (const fs::path& place : places) {
    if (holds_model(place)) return place.string();
  }
  return places.empty() ? "models" : places.front().string();
}

ModelOnDemand chosen_model(const Settings& settings) {
  const fs::path file = fs::path(models_folder(settings)) / (settings["model"] + ".stemma");
  return ModelOnDemand([file] { return LanguageModel::load(file); });
}

int run_stream(const CommandLine& line, const Settings& settings, std::uint32_t layers,
               Output& output, const std::function<Result<void>(AnnotatedArticle&&)>& take,
               const std::function<Result<void>()>& at_end) {
  Console console(settings, line.quiet);
  ModelOnDemand model = chosen_model(settings);
  const StreamOptions options{line.inputs, settings.number("threads"), layers, {}};
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

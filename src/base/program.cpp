#include "base/program.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <thread>

#include "base/text.h"

namespace stemma {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kNotStarted = 127;  // what a shell says too

tl::unexpected<Error> system_failure() {
  return failure(Fault::unreadable, std::generic_category().message(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { reset(); }
  int get() const { return number_; }
  void reset(int number = -1) {
    if (number_ >= 0) (void)::close(number_);
    number_ = number;
  }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::lseek(descriptor, 0, SEEK_SET) == 0;
}

void limit(int what, std::uint64_t to) {
  const rlimit bound{to, to};
  (void)::setrlimit(static_cast<__rlimit_resource>(what), &bound);
}

// In the child: nothing but system calls until the program is there.
[[noreturn]] void become(const char* path, char* const* arguments, int in, int out, int nowhere,
                         const ProgramLimits& limits) {
  (void)::setpgid(0, 0);
  if (::dup2(in, STDIN_FILENO) < 0 || ::dup2(out, STDOUT_FILENO) < 0 ||
      ::dup2(nowhere, STDERR_FILENO) < 0) {
    ::_exit(kNotStarted);
  }
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.time).count();
  limit(RLIMIT_CPU, static_cast<std::uint64_t>(seconds) + 1);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  char locale[] = "LC_ALL=C.UTF-8";
  char* const environment[] = {locale, nullptr};
  ::execve(path, arguments, environment);
  ::_exit(kNotStarted);
}

// Reads until the end, the limit or the deadline.
Result<std::string> read_output(int from, const ProgramLimits& limits, Clock::time_point deadline) {
  std::string output;
  std::array<char, 65536> block{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    pollfd waited{from, POLLIN, 0};
    const int ready =
        left.count() <= 0 ? 0 : ::poll(&waited, 1, static_cast<int>(left.count()) + 1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) {
      return failure(Fault::too_large, fmt::format("took more than {} ms", limits.time.count()));
    }
    const ssize_t count = ready < 0 ? -1 : ::read(from, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return system_failure();
    if (count == 0) return output;
    output.append(block.data(), static_cast<std::size_t>(count));
    if (output.size() > limits.output_bytes) {
      return failure(Fault::too_large,
                     fmt::format("printed more than {} bytes", limits.output_bytes));
    }
  }
}

// The child's status; one that has closed its output and goes on past the deadline is killed.
int wait_for(pid_t child, Clock::time_point deadline) {
  int status = 0;
  while (true) {
    const pid_t ended = ::waitpid(child, &status, WNOHANG);
    if (ended == child || (ended < 0 && errno != EINTR)) return status;
    if (Clock::now() > deadline) (void)::kill(child, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

Result<void> judge(int status, bool killed_by_us) {
  if (killed_by_us || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) return {};
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    const bool at_limit = signal == SIGXCPU || signal == SIGKILL;
    return failure(at_limit ? Fault::too_large : Fault::malformed,
                   fmt::format("was ended by signal {}", signal));
  }
  if (WEXITSTATUS(status) == kNotStarted) {
    return failure(Fault::unreadable, "could not be started");
  }
  return failure(Fault::malformed, fmt::format("ended with status {}", WEXITSTATUS(status)));
}

}  // namespace

std::optional<std::string> find_program(std::string_view name) {
  const char* path = std::getenv("PATH");
  for (const std::string_view folder : split(path == nullptr ? "/usr/bin:/bin" : path, ':')) {
    if (!folder.starts_with('/')) continue;  // never one beside the inputs
    std::string file = fmt::format("{}/{}", folder, name);
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

Result<std::string> run_program(const std::string& path, const std::vector<std::string>& arguments,
                                std::string_view input, const ProgramLimits& limits) {
  const Descriptor in(::memfd_create("input", MFD_CLOEXEC));
  const Descriptor nowhere(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  std::array<int, 2> ends{-1, -1};
  if (in.get() < 0 || nowhere.get() < 0 || !write_all(in.get(), input) ||
      ::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return system_failure();
  }
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  std::vector<char*> pointers;
  pointers.push_back(const_cast<char*>(path.c_str()));
  for (const std::string& argument : arguments) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);
  const auto deadline = Clock::now() + limits.time;
  const pid_t child = ::fork();
  if (child < 0) return system_failure();
  if (child == 0) {
    become(path.c_str(), pointers.data(), in.get(), to.get(), nowhere.get(), limits);
  }
  to.reset();
  auto output = read_output(from.get(), limits, deadline);
  if (!output) (void)::kill(child, SIGKILL);
  const int status = wait_for(child, deadline);
  if (auto judged = judge(status, !output); !judged) return tl::unexpected(judged.error());
  return output;
}

}  // namespace stemma

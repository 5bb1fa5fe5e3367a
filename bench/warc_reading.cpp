// Reads a web archive to its end and says what it held and what that took.
// bench/warc_vs_fastwarc.py runs it beside FastWARC.
//
//   warc_reading_bench ARCHIVE
#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>

#include "ingest/reader.h"

namespace {

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Of this program alone; what getrusage says includes who started it.
double peak_megabytes() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  using Clock = std::chrono::steady_clock;
  if (argc != 2) return 2;
  const auto begun = Clock::now();
  const double before = processor_seconds();
  std::uint64_t documents = 0, bytes = 0, refusals = 0;
  {
    stemma::Reader reader({argv[1]});
    while (const auto next = reader.next()) {
      refusals += *next ? 0 : 1;
      if (!*next) continue;
      ++documents;
      bytes += (*next)->bytes.size();
    }
  }
  const std::chrono::duration<double> clock = Clock::now() - begun;
  fmt::print(
      "{{\"documents\":{},\"bytes\":{},\"refusals\":{},\"processor\":{:.3f},\"clock\":{:.3f},"
      "\"peak_megabytes\":{:.0f}}}\n",
      documents, bytes, refusals, processor_seconds() - before, clock.count(), peak_megabytes());
  return 0;
}

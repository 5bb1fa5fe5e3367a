#include "ingest/pdf_reader.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <string>

#include "base/program.h"
#include "base/reflow.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// What reading one PDF may cost; a newspaper of 100 pages takes about a second.
constexpr std::chrono::seconds kMaxPdfTime{10};
constexpr std::uint64_t kMaxPdfMemoryBytes = std::uint64_t{1} << 30;
constexpr std::uint64_t kMaxPdfTextBytes = std::uint64_t{16} << 20;

}  // namespace

Result<Document> read_pdf(std::string_view bytes, std::string_view path) {
  const auto program = find_program(kPdfProgram);
  if (!program) {
    return failure(
        Fault::unsupported,
        fmt::format("{}: a PDF document, which is read by {} of poppler-utils; it is not "
                    "installed",
                    path, kPdfProgram));
  }
  const auto printed =
      run_program(*program, {"-q", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "/dev/stdin", "-"},
                  bytes, {kMaxPdfTime, kMaxPdfMemoryBytes, kMaxPdfTextBytes});
  if (!printed) {
    return failure(printed.error().fault, fmt::format("{}: a PDF document; {} {}", path,
                                                      kPdfProgram, printed.error().message));
  }
  Document document;
  document.kind = Document::Kind::text;
  document.path = path;
  document.charset = "utf-8";
  document.bytes = reflow(repair_utf8(*printed), true);
  if (trim(document.bytes).empty()) {
    return failure(Fault::empty,
                   fmt::format("{}: a PDF document without text; it may be a scan", path));
  }
  return document;
}

}  // namespace stemma

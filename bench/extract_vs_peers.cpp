// Pages per CPU second of `extract`, from HTML bytes to an Article with all metadata, on one
// thread, and which share of the time each part takes. extract_vs_peers.py runs it beside other
// extractors.
//
//   extract_vs_peers_bench PAGES_DIR [ROUNDS] [--articles]
//
// Checks first that every round gives the same text; prints one line of JSON. With --articles it
// prints the extracted text of each page instead, for the driver's own check of the answers.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "base/encoding.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "extract/body/body.h"
#include "extract/extract.h"

namespace {

using namespace stemma;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

std::vector<Document> read_pages(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Document> pages;
  for (const auto& path : paths) {
    auto bytes = read_file(path, std::uint64_t{1} << 28);
    if (!bytes) continue;
    Document document;
    document.kind = Document::Kind::html;
    document.path = path.filename().string();
    document.bytes = std::move(*bytes);
    pages.push_back(std::move(document));
  }
  return pages;
}

std::vector<std::string> texts_of(const std::vector<Document>& pages) {
  std::vector<std::string> texts;
  for (const Document& page : pages) {
    const auto extraction = extract(page);
    texts.push_back(extraction ? extraction->article.text : "");
  }
  return texts;
}

double time_extract(const std::vector<Document>& pages) {
  std::size_t bytes = 0;
  const double before = cpu_seconds();
  for (const Document& page : pages) {
    const auto extraction = extract(page);
    bytes += extraction ? extraction->article.text.size() : 0;
  }
  const double seconds = cpu_seconds() - before;
  if (bytes == 0) std::abort();
  return seconds;
}

// Seconds of decoding, parsing (with the flat page), and body (blocks, features, labels), each
// alone.
struct Parts {
  double decode = 0, parse = 0, body = 0;
};

Parts time_parts(const std::vector<Document>& pages) {
  Parts parts;
  for (const Document& document : pages) {
    const double start = cpu_seconds();
    const DecodedText decoded = decode_text(document.bytes, document.charset, true);
    const double decoded_at = cpu_seconds();
    const auto page = html::make_html_parser()->parse(decoded.text);
    const double parsed_at = cpu_seconds();
    if (!page) continue;
    const LinkedData data = linked_data_of(*page);
    const double read_at = cpu_seconds();
    const Blocks blocks = blocks_of(*page);
    const std::string title = witness_title(*page, data);
    const Body body = choose_body(*page, blocks, {title, data.description, data.body});
    const double chosen_at = cpu_seconds();
    parts.decode += decoded_at - start;
    parts.parse += parsed_at - decoded_at;
    parts.body += chosen_at - read_at;
  }
  return parts;
}

void print_articles(const std::vector<Document>& pages, const std::vector<std::string>& texts) {
  for (std::size_t i = 0; i < pages.size(); ++i) {
    JsonWriter json;
    const auto object = json.object();
    json.set(object, "path", pages[i].path);
    json.set(object, "text", texts[i]);
    std::puts(json.write(object).c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::vector<Document> pages = read_pages(argv[1]);
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 3;
  const std::vector<std::string> texts = texts_of(pages);
  if (argc > 3) {
    print_articles(pages, texts);
    return 0;
  }
  if (texts != texts_of(pages)) {
    std::fputs("two runs gave different texts\n", stderr);
    return 1;
  }
  double best = 1e9;
  Parts parts{1e9, 1e9, 1e9};
  for (int round = 0; round < rounds; ++round) {
    best = std::min(best, time_extract(pages));
    const Parts now = time_parts(pages);
    parts = {std::min(parts.decode, now.decode), std::min(parts.parse, now.parse),
             std::min(parts.body, now.body)};
  }
  std::size_t bytes = 0;
  for (const Document& page : pages) bytes += page.bytes.size();
  const double count = static_cast<double>(pages.size());
  std::printf(
      "{\"pages\": %zu, \"bytes\": %zu, \"pages_per_second\": %.1f, \"ms_a_page\": %.3f, "
      "\"decode\": %.3f, \"parse\": %.3f, \"body\": %.3f, \"metadata\": %.3f}\n",
      pages.size(), bytes, count / best, best / count * 1e3, parts.decode / best,
      parts.parse / best, parts.body / best, 1 - (parts.decode + parts.parse + parts.body) / best);
}

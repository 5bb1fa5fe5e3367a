// Pages per CPU second of `extract`, from HTML bytes to an Article with all metadata, on one
// thread, and which share of the time each part takes. extract_vs_peers.py runs it beside other
// extractors.
//
//   extract_vs_peers_bench PAGES_DIR [ROUNDS] [--articles]
//
// Checks first that two runs give the same texts; prints one line of JSON: the seconds that each
// page takes, in the order of the names, at its best, and the parts' shares. With --articles it
// prints the extracted text of each page instead, for the driver's own check of the answers.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
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

// Seconds that one page takes: whole, and of its decoding, parsing (with the flat page) and body
// (blocks, features, labels), each alone.
enum Part { whole, decode, parse, body, parts };
using Seconds = std::array<double, parts>;

Seconds time_page(const Document& document) {
  Seconds seconds{};
  double since = cpu_seconds();
  const auto stop = [&](Part part) {
    seconds[part] = cpu_seconds() - std::exchange(since, cpu_seconds());
  };
  const auto extraction = extract(document);
  stop(whole);
  const DecodedText decoded = decode_text(document.bytes, document.charset, true);
  stop(decode);
  const auto page = html::make_html_parser()->parse(decoded.text);
  stop(parse);
  if (!page) return seconds;
  const LinkedData data = linked_data_of(*page);
  const std::string title = witness_title(*page, data);
  since = cpu_seconds();
  choose_body(*page, blocks_of(*page), {title, data.description, data.body});
  stop(body);
  return seconds;
}

// Each page's best of some rounds: what other programs take from a page in one round they seldom
// take from the same page in the next.
std::vector<Seconds> time_pages(const std::vector<Document>& pages, int rounds) {
  Seconds long_time;
  long_time.fill(1e9);
  std::vector<Seconds> best(pages.size(), long_time);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const Seconds now = time_page(pages[i]);
      std::transform(now.begin(), now.end(), best[i].begin(), best[i].begin(),
                     [](double a, double b) { return std::min(a, b); });
    }
  }
  return best;
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
  JsonWriter json;
  const auto object = json.object(), pages_seconds = json.array();
  Seconds sum{};
  for (const Seconds& page : time_pages(pages, rounds)) {
    json.push(pages_seconds, json.number(page[whole]));
    std::transform(page.begin(), page.end(), sum.begin(), sum.begin(), std::plus<>());
  }
  std::size_t bytes = 0;
  for (const Document& page : pages) bytes += page.bytes.size();
  json.set(object, "bytes", json.integer(static_cast<std::int64_t>(bytes)));
  json.set(object, "pages_per_second", json.number(static_cast<double>(pages.size()) / sum[whole]));
  json.set(object, "decode", json.number(sum[decode] / sum[whole]));
  json.set(object, "parse", json.number(sum[parse] / sum[whole]));
  json.set(object, "body", json.number(sum[body] / sum[whole]));
  json.set(object, "seconds", pages_seconds);
  std::puts(json.write(object).c_str());
}

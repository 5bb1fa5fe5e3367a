// Prints the labeller's view of pages, for fitting: reads paths of HTML files (one a line) from
// standard input, writes for each one line of JSON (path, columns, text of every block), its
// feature rows as floats to PATH.features, and to PATH.words the word keys of each line, a count
// before them.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "base/encoding.h"
#include "base/files.h"
#include "base/json.h"
#include "extract/body/body.h"
#include "extract/body/word_grams.h"
#include "extract/body/word_odds.h"

namespace {

using namespace stemma;

void write_words(const std::string& path, const Blocks& blocks) {
  std::ofstream out(path, std::ios::binary);
  std::vector<std::uint64_t> words, keys;
  for (const Block& block : blocks.items) {
    words.clear();
    hash_words(blocks.of(block), words);
    word_keys(words, keys);
    keys.insert(keys.begin(), keys.size());
    out.write(reinterpret_cast<const char*>(keys.data()),
              static_cast<std::streamsize>(keys.size() * sizeof(keys[0])));
  }
}

void write_rows(const FeatureGroup& group, std::ostream& out) {
  std::vector<float> row(group.columns());
  for (std::size_t i = 0; i < group.rows; ++i) {
    for (std::size_t k = 0; k < row.size(); ++k) {
      row[k] = group.values[k * FeatureGroup::kRows + i];
    }
    out.write(reinterpret_cast<const char*>(row.data()),
              static_cast<std::streamsize>(row.size() * sizeof(float)));
  }
}

void write_page(const std::string& path) {
  const auto bytes = read_file(path, std::uint64_t{1} << 28);
  if (!bytes) return;
  const DecodedText decoded = decode_text(*bytes, "", true);
  const auto page = html::make_html_parser()->parse(decoded.text);
  if (!page) return;
  const LinkedData data = linked_data_of(*page);
  const Blocks blocks = blocks_of(*page);
  const std::string title = witness_title(*page, data);
  std::size_t columns = 0;
  std::ofstream out(path + ".features", std::ios::binary);
  const std::vector<bool> is_furniture = features_of(
      *page, blocks, {title, data.description, data.body}, [&](const FeatureGroup& group) {
        columns = group.columns();
        write_rows(group, out);
      });
  JsonWriter json;
  const auto object = json.object();
  json.set(object, "path", path);
  json.set(object, "columns", json.integer(static_cast<std::int64_t>(columns)));
  const auto texts = json.array();
  for (const Block& block : blocks.items) json.push(texts, json.text(blocks.of(block)));
  json.set(object, "texts", texts);
  const auto furniture = json.array();
  for (const bool is : is_furniture) json.push(furniture, json.boolean(is));
  json.set(object, "furniture", furniture);
  std::puts(json.write(object).c_str());
  write_words(path + ".words", blocks);
}

}  // namespace

int main() {
  for (std::string path; std::getline(std::cin, path);) write_page(path);
}

#include "model/identity.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"

namespace stemma {

namespace {

// "paper.txt" of "folder/paper.txt", "archive.zip#folder/paper.txt" and "paper.txt#3".
std::string_view file_name(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  const std::size_t mark = path.rfind('#');
  if (mark == std::string_view::npos) return path;
  const std::string_view record = path.substr(mark + 1);
  const bool is_number = std::all_of(record.begin(), record.end(), is_ascii_digit);
  return is_number ? path.substr(0, mark) : record;
}

}  // namespace

std::string content_id(const Article& article) {
  const bool is_placed = article.url || article.outlet;
  // A field's length before the field: no two different articles give the same bytes.
  std::string bytes;
  for (const std::string& field :
       {article.url.value_or(""), article.outlet.value_or(""), article.title.value_or(""),
        article.text, std::string(is_placed ? "" : file_name(article.path))}) {
    bytes += std::to_string(field.size()) + ':' + field;
  }
  return sha256(bytes).substr(0, 16);
}

}  // namespace stemma

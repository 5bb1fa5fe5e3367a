#include "annotate/spacy/base_norms.h"

#include <array>

namespace stemma::spacy {
namespace {

struct Norm {
  std::string_view norm;
  std::string_view texts;  // separated by one blank
};

constexpr std::array<Norm, 12> kNorms = {{
    {"'", "’ ‘ ´ `"},
    {"\"", "” “ '' `` ´´ „ » « ‘‘ ’’"},
    {"'s", "'s 'S ’s ’S"},
    {"-", "— – -- --- ——"},
    {"...", "…"},
    {"$", "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£"},
    {".", "。 ।"},
    {"?", "？"},
    {"!", "！"},
    {",", "，"},
    {";", "；"},
    {":", "："},
}};

constexpr std::size_t kLongest = 6;  // bytes of "’’" and "——"

}  // namespace

std::optional<std::string_view> base_norm(std::string_view text) {
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  for (const Norm& norm : kNorms) {
    std::string_view texts = norm.texts;
    while (!texts.empty()) {
      const std::size_t end = texts.find(' ');
      if (texts.substr(0, end) == text) return norm.norm;
      texts.remove_prefix(end == std::string_view::npos ? texts.size() : end + 1);
    }
  }
  return std::nullopt;
}

}  // namespace stemma::spacy

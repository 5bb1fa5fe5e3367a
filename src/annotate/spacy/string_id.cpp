#include "annotate/spacy/string_id.h"

#include <cstring>
#include <string>
#include <unordered_map>

namespace stemma::spacy {
namespace {

struct SymbolRow {
  std::uint64_t first;
  std::string_view names;  // separated by one blank, numbered from `first`
};

constexpr std::array<SymbolRow, 6> kSymbols = {{
    {1,
     "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM "
     "LIKE_EMAIL IS_STOP IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT "
     "IS_CURRENCY"},
    {64,
     "ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE "
     "HEAD SENT_START SPACY PROB LANG"},
    {84,
     "ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL "
     "SPACE"},
    {380,
     "PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT "
     "MONEY QUANTITY ORDINAL CARDINAL"},
    {398,
     "acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj "
     "csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn"},
    {428,
     "npadvmod nsubj nsubjpass num number oprd obj obl parataxis partmod pcomp pobj poss "
     "possessive preconj prep prt punct quantmod relcl rcmod root xcomp acl ENT_KB_ID MORPH ENT_ID "
     "IDX _"},
}};

constexpr std::size_t kLongestSymbol = 17;  // "IS_OOV_DEPRECATED"

std::unordered_map<std::string, std::uint64_t> make_symbols() {
  std::unordered_map<std::string, std::uint64_t> symbols;
  for (const SymbolRow& row : kSymbols) {
    std::uint64_t number = row.first;
    std::string_view names = row.names;
    while (!names.empty()) {
      const std::size_t end = names.find(' ');
      symbols.emplace(names.substr(0, end), number++);
      names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
    }
  }
  for (std::uint64_t i = 19; i < 64; ++i) symbols.emplace("FLAG" + std::to_string(i), i);
  for (std::uint64_t i = 1; i <= 276; ++i) {
    const std::string digits = std::to_string(i);
    symbols.emplace("DEPRECATED" + std::string(3 - digits.size(), '0') + digits, 103 + i);
  }
  return symbols;
}

std::uint64_t murmur_64a(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0xc6a4a7935bd1e995U;
  std::uint64_t h = 1 ^ (text.size() * kMultiplier);
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t k = 0;
    std::memcpy(&k, text.data() + at, 8);
    k *= kMultiplier;
    k ^= k >> 47;
    k *= kMultiplier;
    h ^= k;
    h *= kMultiplier;
  }
  if (at < text.size()) {
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data() + at, text.size() - at);
    h ^= rest;
    h *= kMultiplier;
  }
  h ^= h >> 47;
  h *= kMultiplier;
  return h ^ h >> 47;
}

std::uint64_t finish(std::uint64_t x) {
  x ^= x >> 33;
  x *= 0xff51afd7ed558ccdU;
  x ^= x >> 33;
  x *= 0xc4ceb9fe1a85ec53U;
  return x ^ x >> 33;
}

}  // namespace

std::uint64_t string_id(std::string_view text) {
  if (text.empty()) return 0;
  if (text.size() <= kLongestSymbol) {
    static const auto symbols = make_symbols();
    const auto found = symbols.find(std::string(text));
    if (found != symbols.end()) return found->second;
  }
  return murmur_64a(text);
}

std::array<std::uint32_t, 4> hash_rows(std::uint64_t value, std::uint32_t seed) {
  std::uint64_t a = value * 0x87c37b91114253d5U;
  a = a << 31 | a >> 33;
  a *= 0x4cf5ad432745937fU;
  a ^= seed;
  a ^= 8;
  std::uint64_t b = std::uint64_t{seed} ^ 8U;
  a += b;
  b += a;
  a = finish(a);
  b = finish(b);
  a += b;
  b += a;
  return {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(a >> 32),
          static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(b >> 32)};
}

}  // namespace stemma::spacy
